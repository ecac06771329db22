import fc from 'fast-check';
import { expect, it } from 'vitest';
import { onceEach } from './once-each';

it('names that are there twice are told apart by a number, and those that are not stay', () => {
  expect(onceEach(['a', 'b', 'a', 'a 2', 'a', ''])).toEqual(['a', 'b', 'a 2', 'a 2 2', 'a 3', '']);
  const names = fc.array(fc.constantFrom('', ' 2', 'a', 'a 2', 'a 3', 'a 2 2', 'b'));
  fc.assert(
    fc.property(names, (list) => {
      const unique = onceEach(list);
      expect(new Set(unique).size).toBe(list.length);
      unique.forEach((name, at) => {
        expect(name.startsWith(list[at]!)).toBe(true);
      });
      if (new Set(list).size === list.length) expect(unique).toEqual(list);
    }),
    { numRuns: 1000 },
  );
});

it('a hundred thousand columns without a name are told apart in no time', () => {
  expect(onceEach(Array.from({ length: 100_000 }, () => '')).at(-1)).toBe(' 100000');
});
