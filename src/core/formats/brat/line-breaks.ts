import type { Span } from '../../text/span';
import { normalise } from '../../text/span';

/**
 * Whatever ends a line for a program in Python, as brat is: its readers go by `str.splitlines`, not by "\n" alone.
 * Nothing that we write on a line may hold one, and no passage may run over one.
 */
const BREAKS = /[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g;

/** The passages cut at every line break, which belongs to none of the pieces. */
export function withoutBreaks(text: string, spans: readonly Span[]): readonly Span[] {
  return spans.flatMap(({ start, end }) => {
    const pieces: Span[] = [];
    let from = start;
    for (const { 0: breaks, index } of text.slice(start, end).matchAll(BREAKS)) {
      if (start + index > from) pieces.push({ start: from, end: start + index });
      from = start + index + breaks.length;
    }
    if (end > from) pieces.push({ start: from, end });
    return pieces;
  });
}

/** Passages between which there are only line breaks made one again: brat's own editor cuts them so. */
export function acrossBreaks(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of normalise(spans)) {
    const last = joined.at(-1);
    if (
      last &&
      /^\s*$/u.test(text.slice(last.end, span.start)) &&
      text.slice(last.end, span.start).search(BREAKS) >= 0
    ) {
      joined[joined.length - 1] = { start: last.start, end: span.end };
    } else joined.push(span);
  }
  return joined;
}

/** The text on one line: breaks and tabs become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]+/g, ' ').trim();
}
