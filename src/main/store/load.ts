import { join } from 'node:path';
import type { Change } from '../../core/change/change';
import { replay } from '../../core/change/change';
import type { Project } from '../../core/project/model';
import { assemble, setMisplacedAside } from './assemble';
import { listBackups } from './backups';
import { DamagedFile } from './damage';
import type { Disk } from './disk';
import { isMissing } from './disk-errors';
import type { Seen } from './durable-json';
import { readWhole } from './file-bytes';
import { findVanished } from './file-index';
import { fold, withoutDecided } from './fold';
import { readSegments, segmentsOf } from './journal-archive';
import type { JournalEntry } from './journal-line';
import type { JournalReading } from './journal-reading';
import { readJournal } from './journal-reading';
import { articlePath, CODEBOOK, JOURNAL, PROJECT, SINGLE_FILES, tableFile } from './layout';
import type { Listing } from './listing';
import { recoverFiles } from './recover-files';
import { Recovery } from './recovery';
import { Refusal } from './refusal';
import { sayJournal, saySetAside } from './report';
import type { Rows, SetAside } from './rows';
import { dataOf } from './rows';
import type { OnRead, TableReading, TableRows } from './table-reading';
import { readTables } from './table-reading';

/** A project as it was found, and what has to be done to its folder. Loading itself changes nothing there. */
export interface Loaded {
  readonly project: Project;
  /** The number of the last change that anything in the folder knows of. */
  readonly sequence: number;
  readonly setAside: Map<string, readonly SetAside[]>;
  readonly seen: Map<string, Seen>;
  /** Null when there is no journal. */
  readonly journal: JournalReading | null;
  /** Damaged files whose content was recovered: they are to be written again. */
  readonly rebuilt: ReadonlySet<string>;
  /** Damaged files that nothing could be recovered of: to be moved out of the way. */
  readonly lost: ReadonlySet<string>;
  /** What is wrong with each damaged file and what became of it, as a sentence. */
  readonly damaged: ReadonlyMap<string, string>;
  /** Files that the journal is ahead of. */
  readonly behind: ReadonlySet<string>;
  readonly report: readonly string[];
  /** Why nothing may be written here although the folder allows it, or null. */
  readonly readOnly: string | null;
}

/**
 * Reads a project folder. Throws a Refusal when what is left of it does not make a project, and what `onRead` throws,
 * which is told how far it is.
 */
