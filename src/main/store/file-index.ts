import { join } from 'node:path';
import { DamagedFile, NewerSchema } from './damage';
import type { Disk } from './disk';
import type { Seen } from './durable-json';
import { asIs, DurableJson, readStored, writeStored } from './durable-json';
import { tableFile } from './layout';
import type { TableReading } from './table-reading';

const PATH = 'journal/files.json';
const FORMAT = 'marginalia/files';

/**
 * Writes which files there are at a checkpoint and how new each is. Every file says for itself whether it is
 * whole; only a list can say that one has vanished, or that a sync service has put an old one back.
 */
export async function writeFileIndex(
  disk: Disk,
  folder: string,
  seen: ReadonlyMap<string, Seen>,
  sequence: number,
): Promise<void> {
  const data = Object.fromEntries([...seen].map(([path, file]) => [path, file.sequence]).sort());
  await writeStored(new DurableJson(disk, join(folder, PATH), FORMAT, asIs), { sequence, data });
}

/** What has vanished or become older since the last checkpoint. Without a usable list nothing is known to. */
export async function findVanished(
  disk: Disk,
  folder: string,
  files: TableReading,
): Promise<ReadonlyMap<string, DamagedFile>> {
  const found = new Map<string, DamagedFile>();
  for (const [path, sequence] of Object.entries(await readFileIndex(disk, folder))) {
    if (!tableFile(path) || files.damaged.has(path) || files.unusable.has(path)) continue;
    const there = files.rows.get(path);
    if (!there) found.set(path, DamagedFile.missing(path));
    else if (there.sequence < sequence)
      found.set(path, new DamagedFile(path, 'is an older version than it was'));
  }
  return found;
}

async function readFileIndex(disk: Disk, folder: string): Promise<Readonly<Record<string, number>>> {
  try {
    const adapter = new DurableJson(disk, join(folder, PATH), FORMAT, parseIndex);
    return (await readStored(adapter))?.data ?? {};
  } catch (error) {
    // It is made anew at the next checkpoint.
    if (error instanceof DamagedFile || error instanceof NewerSchema) return {};
    throw error;
  }
}

function parseIndex(data: unknown): Readonly<Record<string, number>> {
  const entries = Object.entries(data as Record<string, unknown>);
  if (entries.some(([, sequence]) => typeof sequence !== 'number')) throw new Error('holds no numbers');
  return data as Record<string, number>;
}
