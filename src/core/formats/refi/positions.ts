import { offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { converted, edges } from '../marks/plausible';

/** What the positions of a project count: the standard leaves room, and programs differ. */
export interface Counting {
  /** Is a line break of CR and LF two characters, or one? */
  readonly lineBreak: 1 | 2;
  readonly unit: 'codepoint' | 'utf16';
  /** Is the end the last character of the passage, or the one after it? */
  readonly end: 'after' | 'last';
}

/** A text of a project as its file has it, with positions in it and what the file calls the passages. */
export interface Positions {
  readonly text: string;
  readonly places: readonly (Span & { readonly name: string })[];
}

/** As much text as is looked at, in UTF-16 code units. */
const ENOUGH = 400_000;
/** And as many positions. */
const MOST_PLACES = 2_000;

/** The text with "\n" for every line break, as articles have it. */
export function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * The way of counting in which most positions mark what their names say, or begin and end at the edges of words; of
 * equals the first: code points, with every character of the file counted, up to the end. That the end might be the
 * last character is only believed when it fits much better.
 */
export function likelyCounting(all: readonly Positions[]): Counting {
  const some: Positions[] = [];
  for (let seen = 0, at = 0, left = MOST_PLACES; at < all.length && seen < ENOUGH && left > 0; at++) {
    const { text, places } = all[at]!;
    if (places.length === 0) continue;
    some.push({ text, places: places.slice(0, left) });
    seen += text.length;
    left -= places.length;
  }
  const breaks = some.some(({ text }) => text.includes('\r\n')) ? ([2, 1] as const) : ([2] as const);
  const units = some.some(({ text }) => /[\u{10000}-\u{10ffff}]/u.test(text))
    ? (['codepoint', 'utf16'] as const)
    : (['codepoint'] as const);
  const places = some.reduce((sum, { places }) => sum + places.length, 0);
  let best: { counting: Counting; score: number } | undefined;
  for (const end of ['after', 'last'] as const) {
    const margin = end === 'last' ? 1 + places / 4 : 0;
    for (const unit of units) {
      for (const lineBreak of breaks) {
        const counting = { lineBreak, unit, end };
        const score = scoreOf(some, counting) - margin;
        if (!best || score > best.score) best = { counting, score };
      }
    }
  }
  return best!.counting;
}

function scoreOf(all: readonly Positions[], counting: Counting): number {
  let score = 0;
  for (const { text, places } of all) {
    const plain = withLineFeeds(text);
    const spanOf = placing(text, counting);
    for (const place of places) {
      const span = spanOf(place);
      score += span
        ? edges(plain, span) + (isNamed(plain.slice(span.start, span.end), place.name) ? 4 : 0)
        : -2;
    }
  }
  return score;
}

/** Does the name say these words, or how they begin? */
function isNamed(words: string, name: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  const [said, cut] = [plain(name).replace(/(?:…|\.\.\.)$/, ''), /(?:…|\.\.\.)$/.test(name.trim())];
  if (said === '') return false;
  return cut ? plain(words).startsWith(said) : plain(words) === said;
}

/**
 * Puts positions that count so in `text` into it as it is with line feeds (UTF-16); null for what is nowhere in it.
 */
export function placing(text: string, { lineBreak, unit, end }: Counting): (place: Span) => Span | null {
  const counted = lineBreak === 2 ? text : withLineFeeds(text);
  const offsets = offsetsOf(counted, unit);
  const gone = counted.includes('\r\n') ? returnsIn(counted) : null;
  return (place) => {
    const span = converted(offsets, { start: place.start, end: end === 'last' ? place.end + 1 : place.end });
    if (!span || !gone) return span;
    const moved = { start: span.start - gone(span.start), end: span.end - gone(span.end) };
    return moved.start < moved.end ? moved : null;
  };
}

/** How many returns before an offset go with the line feed after them. One between the two counts as before both. */
function returnsIn(text: string): (offset: number) => number {
  const places = Array.from(text.matchAll(/\r\n/g), ({ index }) => index);
  return (offset) => {
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
