import Papa from 'papaparse';
import { onceEach } from '../../text/once-each';
import { linesOf, readTable } from '../csv-table';
import type { FormatFile } from '../format';
import { FormatError } from '../format';

/** A row of a table, by the names of its columns. */
export interface TableRow {
  /** The line of the file it begins on. */
  readonly line: number;
  /** '' where there is no such column. */
  cell(column: string | undefined): string;
}

/** A table whose columns have names, each only once. */
export interface Table {
  readonly path: string;
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
}

/** Reads a table of text. Throws FormatError for quotation marks that do not end, and when there is no row. */
export function readNamedTable({ path, data }: FormatFile): Table {
  const [first, ...rest] = readTable(path, data);
  if (!first || rest.length === 0) throw new FormatError('there is no row in the table', path, 1, 1);
  const header = uniqueNames(first);
  const places = new Map(header.map((name, at) => [name, at]));
  let line = 1 + linesOf(first);
  const rows = rest.map((cells): TableRow => {
    const begins = line;
    line += linesOf(cells);
    return { line: begins, cell: (column) => cells[places.get(column ?? '\0') ?? -1] ?? '' };
  });
  return { path, header, rows };
}

/** As much of a file as surely holds its first line, in UTF-16 code units. */
const HEAD = 20_000;

/** The names of the columns, from the beginning of the file alone; none when it is no table. */
export function headerOf({ data }: FormatFile): readonly string[] {
  const head = data.slice(0, HEAD).replace(/^\ufeff/, '');
  const { data: rows } = Papa.parse<string[]>(head, { preview: 1, delimitersToGuess: [',', '\t', ';'] });
  return uniqueNames(rows[0] ?? []);
}

function uniqueNames(names: readonly string[]): readonly string[] {
  return onceEach(names.map((name) => name.replace(/^\ufeff/, '').trim()));
}
