import type { Annotation } from './model';

/**
 * Reading order: by first span (the longer first where two begin together), then by id so that the order is
 * total. Annotations of the whole article, which have no span, come first.
 */
export function compareAnnotations(a: Annotation, b: Annotation): number {
  const first = a.spans[0];
  const second = b.spans[0];
  if (first && second) {
    return (
      first.start - second.start ||
      b.spans.at(-1)!.end - a.spans.at(-1)!.end ||
      (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
    );
  }
  if (first || second) return first ? 1 : -1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Where `annotation` stands, or would stand, in a list in reading order. O(log n). */
export function placeOf(ordered: readonly Annotation[], annotation: Annotation): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareAnnotations(ordered[middle]!, annotation) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
