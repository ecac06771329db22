import { join } from 'node:path';
import type { BackupAbout, BackupFile } from './backups';
import { listBackups, readAbout } from './backups';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';

/** A backup and what it says of itself. */
export interface FoundBackup extends BackupFile {
  readonly bytes: number;
  readonly reason: string;
  readonly about: BackupAbout | null;
}

/** The backups in any of these folders, newest first. A folder that is missing has none. Throws the disk's error. */
export async function findBackups(disk: Disk, folders: Iterable<string>): Promise<readonly FoundBackup[]> {
  const found: FoundBackup[] = [];
  for (const folder of folders) {
    for (const file of await listBackups(disk, folder)) {
      const { size } = await disk.stat(file.path);
      found.push({ ...file, bytes: size, ...(await readAbout(disk, file.path)) });
    }
  }
  return found.sort((a, b) => b.sequence - a.sequence || (a.at < b.at ? 1 : -1));
}

/** The folders below a folder, to so many levels; none when it is missing. */
export async function foldersIn(disk: Disk, folder: string, levels: number): Promise<readonly string[]> {
  if (levels === 0) return [folder];
  try {
    const inner = (await disk.list(folder)).filter(({ kind }) => kind === 'folder');
    const below = await Promise.all(inner.map(({ name }) => foldersIn(disk, join(folder, name), levels - 1)));
    return below.flat();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
