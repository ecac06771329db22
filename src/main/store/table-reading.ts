import { join } from 'node:path';
import { forEachBounded } from './bounded';
import { DamagedFile, NewerSchema } from './damage';
import type { Disk } from './disk';
import type { Seen } from './durable-json';
import { DurableJson, readStored } from './durable-json';
import type { TableFile } from './layout';
import { formatOf, tableFile } from './layout';
import type { FileRead, ManyFiles } from './many-files';
import type { Rows } from './rows';
import { parseRows } from './rows';

/** The rows of a file and the number of the last change that is in them. */
export interface TableRows {
  readonly sequence: number;
  readonly rows: Rows;
}

/** What reading the table files of a folder gave. Every path given is in `rows`, `damaged` or `unusable`. */
export interface TableReading {
  readonly rows: Map<string, TableRows>;
  readonly seen: Map<string, Seen>;
  readonly damaged: Map<string, DamagedFile>;
  /** Files of a later version that this one cannot make sense of. */
  readonly unusable: Map<string, NewerSchema>;
  /** The first file of a later version, if any. */
  readonly newer: NewerSchema | null;
}

/** Enough to keep the disk busy, and far below any limit on open files. */
const AT_ONCE = 32;
/** So many are read in less time than a thread takes to start. */
const FEW = 400;
/** So many are made into objects within a frame. */
const PART = 40;

/** Is told how far reading is, and may stop it by throwing. `name`: that of the project, once it is known. */
export type OnRead = (read: {
  readonly name: string | null;
  readonly done: number;
  readonly total: number;
}) => void;

/** Reads table files by their paths within the folder. Throws only when the disk refuses, or what `onRead` throws. */
export async function readTables(
  disk: Disk,
  folder: string,
  paths: ReadonlySet<string>,
  onRead: OnRead = () => {},
): Promise<TableReading> {
  const result = {
    rows: new Map<string, TableRows>(),
    seen: new Map<string, Seen>(),
    damaged: new Map<string, DamagedFile>(),
    unusable: new Map<string, NewerSchema>(),
    newer: null as NewerSchema | null,
  };
  let name: string | null = null;
  const read = async (path: string, bytes?: () => Promise<FileRead>) => {
    const file = tableFile(path)!;
    const adapter = adapterOf(disk, join(folder, path), file, bytes);
    try {
      const stored = await readStored(adapter);
      if (stored) result.rows.set(path, { sequence: stored.sequence, rows: stored.data });
      else result.damaged.set(path, DamagedFile.missing(path));
    } catch (error) {
      if (error instanceof DamagedFile) result.damaged.set(path, error);
      else if (error instanceof NewerSchema) readNewer(result, path, file, error);
      else throw error;
    } finally {
      if (adapter.seen) result.seen.set(path, adapter.seen);
    }
    name ??= result.rows.get(path)?.rows.info?.name ?? null;
    onRead({ name, done: result.rows.size + result.damaged.size + result.unusable.size, total: paths.size });
  };
  const many = paths.size > FEW ? disk.many?.() : undefined;
  try {
    if (many) await readByThreads(many, folder, paths, read);
    else await forEachBounded(paths, AT_ONCE, (path) => read(path));
  } finally {
    many?.end();
  }
  return result;
}

/** Threads that fail cost no more than time: the files they did not bring are read as the others are. */
async function readByThreads(
  many: ManyFiles,
  folder: string,
  paths: Iterable<string>,
  read: (path: string, bytes?: () => Promise<FileRead>) => Promise<void>,
): Promise<void> {
  await forEachBounded(inParts([...paths]), many.atOnce, async (part) => {
    const found = await many.read(part.map((path) => join(folder, path))).catch(() => null);
    for (const [at, path] of part.entries()) {
      const one = found?.[at];
      await read(path, one && (async () => (one instanceof Error ? Promise.reject(one) : one)));
    }
  });
}

function* inParts(paths: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < paths.length; at += PART) yield paths.slice(at, at + PART);
}

/** The generation before the one in the file, or null when it is missing or damaged as well. */
export async function readPrevious(disk: Disk, folder: string, path: string): Promise<TableRows | null> {
  try {
    const stored = await readStored(adapterOf(disk, join(folder, `${path}.bak`), tableFile(path)!));
    return stored && { sequence: stored.sequence, rows: stored.data };
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NewerSchema) return null;
    throw error;
  }
}

function adapterOf(
  disk: Disk,
  path: string,
  file: TableFile,
  bytes?: () => Promise<FileRead>,
): DurableJson<Rows> {
  return new DurableJson(disk, path, formatOf(file.kind), (data) => parseRows(file, data), undefined, bytes);
}

/** Later versions mostly add: what this one understands is shown, to be read only. */
function readNewer(
  result: { rows: Map<string, TableRows>; unusable: Map<string, NewerSchema>; newer: NewerSchema | null },
  path: string,
  file: TableFile,
  error: NewerSchema,
): void {
  result.newer ??= error;
  try {
    result.rows.set(path, { sequence: error.sequence, rows: parseRows(file, error.data) });
  } catch {
    result.unusable.set(path, error);
  }
}
