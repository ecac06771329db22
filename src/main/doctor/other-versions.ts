import { join } from 'node:path';
import type { Finding } from '../../core/doctor/finding';
import type { Project } from '../../core/project/model';
import { findAnnotation } from '../../core/project/query';
import { DamagedFile, NewerSchema } from '../store/damage';
import type { Disk } from '../store/disk';
import { unseal } from '../store/envelope';
import { readWhole, TEMP_PATTERN } from '../store/file-bytes';
import { readSegments, segmentsOf } from '../store/journal-archive';
import { readJournal } from '../store/journal-reading';
import { formatOf, JOURNAL, tableFile } from '../store/layout';
import { finding } from './words';

/** A file that is another version of one of the project's: a sync service or a conflict left it. */
export interface OtherVersion {
  readonly path: string;
  readonly finding: Finding;
  /** Annotations in it that the project has not, and that nobody deleted in it. */
  readonly records: readonly unknown[];
}

/**
 * Files in the project's folders that are sealed as its own are, under a name of no file of its own: "a1
 * (conflicted copy).json", "a1.sync-conflict-….json", "a1.json.conflict-…". Nothing of them is used.
 */
export async function findOtherVersions(
  disk: Disk,
  folder: string,
  project: Project,
): Promise<readonly OtherVersion[]> {
  const found: OtherVersion[] = [];
  let deleted: ReadonlySet<string> | null = null;
  for (const path of await strays(disk, folder)) {
    const { bytes } = await readWhole(disk, join(folder, path));
    const data = annotationsIn(path, bytes);
    if (data === null) continue;
    deleted ??= await deletedIds(disk, folder);
    const records = data.filter((record) => isMissed(record, project, deleted!));
    const [has, adds] = [
      'It is another version of a file of this project',
      'A repair adds them and sets the file aside.',
    ];
    const count = records.length === 1 ? 'one annotation' : `${records.length} annotations`;
    found.push({
      path,
      records,
      finding:
        records.length > 0
          ? finding(
              'other-version',
              path,
              `${has}, with ${count} that the project does not have.`,
              adds,
              true,
            )
          : finding(
              'other-version',
              path,
              `${has}. Every annotation in it is here, or was deleted here.`,
              'A repair sets it aside.',
              true,
            ),
    });
  }
  return found;
}

async function strays(disk: Disk, folder: string): Promise<readonly string[]> {
  const below = async (path: string) =>
    (await disk.list(join(folder, path)).catch(() => [])) as Awaited<ReturnType<Disk['list']>>;
  const annotators = (await below('annotations')).filter(({ kind }) => kind === 'folder');
  const places = ['', 'articles', ...annotators.map(({ name }) => `annotations/${name}`)];
  const paths: string[] = [];
  for (const place of places) {
    for (const { name, kind } of await below(place)) {
      const path = place === '' ? name : `${place}/${name}`;
      const own =
        tableFile(path.replace(/\.bak$/, '')) !== null || TEMP_PATTERN.test(path) || path === JOURNAL;
      if (kind === 'file' && !own && /\.json/.test(name)) paths.push(path);
    }
  }
  return paths;
}

/** The annotations of a sealed file of ours, none for one of another kind; null for a file of somebody else's. */
function annotationsIn(path: string, bytes: Uint8Array): readonly unknown[] | null {
  const format = /^\{\n {2}"format": "(marginalia\/[a-z]+)"/.exec(
    Buffer.from(bytes.subarray(0, 100)).toString(),
  )?.[1];
  if (format === undefined) return null;
  try {
    const { data } = unseal(path, format, bytes);
    const list = (data as { annotations?: unknown }).annotations;
    return format === formatOf('annotations') && Array.isArray(list) ? list : [];
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NewerSchema) return [];
    throw error;
  }
}

function isMissed(record: unknown, project: Project, deleted: ReadonlySet<string>): boolean {
  const { id, articleId } = (record ?? {}) as { id?: unknown; articleId?: unknown };
  if (typeof id !== 'string' || !project.articles.has(String(articleId))) return false;
  return !deleted.has(id) && findAnnotation(project, id) === undefined;
}

/** Ids of annotations that were deleted, as far back as the journals go. */
async function deletedIds(disk: Disk, folder: string): Promise<ReadonlySet<string>> {
  const filed = await readSegments(disk, await segmentsOf(disk, folder));
  const current = readJournal(
    (await readWhole(disk, join(folder, JOURNAL)).catch(() => ({ bytes: Buffer.alloc(0) }))).bytes,
  );
  const deleted = new Set<string>();
  for (const { change } of [...filed, ...current.entries]) {
    for (const [id, [, after]] of Object.entries(change.annotations ?? {})) {
      if (after === null) deleted.add(id);
      else deleted.delete(id);
    }
  }
  return deleted;
}
