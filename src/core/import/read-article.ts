import type { Block, Origin } from '../project/model';
import { detectBlocks } from './detect/detect-blocks';
import { languageOfText } from './detect/language';
import type { UnhashedDraft } from './draft';
import type { Facts } from './facts';
import type { FromMarkup } from './html/document';
import { readHtml } from './html/document';
import { readMarkdown } from './markdown/document';
import { normaliseText, replaceForbidden, replacementNote } from './normalise-text';
import { titleFromWords } from './title-words';

/** A text after its bytes were decoded, and what is known of where it came from. */
export interface DecodedSource {
  readonly text: string;
  readonly format: Origin['format'];
  /** Null for pasted text. */
  readonly fileName: string | null;
  readonly encoding: string;
  /** What the clipboard held besides plain text; only looked at when `format` is 'pasted'. */
  readonly html?: string;
  /** Take all of a web page's text, not only what seems to be the article. */
  readonly whole?: boolean | undefined;
}

/**
 * Reads one article: its text in the form it is kept, its blocks and metadata. Pure: the caller adds the
 * hashes and counts the bytes. Null when there is nothing but white space to read.
 */
export function readArticle(source: DecodedSource): UnhashedDraft | null {
  const { text: clean, lineEnds, replaced } = normaliseText(source.text);
  const whole = source.whole && source.format === 'html' ? WHOLE_PAGE : undefined;
  return draftOf(structure(clean, source), { ...source, lineEnds }, whole, replacementNote(replaced));
}

/** What is said of an article that is all of a web page's text. */
export const WHOLE_PAGE = 'The whole page was taken.';

/** A draft of what a reader found; null when that is nothing. `notes` are sentences to be kept with it. */
export function draftOf(
  { text, blocks, facts }: FromMarkup,
  { fileName, format, encoding, lineEnds }: UnhashedDraft['origin'],
  ...notes: readonly (string | undefined)[]
): UnhashedDraft | null {
  if (blocks.length === 0) return null;
  const note = replaceForbidden(notes.filter((one) => one !== undefined).join(' '));
  const { language = languageOfText(text) ?? 'en', title = titleOf(text, blocks), ...known } = facts;
  const origin = { fileName, format, encoding, lineEnds };
  return { ...carriable({ ...known, title }), language, text, blocks, origin, ...(note ? { note } : {}) };
}

/** Facts with the mark of what was replaced where the text would have it, too. */
function carriable<Known extends Omit<Facts, 'language'>>(facts: Known): Known {
  const entries = Object.entries(facts) as [string, string][];
  return Object.fromEntries(entries.map(([name, fact]) => [name, replaceForbidden(fact)])) as Known;
}

/** What is said of an article that is part `number` (from 1) of a file, with its own id there if it has one. */
export function partNote(number: number, id?: string): string {
  return `Part ${number} of the file${id ? ` (“${id}”)` : ''}.`;
}

function structure(clean: string, source: DecodedSource): FromMarkup & { readonly facts: Facts } {
  const plain = () => ({ text: clean, ...detectBlocks(clean) });
  if (source.format === 'html') return readHtml(clean, { whole: source.whole ?? false });
  if (source.format === 'md') return readMarkdown(clean) ?? plain();
  if (source.format === 'pasted' && source.html) {
    const marked = readHtml(normaliseText(source.html).text, { whole: true });
    // A clipboard's HTML may be a stub, or only colours; then the plain words are the better source.
    return inkOf(marked.text) >= 0.9 * inkOf(clean) ? marked : plain();
  }
  return plain();
}

function inkOf(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function titleOf(text: string, blocks: readonly Block[]): string {
  const { start, end } = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0]!;
  return titleFromWords(text.slice(start, end));
}
