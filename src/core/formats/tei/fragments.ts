import type { Span } from '../../text/span';

/** A passage to be marked up; `id` says of what. Several of one id are one thing in pieces. */
export interface Mark extends Span {
  readonly id: string;
}

/** Deeper markup is not opened: readers refuse what is nested without end. */
const DEEPEST = 24;

/** What happens at a place in a text: marks that close, then marks that open, each from the outside in. */
export interface Turn {
  readonly at: number;
  readonly close: number;
  readonly open: readonly string[];
}

/**
 * Marks of a stretch of text as properly nested pieces. Where marks overlap, the one that began later is closed and
 * opened again. Marks that would be nested too deep are told to `tooDeep` and not opened.
 */
export function turnsOf(
  stretch: Span,
  marks: readonly Mark[],
  tooDeep: (id: string) => void,
): readonly Turn[] {
  const inside = marks
    .map(({ id, start, end }) => ({
      id,
      start: Math.max(start, stretch.start),
      end: Math.min(end, stretch.end),
    }))
    .filter(({ start, end }) => start < end);
  const opening = new Map<number, Mark[]>();
  for (const mark of inside) opening.set(mark.start, [...(opening.get(mark.start) ?? []), mark]);
  const places = [...new Set(inside.flatMap(({ start, end }) => [start, end]))].sort((a, b) => a - b);
  const stack: Mark[] = [];
  return places.map((at): Turn => {
    let ending = stack.reduce((count, { end }) => count + (end === at ? 1 : 0), 0);
    const again: Mark[] = [];
    let close = 0;
    for (; ending > 0; close++) {
      const mark = stack.pop()!;
      if (mark.end === at) ending--;
      else again.push(mark);
    }
    const open: string[] = [];
    for (const mark of [...again, ...(opening.get(at) ?? [])].sort(outerFirst)) {
      if (stack.length >= DEEPEST) tooDeep(mark.id);
      else {
        stack.push(mark);
        open.push(mark.id);
      }
    }
    return { at, close, open };
  });
}

/** What ends later is outside; of equals what comes first by its id. */
function outerFirst(a: Mark, b: Mark): number {
  return b.end - a.end || a.start - b.start || (a.id < b.id ? -1 : 1);
}
