import { parquetWriteBuffer } from 'hyparquet-writer';
import type { ColumnType, Table } from './table';

const TYPES = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/** A table as Apache Parquet (snappy), every column nullable, so that all parts of a table have one schema. */
export function asParquet({ columns, rows }: Table): Uint8Array {
  const buffer = parquetWriteBuffer({
    columnData: columns.map(({ name, type }, at) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: rows.map((row) => row[at] ?? null),
    })),
  });
  return new Uint8Array(buffer);
}
