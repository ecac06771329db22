import type { Article } from '../../project/model';

/** What a column holds; every cell may be null, which means "not known" or "not set". */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What it means, in a sentence; offsets say their unit. */
  readonly description: string;
}

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];

/** One tidy table of a dataset: a row per thing, a column per fact, no cell that holds a list. */
export interface Table {
  readonly name: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: readonly Column[];
  /** The columns that identify a row. */
  readonly key: readonly string[];
  /** Column -> the table and column it points at. */
  readonly links: Readonly<Record<string, readonly [table: string, column: string]>>;
  /** The rows about one article, made when they are asked for, so that a table is never held as a whole. */
  readonly of?: (article: Article) => Iterable<Row>;
  /** The rows that are about no article. */
  readonly others?: () => Iterable<Row>;
}

/** How a row becomes a line of JSON Lines: one object, keys in the order of the columns. */
export function lineOf(columns: readonly Column[]): (row: Row) => string {
  const keys = columns.map(({ name }, at) => `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`);
  return (row) => {
    let line = '';
    for (let at = 0; at < keys.length; at++) line += keys[at]! + printed(row[at] ?? null);
    return `${line}}\n`;
  };
}

/** Longer texts are not looked at character by character. */
const SHORT = 40;

/** As JSON.stringify, which is slow to call for a word. */
function printed(cell: Cell): string {
  if (typeof cell !== 'string' || cell.length > SHORT) return JSON.stringify(cell);
  for (let at = 0; at < cell.length; at++) {
    const code = cell.charCodeAt(at);
    if (code < 32 || code === 34 || code === 92 || code >= 0xd800) return JSON.stringify(cell);
  }
  return `"${cell}"`;
}
