import type { Range, VirtualItem } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';
import { ROW } from './table-widths';

/** Rows drawn above and below those in view. */
export const OVERSCAN = 6;

/** The rows to draw: those in view, `extra` around them, and that of the cursor, wherever the table was scrolled to. */
export function drawnRows(range: Range, cursor: number, extra = OVERSCAN): number[] {
  const rows = defaultRangeExtractor({ ...range, overscan: extra });
  if (cursor < 0 || cursor >= range.count || rows.includes(cursor)) return rows;
  return cursor < rows[0]! ? [cursor, ...rows] : [...rows, cursor];
}

/** How many rows are drawn around those in view when the table has come so many rows further: none that would be gone. */
export const around = (moved: number): number => (Math.abs(moved) > OVERSCAN ? 0 : OVERSCAN);

/** A row that is drawn: which one, where (CSS px), and the element that it has meanwhile. */
interface Placed {
  readonly slot: number;
  readonly index: number;
  readonly start: number;
}

/**
 * Each row drawn has a slot, an element that is used again for another row: changing its texts is quicker than
 * making it anew. While the table is scrolled the elements stay where they are in the document; when it rests
 * they are put in the order of the rows, in which they are read aloud. The row of the cursor, which may be far
 * from the others, has a slot of its own. `height` is that of the window on the rows (CSS px).
 */
export function inSlots(
  items: readonly Pick<VirtualItem, 'index' | 'start'>[],
  cursor: number,
  height: number,
  isScrolling: boolean,
  extra = OVERSCAN,
): readonly Placed[] {
  // As many as can ever be in view at this height, so that a row keeps its slot from frame to frame.
  const slots = Math.max(items.length, Math.ceil(height / ROW) + 2 * extra + 2);
  const placed = items.map(({ index, start }) => ({
    slot: index === cursor ? slots : index % slots,
    index,
    start,
  }));
  return isScrolling ? placed.sort((a, b) => a.slot - b.slot) : placed;
}
