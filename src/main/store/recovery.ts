import { join } from 'node:path';
import type { Backup, BackupFile } from './backups';
import { listBackups, readBackup } from './backups';
import { filesOfChange } from './change-files';
import { DamagedFile, NewerSchema } from './damage';
import type { Disk } from './disk';
import type { JournalEntry } from './journal-line';
import type { TableFile } from './layout';
import { dataOf, parseRows } from './rows';
import type { TableRows } from './table-reading';
import { readPrevious } from './table-reading';
import { sayTime } from './times';

/** What a damaged file can be made from, before the journal is replayed over it. */
export interface Base extends TableRows {
  /** Where it comes from: "its previous version and the journal". */
  readonly from: string;
  /** The time after which changes may be missing; null when the journal holds every one since. */
  readonly gapAfter: string | null;
}

/** Everything there is to recover from. */
export interface Sources {
  readonly disk: Disk;
  readonly folder: string;
  /** The journal and what was filed away of it, by number. */
  readonly entries: readonly JournalEntry[];
  /** The number of the last change that anything in the folder knows of. */
  readonly last: number;
}

/** Finds bases for damaged files; reads the newest good backup at most once. */
export class Recovery {
  readonly #coveredFrom: number;
  #backup: Promise<{ file: BackupFile; backup: Backup } | null> | null = null;

  constructor(private readonly sources: Sources) {
    this.#coveredFrom = coveredFrom(sources);
  }

  /**
   * The best base for a file: its previous version, or what was `found` in it when that is sound but too old;
   * else the newest backup; else nothing at all, which is as good as any when the journal reaches back to the
   * first change. Null when there is none.
   */
  async baseFor(file: TableFile, found: TableRows | null): Promise<Base | null> {
    const own = await this.#fromFile(file, found);
    if (own && own.gapAfter === null) return own;
    const backup = await this.#fromBackup(file);
    if (backup && (backup.gapAfter === null || !own || backup.sequence > own.sequence)) return backup;
    if (this.#coveredFrom === 0) return { sequence: 0, rows: {}, from: 'the journal', gapAfter: null };
    if (own) return own;
    const known = this.sources.entries.some((entry) => filesOfChange(entry.change).has(file.path));
    return known ? { sequence: 0, rows: {}, from: 'what is left of the journal', gapAfter: '' } : null;
  }

  async #fromFile(file: TableFile, found: TableRows | null): Promise<Base | null> {
    const { disk, folder } = this.sources;
    const previous = await readPrevious(disk, folder, file.path);
    const isFound = found !== null && found.sequence >= (previous?.sequence ?? -1);
    const best = isFound ? found : previous;
    if (!best) return null;
    const { modified } = await disk.stat(join(folder, isFound ? file.path : `${file.path}.bak`));
    const from = 'its previous version and the journal';
    return { ...best, from, gapAfter: this.#gap(best.sequence, modified) };
  }

  #gap(sequence: number, modified: number): string | null {
    return sequence >= this.#coveredFrom ? null : sayTime(modified);
  }

  async #fromBackup(file: TableFile): Promise<Base | null> {
    this.#backup ??= newestBackup(this.sources.disk, join(this.sources.folder, 'backups'));
    const found = await this.#backup;
    if (!found) return null;
    const { project, setAside, sequence } = found.backup;
    const data = dataOf(project, file, setAside.get(file.path) ?? []);
    return {
      sequence,
      rows: data === null ? {} : parseRows(file, data),
      from: `the backup of ${sayTime(found.file.at)} and the journal`,
      gapAfter: this.#gap(sequence, Date.parse(found.file.at)),
    };
  }
}

/** The lowest number such that every change after it, to the last, is in the journal. */
function coveredFrom({ entries, last }: Sources): number {
  let from = last;
  for (const entry of entries.toReversed()) {
    if (entry.seq !== from) break;
    from--;
  }
  return from;
}

async function newestBackup(
  disk: Disk,
  folder: string,
): Promise<{ file: BackupFile; backup: Backup } | null> {
  for (const file of await listBackups(disk, folder)) {
    try {
      return { file, backup: await readBackup(disk, file.path) };
    } catch (error) {
      // The next one may be good.
      if (!(error instanceof DamagedFile || error instanceof NewerSchema)) throw error;
    }
  }
  return null;
}
