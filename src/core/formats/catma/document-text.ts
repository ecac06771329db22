import type { Article } from '../../project/model';
import type { Span } from '../../text/span';
import { splitsSurrogatePair } from '../../text/span';
import type { FormatFile } from '../format';
import { articleNamed, stemOf } from '../marks/article-named';
import type { Collection } from './collection';

/** The text that a collection marks, and how its places are counted in it. */
export interface DocumentText {
  /** Names it among the texts: collections of one text belong together. */
  readonly key: string;
  readonly text: string;
  readonly fileName: string;
  readonly article?: Article;
  /** Line ends count two, but are one character in the text. */
  readonly wideLines: boolean;
  /** Is the text as long as the collection says, one way or the other? */
  readonly fits: boolean;
}

/**
 * Finds the text: in the collection itself, in a .txt file beside it, or in an article of the project of its name;
 * where names do not tell, the only one of the right length. Null when there is none.
 */
export function documentText(
  collection: Collection,
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article>,
): DocumentText | null {
  const { text, path, documentTitle, length } = collection;
  if (text !== null) return { key: path, text, fileName: path, wideLines: false, fits: true };
  const candidates = [
    ...files.filter((file) => /\.txt$/i.test(file.path)).map((file) => ofFile(file, collection)),
    ...[...articles.values()].map((article) => ofArticle(article, collection)),
  ];
  const folder = path.replace(/\/?(?:annotationcollections\/)?[^/]*$/i, '');
  const named = candidates.find(({ fileName, article }) =>
    article
      ? article === articleNamed(articles, documentTitle) || article.title === documentTitle
      : stemOf(fileName.replace(/^.*\//, '')) === documentTitle,
  );
  if (named) return named;
  const fitting = candidates.filter(({ fits }) => fits && length > 0);
  const beside = fitting.filter(
    ({ fileName, article }) => !article && fileName.replace(/\/?[^/]*$/, '') === folder,
  );
  return beside.length === 1 ? beside[0]! : fitting.length === 1 ? fitting[0]! : null;
}

function ofFile({ path, data }: FormatFile, collection: Collection): DocumentText {
  const text = data.replace(/^\ufeff/, '');
  return { key: `file ${path}`, text, fileName: path, ...countedIn(text, collection) };
}

function ofArticle(article: Article, collection: Collection): DocumentText {
  const { id, text } = article;
  return { key: `article ${id}`, text, fileName: id, article, ...countedIn(text, collection) };
}

function countedIn(text: string, { length, system }: Collection): Pick<DocumentText, 'wideLines' | 'fits'> {
  if (text.length === length) return { wideLines: false, fits: true };
  const narrow = text.match(/(?<!\r)\n/g)?.length ?? 0;
  const wide = text.length + narrow === length;
  return {
    wideLines: wide || (narrow > 0 && !text.includes('\r') && /dos|windows/i.test(system)),
    fits: wide,
  };
}

/** The spans in the text, or null when one is none of it. */
export function placedIn({
  text,
  wideLines,
}: DocumentText): (spans: readonly Span[]) => readonly Span[] | null {
  const lines = wideLines ? Array.from(text.matchAll(/(?<!\r)\n/g), ({ index }, at) => index + at) : [];
  // A line end at `lines[n]`, counting two each, takes that place and the next.
  const back = (offset: number) => offset - countBelow(lines, offset);
  return (spans) => {
    const placed = spans.map(({ start, end }) => ({ start: back(start), end: back(end) }));
    const good = placed.every(
      ({ start, end }) =>
        start < end &&
        end <= text.length &&
        !splitsSurrogatePair(text, start) &&
        !splitsSurrogatePair(text, end),
    );
    return good ? placed : null;
  };
}

/** How many of an ascending list are below the value. */
function countBelow(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
