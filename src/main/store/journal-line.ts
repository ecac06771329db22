import { createHash } from 'node:crypto';
import type { Change, TableName } from '../../core/change/change';
import { SCHEMA } from '../../core/project/model';
import { parseChange } from '../../core/project/validate';
import { rowsOf } from './change-files';
import { isTooDeep } from './json-depth';

/** One change as the journal holds it. */
export interface JournalEntry {
  /** 1 for the first change of a project, then one more each; order goes by this and never by time. */
  readonly seq: number;
  /** When it was made, ISO 8601 UTC. */
  readonly at: string;
  /** What the researcher did: "tag claim". */
  readonly label: string;
  readonly change: Change;
}

/** The first line of a journal: what it is, and the number of the last change before it. */
export interface JournalHeader {
  readonly after: number;
}

/** One line: a whole entry, or a part of a large one. A part with `more` is followed by the next. */
export interface EntryLine extends JournalEntry {
  readonly part: number;
  readonly more: boolean;
  readonly sha256: string;
}

const FORMAT = 'marginalia/journal';

/** A change longer than this goes into several lines, so that no string of 40 MB is ever made. */
const PART_LENGTH = 1 << 19;

/** `{"sha256":…,` and the rest of the object; the checksum is that of the object without it. */
function sealLine(body: string): string {
  return `{"sha256":"${createHash('sha256').update(body).digest('hex')}",${body.slice(1)}\n`;
}

/** The header of a journal that begins after change number `after`. */
export function headerLine(after: number): string {
  return sealLine(JSON.stringify({ format: FORMAT, schema: SCHEMA, after }));
}

/** The lines of an entry, each with its line end. */
export function* entryLines(entry: JournalEntry): Generator<string> {
  const { seq, at, label } = entry;
  let part = 0;
  const line = (tables: Map<TableName, string[]>, more: boolean) => {
    const head = JSON.stringify({ seq, part: part++, more, at, label });
    const change = [...tables].map(([table, rows]) => `${JSON.stringify(table)}:{${rows.join(',')}}`);
    return sealLine(`${head.slice(0, -1)},"change":{${change.join(',')}}}`);
  };
  let tables = new Map<TableName, string[]>();
  let length = 0;
  for (const [table, id, pair] of rowsOf(entry.change)) {
    if (length > PART_LENGTH) {
      yield line(tables, true);
      tables = new Map();
      length = 0;
    }
    const row = `${JSON.stringify(id)}:${JSON.stringify(pair)}`;
    length += row.length;
    const rows = tables.get(table);
    if (rows) rows.push(row);
    else tables.set(table, [row]);
  }
  yield line(tables, false);
}

const PREFIX = /^\{"sha256":"([0-9a-f]{64})",$/;
const PREFIX_LENGTH = 77;

/** What a line without its line end says; null when it is not, to the last byte, one that was written here. */
export function readLine(line: Uint8Array): EntryLine | (JournalHeader & { readonly schema: number }) | null {
  const bytes = Buffer.from(line.buffer, line.byteOffset, line.byteLength);
  const sha256 = PREFIX.exec(bytes.toString('latin1', 0, PREFIX_LENGTH))?.[1];
  const rest = bytes.subarray(PREFIX_LENGTH);
  if (!sha256 || createHash('sha256').update('{').update(rest).digest('hex') !== sha256) return null;
  if (isTooDeep(rest)) return null;
  try {
    return understood(JSON.parse(`{${rest.toString()}`), sha256);
  } catch {
    return null;
  }
}

function understood(value: Record<string, unknown>, sha256: string): ReturnType<typeof readLine> {
  const { format, schema, after, seq, part, more, at, label, change } = value;
  if (format === FORMAT && isCount(after) && isCount(schema)) return { after, schema };
  if (!isCount(seq) || !isCount(part) || typeof at !== 'string' || typeof label !== 'string') return null;
  return { seq, part, more: more === true, at, label, change: parseChange(change), sha256 };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
