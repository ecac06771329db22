import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../project/text.arbitrary';
import type { Span } from './span';
import {
  assertSpan,
  compareSpans,
  contains,
  coveredLength,
  covers,
  hull,
  normalise,
  overlaps,
  splitsSurrogatePair,
  subtract,
} from './span';

const runs = { numRuns: 1000 };
/** Also empty and backward ones: a drag of the mouse gives them. */
const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([start, end]): Span => ({ start, end }));
const spans = fc.array(span, { maxLength: 6 });
const proper = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 8 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

/** The code units that spans cover, one by one: the meaning against which all else is checked. */
const units = (list: readonly Span[]) => {
  const found = new Set<number>();
  for (const { start, end } of list) for (let at = start; at < end; at++) found.add(at);
  return [...found].sort((a, b) => a - b);
};

describe('normalise', () => {
  it('covers exactly what it was given, in order, with gaps between and nothing empty', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const found = normalise(list);
        expect(units(found)).toEqual(units(list));
        found.forEach(({ start, end }, at) => {
          expect(start).toBeLessThan(end);
          if (at > 0) expect(found[at - 1]!.end).toBeLessThan(start);
        });
        expect(coveredLength(found)).toBe(units(list).length);
      }),
      runs,
    );
  });

  it('gives one form to all lists that cover the same, whatever their order', () => {
    fc.assert(
      fc.property(spans, (list) => {
        expect(normalise(normalise(list))).toEqual(normalise(list));
        expect(normalise([...list].reverse())).toEqual(normalise(list));
        const pieces = units(list).map((at) => ({ start: at, end: at + 1 }));
        expect(normalise(pieces)).toEqual(normalise(list));
      }),
      runs,
    );
  });
});

describe('subtract', () => {
  it('takes away the hole and nothing else', () => {
    fc.assert(
      fc.property(spans, span, (list, hole) => {
        const gone = new Set(units([hole]));
        const found = subtract(list, hole);
        if (hole.start <= hole.end) {
          expect(units(found)).toEqual(units(list).filter((at) => !gone.has(at)));
        }
        expect(normalise(found)).toEqual(found);
      }),
      runs,
    );
  });

  it('with an empty hole takes away nothing', () => {
    expect(subtract([{ start: 2, end: 9 }], { start: 5, end: 5 })).toEqual([{ start: 2, end: 9 }]);
  });
});

describe('the relations of two spans', () => {
  it('mean what their code units say', () => {
    fc.assert(
      fc.property(proper, proper, (a, b) => {
        const [inA, inB] = [new Set(units([a])), new Set(units([b]))];
        expect(overlaps(a, b)).toBe([...inA].some((at) => inB.has(at)));
        expect(contains(a, b)).toBe([...inB].every((at) => inA.has(at)));
        if (compareSpans(a, b) === 0) expect(a).toEqual(b);
        expect(Math.sign(compareSpans(a, b))).toBe(-Math.sign(compareSpans(b, a)) + 0);
        if (contains(a, b)) expect(compareSpans(a, b)).toBeLessThanOrEqual(0);
      }),
      runs,
    );
  });

  it('cover: canonical spans hold all of the others, unit by unit', () => {
    fc.assert(
      fc.property(fc.array(proper, { maxLength: 4 }), fc.array(proper, { maxLength: 4 }), (outer, inner) => {
        const [a, b] = [normalise(outer), normalise(inner)];
        const held = new Set(units(a));
        expect(covers(a, b)).toBe(b.length > 0 && units(b).every((at) => held.has(at)));
      }),
      runs,
    );
  });

  it('the hull is the least span that holds all', () => {
    fc.assert(
      fc.property(fc.array(proper, { minLength: 1, maxLength: 5 }), (list) => {
        const all = units(list);
        expect(hull(list)).toEqual({ start: all[0], end: all.at(-1)! + 1 });
      }),
      runs,
    );
    expect(hull([])).toBeNull();
  });
});

describe('a span of a text', () => {
  it('is refused exactly when it names no characters', () => {
    fc.assert(
      fc.property(
        arbitraryText(),
        fc.integer({ min: -2, max: 30 }),
        fc.integer({ min: -2, max: 30 }),
        (text, start, end) => {
          const edges = new Set([0]);
          for (const character of text) edges.add([...edges].at(-1)! + character.length);
          const good = edges.has(start) && edges.has(end) && start < end;
          if (good) assertSpan(text, { start, end });
          else expect(() => assertSpan(text, { start, end })).toThrow(RangeError);
          if (start >= 0 && start <= text.length)
            expect(splitsSurrogatePair(text, start)).toBe(!edges.has(start));
        },
      ),
      runs,
    );
  });

  it('is refused with the numbers in the message', () => {
    expect(() => assertSpan('a😀b', { start: 0, end: 2 })).toThrow(
      'offset 2 is in the middle of a surrogate pair',
    );
    expect(() => assertSpan('abc', { start: 1, end: 9 })).toThrow(
      'span 1,9 is not a non-empty span of a text of 3',
    );
    expect(() => assertSpan('abc', { start: 0.5, end: 2 })).toThrow(RangeError);
    expect(() => assertSpan('abc', { start: Number.NaN, end: 2 })).toThrow(RangeError);
  });
});
