import type { Span } from '../../text/span';
import type { SamplePassage } from './sample-file';

/**
 * Where a passage stands in a text (UTF-16). Whole words only: "we" is not found in "were". Throws when it
 * is not there, or is there more often and neither `within` nor `occurrence` says which is meant.
 */
export function findPassage(text: string, passage: SamplePassage): Span {
  const { text: words, within, occurrence } = typeof passage === 'string' ? { text: passage } : passage;
  const scope = within === undefined ? { start: 0, end: text.length } : only(text, within);
  const found = occurrences(text, words).filter(({ start, end }) => start >= scope.start && end <= scope.end);
  const place = within === undefined ? 'in the article' : `in “${within}”`;
  if (occurrence !== undefined) {
    const span = found[occurrence - 1];
    if (!span) throw new Error(`“${words}” occurs ${found.length} times ${place}, not ${occurrence}`);
    return span;
  }
  if (found.length !== 1) throw new Error(`“${words}” occurs ${found.length} times ${place}, not once`);
  return found[0]!;
}

function only(text: string, words: string): Span {
  return findPassage(text, words);
}

function occurrences(text: string, words: string): readonly Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const end = start + words.length;
    if (!joins(text, start) && !joins(text, end)) found.push({ start, end });
  }
  return found;
}

/** Do a letter or digit before the offset and one after it belong to the same word? */
function joins(text: string, offset: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
