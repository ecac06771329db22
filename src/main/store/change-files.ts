import type { Change, Pair, TableName, Tables } from '../../core/change/change';
import { TABLE_NAMES } from '../../core/change/change';
import type { Annotation } from '../../core/project/model';
import { annotationPath, articlePath, PROJECT } from './layout';

/** The files that hold a row before or after a change: one, or two when an annotation changed hands. */
export function filesOfRow<T extends TableName>(
  table: T,
  id: string,
  pair: Pair<Tables[T]>,
): readonly string[] {
  switch (table) {
    case 'info':
    case 'annotators':
      return [PROJECT];
    case 'codebook':
    case 'speakers':
    case 'claims':
    case 'readings':
      return [`${table}.json`];
    case 'articles':
      return [articlePath(id)];
    default: {
      const [before, after] = pair as Pair<Annotation>;
      const paths = [before, after].flatMap((row) =>
        row ? [annotationPath(row.annotatorId, row.articleId)] : [],
      );
      return paths[0] === paths[1] ? paths.slice(0, 1) : paths;
    }
  }
}

/** Every row of a change: its table, its id, and what it was and is. */
export function* rowsOf(change: Change): Generator<readonly [TableName, string, Pair<Tables[TableName]>]> {
  for (const table of TABLE_NAMES) {
    const rows = (change[table] ?? {}) as Readonly<Record<string, Pair<Tables[TableName]>>>;
    for (const id of Object.keys(rows)) yield [table, id, rows[id]!];
  }
}

/** The files that a change makes out of date. Throws a RangeError for ids that cannot be file names. */
export function filesOfChange(change: Change): ReadonlySet<string> {
  const files = new Set<string>();
  for (const [table, id, pair] of rowsOf(change)) {
    for (const path of filesOfRow(table, id, pair)) files.add(path);
  }
  return files;
}
