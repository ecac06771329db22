import type { Annotation } from '../../core/project/model';
import { openArticle } from '../store';
import type { Table } from './table-data';
import { NO_ROWS, setTable, tableState } from './table-store';

/** Puts the cell cursor somewhere; what is past an end is the end. `HEAD_ROW` is the head. */
export function moveTo({ rows, columns }: Table, row: number, column: number): void {
  const at = Math.min(Math.max(row, HEAD_ROW), rows.length - 1);
  setTable({
    row: at,
    column: Math.min(Math.max(column, 0), columns.length - 1),
    id: rows[at]?.id ?? null,
    editing: false,
  });
}

/** The row number of the head, above the first. */
export const HEAD_ROW = -1;

/** Chooses every row from where choosing began to this one, and puts the cursor there. */
export function reach(table: Table, row: number, column: number): void {
  const { anchor } = tableState();
  const to = Math.min(Math.max(row, 0), table.rows.length - 1);
  const [first, last] = [Math.min(anchor, to), Math.max(anchor, to)];
  moveTo(table, to, column);
  setTable({ chosen: idsOf(table.rows.slice(first, last + 1)) });
}

/** One row more, or one fewer, of those chosen. */
export function toggle({ rows }: Table, row: number): void {
  const id = rows[row]?.id;
  if (id === undefined) return;
  const chosen = new Set(tableState().chosen);
  if (!chosen.delete(id)) chosen.add(id);
  setTable({ chosen, anchor: row });
}

/** All rows shown. */
export function chooseAll({ rows }: Table): void {
  setTable({ chosen: idsOf(rows) });
}

/** None. */
export function chooseNone(): void {
  setTable({ chosen: NO_ROWS, doing: null });
}

const idsOf = (rows: readonly Annotation[]) => new Set(rows.map(({ id }) => id));

/** Shows a row's passage in its article. */
export function openRow({ rows }: Table, row: number): void {
  const annotation = rows[row];
  if (annotation) openArticle(annotation.articleId, annotation.id);
}

/** Where a key leads from a cell, or undefined for a key that does not move. `page` is in rows. */
export function goal(
  { key, ctrlKey, metaKey }: { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean },
  [row, column]: readonly [number, number],
  { rows, columns }: Table,
  page: number,
): readonly [number, number] | undefined {
  const far = ctrlKey || metaKey;
  const [lastRow, lastColumn] = [rows.length - 1, columns.length - 1];
  switch (key) {
    case 'ArrowDown':
      return [far ? lastRow : row + 1, column];
    case 'ArrowUp':
      return [far ? 0 : row - 1, column];
    case 'ArrowRight':
      return [row, far ? lastColumn : column + 1];
    case 'ArrowLeft':
      return [row, far ? 0 : column - 1];
    case 'PageDown':
      return [row + page, column];
    case 'PageUp':
      return [Math.max(0, row - page), column];
    case 'Home':
      return far ? [0, 0] : [row, 0];
    case 'End':
      return far ? [lastRow, lastColumn] : [row, lastColumn];
    default:
      return undefined;
  }
}
