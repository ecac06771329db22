/**
 * What belongs to a word: letters, the marks on them, digits and the low line. Looked up by UTF-16 code unit in
 * a table, since every character of every article is asked for.
 */
const WORD = 1;
const MARK = 2;

let kinds: Uint8Array | undefined;

function kindOf(text: string, at: number): number {
  kinds ??= table();
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdfff) return kinds[unit] ?? 0;
  // Either half of a pair: the whole character decides.
  const from = unit >= 0xdc00 && at > 0 ? at - 1 : at;
  return classify(String.fromCodePoint(text.codePointAt(from) ?? 0));
}

function table(): Uint8Array {
  const found = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit++) found[unit] = classify(String.fromCharCode(unit));
  return found;
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
