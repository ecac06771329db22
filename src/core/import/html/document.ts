import type { BlockKind } from '../../project/model';
import { composeText } from '../compose-text';
import type { Detected } from '../detect/detect-blocks';
import { classify } from '../detect/detect-blocks';
import type { Facts } from '../facts';
import { mergeFacts, oneLine } from '../facts';
import type { HtmlBlock } from './blocks';
import { blocksOf } from './blocks';
import { mainContent } from './main-content';
import { isLinkList, measureAll } from './measure';
import { readMetadata } from './metadata';
import type { HtmlElement, HtmlRoot } from './tree';
import { findAll, parseHtml, textOf } from './tree';

/** A text that was made from markup, with its structure. Offsets are UTF-16. */
export interface FromMarkup extends Detected {
  readonly text: string;
}

/**
 * Reads a page: its main content as text and blocks, its metadata. Scripts, styles, navigation, asides,
 * forms and lists of links are left out; nothing is run and nothing fetched. With `whole` (pasted HTML,
 * of which the researcher chose every word) only what is no text at all is left out.
 */
export function readHtml(html: string, options: { readonly whole?: boolean } = {}): FromMarkup {
  const document = parseHtml(html);
  const measures = measureAll(document);
  const body = findAll(document, ({ tagName }) => tagName === 'body')[0];
  const content = options.whole ? body : (mainContent(document, measures) ?? body);
  if (!content) return { text: '', blocks: [], facts: {} };
  const skips = (element: HtmlElement) => !options.whole && isLinkList(element, measures.get(element));
  const sizeOf = (element: HtmlElement) => measures.get(element)?.text ?? 0;
  const metadata = readMetadata(document, content);
  const found = blocksOf(content, { skips, sizeOf, whole: options.whole ?? false });
  const blocks = withHeadline(document, found, metadata);
  const { text, pieces } = composeText(blocks);
  // Some systems put the whole page into a <form>: better too much than nothing.
  if (text === '' && !options.whole) return readHtml(html, { whole: true });
  const detected = classify(text, pieces);
  // The headline as printed goes with the title block; otherwise the page's own word for it.
  const printed: Facts = detected.facts.title ? { title: detected.facts.title } : {};
  const facts = mergeFacts(printed, metadata, detected.facts, pageTitle(document, metadata.outlet));
  return { text, blocks: detected.blocks, facts };
}

/** How many characters of a page are not in the text that was made of it. UTF-16 units, without white space. */
export function leftOutOf(html: string, text: string): number {
  const ink = (words: string) => words.replace(/\s+/gu, '').length;
  return Math.max(0, ink(readHtml(html, { whole: true }).text) - ink(text));
}

/** Decides which heading is the headline, and fetches an `<h1>` that stands outside the main content. */
function withHeadline(
  document: HtmlRoot,
  blocks: readonly HtmlBlock[],
  metadata: Facts,
): readonly HtmlBlock[] {
  const stated = fold(metadata.title ?? '');
  let title = blocks.findIndex((block) => block.level > 0 && stated !== '' && fold(block.text) === stated);
  if (title < 0) title = blocks.findIndex((block) => block.level === 1);
  if (title < 0) {
    const h1 = findAll(document, ({ tagName }) => tagName === 'h1')
      .slice(0, 10)
      .map(textOf);
    const outside = h1.find((text) => text !== '' && fold(text) !== fold(metadata.outlet ?? ''));
    if (outside) return [{ text: outside, hint: 'title', level: 1 }, ...demote(blocks, -1)];
  }
  return demote(blocks, title);
}

/** One headline and one standfirst; what else claims to be one is a heading or a paragraph. */
function demote(blocks: readonly HtmlBlock[], title: number): readonly HtmlBlock[] {
  const standfirst = blocks.findIndex((block) => block.hint === 'standfirst');
  return blocks.map((block, index) => {
    const hint: BlockKind =
      index === title
        ? 'title'
        : block.hint === 'standfirst' && index !== standfirst
          ? 'paragraph'
          : block.hint;
    return { ...block, hint };
  });
}

/** `<title>` without the site's name after the last bar or dash. */
function pageTitle(document: HtmlRoot, outlet: string | undefined): Facts {
  const element = findAll(document, ({ tagName }) => tagName === 'title')[0];
  const full = element ? textOf(element) : '';
  const match = /^(.{10,}?)\s+[|–—-]\s+([^|–—]{2,40})$/u.exec(full);
  const title =
    match && (!outlet || fold(match[2]!) === fold(outlet) || full.includes('|')) ? match[1]! : full;
  return title ? { title } : {};
}

function fold(text: string): string {
  return oneLine(text)
    .toLowerCase()
    .replace(/[“”"‘’']/gu, '');
}

/** The blocks of a piece of HTML inside another text, as of a Markdown file; all of it is taken. */
export function blocksOfHtml(html: string): readonly HtmlBlock[] {
  const body = findAll(parseHtml(html), ({ tagName }) => tagName === 'body')[0];
  return body ? blocksOf(body, { skips: () => false, sizeOf: () => 0, whole: true }) : [];
}
