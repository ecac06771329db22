import { dirname, join } from 'node:path';
import { SCHEMA } from '../../core/project/model';
import type { Disk } from './disk';
import { stampOf, syncFolder } from './file-bytes';
import { keepAs } from './keep-file';
import { JOURNAL } from './layout';
import type { Loaded } from './load';

/** Why a project is backed up when a newer version of the program first writes to it. */
export const MIGRATION = `before the project was brought to schema ${SCHEMA}`;

/** The files of a project that an earlier schema wrote, the journal among them. */
export function olderFiles({ seen, journal }: Loaded): readonly string[] {
  const tables = [...seen].filter(([, file]) => file.schema > 0 && file.schema < SCHEMA);
  return [...tables.map(([path]) => path), ...(journal?.older ? [JOURNAL] : [])];
}

/**
 * Keeps files byte for byte as the earlier version wrote them, under `backups/before-schema-…`, so that it
 * could still open them there. What is kept already, because the program stopped on the way, stays.
 * Throws the disk's error; nothing is to be written then.
 */
export async function keepOlder(
  disk: Disk,
  folder: string,
  paths: readonly string[],
  sequence: number,
): Promise<void> {
  const place = `backups/before-schema-${SCHEMA}-${String(sequence).padStart(9, '0')}`;
  const folders = new Set<string>();
  for (const path of paths) {
    const to = join(folder, place, path);
    if (await stampOf(disk, to)) continue;
    if (!folders.has(dirname(to))) await disk.makeFolder(dirname(to));
    folders.add(dirname(to));
    await keepAs(disk, join(folder, path), to);
  }
  for (const made of folders) await syncFolder(disk, made);
}
