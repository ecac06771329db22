import type { Disk } from './disk';
import type { Seen } from './durable-json';
import { writeFileIndex } from './file-index';
import type { Journal } from './journal';

/**
 * To be called when every file holds all changes up to `sequence`: lists the files and files the journal
 * away. False when there was nothing to file, or a later change has come meanwhile.
 */
export async function checkpoint(
  disk: Disk,
  folder: string,
  journal: Journal,
  seen: ReadonlyMap<string, Seen>,
  sequence: number,
): Promise<boolean> {
  if (!journal.canArchive(sequence)) return false;
  await writeFileIndex(disk, folder, seen, sequence);
  return journal.archive(sequence);
}
