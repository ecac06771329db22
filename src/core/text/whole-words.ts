import type { Span } from './span';

/** A phrase found in a text; UTF-16. */
export interface Hit<Name> {
  readonly span: Span;
  readonly name: Name;
}

/** Finds phrases in a text, from left to right and without overlaps. */
export type Finder<Name> = (text: string) => readonly Hit<Name>[];

const WORD = /[\p{L}\p{N}\p{M}_]/u;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Finds phrases as whole words, the longest where several begin together. Case counts, but a phrase may begin
 * a sentence (“The union” for “the union”) or stand in capitals as in a headline; white space and apostrophes
 * of any kind are alike. Made for many texts: one plain regex finds candidates, and only those are looked at.
 */
export function wholeWords<Name>(phrases: readonly (readonly [string, Name])[]): Finder<Name> {
  const known = new Map<string, Name>();
  for (const [phrase, name] of phrases) {
    for (const written of writings(phrase)) if (!known.has(written)) known.set(written, name);
  }
  const longest = [...known.keys()].sort((a, b) => b.length - a.length);
  if (longest.length === 0) return () => [];
  const any = new RegExp(longest.map(patternOf).join('|'), 'g');
  const each = longest.map((written) => [new RegExp(patternOf(written), 'y'), known.get(written)!] as const);
  return (text) => {
    const found: Hit<Name>[] = [];
    any.lastIndex = 0;
    for (let next = any.exec(text); next; next = any.exec(text)) {
      const start = next.index;
      let end = start;
      for (const [pattern, name] of each) {
        pattern.lastIndex = start;
        if (!pattern.test(text) || !isWhole(text, start, pattern.lastIndex)) continue;
        end = pattern.lastIndex;
        found.push({ span: { start, end }, name });
        break;
      }
      any.lastIndex = Math.max(end, start + 1);
    }
    return found;
  };
}

/** The ways a phrase is written: as given, at the beginning of a sentence, in capitals; composed or not. */
function writings(phrase: string): readonly string[] {
  const plain = phrase.trim().replace(/\s+/g, ' ');
  if (plain === '') return [];
  const [first = ''] = plain;
  const capital = first.toUpperCase() + plain.slice(first.length);
  const all = [plain, capital, ...(plain.length > 3 ? [plain.toUpperCase()] : [])];
  return [
    ...new Set(all.flatMap((written) => [written, written.normalize('NFC'), written.normalize('NFD')])),
  ];
}

const patternOf = (written: string) =>
  written
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/ /g, '\\s+')
    .replace(/['’ʼ]/g, "['’ʼ]");

/** Do no letters or digits of the same word stand before and after? */
function isWhole(text: string, start: number, end: number): boolean {
  return parted(before(text, start), at(text, start)) && parted(before(text, end), at(text, end));
}

function parted(left: string, right: string): boolean {
  return !WORD.test(left) || !WORD.test(right) || UNSPACED.test(left) || UNSPACED.test(right);
}

const at = (text: string, offset: number) =>
  offset < text.length ? String.fromCodePoint(text.codePointAt(offset)!) : '';

/** The character that ends at an offset, or "". */
function before(text: string, offset: number): string {
  if (offset === 0) return '';
  const pair =
    offset > 1 && /[\uD800-\uDBFF]/.test(text[offset - 2]!) && /[\uDC00-\uDFFF]/.test(text[offset - 1]!);
  return text.slice(offset - (pair ? 2 : 1), offset);
}
