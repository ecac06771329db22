import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawnChunks } from './use-near-blocks';

const chunks = fc.tuple(
  fc.uniqueArray(fc.nat({ max: 300 }), { maxLength: 80 }),
  fc.nat({ max: 300 }),
  fc.nat({ max: 30 }),
  fc.nat({ max: 60 }),
);

describe('drawnChunks', () => {
  test('draws everything near, and besides only what was drawn before', () => {
    fc.assert(
      fc.property(chunks, ([before, from, count, most]) => {
        const drawn = drawnChunks(before, from, from + count, most);
        for (let at = from; at < from + count; at++) expect(drawn.has(at)).toBe(true);
        for (const at of drawn) expect((at >= from && at < from + count) || before.includes(at)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test('never draws more than `most` unless more are near, and keeps the nearest', () => {
    fc.assert(
      fc.property(chunks, ([before, from, count, most]) => {
        const drawn = drawnChunks(before, from, from + count, most);
        expect(drawn.size).toBeLessThanOrEqual(Math.max(count, most));
        const distance = (at: number) => (at < from ? from - at : at - (from + count) + 1);
        const outside = before.filter((at) => at < from || at >= from + count);
        const kept = outside.filter((at) => drawn.has(at));
        const left = outside.filter((at) => !drawn.has(at));
        if (left.length > 0) expect(drawn.size).toBeGreaterThanOrEqual(most);
        for (const near of kept)
          for (const far of left) expect(distance(near)).toBeLessThanOrEqual(distance(far));
      }),
      { numRuns: 1000 },
    );
  });
});
