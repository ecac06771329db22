import { safeCell } from '../formats/csv-cells';
import type { Annotation } from './model';
import type { CellReader } from './table-cells';
import type { Column } from './table-columns';

/**
 * Rows as tab-separated text under a line of labels, as spreadsheets paste it: cells that hold a tab, a line
 * end or a quotation mark stand in quotation marks, and what a spreadsheet could take for a formula gets an
 * apostrophe before it (see formats/csv-cells.ts). Signed numbers are written with a plain minus.
 */
export function copiedRows(
  rows: readonly Annotation[],
  columns: readonly Column[],
  cells: CellReader,
): string {
  const line = (texts: readonly string[]) => texts.map(quoted).join('\t');
  return [
    line(columns.map(({ label }) => label)),
    ...rows.map((row) => line(columns.map((column) => plain(cells.cell(column, row).text)))),
  ].join('\r\n');
}

/** A true minus is no number to a spreadsheet. */
const plain = (text: string) => (/^−\d+$/.test(text) ? `-${text.slice(1)}` : text);

function quoted(text: string): string {
  const safe = safeCell(text);
  return /["\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
