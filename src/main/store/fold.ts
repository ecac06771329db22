import type { Change, Pair, TableName, Tables } from '../../core/change/change';
import { filesOfRow, rowsOf } from './change-files';
import type { JournalEntry } from './journal-line';
import type { Rows } from './rows';

/**
 * The rows of a file without the annotations that a change decides. One that passed from one annotator's file
 * to another's may be in both of them when only one had been written, and is to be there once.
 */
export function withoutDecided(rows: Rows, change: Change): Rows {
  const decided = change.annotations;
  if (!decided || !rows.annotations?.some(({ id }) => Object.hasOwn(decided, id))) return rows;
  return { ...rows, annotations: rows.annotations.filter(({ id }) => !Object.hasOwn(decided, id)) };
}

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
      const files = filesOfRow(table, id, pair).filter((path) => wanted(path, seq));
      const rows = result[table] ?? {};
      const earlier = Object.hasOwn(rows, id) ? rows[id] : undefined;
      // A row that went from one file to another is followed to its end, though the other has it already.
      if (files.length === 0 && !earlier) continue;
      rows[id] = [earlier ? earlier[0] : pair[0], pair[1]];
      result[table] = rows;
    }
  }
  return result as Change;
}
