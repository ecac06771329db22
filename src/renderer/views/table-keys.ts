import { moveColumn, shownColumns } from './table-columns';
import { copyRows } from './table-copy';
import type { Table } from './table-data';
import { beginEditing } from './table-editing';
import { sortBy } from './table-head';
import { chooseAll, chooseNone, goal, HEAD_ROW, moveTo, openRow, reach, toggle } from './table-move';
import { setTable, tableState } from './table-store';
import { setWidth } from './table-widths';

/** How much an arrow makes a column wider or narrower (CSS px). */
const STEP = 16;

/** Does what a key means in the grid; `page` is how many rows are seen. Returns true when the key was taken. */
export function handleGridKey(event: React.KeyboardEvent, table: Table, page: number): boolean {
  const { row, column, chosen, id } = tableState();
  const { key, shiftKey, altKey } = event;
  const far = event.ctrlKey || event.metaKey;
  if (altKey) return row === HEAD_ROW && inHead(event, table, column);
  const to = goal(event, [row, column], table, page);
  if (to !== undefined) {
    const rows = to[0] !== row;
    if (shiftKey && rows && row !== HEAD_ROW) reach(table, to[0], to[1]);
    else {
      moveTo(table, to[0], to[1]);
      if (rows) setTable({ anchor: Math.max(0, to[0]) });
    }
    return true;
  }
  if (row === HEAD_ROW) {
    if (key !== 'Enter' && key !== ' ') return false;
    sortBy(table.columns[column]!.id, shiftKey);
    return true;
  }
  if (far && key === 'Enter') openRow(table, row);
  else if (far && key === 'a') chooseAll(table);
  else if (far && key === 'c') copyRows(table);
  else if (far) return false;
  else if (key === 'Enter' || key === 'F2') beginEditing(table, key === 'Enter');
  else if (key === ' ') toggle(table, row);
  else if (key === 'Delete' || key === 'Backspace') {
    if (chosen.size === 0 && id !== null) toggle(table, row);
    setTable({ doing: 'delete' });
  } else if (key === 'Escape' && chosen.size > 0) chooseNone();
  else return false;
  return true;
}

/** In the head, Alt and an arrow make the column wider or narrower, and with Shift move it. */
function inHead({ key, shiftKey }: React.KeyboardEvent, table: Table, column: number): boolean {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  const id = table.columns[column]?.id;
  if (step === 0 || id === undefined) return false;
  if (!shiftKey) {
    const head = document.querySelector(`.table-head [data-column="${column}"]`);
    setWidth(id, (head?.getBoundingClientRect().width ?? 0) + step * STEP);
    return true;
  }
  const to = Math.min(Math.max(column + step, 0), shownColumns().length - 1);
  moveColumn(id, to);
  setTable({ column: to });
  return true;
}
