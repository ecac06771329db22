import type { Change, Pair, TableName, Tables } from '../../core/change/change';
import { filesOfRow, rowsOf } from './change-files';
import type { JournalEntry } from './journal-line';

/**
 * One change with the effect of all entries in turn, for the rows that `wanted` picks by the file that holds
 * them. It is made to be replayed over snapshots, so unlike `compose` it keeps rows that end where they
 * began; and it is one, because replaying a thousand changes one by one would copy every table that often.
 */
export function fold(
  entries: Iterable<JournalEntry>,
  wanted: (path: string, sequence: number) => boolean,
): Change {
  const result: Partial<Record<TableName, Record<string, Pair<Tables[TableName]>>>> = {};
  for (const { seq, change } of entries) {
    for (const [table, id, pair] of rowsOf(change)) {
      if (!filesOfRow(table, id, pair).some((path) => wanted(path, seq))) continue;
      result[table] ??= {};
      const rows = result[table];
      rows[id] = [rows[id]?.[0] ?? pair[0], pair[1]];
    }
  }
  return result as Change;
}
