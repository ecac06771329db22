import { NO_NAME, PREPOSITIONS } from './words';

/** The words of a passage, without its marks. */
function wordsOf(passage: string): readonly string[] {
  return passage.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*/gu) ?? [];
}

/** Fewer than three words: “smart”, “carbon neutral”. */
export function isFragment(passage: string): boolean {
  return wordsOf(passage).length < 3;
}

/** Is every word of weight written with a capital, as in the title of a book? */
export function isTitle(passage: string): boolean {
  const words = wordsOf(passage);
  const weighty = words.filter((word, at) => at === 0 || at === words.length - 1 || isWeighty(word));
  return (
    words.length > 0 &&
    !/[.?!…][”"’'»]+$/u.test(passage) &&
    weighty.every((word) => /^[\p{Lu}\p{N}]/u.test(word))
  );
}

function isWeighty(word: string): boolean {
  const lower = word.toLowerCase();
  return word.length > 3 && !PREPOSITIONS.has(lower) && !(NO_NAME.has(lower) && word.length < 5);
}

/** Words before a passage that call something by it. */
const NAMES_IT =
  /(?:\b(?:so-called|called|named|titled|entitled|nicknamed|dubbed|known as|word|words|term|phrase|hashtag|slogan|film|movie|book|novel|song|album|single|series|show|programme|program|play|painting|poem|musical|opera|ship|boat|ferry)\s*,?|\p{L}[’']s)\s*$/iu;

/** Do the words before a passage (the end of them is enough) say that it is a name for something? */
export function namesSomething(before: string): boolean {
  return NAMES_IT.test(before.slice(-24));
}
