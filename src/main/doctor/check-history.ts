import { join } from 'node:path';
import type { Finding } from '../../core/doctor/finding';
import { listBackups, readBackup } from '../store/backups';
import { DamagedFile } from '../store/damage';
import type { Disk } from '../store/disk';
import { readWhole } from '../store/file-bytes';
import { segmentsOf } from '../store/journal-archive';
import { readJournal } from '../store/journal-reading';
import { gaps } from '../store/report';
import { finding, note } from './words';

/** Reads every backup in the project's folder to its end. */
export async function checkBackups(disk: Disk, folder: string): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const { path } of await listBackups(disk, join(folder, 'backups'))) {
    try {
      await readBackup(disk, path);
    } catch (error) {
      const where = path.slice(folder.length + 1);
      const why = error instanceof DamagedFile ? error.message : `${where} cannot be read`;
      found.push(
        finding('damaged-backup', where, `${why}.`, 'A repair sets it aside; the others are used.', true),
      );
    }
  }
  return found;
}

/** Reads the journals that were filed away: is each whole, and does each begin where the one before ends? */
export async function checkSegments(disk: Disk, folder: string): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const can = 'Nothing needs to be done while the files are whole. A backup made now does not need it.';
  let expected: number | null = null;
  for (const { path, first, last } of await segmentsOf(disk, folder)) {
    const where = path.slice(folder.length + 1);
    if (expected !== null && first > expected) {
      const missing = first - 1 > expected ? `${expected} to ${first - 1} are` : `${expected} is`;
      found.push(
        note('journal-gap', where, `The history has a gap: change ${missing} in no old journal.`, can),
      );
    }
    expected = last + 1;
    const reading = readJournal((await readWhole(disk, path)).bytes);
    const { entries, bad } = reading;
    const whole = bad.length === 0 && gaps(reading).length === 0;
    if (whole && entries[0]?.seq === first && entries.at(-1)?.seq === last) continue;
    found.push(
      note('journal-gap', where, 'An old journal is damaged: it is not needed for what is there now.', can),
    );
  }
  return found;
}
