import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segments } from './segments';
import type { Span } from './span';

const runs = { numRuns: 1000 };
const span = fc
  .tuple(fc.integer({ min: -3, max: 30 }), fc.nat(12))
  .map(([start, length]): Span => ({ start, end: start + length }));
const spans = fc.array(span, { maxLength: 8 });

describe('segments', () => {
  it('tile the text: in order, without gap or overlap, none empty', () => {
    fc.assert(
      fc.property(fc.nat(25), spans, (length, list) => {
        let at = 0;
        for (const { start, end } of segments(length, list)) {
          expect(start).toBe(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBe(length);
      }),
      runs,
    );
  });

  it('lie under exactly the marks that cover each of their code units, in the order given', () => {
    fc.assert(
      fc.property(fc.nat(25), spans, (length, list) => {
        for (const { start, end, marks } of segments(length, list)) {
          for (let at = start; at < end; at++) {
            const covering = list.flatMap((next, mark) => (next.start <= at && at < next.end ? [mark] : []));
            expect(marks).toEqual(covering);
          }
        }
      }),
      runs,
    );
  });

  it('are cut nowhere but at the ends of spans', () => {
    fc.assert(
      fc.property(fc.nat(25), spans, (length, list) => {
        const ends = new Set(
          list.filter((next) => next.end > next.start).flatMap(({ start, end }) => [start, end]),
        );
        for (const { start } of segments(length, list)) if (start > 0) expect(ends).toContain(start);
      }),
      runs,
    );
  });

  it('of a text without spans is one, of no text none', () => {
    expect(segments(5, [])).toEqual([{ start: 0, end: 5, marks: [] }]);
    expect(segments(0, [{ start: 0, end: 5 }])).toEqual([]);
  });
});
