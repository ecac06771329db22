import { randomBytes } from 'node:crypto';
import { dirname, join, resolve, sep } from 'node:path';
import type { Disk } from '../store/disk';
import { isMissing } from '../store/disk-errors';
import { syncFolder } from '../store/file-bytes';
import { keepAs } from '../store/keep-file';
import { staleFiles } from './stale-files';

/** A folder in the folder of an export, where the files are written until all of them are there. */
export interface ExportStage {
  readonly folder: string;
  /** Where the export goes. */
  readonly root: string;
  /** The outermost of the folders above the stage that were made for it, or null. */
  readonly made: string | null;
}

const NAME = /^\.export-[0-9a-f]{12}$/;
const A_DAY = 24 * 60 * 60 * 1000;

/** Makes a stage in the folder given, which need not be there, and sweeps those that were left by a crash. */
export async function openExportStage(disk: Disk, folder: string): Promise<ExportStage> {
  const root = resolve(folder);
  let made: string | null = null;
  for (let at = root; !(await isThere(disk, at)); at = dirname(at)) made = at;
  await disk.makeFolder(root);
  for (const { name, kind } of await disk.list(root)) {
    if (kind !== 'folder' || !NAME.test(name)) continue;
    const modified = await disk.stat(join(root, name)).then(
      (stamp) => stamp.modified,
      () => Number.POSITIVE_INFINITY,
    );
    // Another window may be at an export into the same folder; none takes a day.
    if (Date.now() - modified > A_DAY) await removeAll(disk, join(root, name));
  }
  const stage = join(root, `.export-${randomBytes(6).toString('hex')}`);
  await disk.makeFolder(stage);
  return { folder: stage, root, made };
}

/** Where a file of the export lies in a folder. Throws for a path that leads out of it. */
export function placeIn(folder: string, path: string): string {
  const place = resolve(folder, ...path.split('/'));
  if (!place.startsWith(folder + sep))
    throw new Error(`The export names a file outside its folder (${path}).`);
  return place;
}

/**
 * Puts all files in their places, each in one step; those of an earlier export are replaced, or go where they would be
 * taken for a part of this one, and are put back when one of the new ones cannot be put in its place. Then the stage is
 * gone.
 */
export async function publishStage(disk: Disk, stage: ExportStage, files: readonly string[]): Promise<void> {
  const { root, folder } = stage;
  const before = join(folder, '.before');
  await disk.makeFolder(before);
  const placed: { readonly place: string; readonly kept: string | null }[] = [];
  const folders = new Set<string>();
  const made: string[] = [];
  let last = '';
  const removed: { readonly place: string; readonly kept: string }[] = [];
  try {
    for (const path of await staleFiles(disk, root, files)) {
      const place = placeIn(root, path);
      const kept = join(before, `stale-${removed.length}`);
      if (!(await keepAs(disk, place, kept))) continue;
      removed.push({ place, kept });
      await disk.remove(place);
      folders.add(dirname(place));
    }
    for (const [at, path] of files.entries()) {
      const place = placeIn(root, path);
      const kept = join(before, String(at));
      for (let above = dirname(place); !folders.has(above); above = dirname(above)) {
        folders.add(above);
        if (above === root) break;
        if (!(await isThere(disk, above))) made.push(above);
      }
      if (dirname(place) !== last) await disk.makeFolder(dirname(place));
      last = dirname(place);
      const replaces = await keepAs(disk, place, kept);
      await disk.rename(placeIn(folder, path), place);
      placed.push({ place, kept: replaces ? kept : null });
    }
    for (const each of folders) await syncFolder(disk, each);
  } catch (error) {
    for (const { place, kept } of placed.reverse()) {
      await (kept === null ? disk.remove(place) : disk.rename(kept, place)).catch(() => {});
    }
    for (const { place, kept } of removed) await disk.rename(kept, place).catch(() => {});
    for (const each of made.sort().reverse()) await disk.removeFolder(each).catch(() => {});
    throw error;
  }
  // The export is done, whatever becomes of what it was made in, and of folders that hold nothing now.
  for (const { place } of removed) await disk.removeFolder(dirname(place)).catch(() => {});
  await removeAll(disk, folder).catch(() => {});
}

/** Removes the stage with all in it, and the folders that were made for it and for nothing else. Never throws. */
export async function discardStage(disk: Disk, { folder, root, made }: ExportStage): Promise<void> {
  await removeAll(disk, folder).catch(() => {});
  if (made === null) return;
  for (let at = root; at.startsWith(made); at = dirname(at)) {
    const gone = await disk.removeFolder(at).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}

async function isThere(disk: Disk, folder: string): Promise<boolean> {
  try {
    await disk.list(folder);
    return true;
  } catch (error) {
    if (isMissing(error) && dirname(folder) !== folder) return false;
    throw error;
  }
}

async function removeAll(disk: Disk, folder: string): Promise<void> {
  for (const { name, kind } of await disk.list(folder)) {
    if (kind === 'folder') await removeAll(disk, join(folder, name));
    else await disk.remove(join(folder, name));
  }
  await disk.removeFolder(folder);
}
