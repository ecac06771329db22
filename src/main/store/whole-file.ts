import { dirname } from 'node:path';
import type { Disk, Stamp } from './disk';
import { syncFolder, writeDurably } from './file-bytes';
import { keepAs } from './keep-file';

/** How a file is put in place of another. */
export interface Replacing {
  /** Keep the file that was there as `<name>.bak`. */
  readonly keepPrevious: boolean;
  /** False when the caller syncs the folder itself, once for many files. */
  readonly syncFolder: boolean;
}

/**
 * Writes a file so that at every moment, whatever fails, either the old or the new one is there, whole.
 * Resolves when it is on the disk; throws the first error.
 */
export async function replaceDurably(
  disk: Disk,
  path: string,
  blocks: Iterable<Uint8Array>,
  how: Replacing,
): Promise<Stamp> {
  const keepPrevious = () => keepAs(disk, path, `${path}.bak`);
  const stamp = await writeDurably(disk, path, blocks, how.keepPrevious ? keepPrevious : undefined);
  if (how.syncFolder) await syncFolder(disk, dirname(path));
  return stamp;
}
