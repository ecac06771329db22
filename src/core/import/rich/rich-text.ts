import type { BlockKind } from '../../project/model';
import type { MarkedBlock } from '../compose-text';
import { composeText } from '../compose-text';
import { classify } from '../detect/detect-blocks';
import { isHeadingShaped } from '../detect/shapes';
import type { Facts } from '../facts';
import { mergeFacts } from '../facts';
import type { FromMarkup } from '../html/document';

/** What a word processor's style says a paragraph is. */
export type ParagraphStyle = 'title' | 'subtitle' | 'heading' | 'quote' | 'caption' | 'body';

/** A paragraph of a word processor's document. */
export interface RichParagraph {
  readonly style: ParagraphStyle;
  /** 1 … 9 for headings, else 0. */
  readonly level: number;
  /** Line breaks are "\n". */
  readonly text: string;
  /** Is all of it bold? */
  readonly bold: boolean;
}

/**
 * The paragraphs as text and blocks. The first title (or the first heading of level 1, or a heading that
 * opens the document) is the headline. `facts` are what the document states of itself beside its text:
 * what is printed in it is believed before these.
 */
export function readRich(paragraphs: readonly RichParagraph[], facts: Facts = {}): FromMarkup {
  const written = paragraphs
    .map((paragraph) => ({ ...paragraph, text: tidy(paragraph.text) }))
    .filter(({ text }) => text !== '');
  const title = headline(written);
  const subtitle = written.findIndex(({ style }) => style === 'subtitle');
  const blocks = written.map((paragraph, index): MarkedBlock => {
    const hint = index === title ? 'title' : index === subtitle ? 'standfirst' : hintOf(paragraph);
    return { text: paragraph.text, hint };
  });
  const { text, pieces } = composeText(blocks);
  const detected = classify(text, pieces);
  return { text, blocks: detected.blocks, facts: mergeFacts(detected.facts, facts) };
}

function headline(written: readonly RichParagraph[]): number {
  const titled = written.findIndex(({ style }) => style === 'title');
  if (titled >= 0) return titled;
  const first = written.findIndex(({ style, level }) => style === 'heading' && level === 1);
  return first >= 0 ? first : written[0]?.style === 'heading' ? 0 : -1;
}

function hintOf({ style, bold, text }: RichParagraph): BlockKind {
  if (style === 'heading' || style === 'title') return 'heading';
  if (style === 'quote') return 'blockquote';
  if (style === 'caption') return 'caption';
  return bold && isHeadingShaped(text) ? 'heading' : 'paragraph';
}

/** Tabs and runs of spaces are only there for the eye; soft hyphens would hide words from a search. */
function tidy(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .split('\n')
    .map((line) => line.replace(/[ \t]+/gu, ' ').trim())
    .join('\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
