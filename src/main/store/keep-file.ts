import type { Disk } from './disk';
import { codeOf, isMissing } from './disk-errors';
import { readWhole, writeDurably } from './file-bytes';

/** Disks without a second name for a file: FAT, some network shares. */
const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EXDEV', 'EMLINK', 'EINVAL']);

/**
 * Keeps the file at `from` also as `to`, in place of what was there, without a moment in which `from` is
 * missing. A file that is not there is nothing to keep. False then, else true.
 */
export async function keepAs(disk: Disk, from: string, to: string): Promise<boolean> {
  try {
    await linkOver(disk, from, to);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    if (!NO_LINKS.has(codeOf(error) ?? '')) throw error;
  }
  const { bytes } = await readWhole(disk, from);
  await writeDurably(disk, to, [bytes]);
  return true;
}

async function linkOver(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    await disk.remove(to);
    await disk.link(from, to);
  }
}
