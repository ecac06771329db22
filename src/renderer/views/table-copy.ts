import { copiedRows } from '../../core/project/table-copy';
import { notify } from '../store';
import { plural } from '../ui/words';
import type { Table } from './table-data';
import { chosenRows } from './table-data';
import { tableState } from './table-store';

/**
 * Puts the chosen rows, or the one under the cursor, on the clipboard as a spreadsheet takes them. It goes
 * through the event of copying, which needs no permission, and so does the menu's Copy.
 */
export function copyRows(table: Table): void {
  const copy = (event: ClipboardEvent) => fillClipboard(event, table);
  document.addEventListener('copy', copy, { once: true, capture: true });
  if (!document.execCommand('copy')) notify('Not copied: the clipboard could not be reached.', 'error');
  document.removeEventListener('copy', copy, { capture: true });
}

/** Answers the event of copying with the rows that are meant. */
export function fillClipboard(event: ClipboardEvent, { rows, columns, cells }: Table): void {
  const { chosen, row } = tableState();
  const some = chosenRows(rows, chosen);
  const copied = some.length > 0 ? some : rows.slice(Math.max(0, row), Math.max(0, row) + 1);
  if (copied.length === 0) return;
  event.clipboardData?.setData('text/plain', copiedRows(copied, columns, cells));
  event.preventDefault();
  event.stopImmediatePropagation();
  notify(`Copied ${plural(copied.length, 'row')} of ${plural(columns.length, 'column')}.`);
}
