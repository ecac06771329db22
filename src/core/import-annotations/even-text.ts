import type { Span } from '../text/span';

/**
 * A text as it reads whatever way it was stored: line ends and other white space are one space, none at the ends,
 * and characters are composed (NFC). Each unit of `even` knows where it came from in UTF-16.
 */
export interface EvenText {
  readonly even: string;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

/** White space; plain letters; a run of jamo, which compose with their neighbours only; a character with its marks. */
const PIECE =
  /\s+|[\x21-\x7e]+(?!\p{M})|[\u1100-\u11ff\u3130-\u318f\ua960-\ua97f\uac00-\ud7ff]+|[^\s]\p{M}*/gu;

const PLAIN = /^[\x21-\x7e]+$/;

/** Makes the even form of a text, in time proportional to it. */
export function evenText(text: string): EvenText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const last = text.trimEnd().length;
  for (const { 0: piece, index } of text.matchAll(PIECE)) {
    const plain = PLAIN.test(piece);
    const space = !plain && /^\s/u.test(piece);
    if (space && (parts.length === 0 || index >= last)) continue;
    const even = space ? ' ' : plain ? piece : piece.normalize('NFC');
    parts.push(even);
    const same = even.length === piece.length;
    for (let at = 0; at < even.length; at++) {
      starts.push(index + (same ? at : 0));
      ends.push(same ? index + at + 1 : index + piece.length);
    }
  }
  return { even: parts.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** The same words, made quickly, to look texts up by. */
export function evenKey(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** Where a span of the text is in its even form, or null when there is nothing of it but white space at an end. */
export function intoEven({ starts, ends }: EvenText, span: Span): Span | null {
  const start = firstAt(ends, (end) => end > span.start);
  const end = firstAt(starts, (begin) => begin >= span.end);
  return start < end ? { start, end } : null;
}

/** Where a span of the even form is in the text. It must not be empty. */
export function fromEven({ starts, ends }: EvenText, { start, end }: Span): Span {
  return { start: starts[start]!, end: ends[end - 1]! };
}

/** The first index in an ascending array whose value fits, or its length. */
function firstAt(sorted: Uint32Array, fits: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
