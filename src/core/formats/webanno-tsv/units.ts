import type { Span } from '../../text/span';

/** A token, or a part of one, as a row of a file; UTF-16. */
export interface Unit extends Span {
  /** "2-3", or "2-3.1" for a part. */
  readonly id: string;
}

/** The units that stand for a span, from tokens in order: whole tokens, or the parts it covers. */
export function coveredUnits(tokens: readonly Unit[], span: Span): readonly { token: Unit; part: Span }[] {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found: { token: Unit; part: Span }[] = [];
  for (let at = low; at < tokens.length && tokens[at]!.start < span.end; at++) {
    const token = tokens[at]!;
    found.push({
      token,
      part: { start: Math.max(token.start, span.start), end: Math.min(token.end, span.end) },
    });
  }
  return found;
}
