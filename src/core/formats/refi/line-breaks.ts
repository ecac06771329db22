import { offsetsOf } from '../../text/offsets';

/** How the line breaks of texts are stored, and so what positions count: one character each, or two. */
export type LineBreaks = 'lf' | 'crlf';

/**
 * The text with CR LF for every line feed, as MAXQDA and NVivo store texts. Returns that were in it stay, so that
 * `withoutReturns` gives it back exactly.
 */
export function withReturns(text: string): string {
  return text.replaceAll('\n', '\r\n');
}

export function withoutReturns(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/** From UTF-16 offsets of a text to code points of it as it is stored. Throws as Offsets.fromUtf16 does. */
export function countedIn(text: string, breaks: LineBreaks): (offset: number) => number {
  const offsets = offsetsOf(text, 'codepoint');
  if (breaks === 'lf') return (offset) => offsets.fromUtf16(offset);
  const feeds = Array.from(text.matchAll(/\n/g), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, feeds.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (feeds[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return offsets.fromUtf16(offset) + low;
  };
}
