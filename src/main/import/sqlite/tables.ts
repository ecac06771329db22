import { columnsOf } from './columns';
import { Pages } from './pages';
import { readRecord, type SqlValue } from './record';
import { rowsOf } from './tree';

/** A table of a database: its name, and its rows by the names of its columns. */
export interface SqlTable {
  readonly name: string;
  readonly rows: readonly Readonly<Record<string, SqlValue>>[];
}

/**
 * The tables of a SQLite database of version 3, as its file has them: what another program is just writing beside it is
 * not seen. Reads no more than there is, nothing is run, and nothing in the file can make it read a page twice. Tables
 * whose rows have no numbers (WITHOUT ROWID) and virtual ones are left out. Throws a Refusal for what is damaged.
 */
export function readSqlite(bytes: Uint8Array): readonly SqlTable[] {
  const pages = new Pages(bytes);
  const schema = Array.from(rowsOf(pages, 1), ({ payload }) => readRecord(payload, pages.encoding));
  return schema.flatMap(([type, name, , root, sql]): SqlTable[] => {
    if (type !== 'table' || typeof name !== 'string' || typeof sql !== 'string') return [];
    if (
      typeof root !== 'number' ||
      root < 2 ||
      name.startsWith('sqlite_') ||
      /\bWITHOUT\s+ROWID\b/i.test(sql)
    )
      return [];
    const columns = columnsOf(sql);
    const rows = Array.from(rowsOf(pages, root), ({ id, payload }) => {
      const values = readRecord(payload, pages.encoding);
      return Object.fromEntries(
        columns.map(({ name, isRowId, fallback }, at) => {
          const value = at < values.length ? values[at]! : fallback;
          return [name, isRowId && value === null ? id : value];
        }),
      );
    });
    return [{ name, rows }];
  });
}
