import { dirname, join } from 'node:path';
import type { Change, Pair } from '../../core/change/change';
import type { Annotation, Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import { parseChange } from '../../core/project/validate';
import { filesOfChange } from './change-files';
import { checkpoint } from './checkpoint';
import type { Disk } from './disk';
import { realDisk } from './disk';
import { isMissing, sayWhy } from './disk-errors';
import { stampOf, syncFolder } from './file-bytes';
import { Journal } from './journal';
import { FOLDERS, PROJECT, SINGLE_FILES } from './layout';
import { isVacant } from './listing';
import type { Lock } from './lock';
import { acquireLock } from './lock';
import type { StoreOptions } from './open-project';
import { openProject } from './open-project';
import type { ProjectStore } from './open-store';
import { writeOriginals } from './originals';
import { Refusal } from './refusal';
import type { SetAside } from './rows';
import { SnapshotWriter } from './snapshot-writer';

export interface CreateOptions extends StoreOptions {
  /** Records that cannot be used, by the file they belong to: a backup may hold some. */
  readonly setAside?: ReadonlyMap<string, readonly SetAside[]>;
}

/**
 * Makes a project in a folder, which may be missing or empty, and opens it. Throws a Refusal for a folder
 * that holds anything, or when the disk refuses; what was begun is then taken away again.
 */
export async function createProject(
  folder: string,
  project: Project,
  originals: ReadonlyMap<string, Uint8Array> = new Map(),
  options: CreateOptions = {},
): Promise<ProjectStore> {
  const { disk = realDisk, now = () => new Date(), setAside = new Map() } = options;
  try {
    if (await stampOf(disk, join(folder, PROJECT))) {
      throw new Refusal('in-the-way', `There is a project in ${folder} already. Open it instead.`);
    }
    if (!(await isVacant(disk, folder))) {
      throw new Refusal('in-the-way', `${folder} is not empty. Choose an empty folder or a new one.`);
    }
    await disk.makeFolder(folder);
    await syncFolder(disk, dirname(folder));
    const { lock, refused } = await acquireLock(disk, folder, now());
    if (!lock) throw new Refusal('not-saved', refused);
    await layDown(disk, folder, { project, originals, setAside }, now(), lock);
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    throw new Refusal('not-saved', `The project was not made: ${sayWhy(cause)}.`, { cause });
  }
  return openProject(folder, options);
}

/** What a new project is to hold. */
interface Holding {
  readonly project: Project;
  readonly originals: ReadonlyMap<string, Uint8Array>;
  readonly setAside: ReadonlyMap<string, readonly SetAside[]>;
}

async function layDown(
  disk: Disk,
  folder: string,
  { project, originals, setAside }: Holding,
  now: Date,
  lock: Lock,
): Promise<void> {
  try {
    for (const name of FOLDERS) await disk.makeFolder(join(folder, name));
    await writeOriginals(disk, folder, originals);
    // The project itself is its first change, so that the journal alone can make every file anew.
    const change = parseChange(creation(project));
    const entry = { seq: 1, at: now.toISOString(), label: 'create project', change };
    const untouched = async () => {};
    const journal = await Journal.begin(disk, folder, 0, [entry], untouched);
    const onConflict = async (path: string) => path;
    const writer = new SnapshotWriter(disk, folder, {
      seen: new Map(),
      setAside: new Map(setAside),
      damaged: new Set(),
      onConflict,
    });
    writer.mark([...filesOfChange(change), ...SINGLE_FILES, ...setAside.keys()]);
    try {
      await writer.round(project, 1);
      await checkpoint(disk, folder, journal, writer.seen, 1);
    } finally {
      await journal.close();
    }
  } catch (error) {
    await takeAway(disk, folder);
    throw error;
  } finally {
    await lock.release().catch(() => {});
  }
}

/** The change from nothing to this project. */
function creation(project: Project): Change {
  const rows = <Row extends { id: string }>(list: Iterable<Row>): Record<string, Pair<Row>> =>
    Object.fromEntries([...list].map((row) => [row.id, [null, row]]));
  return {
    info: rows([project.info]),
    codebook: rows([project.codebook]),
    articles: rows(project.articles.values()),
    annotations: rows<Annotation>(allAnnotations(project)),
    speakers: rows(project.speakers.values()),
    claims: rows(project.claims.values()),
    readings: rows(project.readings.values()),
    annotators: rows(project.annotators.values()),
  };
}

/** Removes every file in a folder that was empty when we began; empty folders stay. */
async function takeAway(disk: Disk, folder: string): Promise<void> {
  try {
    for (const { name, kind } of await disk.list(folder)) {
      if (kind === 'folder') await takeAway(disk, join(folder, name));
      else if (kind === 'file') await disk.remove(join(folder, name));
    }
  } catch (error) {
    if (!isMissing(error)) return;
  }
}
