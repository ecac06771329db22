import { join } from 'node:path';
import type { CheckReport } from '../../shared/api';
import type { Disk } from '../store/disk';
import { syncFolder } from '../store/file-bytes';
import { keepAs } from '../store/keep-file';
import { acquireLock } from '../store/lock';
import type { StoreOptions } from '../store/project-store';
import { openProject, Refusal, readProject } from '../store/project-store';
import { uniqueStamp } from '../store/times';
import { examine } from './examine';
import { findOtherVersions } from './other-versions';

/** What was found before a repair, and what is left after it. */
export interface Repaired {
  readonly before: CheckReport;
  readonly after: CheckReport;
}

/** Findings whose file a repair sets aside as it is; everything else is done by opening, or as a change. */
const SET_ASIDE = new Set(['damaged-backup', 'other-version']);

/**
 * Mends a project that nobody has open, without deleting anything: what is in the way goes to `set-aside/`, what is
 * damaged is made anew, and annotations that had lost their place get it back. Done twice it does nothing the second
 * time. Throws a Refusal when the project cannot be written.
 */
export async function repair(
  disk: Disk,
  folder: string,
  now: () => Date,
  options: StoreOptions = {},
): Promise<Repaired> {
  const before = await examine(disk, folder);
  if (!before.findings.some(({ repairable }) => repairable)) return { before, after: before };
  const { project } = await readProject(folder, disk);
  const versions = await findOtherVersions(disk, folder, project);
  const { lock, refused } = await acquireLock(disk, folder, now());
  if (!lock) throw new Refusal('read-only', `Nothing was repaired: ${refused}`);
  // Opening sweeps these away: they are nobody's, but a repair deletes nothing.
  try {
    for (const { kind, where } of before.findings)
      if (kind === 'file-under-way') await setAside(disk, folder, where, now());
  } finally {
    await lock.release();
  }
  const store = await openProject(folder, { ...options, disk, now });
  try {
    if (store.readOnly !== null) throw new Refusal('read-only', `Nothing was repaired: ${store.readOnly}`);
    await store.repair(versions.flatMap(({ records }) => records));
    // Only now that what they hold is in the project, or known to be.
    for (const { kind, where } of before.findings)
      if (SET_ASIDE.has(kind)) await setAside(disk, folder, where, now());
  } finally {
    await store.close();
  }
  return { before, after: await examine(disk, folder) };
}

async function setAside(disk: Disk, folder: string, path: string, now: Date): Promise<void> {
  const to = `set-aside/${path.replaceAll('/', '~')}.${uniqueStamp(now)}`;
  if (!(await keepAs(disk, join(folder, path), join(folder, to)))) return;
  await syncFolder(disk, join(folder, 'set-aside'));
  await disk.remove(join(folder, path));
}
