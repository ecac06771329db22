/** What a column holds; every cell may be null, which means "not known" or "not set". */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean';

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What it means, in a sentence; offsets say their unit. */
  readonly description: string;
}

export type Cell = string | number | boolean | null;

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
  readonly rows: readonly (readonly Cell[])[];
}

/** A table as JSON Lines: one object a row, keys in the order of the columns. */
export function asJsonLines({ columns, rows }: Table): string {
  return rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null])))}\n`,
    )
    .join('');
}
