import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { type JsonReading, readJson } from '../read-json';
import { type Json, listOf, record } from '../web-json';
import { checkFile } from './check-file';

/** A record of a file, and the means to say where it is. */
export interface JsonRow {
  readonly item: Json;
  readonly json: JsonReading;
  readonly path: readonly (string | number)[];
}

/**
 * The records of a file: of a list, of a list under one of `keys`, one alone, or one on each line (.jsonl). Throws
 * FormatError for what is no JSON, and for a record that does not `fit`; `what` says in words what was expected.
 */
export function jsonRows(
  file: FormatFile,
  keys: readonly string[],
  fits: (item: Json) => boolean,
  what: string,
): { readonly rows: readonly JsonRow[]; readonly warnings: readonly string[] } {
  checkFile(file);
  const readings = /\.(?:jsonl|ndjson)$/i.test(file.path) ? linesOf(file) : [readJson(file.path, file.data)];
  const rows = readings.flatMap((json) => rowsOf(json, keys));
  for (const { item, json, path } of rows) if (!fits(item)) throw json.faultAt(path, what);
  return { rows, warnings: readings.flatMap(({ warnings }) => warnings) };
}

function linesOf({ path, data }: FormatFile): readonly JsonReading[] {
  return data
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readJson(path, line, index + 1)]));
}

function rowsOf(json: JsonReading, keys: readonly string[]): readonly JsonRow[] {
  const numbered = (list: readonly unknown[], path: readonly string[]) =>
    list.map((item, at): JsonRow => ({ item: record(item), json, path: [...path, at] }));
  if (Array.isArray(json.value)) return numbered(json.value, []);
  const root = record(json.value);
  const key = keys.find((each) => Array.isArray(root[each]));
  if (key !== undefined) return numbered(listOf(root[key]), [key]);
  return [{ item: root, json, path: [] }];
}

/** Files that hold records, without codebooks of ours. Throws FormatError when there are none. */
export function jsonFiles(files: readonly FormatFile[]): readonly FormatFile[] {
  const found = files.filter(
    ({ path }) => /\.(?:json|jsonl|ndjson)$/i.test(path) && !/\.codebook\.json$/i.test(path),
  );
  if (found.length > 0) return found;
  throw new FormatError('a file that ends in .json was expected', files[0]?.path ?? '', 1, 1);
}
