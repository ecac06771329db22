import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isTooDeep, MAX_DEPTH } from './json-depth';

const nested = (depth: number) => Buffer.from(`${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`);

test('refuses what is deeper than the limit and nothing else', () => {
  expect(isTooDeep(nested(MAX_DEPTH))).toBe(false);
  expect(isTooDeep(nested(MAX_DEPTH + 2))).toBe(true);
  expect(isTooDeep(nested(5_000_000))).toBe(true);
});

test('brackets inside strings do not count, whatever is escaped before them', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('[', '{', '"', '\\', '\\"', '😀', 'x')), (parts) => {
      const text = parts.join('').repeat(30);
      expect(isTooDeep(Buffer.from(JSON.stringify([text, { [text]: text }])))).toBe(false);
    }),
  );
});
