import type { Span } from './span';

/** A stretch of text under exactly one set of marks; `marks` are indexes into the list of spans given. */
export interface Segment extends Span {
  readonly marks: readonly number[];
}

/**
 * Cuts `[0, length)` at every end of every span, so that each piece lies under one set of spans.
 * The pieces tile the text in order; `marks` lists the covering spans outermost first, that is in the
 * order given. Spans are clipped to the text. O(n log n + pieces × depth).
 */
export function segments(length: number, spans: readonly Span[]): readonly Segment[] {
  const events: { at: number; mark: number; opens: boolean }[] = [];
  spans.forEach((span, mark) => {
    const start = Math.max(0, span.start);
    const end = Math.min(length, span.end);
    if (start >= end) return;
    events.push({ at: start, mark, opens: true }, { at: end, mark, opens: false });
  });
  events.sort((a, b) => a.at - b.at);
  const pieces: Segment[] = [];
  const open: number[] = [];
  let from = 0;
  const cut = (to: number) => {
    if (to > from) pieces.push({ start: from, end: to, marks: [...open] });
    from = to;
  };
  for (const { at, mark, opens } of events) {
    cut(at);
    const place = insertionPoint(open, mark);
    if (opens) open.splice(place, 0, mark);
    else open.splice(place, 1);
  }
  cut(length);
  return pieces;
}

function insertionPoint(sorted: readonly number[], value: number): number {
  let place = 0;
  while (place < sorted.length && sorted[place]! < value) place++;
  return place;
}
