import { join } from 'node:path';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import { syncFolder } from './file-bytes';
import type { OnForeign } from './journal';
import { Journal } from './journal';
import { keepAs } from './keep-file';
import { FOLDERS } from './layout';
import type { Listing } from './listing';
import type { Loaded } from './load';
import { uniqueStamp } from './times';
import { replaceDurably } from './whole-file';

/** A folder made fit to be written: the journal to go on with, and what a person should know. */
export interface Settled {
  readonly journal: Journal;
  readonly report: readonly string[];
}

/**
 * After loading, with the lock: files under way are swept, damaged files and pieces of the journal are moved
 * to `set-aside/`, and the journal is made ready for its next line. Nothing that a person made is deleted.
 * Throws the disk's error; what was done until then does no harm.
 */
export async function settle(
  disk: Disk,
  folder: string,
  listing: Listing,
  loaded: Loaded,
  now: Date,
  onForeign: OnForeign,
): Promise<Settled> {
  for (const name of FOLDERS) await disk.makeFolder(join(folder, name));
  for (const path of listing.temps) await disk.remove(join(folder, path)).catch(() => {});
  const report: string[] = [];
  const stamp = uniqueStamp(now);
  const aside = (path: string) => `set-aside/${path.replaceAll('/', '~')}.${stamp}`;

  for (const path of [...loaded.rebuilt, ...loaded.lost]) {
    if (await keepAs(disk, join(folder, path), join(folder, aside(path)))) {
      report.push(`The damaged ${path} is kept as ${aside(path)}.`);
    }
  }
  await syncFolder(disk, join(folder, 'set-aside'));
  for (const path of loaded.lost) await removeBoth(disk, folder, path, aside(`${path}.bak`));

  const { journal: found, sequence } = loaded;
  const entries = found?.entries ?? [];
  const after = found?.after ?? (entries[0] ? entries[0].seq - 1 : sequence);
  if (found?.clean && !found.older)
    return { journal: await Journal.resume(disk, folder, after, entries, onForeign), report };
  if (found && found.bad.length > 0) {
    const blocks = found.bad.flatMap((piece) => [piece, Buffer.from('\n')]);
    const to = join(folder, aside('journal.jsonl'));
    await replaceDurably(disk, to, blocks, { keepPrevious: true, syncFolder: true });
    report.push(`What could not be read of the journal is kept as ${aside('journal.jsonl')}.`);
  }
  return { journal: await Journal.begin(disk, folder, after, entries, onForeign), report };
}

/** A lost file's previous version is damaged too, or it would not be lost: it is kept beside the other. */
async function removeBoth(disk: Disk, folder: string, path: string, previous: string): Promise<void> {
  await keepAs(disk, join(folder, `${path}.bak`), join(folder, previous));
  for (const name of [`${path}.bak`, path]) {
    await disk.remove(join(folder, name)).catch((error) => {
      if (!isMissing(error)) throw error;
    });
  }
}
