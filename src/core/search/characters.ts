/**
 * What belongs to a word: letters, the marks on them, digits and the low line. Looked up by UTF-16 code unit in
 * a table, since every character of every article is asked for.
 */
export const WORD = 1;
const MARK = 2;
/** Half of a pair: the whole character decides. */
export const HALF = 4;

/** What each UTF-16 code unit is, in bits. */
export const UNITS = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  unit >= 0xd800 && unit <= 0xdfff ? HALF : classify(String.fromCharCode(unit)),
);

function kindOf(text: string, at: number): number {
  const kind = UNITS[text.charCodeAt(at)]!;
  if (kind !== HALF) return kind;
  const from = at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 ? at - 1 : at;
  return classify(String.fromCodePoint(text.codePointAt(from)!));
}

function classify(character: string): number {
  return (/[\p{L}\p{M}\p{N}_]/u.test(character) ? WORD : 0) | (/\p{M}/u.test(character) ? MARK : 0);
}

/** Does the character at this UTF-16 offset belong to a word? False outside the text. */
export function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (kindOf(text, at) & WORD) !== 0;
}

/** Is the character at this UTF-16 offset a mark on the one before (an accent, a vowel sign)? */
export function isMarkAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && (kindOf(text, at) & MARK) !== 0;
}

/** Where the word that reaches up to `at` ends: `at` itself when no word character stands there. */
export function endOfWord(text: string, at: number): number {
  let end = at;
  while (isWordAt(text, end)) end++;
  return end;
}

/** Where the first word at `at` or after it begins; the text's length when there is none. */
export function startOfWord(text: string, at: number): number {
  let start = at;
  while (start < text.length && !isWordAt(text, start)) start++;
  return start;
}
