import search from 'approx-string-match';
import { aligned } from './alignment';
import { CONTEXT_LENGTH } from './context';
import type { Span } from './span';
import { splitsSurrogatePair } from './span';

/** Words that were marked in another version of a text, and what stood around them ('' = not known). */
export interface RoughWords {
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * A place; or why there is none: at the one place that the surroundings tell, other words stand now ('gone'); several
 * places are as likely ('unsure'); nothing is like it, or too little is known to tell (null).
 */
export type RoughPlace = Span | 'gone' | 'unsure' | null;

/** Shares of units that may differ: of words with their surroundings, of the words, of words without surroundings. */
const AROUND = 0.2;
const WITHIN = 0.34;
const ALONE = 0.1;
/** Another place must differ by so much more, or nobody can say which is meant. */
const MARGIN = 0.08;
/** Fewer units tell nothing. With surroundings; and of the words alone. */
const FEWEST = 12;
const FEWEST_ALONE = 32;
/** Of longer quotes the ends are looked for. */
const LONGEST = 512;
/** So far words are widened to where a word begins or ends (units). */
const NEAR = 3;
/** Longer texts are not searched, nor is one text for ever: units of text times blocks of 32 units of pattern. */
const LONGEST_TEXT = 500_000;
const WORK = 60_000_000;

/** A text in which words are looked for that may have changed a little. Offsets are UTF-16. */
export class RoughSearch {
  #left = WORK;

  constructor(readonly text: string) {}

  /** Where words are now, if only a few characters of them and around them have changed. */
  find(words: RoughWords): RoughPlace {
    const { quote } = words;
    const [prefix, suffix] = [words.prefix.slice(-CONTEXT_LENGTH), words.suffix.slice(0, CONTEXT_LENGTH)];
    if (quote.trim() === '') return null;
    if (quote.length <= LONGEST) return this.#find(prefix, quote, suffix);
    const head = this.#find(prefix, quote.slice(0, LONGEST / 2), '');
    const tail = this.#find('', quote.slice(-LONGEST / 2), suffix);
    if (!isPlace(head) || !isPlace(tail)) return isPlace(head) ? tail : head;
    const length = tail.end - head.start;
    const isAlike = Math.abs(length - quote.length) <= quote.length * AROUND && tail.start >= head.start;
    return isAlike ? { start: head.start, end: tail.end } : 'unsure';
  }

  #find(prefix: string, quote: string, suffix: string): RoughPlace {
    const around = prefix + quote + suffix;
    const isKnown = prefix.length + suffix.length >= FEWEST / 2;
    const found =
      isKnown && around.length >= FEWEST ? this.#only(around, Math.floor(around.length * AROUND)) : null;
    if (isPlace(found)) return this.#within(found, prefix, quote, suffix);
    // Surroundings may be another page's, but words that are many speak for themselves.
    if (found !== null || quote.length < FEWEST_ALONE) return found;
    const alone = this.#only(quote, Math.floor(quote.length * ALONE));
    return isPlace(alone) ? this.#within(alone, '', quote, '') : alone;
  }

  /** The one place where a pattern is with so many differences at most, and nowhere else nearly as well. */
  #only(pattern: string, most: number): RoughPlace {
    const { text } = this;
    const work = 3 * text.length * Math.ceil(pattern.length / 32);
    if (text.length > LONGEST_TEXT || work > this.#left) return null;
    this.#left -= work;
    const places = search(text, pattern, most);
    const [best] = places;
    if (!best) return null;
    if (places.some(({ start, end }) => start >= best.end || end <= best.start)) return 'unsure';
    const start = places.reduce((least, next) => Math.min(least, next.start), best.start);
    const end = places.reduce((most, next) => Math.max(most, next.end), best.end);
    const middle = Math.floor((start + end) / 2);
    const nearly = best.errors + Math.max(2, Math.ceil(pattern.length * MARGIN));
    const isElsewhere = [text.slice(0, middle), text.slice(middle)].some(
      (part) => search(part, pattern, nearly).length > 0,
    );
    return isElsewhere ? 'unsure' : { start, end };
  }

  /** The words of what was found with its surroundings. */
  #within(found: Span, prefix: string, quote: string, suffix: string): RoughPlace {
    const { text } = this;
    const here = aligned(prefix + quote + suffix, text.slice(found.start, found.end));
    const [first, last] = [prefix.length, prefix.length + quote.length];
    if (here.errors(first, last) > quote.length * WITHIN) return 'gone';
    // What was put in at the edge of a quote is not of it, unless it made a word of it longer.
    let start = found.start + here.at(first).to;
    let end = found.start + here.at(last).from;
    if (start >= end) return 'gone';
    if (!isInWord(prefix + quote, first)) start = wordEdge(text, start, -1);
    if (!isInWord(quote + suffix, quote.length)) end = wordEdge(text, end, 1);
    if (splitsSurrogatePair(text, start)) start--;
    if (splitsSurrogatePair(text, end)) end++;
    return { start, end };
  }
}

export function isPlace(place: RoughPlace): place is Span {
  return typeof place === 'object' && place !== null;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

function isInWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && WORD.test(text[at - 1]!) && WORD.test(text[at]!);
}

function wordEdge(text: string, from: number, step: 1 | -1): number {
  let at = from;
  while (isInWord(text, at) && Math.abs(at - from) <= NEAR) at += step;
  return Math.abs(at - from) <= NEAR ? at : from;
}
