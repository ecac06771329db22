import { join } from 'node:path';
import type { Project } from '../../core/project/model';
import { BackupPlace, outsideFolder } from './backup-place';
import { keepOlder, MIGRATION, olderFiles } from './before-migration';
import type { Disk } from './disk';
import { realDisk } from './disk';
import { isMissing, sayWhy } from './disk-errors';
import type { Told } from './foreign-changes';
import { guardOf, keepForeignJournal, yieldToForeign } from './foreign-changes';
import { segmentsOf } from './journal-archive';
import { PROJECT, tableFile } from './layout';
import type { Listing } from './listing';
import { listProject } from './listing';
import type { Loaded } from './load';
import { loadProject } from './load';
import type { Lock, Locking } from './lock';
import { acquireLock } from './lock';
import { Maintenance } from './maintenance';
import type { Writing } from './open-store';
import { ProjectStore } from './open-store';
import { Refusal } from './refusal';
import { settle } from './settle';
import { SnapshotWriter } from './snapshot-writer';
import type { OnRead } from './table-reading';

/** What tests, and one day a person's choices, may set; the defaults are meant for the app. */
export interface StoreOptions {
  readonly disk?: Disk;
  readonly now?: () => Date;
  /** How long the files wait behind the journal, in milliseconds. */
  readonly followAfter?: number;
  /** Take the lock even from a holder that may be alive: only after asking a person. */
  readonly takeOver?: boolean;
  /** The folder outside all projects where backups go as well, or null; asked before each. Default: none. */
  readonly outside?: () => string | null;
  /** Is told in a sentence what a person should know of, though nothing is lost by it. */
  readonly tell?: (sentence: string) => void;
  /** Is told how far reading the project is, and may stop opening it by throwing. */
  readonly onRead?: OnRead;
}

/**
 * Opens a project folder: to write, or to read only when another window has it, the folder cannot be written
 * or a newer version made it. What was damaged is recovered and reported. Throws a Refusal, with a sentence
 * for people, when it is not a project or cannot be made one; nothing in the folder is changed then.
 */
export async function openProject(folder: string, options: StoreOptions = {}): Promise<ProjectStore> {
  const { disk = realDisk, now = () => new Date(), takeOver = false, followAfter = 1000 } = options;
  const { outside = () => null, tell = () => {}, onRead } = options;
  try {
    checkIsProject(await listProject(disk, folder), (await segmentsOf(disk, folder)).length, folder);
    const locking = await acquireLock(disk, folder, now(), { takeOver });
    try {
      return await open({ disk, folder, now, followAfter, outside, tell, onRead }, locking);
    } catch (error) {
      await locking.lock?.release().catch(() => {});
      throw error;
    }
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (isMissing(cause)) throw new Refusal('not-a-project', `There is no folder ${folder}.`, { cause });
    throw new Refusal('damaged', `${folder} cannot be opened: ${sayWhy(cause)}.`, { cause });
  }
}

/** A project as it lies in its folder, and what had to be recovered to read it, in plain sentences. */
export interface ReadProject {
  readonly project: Project;
  readonly report: readonly string[];
}

/**
 * Reads a project folder without asking for its lock and without writing anything, so also one that a window has
 * open: what the window has said is saved is there. Throws a Refusal when there is no project to read.
 */
export async function readProject(folder: string, disk: Disk = realDisk): Promise<ReadProject> {
  try {
    const listing = await listProject(disk, folder);
    checkIsProject(listing, (await segmentsOf(disk, folder)).length, folder);
    const { project, report } = await loadProject(disk, folder, listing);
    return { project, report };
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    if (isMissing(cause)) throw new Refusal('not-a-project', `There is no folder ${folder}.`, { cause });
    throw new Refusal('damaged', `${folder} cannot be read: ${sayWhy(cause)}.`, { cause });
  }
}

interface Surroundings {
  readonly disk: Disk;
  readonly folder: string;
  readonly now: () => Date;
  readonly followAfter: number;
  readonly outside: () => string | null;
  readonly tell: (sentence: string) => void;
  readonly onRead: OnRead | undefined;
}

