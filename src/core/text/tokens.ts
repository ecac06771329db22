import { wordPieces } from './segmentation';
import { segmenter } from './sentences';
import type { Span } from './span';

/** A word, a mark, or white space that is more than the one space after a word; a span of the text (UTF-16). */
export interface Token extends Span {
  /** Is the one space after it its own? Then no token stands for it. */
  readonly spaceAfter: boolean;
}

/** White space as Python has it (`str.isspace`), which is how the tools that take tokens from us see it. */
function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return OTHER_SPACES.has(code);
}

const OTHER_SPACES = new Set([
  0x85, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x2028, 0x2029, 0x202f, 0x205f, 0x3000,
]);

/**
 * The words and marks of `text`, as spans without any white space, in order: what `Intl.Segmenter` calls words, cut
 * further at white space and at the offsets in `cuts`.
 */
export function words(
  text: string,
  language: string,
  cuts: ReadonlySet<number> = new Set(),
): readonly Span[] {
  const found: Span[] = [];
  for (const { start, end } of wordPieces(
    text,
    { start: 0, end: text.length },
    segmenter(language, 'word'),
  )) {
    let from = start;
    for (let at = start; at < end; at++) {
      const space = isSpace(text.charCodeAt(at));
      if (!space && !cuts.has(at)) continue;
      if (at > from) found.push({ start: from, end: at });
      from = space ? at + 1 : at;
    }
    if (end > from) found.push({ start: from, end });
  }
  return found;
}

/**
 * Tokens that tile `text` as spaCy's do, so that it can be put together again: after a word one space is part of it,
 * and whatever white space is left is a token of its own.
 */
export function tokens(text: string, language: string, cuts?: ReadonlySet<number>): readonly Token[] {
  const tiles: Token[] = [];
  let at = 0;
  for (const { start, end } of words(text, language, cuts)) {
    if (start > at) tiles.push({ start: at, end: start, spaceAfter: false });
    const spaceAfter = text[end] === ' ';
    tiles.push({ start, end, spaceAfter });
    at = spaceAfter ? end + 1 : end;
  }
  if (at < text.length) tiles.push({ start: at, end: text.length, spaceAfter: false });
  return tiles;
}

/** The span without white space (of that kind) at its ends, or null when nothing else is in it. */
export function withoutOuterSpace(text: string, span: Span): Span | null {
  let { start, end } = span;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}
