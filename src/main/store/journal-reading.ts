import type { Change, TableName } from '../../core/change/change';
import { SCHEMA } from '../../core/project/model';
import type { EntryLine, JournalEntry } from './journal-line';
import { readLine } from './journal-line';

/** What a journal's bytes hold. */
export interface JournalReading {
  /** The number of the last change before this journal; null when its header is missing. */
  readonly after: number | null;
  /** Whole entries by number, each once. There may be gaps where lines are damaged. */
  readonly entries: readonly JournalEntry[];
  /** Lines and pieces of lines that could not be used, in the order found. */
  readonly bad: readonly Uint8Array[];
  /** Are the bytes exactly what was written, ready for the next line? Otherwise it has to be written anew. */
  readonly clean: boolean;
  /** Was it begun by a later version? */
  readonly newer: boolean;
  /** Was it begun by an earlier one? What is added by this version must not stand under its header. */
  readonly older: boolean;
  /** Numbers after which it goes on on purpose: those between came in with files from elsewhere. */
  readonly jumps: ReadonlySet<number>;
}

/**
 * Reads a journal that may be torn, changed, doubled or out of order. Every line stands for itself by its
 * checksum, so what follows a damaged line is not lost with it; an entry of several lines counts only when
 * all of them are there.
 */
export function readJournal(bytes: Uint8Array): JournalReading {
  let after: number | null = null;
  let newer = false;
  let older = false;
  const jumps = new Set<number>();
  let tidy = bytes.length > 0 && bytes.at(-1) === 0x0a;
  const bad: Uint8Array[] = [];
  const found = new Map<number, Found[]>();
  let last = { seq: -1, part: -1 };
  for (const line of linesOf(bytes)) {
    const read = readLine(line);
    if (!read) {
      bad.push(line);
    } else if ('after' in read) {
      if (after !== null) jumps.add(read.after);
      after ??= read.after;
      newer ||= read.schema > SCHEMA;
      older ||= read.schema < SCHEMA;
    } else if (!place(found, read, line, bad)) {
      tidy = false;
    } else {
      if (read.seq < last.seq || (read.seq === last.seq && read.part < last.part)) tidy = false;
      last = read;
    }
  }
  const entries: JournalEntry[] = [];
  for (const seq of [...found.keys()].sort((a, b) => a - b)) {
    const parts = found.get(seq)!.sort((a, b) => a.line.part - b.line.part);
    const entry = join(parts.map(({ line }) => line));
    if (entry) entries.push(entry);
    else bad.push(...parts.map(({ bytes: line }) => line));
  }
  return { after, entries, bad, newer, older, jumps, clean: tidy && bad.length === 0 && after !== null };
}

interface Found {
  readonly line: EntryLine;
  readonly bytes: Uint8Array;
}

/** False when this part of this entry has been met before: the first one holds, another one is kept aside. */
function place(found: Map<number, Found[]>, line: EntryLine, bytes: Uint8Array, bad: Uint8Array[]): boolean {
  const parts = found.get(line.seq) ?? [];
  const other = parts.find((candidate) => candidate.line.part === line.part);
  if (!other) found.set(line.seq, [...parts, { line, bytes }]);
  else if (other.line.sha256 !== line.sha256) bad.push(bytes);
  return !other;
}

/** The entry that the parts make, or null when one is missing. */
function join(parts: readonly EntryLine[]): JournalEntry | null {
  const [first] = parts;
  const whole = parts.every((line, index) => line.part === index && line.more === index < parts.length - 1);
  if (!first || !whole) return null;
  const { seq, at, label } = first;
  if (parts.length === 1) return { seq, at, label, change: first.change };
  const change: Partial<Record<TableName, object>> = {};
  for (const line of parts) {
    for (const [table, rows] of Object.entries(line.change) as [TableName, object][]) {
      change[table] = Object.assign(change[table] ?? {}, rows);
    }
  }
  return { seq, at, label, change: change as Change };
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(0x0a, from);
    const to = end < 0 ? bytes.length : end;
    const line = bytes.subarray(from, bytes[to - 1] === 0x0d ? to - 1 : to);
    if (line.length > 0) yield line;
    from = to + 1;
  }
}
