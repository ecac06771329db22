import type { Span } from '../text/span';
import { HALF, isWordAt, UNITS, WORD } from './characters';
import { editsAllowed, withinEdits } from './edits';

/** A word to be found roughly, made ready once for all articles. */
export interface Rough {
  readonly points: readonly number[];
  readonly most: number;
  readonly length: number;
  readonly signature: number;
  readonly paired: boolean;
}

const PAIR = /[\ud800-\udfff]/;

/** The code points of a word. */
export const pointsOf = (word: string): readonly number[] =>
  Array.from(word, (character) => character.codePointAt(0)!);

/** Makes a folded word ready; it may be one letter off in 4–7 letters, two from 8 on. */
export function roughly(word: string): Rough {
  const points = pointsOf(word);
  const most = editsAllowed(points.length);
  const signature = signatureOf(word);
  return { points, most, length: word.length, signature, paired: PAIR.test(word) };
}

/**
 * The words of a folded text that are near enough (UTF-16 of that text), at most `most`. Nearly all words are
 * told apart by their length and by which letters they have; only the rest is compared letter by letter.
 */
export function findFuzzy(text: string, rough: Rough, most: number): readonly Span[] {
  const found: Span[] = [];
  // A letter beyond the BMP is two units: where there are such, only letter by letter is exact.
  const exact = !rough.paired && !PAIR.test(text);
  const isNear = (start: number, end: number, signature: number) =>
    (!exact ||
      (Math.abs(end - start - rough.length) <= rough.most &&
        bits(signature ^ rough.signature) <= 2 * rough.most)) &&
    withinEdits(rough.points, pointsOf(text.slice(start, end)), rough.most);
  const { length } = text;
  for (let at = 0; at < length && found.length < most; at++) {
    const start = at;
    let signature = 0;
    for (; at < length; at++) {
      const unit = text.charCodeAt(at);
      const kind = UNITS[unit]!;
      if (kind === HALF ? !isWordAt(text, at) : (kind & WORD) === 0) break;
      signature |= 1 << (unit & 31);
    }
    if (at > start && isNear(start, at, signature)) found.push({ start, end: at });
  }
  return found;
}

/** Which letters are there, in 32 bits. One edit changes at most two of them. */
function signatureOf(word: string): number {
  let signature = 0;
  for (let at = 0; at < word.length; at++) signature |= 1 << (word.charCodeAt(at) & 31);
  return signature;
}

function bits(number: number): number {
  let left = number;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count++;
  }
  return count;
}