export async function loadProject(
  disk: Disk,
  folder: string,
  listing: Listing,
  onRead?: OnRead,
): Promise<Loaded> {
  // The journal first: another window may be writing, and the files are then at least as new as it is.
  const journal = listing.hasJournal ? await readJournalFile(disk, folder) : null;
  const files = await readTables(
    disk,
    folder,
    // The project's own file first: it says what the project is called.
    new Set([...SINGLE_FILES, ...listing.tables, ...listing.previous]),
    onRead,
  );
  for (const path of [PROJECT, CODEBOOK]) {
    const newer = files.unusable.get(path);
    if (newer)
      throw new Refusal('damaged', `${newer.message}, which is needed to open it. Nothing was changed.`);
  }
  const current = journal?.entries ?? [];
  for (const [path, damage] of await findVanished(disk, folder, files)) files.damaged.set(path, damage);
  for (const path of orphaned(files)) files.damaged.set(path, DamagedFile.missing(path));

  const segments = await segmentsOf(disk, folder);
  const backups = await listBackups(disk, join(folder, 'backups'));
  const sequence = Math.max(
    journal?.after ?? 0,
    current.at(-1)?.seq ?? 0,
    segments.at(-1)?.last ?? 0,
    backups[0]?.sequence ?? 0,
    highest(files.rows.values()),
  );
  const report = journal
    ? sayJournal(journal)
    : [`${JOURNAL} was missing: the last changes may not be here.`];
  let entries = current;
  if (files.damaged.size > 0) entries = merged(await readSegments(disk, segments), current);
  const recovered = await recoverFiles(files, new Recovery({ disk, folder, entries, last: sequence }));

  const from = current[0]?.seq ?? Number.POSITIVE_INFINITY;
  const behind = new Set<string>();
  const change = fold(entries, (path, seq) => {
    if (seq <= (files.rows.get(path)?.sequence ?? -1)) return false;
    if (seq < from && !recovered.rebuilt.has(path)) return false;
    behind.add(path);
    return true;
  });
  const placed = setMisplacedAside(replay(assembled(files.rows, change), change));
  const setAside = allSetAside(files.rows, placed.setAside);
  const damaged = new Map<string, string>();
  for (const [path, sentence] of recovered.said) {
    const gone = dataOf(placed.project, tableFile(path)!, setAside.get(path) ?? []) === null;
    // Deleted as it should be, and the program stopped before the list of files was made anew.
    if (gone && files.damaged.get(path)!.missing && (recovered.rebuilt.delete(path) || behind.has(path)))
      continue;
    damaged.set(path, sentence);
    report.push(sentence);
  }
  report.push(...saySetAside(setAside, placed.project));
  for (const newer of files.unusable.values()) report.push(`${newer.message}; it cannot be shown.`);
  const newer =
    files.newer?.message ?? (journal?.newer && `${JOURNAL} was written by a newer version of Marginalia`);
  const tooNew = newer ? `${newer}. The project is open to be read only.` : null;
  const { rebuilt, lost } = recovered;
  return {
    rebuilt,
    lost,
    readOnly: recovered.readOnly ?? tooNew,
    project: placed.project,
    sequence,
    setAside,
    seen: files.seen,
    journal,
    damaged,
    behind,
    report,
  };
}

async function readJournalFile(disk: Disk, folder: string): Promise<JournalReading | null> {
  try {
    return readJournal((await readWhole(disk, join(folder, JOURNAL))).bytes);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Articles that have annotations but no file, although no list says that there should be one. */
function orphaned(files: TableReading): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of [...files.rows.keys(), ...files.damaged.keys()]) {
    const file = tableFile(path)!;
    if (file.kind !== 'annotations' || files.rows.get(path)?.rows.annotations?.length === 0) continue;
    const article = articlePath(file.articleId);
    if (!files.rows.has(article) && !files.damaged.has(article) && !files.unusable.has(article))
      found.add(article);
  }
  return found;
}

/** Not by Math.max, which takes no more arguments than fit on the stack. */
function highest(tables: Iterable<TableRows>): number {
  let found = 0;
  for (const { sequence } of tables) found = Math.max(found, sequence);
  return found;
}

/** Both lists are in order; where both have a number, the current journal's entry holds. */
function merged(filed: readonly JournalEntry[], current: readonly JournalEntry[]): readonly JournalEntry[] {
  const first = current[0]?.seq ?? Number.POSITIVE_INFINITY;
  return [...filed.filter((entry) => entry.seq < first), ...current];
}

/** A file that is made from the journal alone has no rows yet: what it will have is in the change. */
function assembled(files: ReadonlyMap<string, TableRows>, change: Change): Project {
  const single = <Row>(rows: Readonly<Record<string, readonly [unknown, Row | null]>> | undefined) =>
    Object.values(rows ?? {})[0]?.[1] ?? undefined;
  const info = single(change.info);
  const codebook = single(change.codebook);
  const fallback: Rows = { ...(info && { info }), ...(codebook && { codebook }) };
  return assemble([...[...files.values()].map(({ rows }) => withoutDecided(rows, change)), fallback]);
}

function allSetAside(
  files: ReadonlyMap<string, TableRows>,
  misplaced: ReadonlyMap<string, readonly SetAside[]>,
): Map<string, readonly SetAside[]> {
  const all = new Map(misplaced);
  for (const [path, { rows }] of files) {
    if (rows.setAside && rows.setAside.length > 0)
      all.set(path, [...rows.setAside, ...(all.get(path) ?? [])]);
  }
  return all;
}
