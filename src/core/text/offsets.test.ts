import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOLDEN_STRINGS } from '../formats/fixtures/golden-strings';
import { arbitraryText, boundariesOf } from '../project/text.arbitrary';
import type { OffsetUnit } from './offsets';
import { offsetsOf } from './offsets';

const UNITS = ['utf16', 'codepoint', 'byte', 'grapheme'] as const satisfies readonly OffsetUnit[];
const runs = { numRuns: 1000 };

/** Counts the slow way, by means that offsets.ts does not use. */
const count: Record<OffsetUnit, (text: string) => number> = {
  utf16: (text) => text.length,
  codepoint: (text) => Array.from(text).length,
  byte: (text) => Buffer.byteLength(text, 'utf8'),
  grapheme: (text) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)].length,
};

describe.each(UNITS)('offsets in %s', (unit) => {
  it.each(GOLDEN_STRINGS)('agree with the measured ones for $name', (golden) => {
    const [start, end] = golden.utf16;
    expect(golden.text.slice(start, end)).toBe(golden.target);
    const offsets = offsetsOf(golden.text, unit);
    expect([offsets.fromUtf16(start), offsets.fromUtf16(end)]).toEqual(golden[unit]);
    expect(golden[unit].map((offset) => offsets.toUtf16(offset))).toEqual(golden.utf16);
  });

  it('are the length of what comes before, wherever they are defined', () => {
    fc.assert(
      fc.property(arbitraryText(), fc.nat(999), (text, pick) => {
        const offsets = offsetsOf(text, unit);
        expect(offsets.length).toBe(count[unit](text));
        const boundaries = boundariesOf(text);
        const at = boundaries[pick % boundaries.length]!;
        if (unit === 'grapheme' && !clusterStarts(text).includes(at)) {
          expect(() => offsets.fromUtf16(at)).toThrow(RangeError);
        } else {
          expect(offsets.fromUtf16(at)).toBe(count[unit](text.slice(0, at)));
        }
      }),
      runs,
    );
  });

  it('go there and back: a bijection between the boundaries', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const offsets = offsetsOf(text, unit);
        const upTo = (length: number) => Array.from({ length: length + 1 }, (_, at) => at);
        const there = upTo(text.length).map((at) => defined(() => offsets.fromUtf16(at)));
        const known = there.filter((at) => at !== null);
        expect(known).toEqual([...new Set(known)].sort((a, b) => a - b));
        expect([known[0], known.at(-1)]).toEqual([0, offsets.length]);
        const back = upTo(offsets.length).map((at) => defined(() => offsets.toUtf16(at)));
        expect(there.map((to, at) => (to === null ? at : back[to]))).toEqual(upTo(text.length));
        expect(back.map((to, at) => (to === null ? at : there[to]))).toEqual(upTo(offsets.length));
        if (unit === 'codepoint' || unit === 'grapheme') expect(back).not.toContain(null); // these have no insides
      }),
      runs,
    );
  });

  it('refuse the middle of a surrogate pair, what is outside, and what is no whole number', () => {
    const offsets = offsetsOf('a😀b', unit);
    expect(() => offsets.fromUtf16(2)).toThrow(/2 is in the middle of a (surrogate pair|grapheme cluster)/);
    for (const bad of [-1, 5, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => offsets.fromUtf16(bad)).toThrow(RangeError);
    }
    for (const bad of [-1, offsets.length + 1, 0.5, Number.NaN]) {
      expect(() => offsets.toUtf16(bad)).toThrow(RangeError);
    }
  });

  it('know the empty text', () => {
    const offsets = offsetsOf('', unit);
    expect([offsets.length, offsets.fromUtf16(0), offsets.toUtf16(0)]).toEqual([0, 0, 0]);
  });
});

describe('a lone surrogate', () => {
  it.each(['\ud83d', 'a\ude00b', '😀\ud83d', '\ude00\ud83d'])('cannot be counted in %j', (text) => {
    for (const unit of ['codepoint', 'byte', 'grapheme'] as const) {
      expect(() => offsetsOf(text, unit)).toThrow(/lone surrogate U\+D[8-F]/);
    }
  });
});

describe('bytes', () => {
  it('inside a character are refused', () => {
    const offsets = offsetsOf('é😀', 'byte');
    expect([0, 2, 6].map((at) => offsets.toUtf16(at))).toEqual([0, 1, 3]);
    for (const inside of [1, 3, 4, 5]) expect(() => offsets.toUtf16(inside)).toThrow(/in the middle/);
  });
});

describe('the size of a character', () => {
  it.each([0x7f, 0x80, 0x7ff, 0x800, 0xd7ff, 0xe000, 0xffff, 0x10000, 0x10ffff])(
    'is right at U+%d',
    (point) => {
      const character = String.fromCodePoint(point);
      expect(offsetsOf(character, 'byte').length).toBe(Buffer.byteLength(character));
      expect(offsetsOf(character, 'codepoint').length).toBe(1);
    },
  );
});

describe('a text of 2 MB', () => {
  it('is counted in every unit', () => {
    const text = `${'Ships sail on. 😀\n'.repeat(120_000)}end`;
    expect(Buffer.byteLength(text)).toBeGreaterThan(2_000_000);
    for (const unit of UNITS) {
      const offsets = offsetsOf(text, unit);
      expect(offsets.length).toBe(unit === 'grapheme' ? 120_000 * 17 + 3 : count[unit](text));
      expect(offsets.toUtf16(offsets.length - 3)).toBe(text.length - 3);
    }
  });
});

function clusterStarts(text: string): number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return [...Array.from(segments, ({ index }) => index), text.length];
}

function defined(compute: () => number): number | null {
  try {
    return compute();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return null;
  }
}
