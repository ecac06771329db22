import type { Span } from '../text/span';
import type { ClaimIndex } from './claim-index';
import type { Word } from './claim-words';
import { INFLECTED, LITTLE, likeness, wordsOf } from './claim-words';

/**
 * How alike two wordings are: what they share of all that they weigh, forms of a word counting in part; less
 * where both give numbers, or names, and these do not agree.
 */
export function compare({ weight }: ClaimIndex, a: readonly Word[], b: readonly Word[]): number {
  let shared = 0;
  let all = 0;
  for (const [words, others] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const { text } of new Map(words.map((word) => [word.text, word])).values()) {
      const weighs = weight(text);
      all += weighs;
      shared += weighs * nearest(text, others);
    }
  }
  if (all === 0) return 0;
  const numbers = agreement(
    a.filter(({ number }) => number),
    b.filter(({ number }) => number),
    b,
    a,
  );
  const names = agreement(
    a.filter(({ name }) => name),
    b.filter(({ name }) => name),
    b,
    a,
  );
  return (shared / all) * (0.45 + 0.55 * numbers) * (0.6 + 0.4 * names);
}

/** How much of the shorter of two lists the other side says, too; 1 where a side has none. */
function agreement(
  a: readonly Word[],
  b: readonly Word[],
  besideB: readonly Word[],
  besideA: readonly Word[],
): number {
  if (a.length === 0 || b.length === 0) return 1;
  const [few, others] = a.length <= b.length ? [a, besideB] : [b, besideA];
  return few.filter(({ text }) => nearest(text, others) > 0).length / few.length;
}

/** How near the nearest of the words is: 1 for the same, 0 when none is a form of it. */
function nearest(text: string, words: readonly Word[]): number {
  let best = 0;
  for (const word of words) {
    if (word.text === text) return 1;
    if (best < 1 && !word.number) best = Math.max(best, likeness(text, word.text));
  }
  return best >= INFLECTED ? 0.5 + best / 2 : 0;
}

/** The words of `words` that `asked` says, too, UTF-16; little words only between or beside others do not count. */
export function sharedWith(asked: readonly Word[], words: readonly Word[]): readonly Span[] {
  const telling = words.filter(
    ({ text, number }) => (number || (text.length > 3 && !LITTLE.has(text))) && nearest(text, asked) > 0,
  );
  return telling.map(({ start, end }) => ({ start, end }));
}

/** The parts of a text that say the same as another, to be emphasised; UTF-16. */
export function sharedWords(text: string, other: string): readonly Span[] {
  return sharedWith(wordsOf(other), wordsOf(text));
}
