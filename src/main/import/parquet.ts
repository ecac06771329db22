import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, ParquetRow } from 'hyparquet';
import { parquetMetadata, parquetReadObjects, snappyUncompress } from 'hyparquet';
import { decompressLz4, decompressLz4Raw, decompressZstd } from 'hyparquet-compressors';
import Papa from 'papaparse';
import { damaged, Refusal } from '../../core/import/problem';
import { checkPages } from './parquet-pages';

/** Far more rows and cells than a table of annotations has; read at once, they are held in memory. */
const MOST_ROWS = 2_000_000;
const MOST_CELLS = 20_000_000;
/** What the pages of one file say that they unpack to, in all. */
const MOST_BYTES = 512 * 1024 * 1024;

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
export async function parquetAsCsv(bytes: Uint8Array, most = MOST_BYTES): Promise<string> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const rows = await rowsOf(file, most);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return Papa.unparse({ fields: columns, data: rows.map((row) => columns.map((name) => cellOf(row[name]))) });
}

async function rowsOf(file: ArrayBuffer, most: number): Promise<readonly ParquetRow[]> {
  try {
    const metadata = parquetMetadata(file);
    const packed = metadata.row_groups
      .flatMap(({ columns }) => columns.map(({ meta_data }) => meta_data?.codec))
      .find((codec) => codec !== undefined && !READ_HERE.has(codec));
    if (packed) {
      const message = `This table is packed with ${packed}, which is not read here. Write it with Zstandard, Snappy or without packing.`;
      throw new Refusal('unsupported', message);
    }
    const cells = metadata.row_groups.reduce(
      (sum, { columns }) =>
        columns.reduce((own, { meta_data }) => own + Number(meta_data?.num_values ?? 0), sum),
      0,
    );
    if (metadata.num_rows > MOST_ROWS || cells > MOST_CELLS) throw tooLarge();
    const compressors = bounded(most);
    checkPages(file, metadata, (codec, input, length) =>
      codec === 'UNCOMPRESSED' ? input : compressors[codec as keyof Compressors]!(input, length),
    );
    return await inTurns(file, (patient) =>
      parquetReadObjects({ file: patient, metadata, compressors: bounded(most), parsers: PARSERS }),
    );
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // What the reader says is for those who write readers.
    throw damaged('it is no whole Parquet file');
  }
}

/** A byte order mark is part of a text that begins with one: places in the text count it. */
const WHOLE = new TextDecoder('utf-8', { ignoreBOM: true });
const PARSERS = { stringFromBytes: (bytes: Uint8Array | undefined) => bytes && WHOLE.decode(bytes) };

/**
 * Reads a file whose bytes come a turn later each, and not at all once the reading failed: the reader begins with all
 * columns at once, and when it gives up before it waits for them, nobody would hear of what is wrong with the others.
 */
async function inTurns<Read>(
  file: ArrayBuffer,
  read: (patient: AsyncBuffer) => Promise<Read>,
): Promise<Read> {
  let failed = false;
  const slice = async (start: number, end?: number): Promise<ArrayBuffer> => {
    await new Promise<void>((resolve) => setImmediate(() => !failed && resolve()));
    return file.slice(start, end);
  };
  try {
    return await read({ byteLength: file.byteLength, slice });
  } finally {
    failed = true;
  }
}

/** What unpacks each codec, to so many bytes. */
const UNPACKERS: Readonly<Record<string, (input: Uint8Array, length: number) => Uint8Array>> = {
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(1, length) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(1, length) }),
  SNAPPY: (input, length) => {
    const output = new Uint8Array(length);
    snappyUncompress(input, output);
    return output;
  },
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
  LZ4: decompressLz4,
  LZ4_RAW: decompressLz4Raw,
};
const READ_HERE: ReadonlySet<string> = new Set(['UNCOMPRESSED', ...Object.keys(UNPACKERS)]);

/** The unpackers of all codecs, until more has come of a file than any table of texts holds. */
function bounded(most: number): Compressors {
  let left = most;
  return Object.fromEntries(
    Object.entries(UNPACKERS).map(([codec, unpack]) => [
      codec,
      (input: Uint8Array, length: number) => {
        left -= length;
        if (left < 0) throw tooLarge();
        return unpack(input, length);
      },
    ]),
  );
}

function tooLarge(): Refusal {
  return new Refusal('too-large', 'This table is larger than can be read at once. Import it in parts.');
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
