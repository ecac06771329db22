import type { Block } from '../project/model';
import { sentences, words } from './sentences';
import type { Span } from './span';
import { contains } from './span';

/** What the reading cursor moves by. */
export type Unit = 'word' | 'sentence' | 'block';

/** The text a cursor moves through; blocks in order. Offsets everywhere are UTF-16. */
export interface Readable {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly language: string;
}

/** The units of one block, in order. */
export function unitsOf({ text, language }: Readable, block: Span, unit: Unit): readonly Span[] {
  if (unit === 'block') return [block];
  return unit === 'sentence' ? sentences(text, block, language) : words(text, block, language);
}

/** Index of the block that holds `offset`, or of the next one after it; blocks.length past the last. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Where the cursor goes from a selection: to the unit around it when the selection is only part of one,
 * to the first or last unit inside it when it is more than one, else to the next or previous unit.
 * Null at the end of the text. From nowhere (`null`) it goes to the first or last unit.
 */
export function step(text: Readable, from: Span | null, unit: Unit, direction: 1 | -1): Span | null {
  const { blocks } = text;
  if (!from) return direction > 0 ? firstFrom(text, 0, unit) : lastBefore(text, text.text.length, unit);
  const block = blocks[blockAt(blocks, from.start)];
  if (block && contains(block, from)) {
    const units = unitsOf(text, block, unit);
    const around = units.find((next) => contains(next, from));
    if (around && (around.start !== from.start || around.end !== from.end)) return around;
    const inside = units.filter((next) => contains(from, next));
    if (inside.length > 1) return direction > 0 ? inside[0]! : inside.at(-1)!;
  }
  return direction > 0 ? firstFrom(text, from.end, unit) : lastBefore(text, from.start, unit);
}

/**
 * The moving end of a selection one unit on: forward to the next end of a unit after `head`, backward to
 * the last start before it, so that a selection grows by whole units whichever way it is drawn. While the
 * selection shrinks, its moving end stays on the far edge of what is left.
 */
export function moveHead(
  text: Readable,
  anchor: number,
  head: number,
  unit: Unit,
  direction: 1 | -1,
): number {
  if (direction > 0) {
    if (head < anchor) return Math.min(anchor, firstFrom(text, head + 1, unit)?.start ?? anchor);
    return nextEnd(text, head, unit) ?? head;
  }
  if (head > anchor) return Math.max(anchor, lastBefore(text, head - 1, unit)?.end ?? anchor);
  return lastBefore(text, head, unit)?.start ?? head;
}

/** The end of a span moved by one word; never past the other end, which keeps at least one word. */
export function nudge(text: Readable, span: Span, end: 'start' | 'end', direction: 1 | -1): Span {
  if (end === 'start') {
    const start =
      direction > 0
        ? firstFrom(text, span.start + 1, 'word')?.start
        : lastBefore(text, span.start, 'word')?.start;
    return start === undefined || start >= span.end ? span : { start, end: span.end };
  }
  const next = direction > 0 ? nextEnd(text, span.end, 'word') : lastBefore(text, span.end - 1, 'word')?.end;
  return next === undefined || next <= span.start ? span : { start: span.start, end: next };
}

function nextEnd(text: Readable, offset: number, unit: Unit): number | undefined {
  for (let at = blockAt(text.blocks, offset); at < text.blocks.length; at++) {
    const found = unitsOf(text, text.blocks[at]!, unit).find((next) => next.end > offset);
    if (found) return found.end;
  }
  return undefined;
}

/** The first unit that starts at `offset` or after it. */
function firstFrom(text: Readable, offset: number, unit: Unit): Span | null {
  for (let at = blockAt(text.blocks, offset); at < text.blocks.length; at++) {
    const found = unitsOf(text, text.blocks[at]!, unit).find((next) => next.start >= offset);
    if (found) return found;
  }
  return null;
}

/** The last unit that ends at `offset` or before it. */
function lastBefore(text: Readable, offset: number, unit: Unit): Span | null {
  const { blocks } = text;
  for (let at = Math.min(blocks.length - 1, blockAt(blocks, offset)); at >= 0; at--) {
    const found = unitsOf(text, blocks[at]!, unit).findLast((next) => next.end <= offset);
    if (found) return { start: found.start, end: found.end };
  }
  return null;
}
