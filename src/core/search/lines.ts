import type { Span } from '../text/span';
import { splitsSurrogatePair } from '../text/span';
import { endOfWord, isWordAt, startOfWord } from './characters';
import { foldQuery } from './fold';

/** A hit with what stands before and after it, as a concordance shows it: on one line, ¶ between paragraphs. */
export interface ConcordanceLine {
  readonly left: string;
  readonly hit: string;
  readonly right: string;
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** Units looked at for so many characters, marks and joiners included: a family of emoji takes 11. */
const reachOf = (characters: number) => 8 * characters + 64;

/** A hit between at most `most` characters (as a reader counts them) on either side. The span is UTF-16. */
export function lineAt(text: string, { start, end }: Span, most = 60): ConcordanceLine {
  let from = Math.max(0, start - reachOf(most));
  if (splitsSurrogatePair(text, from)) from++;
  let to = Math.min(text.length, end + reachOf(most));
  if (splitsSurrogatePair(text, to)) to--;
  const before = Array.from(graphemes.segment(text.slice(from, start)), ({ segment }) => segment);
  const after = Array.from(graphemes.segment(text.slice(end, to)), ({ segment }) => segment);
  // Where the window cuts, a character may be cut, too.
  if (from > 0 && before.length <= most) before.shift();
  if (to < text.length && after.length <= most) after.pop();
  return {
    left: oneLine(before.slice(-most).join('').trimStart()),
    hit: oneLine(text.slice(start, end)),
    right: oneLine(after.slice(0, most).join('').trimEnd()),
  };
}

const oneLine = (text: string) => text.replace(/\s+/g, (gap) => (gap.includes('\n') ? ' ¶ ' : ' '));

/** How far a neighbour is looked for, and how many of them sort lines (UTF-16 units; words). */
const REACH = 120;
const NEIGHBOURS = 3;

/** The words beside a hit, the nearest first, in a form that sorts: neither capitals nor accents count. */
export function neighbours(text: string, { start, end }: Span, side: 'left' | 'right'): string {
  const words: string[] = [];
  if (side === 'right') {
    const reach = Math.min(text.length, end + REACH);
    for (let at = startOfWord(text, end); at < reach && words.length < NEIGHBOURS; ) {
      const stop = endOfWord(text, at);
      words.push(text.slice(at, stop));
      at = startOfWord(text, stop);
    }
  } else {
    const reach = Math.max(0, start - REACH);
    for (let at = start; at > reach && words.length < NEIGHBOURS; ) {
      while (at > reach && !isWordAt(text, at - 1)) at--;
      const stop = at;
      while (at > reach && isWordAt(text, at - 1)) at--;
      if (stop > at) words.push(text.slice(at, stop));
    }
  }
  return sortable(words.join(' '));
}

/** A form of a text that puts words in their usual order when compared unit by unit. */
export function sortable(text: string): string {
  return foldQuery(text, 'lower').normalize('NFD').replace(/\p{M}/gu, '');
}
