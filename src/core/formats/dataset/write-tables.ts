import type { FormatFile, Progress } from '../format';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import { Parquet } from './parquet';
import { partitionPath } from './paths';
import type { Row, Table } from './table';
import { lineOf } from './table';

/** How many rows each table has, by its name. */
export type RowCounts = ReadonlyMap<string, number>;

/** Writes all tables side by side, article by article, as JSON Lines and as Parquet. Returns how many rows they have. */
export function* writeTables(
  part: Part,
  tables: readonly Table[],
  progress?: Progress,
): Generator<FormatFile, RowCounts> {
  const counts = new Map<string, number>();
  const open = tables.map((table) => {
    counts.set(table.name, 0);
    return {
      table,
      path: `${table.name}.jsonl`,
      line: lineOf(table.columns),
      parquet: parquetOf(table, part),
    };
  });
  // Every file is there, also of a table without rows.
  for (const { path } of open) yield { path, data: '' };
  type Open = (typeof open)[number];
  function* add({ table: { name }, path, line, parquet }: Open, rows: Iterable<Row>): Generator<FormatFile> {
    let data = '';
    let count = 0;
    for (const row of rows) {
      data += line(row);
      count++;
      const group = parquet.add(row);
      if (group) yield group;
    }
    counts.set(name, counts.get(name)! + count);
    if (count > 0) yield { path, data };
  }
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    for (const each of open) yield* add(each, each.table.of?.(article) ?? []);
  }
  for (const each of open) {
    yield* add(each, each.table.others?.() ?? []);
    yield* each.parquet.end();
  }
  return counts;
}

interface ParquetFiles {
  /** What is ready to be written with this row, if anything. */
  add(row: Row): FormatFile | null;
  end(): Iterable<FormatFile>;
}

/** Annotations are cut by layer, as Hive and all who follow it name such folders; the other tables are whole. */
function parquetOf(table: Table, part: Part): ParquetFiles {
  if (table.name !== 'annotations') {
    const path = `parquet/${table.name}.parquet`;
    const file = new Parquet(table.columns);
    return {
      add(row) {
        const bytes = file.add(row);
        return bytes && { path, data: '', bytes };
      },
      *end() {
        yield { path, data: '', bytes: file.end() };
      },
    };
  }
  const at = table.columns.findIndex(({ name }) => name === 'layer');
  const columns = table.columns.toSpliced(at, 1);
  const layers = [...new Set([...annotationsIn(part)].map(({ layer }) => layer))].sort();
  const files = new Map(
    layers.map((layer) => [layer, { path: partitionPath(layer), file: new Parquet(columns) }]),
  );
  return {
    add(row) {
      const { path, file } = files.get(row[at] as string)!;
      const bytes = file.add(row.toSpliced(at, 1));
      return bytes && { path, data: '', bytes };
    },
    *end() {
      for (const { path, file } of files.values()) yield { path, data: '', bytes: file.end() };
    },
  };
}
