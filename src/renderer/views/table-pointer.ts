import type { Table } from './table-data';
import { sortBy } from './table-head';
import { chooseNone, HEAD_ROW, moveTo, openRow, reach, toggle } from './table-move';
import { setTable } from './table-store';

/** The row and the column under the pointer; column -1 is the box to tick. */
function placeOf(event: React.MouseEvent): readonly [row: number, column: number] | null {
  const target = event.target as HTMLElement;
  const row = target.closest('.table-row');
  const cell = target.closest<HTMLElement>('[data-column]');
  return row ? [Number(row.ariaRowIndex) - 2, cell ? Number(cell.dataset.column) : -1] : null;
}

/** A press moves the cursor; with Shift it chooses up to there, with Ctrl or on the box one row more or fewer. */
export function handleClick(event: React.MouseEvent, table: Table): void {
  const place = placeOf(event);
  if (!place) return;
  const [row, column] = place;
  const one = event.ctrlKey || event.metaKey;
  if (row === HEAD_ROW) {
    if (column < 0) return;
    moveTo(table, HEAD_ROW, column);
    sortBy(table.columns[column]!.id, event.shiftKey || one);
  } else if (event.shiftKey) {
    reach(table, row, Math.max(0, column));
  } else if (one || column < 0) {
    moveTo(table, row, Math.max(0, column));
    toggle(table, row);
  } else {
    moveTo(table, row, column);
    setTable({ anchor: row });
    chooseNone();
  }
}

/** Two presses go to the passage. */
export function handleDoubleClick(event: React.MouseEvent, table: Table): void {
  const place = placeOf(event);
  if (place && place[0] !== HEAD_ROW && place[1] >= 0) openRow(table, place[0]);
}
