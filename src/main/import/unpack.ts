import { isUtf8 } from 'node:buffer';
import type { FormatFile } from '../../core/formats/format';
import { decode } from './decode';
import { isParquet, parquetAsCsv } from './parquet';
import { isSqlite } from './sqlite/pages';
import { readSqlite } from './sqlite/tables';
import { openZip, type ZipLimits } from './zip';

/** Packed files in packed files are opened so far: some tools pack each annotator's work by itself. */
const DEEPEST = 2;

/** A project may hold many articles; more than this no reader of ours could work with. Bytes. */
const PROJECT: ZipLimits = {
  part: 192 * 1024 * 1024,
  sum: 384 * 1024 * 1024,
  parts: 20_000,
  message: 'This file unpacks to far more than a project of texts holds, and was not opened.',
};

/** What in a packed file is text, a database or packed; pictures, recordings and documents in it are passed over. */
const READABLE =
  /\.(?:txt|qde|qdc|xml|xmi|tei|json|jsonl|jsonld|ndjson|csv|tsv|tab|ann|a1|a2|conf|conll|conllu|iob|bio|md|html?|qda|db|sqlite3?|parquet|zip)$/i;

/**
 * The files that a reader of formats is given for the file at `path`: itself when it is text, what is in it when it is
 * packed, and when it is a SQLite database a file for each table, "<path>/<table>.json" with its rows. A Parquet table is given as
 * CSV, "<path>.csv". A byte order mark
 * stays in plain texts only; text that is no UTF-8 is read as decode.ts finds; what is no text has only its bytes. Throws a
 * Refusal for packed files and databases that are damaged, locked or hostile.
 */
export async function unpack(path: string, bytes: Uint8Array, depth = 0): Promise<readonly FormatFile[]> {
  if (isSqlite(bytes)) return tablesOf(path, bytes);
  if (isParquet(bytes)) return [{ path: `${path}.csv`, data: await parquetAsCsv(bytes) }];
  if (isZip(bytes)) return depth < DEEPEST ? unzip(path, bytes, depth) : [{ path, data: '', bytes }];
  if (isUtf8(bytes)) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    // In a plain text the first character counts, whatever it is: offsets into it do, too.
    return [{ path, data: /\.txt$/i.test(path) ? text : text.replace(/^\ufeff/, '') }];
  }
  const decoded = decode(bytes, path);
  return ['code' in decoded ? { path, data: '', bytes } : { path, data: decoded.text }];
}

/** Do files that begin so hold others, or tables? */
export function isPacked(head: Uint8Array): boolean {
  return isSqlite(head) || isZip(head) || Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1';
}

async function unzip(path: string, bytes: Uint8Array, depth: number): Promise<readonly FormatFile[]> {
  const zip = await openZip(bytes, PROJECT);
  const files: FormatFile[] = [];
  for (const name of zip.names) {
    if (!READABLE.test(name) || /(?:^|\/)(?:__MACOSX\/|\.)/.test(name)) continue;
    // A packed file within one keeps its name as a folder, or two of them might hold files of one name.
    const within = depth === 0 ? name : `${path.replace(/\.zip$/i, '')}/${name}`;
    const part = await zip.read(name);
    if (part !== null) files.push(...(await unpack(within, part, depth + 1)));
  }
  return files;
}

function isZip(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  return head === 'PK\u0003\u0004' || head === 'PK\u0005\u0006';
}

function tablesOf(path: string, bytes: Uint8Array): readonly FormatFile[] {
  return readSqlite(bytes).map(({ name, rows }) => ({
    path: `${path}/${name}.json`,
    data: JSON.stringify(rows),
  }));
}
