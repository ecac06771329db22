import type { Span } from '../text/span';
import { endOfWord, isMarkAt, isWordAt } from './characters';

/** Folded pieces to be found one after the other with white space between them. */
export interface Needle {
  readonly pieces: readonly string[];
  /** Which of them is looked for first. */
  readonly anchor: number;
  /** No word may go on before it, or after it. */
  readonly fromStart: boolean;
  readonly toEnd: boolean;
  /** The hit goes on to the end of its last word. */
  readonly whole: boolean;
}

/** Letters that words begin with, in English and its neighbours, the commonest first. */
const COMMON = 'taosiwcbhpfmdrelngukvjyqxz';

/** The piece that is likely to be rarest: the engine hops from first letter to first letter. */
export function anchorOf(pieces: readonly string[]): number {
  const rarity = (piece: string) => ((COMMON.indexOf(piece[0]!) + 26) % 26) + Math.min(piece.length, 12);
  return pieces.reduce((best, piece, at) => (rarity(piece) > rarity(pieces[best]!) ? at : best), 0);
}

/**
 * The places of a needle in a folded text (UTF-16 of that text), leftmost first, none overlapping another; at
 * most `most`. The engine's search for a plain string does the work, for the anchor; what stands around is
 * looked at only there.
 */
export function findLiteral(text: string, needle: Needle, most: number): readonly Span[] {
  const { pieces, anchor } = needle;
  const word = pieces[anchor]!;
  const found: Span[] = [];
  let free = 0;
  let at = text.indexOf(word);
  while (at >= 0 && found.length < most) {
    const start = backward(text, pieces, anchor, at);
    const end = start < free ? -1 : forward(text, pieces, anchor, at + word.length);
    if (end >= 0 && fits(text, needle, start, end)) {
      free = needle.whole ? endOfWord(text, end) : end;
      found.push({ start, end: free });
    }
    at = text.indexOf(word, Math.max(at + 1, free));
  }
  return found;
}

/** Where the pieces before the anchor begin, or -1. */
function backward(text: string, pieces: readonly string[], anchor: number, at: number): number {
  let start = at;
  for (let index = anchor - 1; index >= 0; index--) {
    let gap = start;
    while (text.charCodeAt(gap - 1) === 32) gap--;
    const from = gap - pieces[index]!.length;
    if (gap === start || from < 0 || !text.startsWith(pieces[index]!, from)) return -1;
    start = from;
  }
  return start;
}

/** Where the pieces after the anchor end, or -1. */
function forward(text: string, pieces: readonly string[], anchor: number, at: number): number {
  let end = at;
  for (let index = anchor + 1; index < pieces.length; index++) {
    let gap = end;
    while (text.charCodeAt(gap) === 32) gap++;
    if (gap === end || !text.startsWith(pieces[index]!, gap)) return -1;
    end = gap + pieces[index]!.length;
  }
  return end;
}

function fits(text: string, { fromStart, toEnd }: Needle, start: number, end: number): boolean {
  // Half a character is no hit: "e" is not in "é", however that is written.
  if (isMarkAt(text, end)) return false;
  if (fromStart && isWordAt(text, start) && isWordAt(text, start - 1)) return false;
  return !(toEnd && isWordAt(text, end - 1) && isWordAt(text, end));
}
