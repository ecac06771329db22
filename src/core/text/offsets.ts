import { pieces } from './segmentation';
import { splitsSurrogatePair } from './span';

/** The units in which formats count: UTF-16 code units, Unicode code points, UTF-8 bytes, grapheme clusters. */
export type OffsetUnit = 'utf16' | 'codepoint' | 'byte' | 'grapheme';

/** Converts offsets of one text between UTF-16 code units and one other unit. Both ways throw RangeError. */
export interface Offsets {
  readonly unit: OffsetUnit;
  /** The length of the text in this unit. */
  readonly length: number;
  /** From UTF-16 code units to this unit. Throws where the offset is inside a character (or cluster). */
  fromUtf16(offset: number): number;
  /** From this unit to UTF-16 code units. Throws where no UTF-16 offset corresponds. */
  toUtf16(offset: number): number;
}

/**
 * Offset conversion for one text. On the boundaries of the unit it is a bijection, so
 * `toUtf16(fromUtf16(x)) === x` wherever `fromUtf16(x)` is defined.
 * Throws a RangeError if the text holds a lone surrogate: no other unit can count one.
 */
export function offsetsOf(text: string, unit: OffsetUnit): Offsets {
  if (unit === 'utf16') {
    const check = (offset: number) => whole(text, inside(offset, text.length, unit));
    return { unit, length: text.length, fromUtf16: check, toUtf16: check };
  }
  const odd = unit === 'grapheme' ? oddClusters(text) : oddPoints(text, unit === 'byte');
  const length = text.length + odd.surplus(odd.count);
  return {
    unit,
    length,
    fromUtf16(offset) {
      inside(offset, text.length, 'utf16');
      const before = odd.before(offset, 'utf16');
      if (before > 0 && offset < odd.ends[before - 1]!) {
        throw new RangeError(`UTF-16 offset ${offset} is in the middle of a ${NAMES[unit]}`);
      }
      return offset + odd.surplus(before);
    },
    toUtf16(offset) {
      inside(offset, length, unit);
      const before = odd.before(offset, 'unit');
      const utf16 = offset - odd.surplus(before);
      if (before > 0 && utf16 < odd.ends[before - 1]!)
        throw new RangeError(`${unit} offset ${offset} is in the middle of a character`);
      return utf16;
    },
  };
}

const NAMES = {
  codepoint: 'surrogate pair',
  byte: 'surrogate pair',
  grapheme: 'grapheme cluster',
};

/**
 * The characters of a text that are not as long in another unit as in UTF-16, in order. There are few of them in most
 * texts, and none in many; between them both units count alike.
 */
class Odd {
  /** UTF-16 offsets where they begin and end. */
  readonly #starts: number[] = [];
  readonly ends: number[] = [];
  /** By how much the other unit is ahead at the end of each. */
  readonly #surplus: number[] = [];

  add(start: number, size: number, sizeInUnit: number): void {
    if (size === sizeInUnit) return;
    this.#surplus.push(this.surplus(this.count) + sizeInUnit - size);
    this.#starts.push(start);
    this.ends.push(start + size);
  }

  get count(): number {
    return this.ends.length;
  }

  /** By how much the other unit is ahead after so many of them. */
  surplus(count: number): number {
    return count === 0 ? 0 : this.#surplus[count - 1]!;
  }

  /** How many begin before an offset, which is given in UTF-16 or in the other unit. */
  before(offset: number, given: 'utf16' | 'unit'): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = this.#starts[middle]! + (given === 'unit' ? this.surplus(middle) : 0);
      if (start < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The code points that are not one unit long; refuses lone surrogates. */
function oddPoints(text: string, inBytes: boolean): Odd {
  const odd = new Odd();
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    if (code < 0xd800 || code > 0xdfff) {
      if (inBytes) odd.add(at, 1, code < 0x800 ? 2 : 3);
      continue;
    }
    if (!splitsSurrogatePair(text, at + 1)) {
      throw new RangeError(`lone surrogate U+${code.toString(16).toUpperCase()} at UTF-16 offset ${at}`);
    }
    odd.add(at, 2, inBytes ? 4 : 1);
    at++;
  }
  return odd;
}

function oddClusters(text: string): Odd {
  oddPoints(text, false); // refuses lone surrogates
  const odd = new Odd();
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { start, end } of pieces(text, { start: 0, end: text.length }, segmenter))
    odd.add(start, end - start, 1);
  return odd;
}

function inside(offset: number, length: number, unit: OffsetUnit): number {
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`${unit} offset ${offset} is outside a text of length ${length}`);
  }
  return offset;
}

function whole(text: string, offset: number): number {
  if (splitsSurrogatePair(text, offset)) {
    throw new RangeError(`UTF-16 offset ${offset} is in the middle of a surrogate pair`);
  }
  return offset;
}
