import { join } from 'node:path';
import type { Project } from '../../core/project/model';
import { superfluous } from './backup-policy';
import type { BackupFile } from './backups';
import { listBackups, writeBackup } from './backups';
import { checkpoint } from './checkpoint';
import type { Disk } from './disk';
import type { Journal } from './journal';
import { pruneArchive } from './journal-archive';
import { listProject } from './listing';
import type { SetAside } from './rows';
import { Serial } from './serial';
import type { SnapshotWriter } from './snapshot-writer';

/** A state of the project that the disk has confirmed. */
export interface Durable {
  readonly project: Project;
  readonly sequence: number;
}

/** What maintenance works with. */
export interface MaintenanceOptions {
  readonly disk: Disk;
  readonly folder: string;
  readonly journal: Journal;
  readonly writer: SnapshotWriter;
  readonly setAside: ReadonlyMap<string, readonly SetAside[]>;
  /** Backups that are there, newest first. */
  readonly backups: readonly BackupFile[];
  readonly now: () => Date;
}

/** A shorter journal is not filed away while the project is open: every file would hold a few lines. */
const LONG_JOURNAL = 1 << 20;
const ARCHIVE_LIMIT = 64 << 20;
const BACKUP_EVERY = 5 * 60_000;

/** What follows behind the journal: the files, the checkpoint, the backups. One thing at a time. */
export class Maintenance {
  readonly #turns = new Serial();
  #backups: readonly BackupFile[];
  /** Since when there are changes without a backup, or null. */
  #changedSince: number | null = null;

  constructor(private readonly options: MaintenanceOptions) {
    this.#backups = options.backups;
  }

  /**
   * Brings the files up to date with a state that the journal holds. When all are and the journal is long (or
   * `closing`), it is filed away. Makes a backup when five minutes of change have passed.
   */
  follow(durable: () => Durable, closing = false): Promise<void> {
    return this.#turns.run(async () => {
      const { writer, journal, disk, folder } = this.options;
      const state = durable();
      if (writer.isDirty) await writer.round(state.project, state.sequence);
      if (
        writer.isClean &&
        (closing || journal.size > LONG_JOURNAL) &&
        (await checkpoint(disk, folder, journal, writer.seen, state.sequence))
      ) {
        // Two backups are kept recoverable from, so that one of them may be damaged.
        await pruneArchive(disk, folder, ARCHIVE_LIMIT, this.#backups[1]?.sequence ?? 0);
      }
      if (this.#isBackupDue(state.sequence, closing))
        await this.#backUp(state, 'every five minutes of change');
    });
  }

  /** Looks for what other programs did to the folder; resolves with the copies that sync services made of files. */
  look(): Promise<readonly string[]> {
    return this.#turns.run(async () => {
      const { disk, folder, journal, writer } = this.options;
      await journal.look();
      await writer.look();
      return (await listProject(disk, folder)).foreign;
    });
  }

  /** Backs a state up, unless the newest backup holds it already; resolves with the backup's path. */
  backUp(state: Durable, reason: string): Promise<string> {
    return this.#turns.run(() => this.#backUp(state, reason));
  }

  #isBackupDue(sequence: number, closing: boolean): boolean {
    const newest = this.#backups[0];
    if (newest?.sequence === sequence) return false;
    const now = this.options.now().getTime();
    this.#changedSince ??= now;
    const waited = Math.abs(now - this.#changedSince) >= BACKUP_EVERY;
    // Somebody who works four minutes at a time has a right to backups too.
    const age = newest ? Math.abs(now - Date.parse(newest.at)) : Number.POSITIVE_INFINITY;
    return waited || (closing && age >= BACKUP_EVERY);
  }

  async #backUp({ project, sequence }: Durable, reason: string): Promise<string> {
    const { disk, folder, setAside, now } = this.options;
    const newest = this.#backups[0];
    if (newest?.sequence === sequence) return newest.path;
    const place = join(folder, 'backups');
    const { path } = await writeBackup(disk, place, { project, sequence, reason, setAside }, now());
    this.#changedSince = null;
    this.#backups = await listBackups(disk, place);
    const old = superfluous(this.#backups);
    for (const backup of old) await disk.remove(backup.path);
    this.#backups = this.#backups.filter((backup) => !old.includes(backup));
    return path;
  }
}
