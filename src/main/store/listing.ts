import { join } from 'node:path';
import type { Disk, FolderEntry } from './disk';
import { isMissing } from './disk-errors';
import { TEMP_PATTERN } from './file-bytes';
import { JOURNAL, tableFile } from './layout';

/** What lies in a project folder, by path within it. Files of others are in none of the lists. */
export interface Listing {
  readonly tables: ReadonlySet<string>;
  /** Table files of which a `.bak` is there, by the path of the table file. */
  readonly previous: ReadonlySet<string>;
  /** Files under way when a process ended. */
  readonly temps: readonly string[];
  /** Copies made when another program changed a file while it was open. */
  readonly conflicts: readonly string[];
  /** Copies that a sync service made because a file was changed in two places; not those set aside already. */
  readonly foreign: readonly string[];
  readonly hasJournal: boolean;
}

/** Names the system puts into every folder. */
const JUNK = new Set(['.DS_Store', 'desktop.ini', 'Thumbs.db']);

/** Dropbox, Nextcloud and ownCloud; Syncthing; Resilio; Google Drive, which only counts, is told by no name. */
const FOREIGN = /conflicted copy|\(case conflict|\.sync-conflict-|\.conflict\.|_conf\(\d/i;

/** Looks through the folders that a project has. A folder that is missing counts as empty, but the first. */
export async function listProject(disk: Disk, folder: string): Promise<Listing> {
  const root = await disk.list(folder);
  const annotators = (await listed(disk, join(folder, 'annotations'))).filter(
    ({ kind }) => kind === 'folder',
  );
  const places = ['articles', 'journal', 'backups', 'set-aside'].concat(
    annotators.map(({ name }) => `annotations/${name}`),
  );
  const paths = names('', root);
  for (const place of places) paths.push(...names(`${place}/`, await listed(disk, join(folder, place))));
  const known = (path: string) => tableFile(path) !== null;
  return {
    tables: new Set(paths.filter(known)),
    previous: new Set(
      paths.flatMap((path) => (path.endsWith('.bak') ? [path.slice(0, -4)] : [])).filter(known),
    ),
    temps: paths.filter((path) => TEMP_PATTERN.test(path)),
    conflicts: paths.filter((path) => path.includes('.conflict-') && !TEMP_PATTERN.test(path)),
    foreign: paths.filter((path) => FOREIGN.test(path) && !path.startsWith('set-aside/')),
    hasJournal: paths.includes(JOURNAL),
  };
}

/** Does a folder hold anything of somebody's? Empty folders and what the system puts there do not count. */
export async function isVacant(disk: Disk, folder: string): Promise<boolean> {
  for (const { name, kind } of await listed(disk, folder)) {
    if (JUNK.has(name)) continue;
    if (kind !== 'folder' || !(await isVacant(disk, join(folder, name)))) return false;
  }
  return true;
}

async function listed(disk: Disk, folder: string): Promise<readonly FolderEntry[]> {
  try {
    return await disk.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function names(before: string, entries: readonly FolderEntry[]): string[] {
  return entries.filter(({ kind }) => kind === 'file').map(({ name }) => before + name);
}
