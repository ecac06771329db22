import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import type { Cell, Column, ColumnType, Row } from './table';

const TYPES = {
  string: 'STRING',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
} as const satisfies Record<ColumnType, string>;

/** A group of rows is written when it has so many of them, or so many characters (UTF-16). */
const ROWS = 50_000;
const CHARACTERS = 8_000_000;

/**
 * A table as Apache Parquet (snappy), every column nullable, so that all parts of a table have one schema. Rows are
 * kept until there is a group of them; `add` and `end` return the bytes that are ready.
 */
export class Parquet {
  readonly #columns: readonly Column[];
  readonly #bytes = new ByteWriter();
  readonly #writer: ParquetWriter;
  #cells: Cell[][];
  #characters = 0;

  constructor(columns: readonly Column[]) {
    this.#columns = columns;
    this.#cells = columns.map(() => []);
    const columnData = columns.map(({ name, type }) => ({
      name,
      type: TYPES[type],
      nullable: true,
      data: [],
    }));
    this.#writer = new ParquetWriter({
      writer: this.#bytes,
      schema: schemaFromColumnData({ columnData }),
      createdBy: 'Marginalia',
    });
  }

  add(row: Row): Uint8Array | null {
    const cells = this.#cells;
    for (let at = 0; at < cells.length; at++) {
      const cell = row[at] ?? null;
      cells[at]!.push(cell);
      if (typeof cell === 'string') this.#characters += cell.length;
    }
    const full = this.#cells[0]!.length >= ROWS || this.#characters >= CHARACTERS;
    return full ? this.#group() : null;
  }

  end(): Uint8Array {
    const last = this.#cells[0]!.length > 0 ? this.#group() : new Uint8Array();
    this.#writer.finish();
    const end = this.#taken();
    const bytes = new Uint8Array(last.length + end.length);
    bytes.set(last);
    bytes.set(end, last.length);
    return bytes;
  }

  #group(): Uint8Array {
    const columnData = this.#columns.map(({ name }, at) => ({ name, data: this.#cells[at]! }));
    this.#writer.write({ columnData, rowGroupSize: ROWS });
    this.#cells = this.#columns.map(() => []);
    this.#characters = 0;
    return this.#taken();
  }

  /** What was written since the last time; the writer keeps the count of all of it. */
  #taken(): Uint8Array {
    const bytes = this.#bytes.getBytes().slice();
    this.#bytes.index = 0;
    return bytes;
  }
}
