import { join } from 'node:path';
import { forEachBounded } from './bounded';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import { readWhole, syncFolder } from './file-bytes';
import { originalPath } from './layout';
import { replaceDurably } from './whole-file';

/** The disk puts syncs that come together into one; more at once gave nothing here. */
const AT_ONCE = 8;

/**
 * Writes the imported bytes of articles beside them; resolves when they are on the disk. Bytes that are there
 * already are left alone, so a second try after an error does only what is missing; others are kept as `.bak`.
 */
export async function writeOriginals(
  disk: Disk,
  folder: string,
  originals: ReadonlyMap<string, Uint8Array>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  if (originals.size === 0) return;
  let done = 0;
  await forEachBounded(originals, AT_ONCE, async ([id, bytes]) => {
    const path = join(folder, originalPath(id));
    if (!(await holds(disk, path, bytes)))
      await replaceDurably(disk, path, [bytes], { keepPrevious: true, syncFolder: false });
    onProgress(++done, originals.size);
  });
  await syncFolder(disk, join(folder, 'articles'));
}

async function holds(disk: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    return (await readWhole(disk, path)).bytes.equals(bytes);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
