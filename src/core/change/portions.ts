import type { Change } from './change';
import { TABLE_NAMES } from './change';

/** About how long a portion is (UTF-16 units of JSON): written, sent and read again within a frame. */
const PORTION = 200_000;
/** So many rows, or so much text, go in one message without being felt. */
const FEW_ROWS = 100;
const SHORT = 200_000;

/** Would the change hold up whoever sends it in one piece? */
export function isLarge(change: Change): boolean {
  let rows = 0;
  for (const table of TABLE_NAMES) for (const _ in change[table]) if (++rows > FEW_ROWS) return true;
  let length = 0;
  for (const [before, after] of Object.values(change.articles ?? {}))
    length += (before?.text.length ?? 0) + (after?.text.length ?? 0);
  return length > SHORT;
}

/**
 * The change in portions, each the JSON of a change of some of its rows. Made one by one, so that whoever asks for
 * them can do other things in between. An empty change gives none.
 */
export function* inPortions(change: Change, length = PORTION): Generator<string> {
  let tables: string[] = [];
  let rows: string[] = [];
  let size = 0;
  for (const table of TABLE_NAMES) {
    const ofTable = change[table];
    for (const id of Object.keys(ofTable ?? {})) {
      const row = `${JSON.stringify(id)}:${JSON.stringify(ofTable![id])}`;
      rows.push(row);
      size += row.length;
      if (size < length) continue;
      yield `{${[...tables, tableOf(table, rows)].join()}}`;
      [tables, rows, size] = [[], [], 0];
    }
    if (rows.length > 0) tables.push(tableOf(table, rows));
    rows = [];
  }
  if (tables.length > 0) yield `{${tables.join()}}`;
}

const tableOf = (table: string, rows: readonly string[]) => `"${table}":{${rows.join()}}`;

/** One change of the rows of all of these; a row that several have is that of the last. */
export function joined(parts: Iterable<Change>): Change {
  const whole: Record<string, Record<string, unknown>> = {};
  for (const part of parts) {
    for (const [table, rows] of Object.entries(part)) {
      whole[table] ??= {};
      for (const id of Object.keys(rows)) whole[table][id] = (rows as Record<string, unknown>)[id];
    }
  }
  return whole as Change;
}
