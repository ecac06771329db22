/**
 * A half-open stretch `[start, end)` of an article's text, in UTF-16 code units.
 * Inside the program this is the only unit; formats convert at their own edge (see offsets.ts).
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Orders spans by start, the longer first where two begin together (so an outer span precedes an inner). */
export function compareSpans(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** Do two spans share at least one code unit? Touching spans do not. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Does `outer` hold all of `inner`? A span contains itself. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Is every span of `inner` held by one span of `outer`? False when `inner` is empty. */
export function covers(outer: readonly Span[], inner: readonly Span[]): boolean {
  return inner.length > 0 && inner.every((span) => outer.some((candidate) => contains(candidate, span)));
}

/**
 * The canonical form of a set of spans: ordered, disjoint, no two touching, none empty.
 * Two lists that cover the same code units have the same canonical form.
 */
export function normalise(spans: readonly Span[]): readonly Span[] {
  const sorted = spans.filter((span) => span.end > span.start).sort(compareSpans);
  const merged: Span[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}

/** The spans with every code unit of `hole` taken out; a hole in the middle leaves two. Canonical. */
export function subtract(spans: readonly Span[], hole: Span): readonly Span[] {
  return normalise(
    spans.flatMap((span) => [
      { start: span.start, end: Math.min(span.end, hole.start) },
      { start: Math.max(span.start, hole.end), end: span.end },
    ]),
  );
}

/** The least span that holds all of `spans`, or null when there are none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  let { start, end } = spans[0]!;
  for (const span of spans) {
    start = Math.min(start, span.start);
    end = Math.max(end, span.end);
  }
  return { start, end };
}

/** The number of code units covered, for canonical spans. */
export function coveredLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** Is `offset` between the two halves of a surrogate pair of `text`? Such an offset names no character. */
export function splitsSurrogatePair(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

/**
 * Throws a RangeError unless `span` is a non-empty span of `text` with whole offsets, inside the text,
 * and not cutting a surrogate pair. The message carries the numbers.
 */
export function assertSpan(text: string, span: Span): void {
  const { start, end } = span;
  if (
    !Number.isSafeInteger(start) ||
    !Number.isSafeInteger(end) ||
    start < 0 ||
    end > text.length ||
    start >= end
  ) {
    throw new RangeError(
      `span ${start},${end} is not a non-empty span of a text of ${text.length} UTF-16 units`,
    );
  }
  for (const offset of [start, end]) {
    if (splitsSurrogatePair(text, offset)) {
      throw new RangeError(`offset ${offset} is in the middle of a surrogate pair`);
    }
  }
}
