import { CHECKSUMS, isPartition } from '../../core/formats/dataset/paths';
import type { Disk } from '../store/disk';
import { isMissing } from '../store/disk-errors';
import { digestOf, readWhole } from '../store/file-bytes';
import { placeIn } from './export-stage';

/**
 * Files of an earlier dataset in the folder that the new one no longer has, though programs that read all partitions
 * of a table would take them for it: what the earlier list of checksums names, and what is still as it says. Nothing
 * else is ours to remove. `files`: the paths of the new export.
 */
export async function staleFiles(
  disk: Disk,
  root: string,
  files: readonly string[],
): Promise<readonly string[]> {
  const fresh = new Set(files);
  if (!fresh.has(CHECKSUMS)) return [];
  const stale: string[] = [];
  for (const [path, sum] of await listed(disk, root)) {
    if (!fresh.has(path) && isPartition(path) && (await sumOf(disk, placeIn(root, path))) === sum)
      stale.push(path);
  }
  return stale;
}

/** What the list in the folder says, by path; nothing where there is none. */
async function listed(disk: Disk, root: string): Promise<ReadonlyMap<string, string>> {
  const told = new Map<string, string>();
  try {
    const { bytes } = await readWhole(disk, placeIn(root, CHECKSUMS));
    for (const line of Buffer.from(bytes).toString('utf8').split('\n')) {
      const [, sum, path] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (sum !== undefined && path !== undefined) told.set(path, sum);
    }
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  return told;
}

async function sumOf(disk: Disk, place: string): Promise<string | null> {
  try {
    const { size } = await disk.stat(place);
    const file = await disk.open(place, 'r');
    try {
      return await digestOf(file, size);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
