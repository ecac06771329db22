import type { WrittenFiles } from '../format';
import { FormatError } from '../format';
import { linesOf } from '../written-files';

/** A row of a table as it stands in the file. */
export type ReadRow = Readonly<Record<string, unknown>>;

/** The rows of a table; throws FormatError with the line that is none. */
export function* rowsOf(files: WrittenFiles, table: string): Generator<ReadRow> {
  const path = `${table}.jsonl`;
  if (!files.paths.includes(path)) throw new FormatError('this table is missing', path, 1, 1);
  for (const [line, number] of linesOf(files, path)) {
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new FormatError('this is not a row of JSON', path, number, 1);
    }
    if (typeof row !== 'object' || row === null || Array.isArray(row))
      throw new FormatError('this is not a row with columns', path, number, 1);
    yield row as ReadRow;
  }
}

/** The rows in runs of one key: all about one annotation, all of one article. */
export function* runsOf(
  rows: Iterable<ReadRow>,
  column: string,
): Generator<readonly [key: string, rows: readonly ReadRow[]]> {
  let key: unknown;
  let run: ReadRow[] = [];
  for (const row of rows) {
    if (run.length > 0 && row[column] !== key) {
      yield [String(key), run];
      run = [];
    }
    key = row[column];
    run.push(row);
  }
  if (run.length > 0) yield [String(key), run];
}
