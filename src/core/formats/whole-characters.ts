import { pieces } from '../text/segmentation';
import type { Span } from '../text/span';
import { normalise } from '../text/span';

let segmenter: Intl.Segmenter | undefined;

/**
 * The spans (UTF-16) grown so that none begins or ends inside a grapheme cluster, as the Web Annotation model
 * asks (section 4.2.4: selections should not split one). The same array when there is nothing to grow.
 */
export function wholeCharacters(text: string, spans: readonly Span[]): readonly Span[] {
  const grown = spans.map(({ start, end }) => ({
    start: boundaryNear(text, start).start,
    end: boundaryNear(text, end).end,
  }));
  const same = grown.every((span, at) => span.start === spans[at]!.start && span.end === spans[at]!.end);
  return same ? spans : normalise(grown);
}

/** The cluster that `offset` lies inside, or the empty span at `offset` when it is a boundary. */
function boundaryNear(text: string, offset: number): Span {
  const boundary = { start: offset, end: offset };
  if (offset <= 0 || offset >= text.length) return boundary;
  if (neverJoin(text.charCodeAt(offset - 1), text.charCodeAt(offset))) return boundary;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  const from = clusterStartBefore(text, offset);
  const lineEnd = text.indexOf('\n', offset);
  for (const piece of pieces(
    text,
    { start: from, end: lineEnd < 0 ? text.length : lineEnd + 1 },
    segmenter,
  )) {
    if (piece.start >= offset) break;
    if (piece.end > offset) return piece;
  }
  return boundary;
}

/** A boundary before `offset`: the nearest between two characters that never join, or the beginning. */
function clusterStartBefore(text: string, offset: number): number {
  let at = offset - 1;
  while (at > 0 && !neverJoin(text.charCodeAt(at - 1), text.charCodeAt(at))) at--;
  return at;
}

/** A quick yes for most of any text: after LF, and between Latin letters or ideographs, clusters always end. */
function neverJoin(before: number, after: number): boolean {
  const plain = (code: number) => code < 0x300 || (code >= 0x3400 && code <= 0x9fff);
  return before === 10 || (plain(before) && plain(after) && !(before === 13 && after === 10));
}
