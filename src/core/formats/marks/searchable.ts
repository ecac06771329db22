import { isPlace, type RoughPlace, RoughSearch } from '../../text/find-roughly';
import { type Offsets, offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { splitsSurrogatePair } from '../../text/span';

/** Words that are looked for, and what stood around them. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** As many places are compared. */
const MOST = 2_000;
/** So many characters of the surroundings must be the same where words occur more than once. */
const ENOUGH = 4;
/** Characters that are not seen, and that tools leave out or put in as they like. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/;
const SAME: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"' };

/** A text in which passages of other tools are looked for. What it takes to do so is made once, when it is needed. */
export class Searchable {
  #codepoints: Offsets | undefined;
  #rough: RoughSearch | undefined;
  #even: { readonly text: string; readonly starts: readonly number[] } | undefined;

  constructor(readonly text: string) {}

  get codepoints(): Offsets {
    this.#codepoints ??= offsetsOf(this.text, 'codepoint');
    return this.#codepoints;
  }

  /**
   * Where words are (UTF-16), whatever their white space and quotation marks: where they stand with the most of their
   * surroundings. Null when they are not there, or in several places of which the surroundings do not say which.
   */
  find({ exact, prefix, suffix }: Quote): Span | null {
    const words = evened(exact).text.trim();
    if (words === '') return null;
    const { text, starts } = this.#evened;
    const [before, after] = [evened(prefix).text, evened(suffix).text];
    let [best, alike, twins, count] = [-1, -1, 0, 0];
    for (let at = text.indexOf(words); at >= 0 && count < MOST; at = text.indexOf(words, at + 1)) {
      count++;
      const score = alikeBefore(text, at, before) + alikeAfter(text, at + words.length, after);
      if (score === alike) twins++;
      if (score > alike) [best, alike, twins] = [at, score, 0];
    }
    if (count === 0 || (count > 1 && (twins > 0 || alike < ENOUGH))) return null;
    return { start: starts[best]!, end: starts[best + words.length - 1]! + 1 };
  }

  /** Are the words there, and with all of their surroundings? */
  holds({ exact, prefix, suffix }: Quote): boolean {
    return this.#evened.text.includes(evened(prefix + exact + suffix).text.trim());
  }

  /** Where the words are, if a few characters of them or around them have changed (UTF-16); see find-roughly.ts. */
  findRoughly({ exact, prefix, suffix }: Quote): RoughPlace {
    const { text, starts } = this.#evened;
    this.#rough ??= new RoughSearch(text);
    const found = this.#rough.find({
      quote: evened(exact).text.trim(),
      prefix: evened(prefix).text,
      suffix: evened(suffix).text,
    });
    if (!isPlace(found)) return found;
    const place = { start: starts[found.start]!, end: starts[found.end - 1]! + 1 };
    const { text: whole } = this;
    return { ...place, end: place.end + (splitsSurrogatePair(whole, place.end) ? 1 : 0) };
  }

  get #evened() {
    this.#even ??= evened(this.text);
    return this.#even;
  }
}

/** The text with one space for any white space, straight quotation marks, and nothing unseen; and where each unit was. */
function evened(text: string): { readonly text: string; readonly starts: readonly number[] } {
  const starts: number[] = [];
  let even = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (UNSEEN.test(unit)) continue;
    if (/\s/u.test(unit)) {
      if (even.endsWith(' ')) continue;
      even += ' ';
    } else even += SAME[unit] ?? unit;
    starts.push(at);
  }
  return { text: even, starts };
}

/** Space at the edge of surroundings may be missing on either side. */
function alikeBefore(text: string, at: number, prefix: string): number {
  let [alike, left, right] = [0, at - 1, prefix.length - 1];
  if (prefix[right] === ' ' && text[left] !== ' ') right--;
  else if (text[left] === ' ' && prefix[right] !== ' ') left--;
  for (; left >= 0 && right >= 0 && text[left] === prefix[right]; left--, right--) alike++;
  return alike;
}

function alikeAfter(text: string, at: number, suffix: string): number {
  let [alike, left, right] = [0, at, 0];
  if (suffix[right] === ' ' && text[left] !== ' ') right++;
  else if (text[left] === ' ' && suffix[right] !== ' ') left++;
  for (; right < suffix.length && text[left] === suffix[right]; left++, right++) alike++;
  return alike;
}
