import type { ParquetRow } from 'hyparquet';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { damaged, Refusal } from '../../core/import/problem';

/** Far more rows and cells than a table of annotations has; read at once, they are held in memory. */
const MOST_ROWS = 2_000_000;

/** Does this begin and end as Parquet files do? */
export function isParquet(bytes: Uint8Array): boolean {
  const four = (from: number) => Buffer.from(bytes.subarray(from, from + 4)).toString('latin1');
  return bytes.length >= 12 && four(0) === 'PAR1' && four(bytes.length - 4) === 'PAR1';
}

/**
 * A Parquet file as the same table in CSV, which the readers of tables take: times as ISO 8601, lists and structs as
 * JSON, nothing as an empty cell. Throws a Refusal for files that are damaged, very large, or packed in a way that is
 * not read here.
 */
export async function parquetAsCsv(bytes: Uint8Array): Promise<string> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await rowsOf(file);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((name) => cellOf(row[name]))) });
}

async function rowsOf(file: ArrayBuffer): Promise<readonly ParquetRow[]> {
  try {
    const metadata = parquetMetadata(file);
    const packed = metadata.row_groups
      .flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec))
      .find((codec) => codec !== undefined && codec !== 'SNAPPY' && codec !== 'UNCOMPRESSED');
    if (packed) {
      const message = `This table is packed with ${packed}, which is not read here. Write it with Snappy or without packing.`;
      throw new Refusal('unsupported', message);
    }
    if (metadata.num_rows > MOST_ROWS)
      throw new Refusal(
        'too-large',
        'This table has more rows than can be read at once. Import it in parts.',
      );
    return await parquetReadObjects({ file, metadata });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw damaged(`it is no whole Parquet file (${(error as Error).message.slice(0, 120)})`);
  }
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value, plain) : String(value);
}

/** JSON has no integers beyond 2^53. */
function plain(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
