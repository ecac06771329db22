import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editsAllowed, withinEdits } from './edits';
import { findFuzzy, pointsOf, roughly } from './find-fuzzy';

/** The whole table, as in the textbooks (optimal string alignment). */
function distance(a: readonly number[], b: readonly number[]): number {
  const d = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      d[i]![j] = Math.min(d[i - 1]![j]! + 1, d[i]![j - 1]! + 1, d[i - 1]![j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        d[i]![j] = Math.min(d[i]![j]!, d[i - 2]![j - 2]! + 1);
    }
  }
  return d[a.length]![b.length]!;
}

const letters = fc
  .array(fc.constantFrom('a', 'b', 'c', 'é', '𝒜'), { maxLength: 11 })
  .map((list) => list.join(''));

describe('nearness of words', () => {
  it('is what the whole table of distances says', () => {
    fc.assert(
      fc.property(letters, letters, fc.nat(3), (one, other, most) => {
        const [a, b] = [pointsOf(one), pointsOf(other)];
        expect(withinEdits(a, b, most)).toBe(distance(a, b) <= most);
      }),
      { numRuns: 5000 },
    );
  });

  it('grows with the word', () => {
    expect([1, 3, 4, 7, 8, 20].map(editsAllowed)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('finds in a text every word that is near, and no other', () => {
    const words = fc.array(letters, { maxLength: 12 });
    fc.assert(
      fc.property(words, letters, fc.constantFrom(' ', ', ', '-'), (list, asked, gap) => {
        const text = list.join(gap);
        const most = editsAllowed(pointsOf(asked).length);
        fc.pre(most > 0);
        const slow = [...text.matchAll(/[\p{L}]+/gu)]
          .filter(({ 0: word }) => distance(pointsOf(word), pointsOf(asked)) <= most)
          .map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
        expect(findFuzzy(text, roughly(asked), Number.POSITIVE_INFINITY)).toEqual(slow);
      }),
      { numRuns: 1000 },
    );
  });
});
