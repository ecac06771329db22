import { type Span, splitsSurrogatePair } from './span';

/** A grapheme cluster, word, space or sentence: a span of the whole text (UTF-16). */
export interface Piece extends Span {
  /** Words only: is it one, or what stands between two? */
  readonly wordLike: boolean;
}

/** Code units given to the segmenter at once, and how much it must see beyond a cut to be believed. */
const WINDOW = 2048;
const MARGIN = 256;

/**
 * What `Intl.Segmenter` cuts `span` of `text` into; the pieces tile it. The segmenter takes time with the
 * square of its input (34 s for 200,000 letters), so it is given windows, each from the end of a piece on,
 * and the pieces too near the far end of a window are cut again in the next. Clusters come out exactly as
 * from the whole; words and sentences too unless deciding needs more than MARGIN of what follows.
 */
export function* pieces(
  text: string,
  span: Span,
  segmenter: Intl.Segmenter,
  { window = WINDOW, margin = MARGIN } = {},
): Generator<Piece> {
  let from = span.start;
  let size = window;
  while (from < span.end) {
    let to = Math.min(span.end, from + size);
    if (to < span.end && splitsSurrogatePair(text, to)) to++;
    const believed = to === span.end ? to : to - margin;
    let at = from;
    for (const { segment, isWordLike } of segmenter.segment(text.slice(from, to))) {
      const end = at + segment.length;
      if (end > believed) break;
      yield { start: at, end, wordLike: isWordLike ?? false };
      at = end;
    }
    size = at > from ? window : 2 * size; // a piece longer than the window: look further
    from = at;
  }
}

/**
 * As `pieces` for a segmenter of words, which takes its time for each of them: it is not asked about Latin letters
 * with a space behind them, or a mark and a space, and of the rest only from seam to seam.
 */
export function* wordPieces(text: string, span: Span, segmenter: Intl.Segmenter): Generator<Piece> {
  let at = span.start;
  while (at < span.end) {
    let end = at;
    while (isLetter(text.charCodeAt(end))) end++;
    const mark = end > at && ',.;:!?'.includes(text.charAt(end)) ? 1 : 0;
    const space = end + mark;
    if (end > at && space + 1 < span.end && text[space] === ' ' && isLetter(text.charCodeAt(space + 1))) {
      yield { start: at, end, wordLike: true };
      if (mark > 0) yield { start: end, end: space, wordLike: false };
      yield { start: space, end: space + 1, wordLike: false };
      at = space + 1;
      continue;
    }
    const next = seamAfter(text, { start: at, end: span.end });
    yield* pieces(text, { start: at, end: next }, segmenter);
    at = next;
  }
}

/** Where the first Latin letter after a space is: words always end there, whatever stands on either side. Else the end. */
function seamAfter(text: string, { start, end }: Span): number {
  for (let at = start + 1; at < end; at++)
    if (text.charCodeAt(at - 1) === 32 && isLetter(text.charCodeAt(at))) return at;
  return end;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}
