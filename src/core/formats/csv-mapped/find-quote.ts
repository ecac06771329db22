import type { Span } from '../../text/span';

/** Where words are in a text, and whether they are there more than once. */
export interface FoundQuote extends Span {
  readonly isOnly: boolean;
}

/**
 * Where the quote is in the text (UTF-16): nearest to `near`, or first; white space and the shape of quotation marks may
 * differ. Null when it is nowhere.
 */
export function findQuote(text: string, quote: string, near = 0): FoundQuote | null {
  const words = quote.trim();
  if (words === '') return null;
  const exact = placesOf(text, words);
  const places = exact.length > 0 ? exact : loosely(text, words);
  const [first] = places;
  if (!first) return null;
  const nearest = places.reduce((best, next) => {
    return Math.abs(next.start - near) < Math.abs(best.start - near) ? next : best;
  }, first);
  return { ...nearest, isOnly: places.length === 1 };
}

/** As many places of one quote as are looked at. */
const MOST = 1_000;

function placesOf(text: string, words: string): readonly Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST; at = text.indexOf(words, at + 1)) {
    places.push({ start: at, end: at + words.length });
  }
  return places;
}

function loosely(text: string, words: string): readonly Span[] {
  const { even, at } = evened(text);
  const sought = evened(words).even;
  return placesOf(even, sought).map(({ start, end }) => ({ start: at[start]!, end: at[end - 1]! + 1 }));
}

/** The text with one space for any white space and one shape of quotation marks, and where each unit of it was. */
function evened(text: string): { readonly even: string; readonly at: Uint32Array } {
  const at = new Uint32Array(text.length);
  let even = '';
  let last = 0;
  const add = (piece: string, from: number) => {
    for (let index = 0; index < piece.length; index++) at[even.length + index] = from + index;
    even += piece;
  };
  for (const { 0: space, index } of text.matchAll(/\s+/gu)) {
    add(text.slice(last, index), last);
    add(' ', index);
    last = index + space.length;
  }
  add(text.slice(last), last);
  return { even: even.replace(/[“”„«»]/g, '"').replace(/[‘’‚]/g, "'"), at };
}