async function open(around: Surroundings, { lock, refused, held }: Locking): Promise<ProjectStore> {
  const { disk, folder } = around;
  // Listed again now that nobody else writes.
  const listing = await listProject(disk, folder);
  const loaded = await loadProject(disk, folder, listing, around.onRead);
  const report = [
    ...loaded.report,
    ...listing.conflicts.map(sayConflict),
    ...listing.foreign.map(sayForeign),
  ];
  let readOnly = refused ?? loaded.readOnly;
  let writing: Writing | null = null;
  // The store is made last, and hears of other programs' changes through this.
  const told: Told = { store: null };
  if (lock && readOnly === null) {
    try {
      writing = await prepareToWrite(around, lock, listing, loaded, report, told);
    } catch (error) {
      readOnly = `Nothing can be saved in this folder: ${sayWhy(error)}. Read only.`;
    }
  }
  if (!writing) await lock?.release().catch(() => {});
  const { project, sequence } = loaded;
  const store = new ProjectStore(
    { ...around, project, sequence, report, readOnly, held, foreign: listing.foreign },
    writing,
  );
  told.store = store;
  return store;
}

async function prepareToWrite(
  around: Surroundings,
  lock: Lock,
  listing: Listing,
  loaded: Loaded,
  report: string[],
  told: Told,
): Promise<Writing> {
  const { disk, folder, now } = around;
  const { seen, setAside, rebuilt, project, sequence } = loaded;
  const guard = guardOf(lock, told);
  const onForeign = keepForeignJournal(disk, now, guard, told);
  const older = olderFiles(loaded);
  if (older.length > 0) await keepOlder(disk, folder, older, sequence);
  const settled = await settle(disk, folder, listing, loaded, now(), onForeign);
  report.push(...settled.report);
  const { journal } = settled;
  const onConflict = yieldToForeign(folder, now, guard, told);
  const writer = new SnapshotWriter(disk, folder, { seen, setAside, damaged: rebuilt, onConflict });
  writer.mark(loaded.behind);
  writer.mark(rebuilt);
  try {
    // What was recovered is made durable before anything is built upon it.
    if (rebuilt.size > 0) await writer.round(project, sequence);
    const inside = new BackupPlace(disk, join(folder, 'backups'), folder);
    const backups = { inside, outside: outsideOf(around, project.info.id), onOutside: tellOnce(around.tell) };
    const maintenance = new Maintenance({ disk, folder, journal, writer, setAside, now, ...backups });
    if (older.length > 0) {
      await maintenance.backUp({ project, sequence }, MIGRATION);
      writer.mark(older.filter((path) => tableFile(path)));
    }
    return { disk, lock, guard, journal, writer, maintenance };
  } catch (error) {
    await journal.close().catch(() => {});
    throw error;
  }
}

function outsideOf({ disk, folder, outside }: Surroundings, projectId: string): () => BackupPlace | null {
  return () => {
    const base = outside();
    return base === null ? null : new BackupPlace(disk, outsideFolder(base, projectId, folder), folder);
  };
}

/** Says that no backup could be made outside the project, and not again before one could. */
function tellOnce(tell: (sentence: string) => void): (error: unknown) => void {
  let told = false;
  return (error) => {
    if (error !== null && !told)
      tell(
        `No backup was made outside the project folder: ${sayWhy(error)}. The one inside is not affected.`,
      );
    told = error !== null;
  };
}

/** Throws a Refusal for a folder that holds no project. */
export function checkIsProject(listing: Listing, segments: number, folder: string): void {
  if (listing.tables.has(PROJECT) || listing.previous.has(PROJECT)) return;
  const parts = listing.tables.size + segments + (listing.hasJournal ? 1 : 0);
  if (parts === 0) throw new Refusal('not-a-project', `${folder} is not a project of Marginalia.`);
  throw new Refusal(
    'damaged',
    `${PROJECT} is missing from ${folder}, although other files of a project are there. Nothing was changed. ` +
      `Put ${PROJECT} back, or restore a file from the folder “backups”.`,
  );
}

function sayConflict(path: string): string {
  return `${path} is another version of a file, kept when a program changed it while it was open.`;
}

function sayForeign(path: string): string {
  return `${path} is a copy that a sync service made because a file was changed in two places. It was left alone.`;
}
