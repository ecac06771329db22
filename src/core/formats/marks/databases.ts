import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { type JsonReading, readJson } from '../read-json';
import { type Json, record } from '../web-json';
import { checkFile } from './check-file';

/** A row of a table, by the names of its columns, and where it stands. */
export interface Row {
  readonly cells: Json;
  /** The error to throw for this row. */
  fault(message: string): FormatError;
}

/** A database that was opened: its tables are files "<path>/<table>.json" with a list of rows. */
export class Database {
  readonly #tables = new Map<string, FormatFile>();

  constructor(
    /** Where it was, "study.sqlite3". */
    readonly path: string,
  ) {}

  add(table: string, file: FormatFile): void {
    this.#tables.set(table, file);
  }

  has(table: string): boolean {
    return this.#tables.has(table);
  }

  /** The rows of a table, none when there is no such table. Throws FormatError for what is no table. */
  rows(table: string): readonly Row[] {
    const file = this.#tables.get(table);
    if (!file) return [];
    checkFile(file);
    const json: JsonReading = readJson(file.path, file.data);
    if (!Array.isArray(json.value)) throw json.faultAt([], 'a list of rows was expected');
    return json.value.map((row, at) => ({
      cells: Object.fromEntries(Object.entries(record(row)).map(([name, cell]) => [name, wellFormed(cell)])),
      fault: (message) => json.faultAt([at], message),
    }));
  }

  /** The rows of a table that must be there and have these columns. Throws FormatError. */
  needed(table: string, columns: readonly string[]): readonly Row[] {
    if (!this.has(table)) throw new FormatError(`the table ${table} is missing`, this.path, 1, 1);
    const rows = this.rows(table);
    for (const { cells, fault } of rows) {
      const missing = columns.find((column) => cells[column] === undefined);
      if (missing !== undefined) throw fault(`the column ${missing} is missing`);
    }
    return rows;
  }
}

/** Half a character, which a database in UTF-16 can hold, is shown as what it is, as in damaged UTF-8. */
function wellFormed(cell: unknown): unknown {
  return typeof cell === 'string' ? cell.replace(/\p{Surrogate}/gu, '\ufffd') : cell;
}

/** The databases among the files that have all of these tables, in the order of the files. */
export function databasesWith(files: readonly FormatFile[], tables: readonly string[]): readonly Database[] {
  const found = new Map<string, Database>();
  for (const file of files) {
    const [, path, table] = /^(.+)\/([^/]+)\.json$/.exec(file.path) ?? [];
    if (path === undefined || table === undefined) continue;
    const database = found.get(path) ?? new Database(path);
    found.set(path, database);
    database.add(table, file);
  }
  return [...found.values()].filter((database) => tables.every((table) => database.has(table)));
}

/** A cell as a text; '' for null and whatever is no text or number. */
export function textCell(cell: unknown): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

/** A time as programs in Python write it, "2024-05-01 08:00:00.123", in our form; without a zone it is taken for UTC. */
export function timeCell(cell: unknown): string | undefined {
  const said = textCell(cell).trim().replace(' ', 'T');
  const zoned = /(?:Z|[+-]\d\d:?\d\d)$/.test(said) ? said : `${said}Z`;
  const time = new Date(/^\d{4}-\d\d-\d\d/.test(said) ? (said.length === 10 ? said : zoned) : Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}
