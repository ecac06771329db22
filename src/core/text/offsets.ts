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
  const boundaries = unit === 'utf16' ? null : boundariesOf(text, unit);
  if (boundaries === null) {
    const check = (offset: number) => whole(text, inside(offset, text.length, unit));
    return { unit, length: text.length, fromUtf16: check, toUtf16: check };
  }
  const { utf16, counts } = boundaries;
  const last = utf16.length - 1;
  return {
    unit,
    length: counts ? counts[last]! : last,
    fromUtf16(offset) {
      const index = find(utf16, inside(offset, text.length, 'utf16'));
      if (index < 0) throw new RangeError(`UTF-16 offset ${offset} is in the middle of a ${NAMES[unit]}`);
      return counts ? counts[index]! : index;
    },
    toUtf16(offset) {
      inside(offset, counts ? counts[last]! : last, unit);
      const index = counts ? find(counts, offset) : offset;
      if (index < 0) throw new RangeError(`${unit} offset ${offset} is in the middle of a character`);
      return utf16[index]!;
    },
  };
}

const NAMES = {
  utf16: 'pair',
  codepoint: 'surrogate pair',
  byte: 'surrogate pair',
  grapheme: 'grapheme cluster',
};

interface Boundaries {
  /** UTF-16 offsets of every boundary, ascending, the ends included. */
  readonly utf16: Uint32Array;
  /** The same boundaries in the other unit; absent where that is simply the index. */
  readonly counts?: Uint32Array;
}

function boundariesOf(text: string, unit: Exclude<OffsetUnit, 'utf16'>): Boundaries {
  const utf16 = new Uint32Array(text.length + 1);
  const counts = new Uint32Array(unit === 'byte' ? text.length + 1 : 0);
  let used = 0;
  let bytes = 0;
  const starts = unit === 'grapheme' ? graphemeStarts(text) : codePointStarts(text);
  for (const { at, size } of starts) {
    if (unit === 'byte') counts[used] = bytes;
    bytes += size;
    utf16[used++] = at;
  }
  if (unit === 'byte') counts[used] = bytes;
  utf16[used++] = text.length;
  return unit === 'byte'
    ? { utf16: utf16.slice(0, used), counts: counts.slice(0, used) }
    : { utf16: utf16.slice(0, used) };
}

/** Every code point's UTF-16 offset and its size in UTF-8 bytes. */
function* codePointStarts(text: string): Generator<{ at: number; size: number }> {
  for (let at = 0; at < text.length; ) {
    const point = text.codePointAt(at)!;
    if (point >= 0xd800 && point <= 0xdfff) {
      throw new RangeError(`lone surrogate U+${point.toString(16).toUpperCase()} at UTF-16 offset ${at}`);
    }
    yield { at, size: point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4 };
    at += point > 0xffff ? 2 : 1;
  }
}

function* graphemeStarts(text: string): Generator<{ at: number; size: number }> {
  for (const _ of codePointStarts(text)) void _; // refuses lone surrogates
  const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
  for (const { start } of pieces(text, { start: 0, end: text.length }, segmenter))
    yield { at: start, size: 1 };
}

/** The index of `value` in an ascending array, or -1. */
function find(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle]!;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
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
