import type { Facts } from '../facts';
import { mergeFacts } from '../facts';
import type { FromMarkup } from '../html/document';
import { readHtml } from '../html/document';
import { xhtmlAsHtml } from '../html/xhtml';
import { normaliseText } from '../normalise-text';

/** One article of a book. */
export interface EpubArticle {
  /** The index of its document in the spine, or null when it is all of them together. */
  readonly document: number | null;
  readonly text: FromMarkup;
}

/** Documents with less text than this (UTF-16 units) are covers, imprints and lists of contents. */
const LEAST = 400;

/**
 * A book's documents as articles: each that holds more than a cover or an imprint is one, as in a magazine
 * or a digest of feeds. When none does, or only one, the book is one article. The book's own facts (date,
 * language) are the articles' where these say nothing; with several, its title is their outlet.
 */
export function epubArticles(xhtml: readonly string[], book: Facts): readonly EpubArticle[] {
  const read = xhtml.map((source) => readHtml(normaliseText(xhtmlAsHtml(source)).text));
  const full = [...read.entries()].filter(([, { text }]) => text.length >= LEAST);
  if (full.length <= 1) {
    const whole = full[0]?.[1] ?? joined(xhtml);
    // The book was made for this one article: its title is the article's, unless a headline is printed.
    const printed = whole.blocks.some(({ kind }) => kind === 'title') ? whole.facts.title : undefined;
    const facts = mergeFacts(printed === undefined ? {} : { title: printed }, book, whole.facts);
    return [{ document: null, text: { ...whole, facts } }];
  }
  const { title, byline: _ofTheBook, url: _ofAll, ...shared } = book;
  const known = mergeFacts(shared, title === undefined ? {} : { outlet: title });
  return full.map(([document, text]) => ({
    document,
    text: { ...text, facts: mergeFacts(text.facts, known) },
  }));
}

function joined(xhtml: readonly string[]): FromMarkup {
  return readHtml(xhtml.map((source) => normaliseText(xhtmlAsHtml(source)).text).join('\n'), { whole: true });
}
