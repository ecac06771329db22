import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameValue } from './same-value';

/** JSON with its keys sorted: two values are the same exactly if they are written alike. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, next) =>
    typeof next === 'object' && next !== null && !Array.isArray(next)
      ? Object.fromEntries(Object.entries(next).sort(([a], [b]) => (a < b ? -1 : 1)))
      : next,
  );

const small = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, fc.constantFrom(null, 0, 1, '', 'a', true), tie('list'), tie('record')),
  list: fc.array(tie('value'), { maxLength: 3 }),
  record: fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3 }),
})).value;

const shuffled = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, next]) => [key, shuffled(next)]),
  );
};

describe('the same value', () => {
  it('is what is written alike in JSON with sorted keys', () => {
    fc.assert(
      fc.property(small, small, (a, b) => {
        expect(sameValue(a, b)).toBe(written(a) === written(b));
        expect(sameValue(a, shuffled(a))).toBe(true);
        expect(sameValue(structuredClone(a), a)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('does not mind an undefined key, on either side', () => {
    expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
  });
});
