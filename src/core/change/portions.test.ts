import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryStory } from '../project/change.arbitrary';
import { parseChange } from '../project/validate';
import type { Change } from './change';
import { NO_CHANGE } from './change';
import { inPortions, isLarge, joined } from './portions';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

it('a change is what its portions are together, and each of them is a change, however long they are', () => {
  fc.assert(
    fc.property(arbitraryStory(1), fc.integer({ min: 1, max: 20_000 }), ({ changes: [change] }, length) => {
      const portions = [...inPortions(change!, length)].map((json) => parseChange(JSON.parse(json)));
      expect(plain(joined(portions))).toEqual(plain(change));
    }),
    { numRuns: 300 },
  );
});

it('a portion ends with the row that fills it, so that nothing grows with the number of rows', () => {
  const rows = Array.from({ length: 1000 }, (_, n) => [`s${n}`, [null, { id: `s${n}`, name: 'Ida Holm' }]]);
  const change = { speakers: Object.fromEntries(rows) } as Change;
  const portions = [...inPortions(change, 1000)];
  expect(portions.length).toBeGreaterThan(30);
  for (const portion of portions) expect(portion.length).toBeLessThan(1100);
  expect(isLarge(change)).toBe(true);
});

it('nothing is in no portion', () => {
  expect([...inPortions(NO_CHANGE)]).toEqual([]);
  expect(isLarge(NO_CHANGE)).toBe(false);
});
