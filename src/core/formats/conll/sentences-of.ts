import type { Article } from '../../project/model';
import { sentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import { words } from '../../text/tokens';

/** The words of one sentence, as spans of the text (UTF-16). */
export interface Sentence {
  readonly words: readonly Span[];
  /** Does it begin a block of the article? */
  readonly opens: boolean;
}

/**
 * The words of an article by sentences, in order. A word that stands in no sentence goes with the words before it, or
 * else with the first sentence, so that none is lost.
 */
export function sentencesOf({ text, blocks, language }: Article): readonly Sentence[] {
  const whole = [{ start: 0, end: text.length }];
  const starts: { at: number; opens: boolean }[] = [];
  for (const block of blocks.length > 0 ? blocks : whole) {
    sentences(text, block, language).forEach(({ start }, index) => {
      starts.push({ at: start, opens: index === 0 });
    });
  }
  const found: { words: Span[]; opens: boolean; readonly number: number }[] = [];
  let next = 0;
  let opens = false;
  for (const word of words(text, language)) {
    for (; next < starts.length && starts[next]!.at <= word.start; next++) opens ||= starts[next]!.opens;
    const number = Math.max(1, next);
    if (found.at(-1)?.number === number) found.at(-1)!.words.push(word);
    else {
      found.push({ words: [word], opens: opens || found.length === 0, number });
      opens = false;
    }
  }
  return found;
}
