import { isUtf8 } from 'node:buffer';
import type { FormatFile } from '../../core/formats/format';
import { damaged } from '../../core/import/problem';
import { decode } from './decode';
import { isSqlite } from './sqlite/pages';
import { readSqlite } from './sqlite/tables';
import { openZip, type ZipLimits } from './zip';

/** A project may hold many articles; more than this no reader of ours could work with. Bytes. */
const PROJECT: ZipLimits = {
  part: 192 * 1024 * 1024,
  sum: 384 * 1024 * 1024,
  tooMuch: 'This file unpacks to far more than a project of texts holds, and was not opened.',
};

/** What in a packed file is text or a database; pictures, recordings and documents in it are passed over. */
const READABLE =
  /\.(?:txt|qde|qdc|xml|xmi|tei|json|jsonl|jsonld|ndjson|csv|tsv|tab|ann|conf|conll|conllu|iob|bio|md|html?|qda|db|sqlite3?)$/i;

/**
 * The files that a reader of formats is given for the file at `path`: itself when it is text, what is in it when it is a
 * zip, and when it is a SQLite database a file for each table, "<path>/<table>.json" with its rows. A byte order mark
 * stays where it is; text that is no UTF-8 is read as decode.ts finds. Throws a Refusal for what is damaged or hostile.
 */
export async function unpack(path: string, bytes: Uint8Array): Promise<readonly FormatFile[]> {
  if (isSqlite(bytes)) return tablesOf(path, bytes);
  if (!isZip(bytes)) return [{ path, data: textOf(path, bytes) }];
  const zip = await openZip(bytes, PROJECT);
  const files: FormatFile[] = [];
  for (const name of zip.names) {
    if (!READABLE.test(name) || name.startsWith('__MACOSX/')) continue;
    const part = await zip.read(name);
    if (part === null) continue;
    if (isSqlite(part)) files.push(...tablesOf(name, part));
    else files.push({ path: name, data: textOf(name, part) });
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

function textOf(path: string, bytes: Uint8Array): string {
  // decode takes a byte order mark away, which in files of our own may be the first character of an article.
  if (isUtf8(bytes)) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const decoded = decode(bytes, path);
  if ('code' in decoded) throw damaged(`${path.slice(0, 100)} is no text`);
  return decoded.text;
}
