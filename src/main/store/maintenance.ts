import type { Project } from '../../core/project/model';
import type { BackupPlace } from './backup-place';
import type { Backup } from './backups';
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
  /** Backups in the project's own folder. */
  readonly inside: BackupPlace;
  /** Backups on what may be another disk, or null when they are switched off. */
  readonly outside: () => BackupPlace | null;
  /** A backup outside was made (null), or why not. */
  readonly onOutside: (error: unknown) => void;
  readonly now: () => Date;
}

/** A shorter journal is not filed away while the project is open: every file would hold a few lines. */
const LONG_JOURNAL = 1 << 20;
const ARCHIVE_LIMIT = 64 << 20;
const BACKUP_EVERY = 5 * 60_000;

/** What follows behind the journal: the files, the checkpoint, the backups. One thing at a time. */
export class Maintenance {
  readonly #turns = new Serial();
  readonly #outsideTurns = new Serial();
  /** Since when there are changes without a backup, or null. */
  #changedSince: number | null = null;

  constructor(private readonly options: MaintenanceOptions) {}

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
        const [, second] = await this.options.inside.backups();
        await pruneArchive(disk, folder, ARCHIVE_LIMIT, second?.sequence ?? 0);
      }
      if (await this.#isBackupDue(state.sequence, closing))
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

  /** Resolves when no backup outside is under way. */
  outsideDone(): Promise<void> {
    return this.#outsideTurns.run(async () => {});
  }

  async #isBackupDue(sequence: number, closing: boolean): Promise<boolean> {
    const [newest] = await this.options.inside.backups();
    if (newest?.sequence === sequence) return false;
    const now = this.options.now().getTime();
    this.#changedSince ??= now;
    const waited = Math.abs(now - this.#changedSince) >= BACKUP_EVERY;
    // Somebody who works four minutes at a time has a right to backups too.
    const age = newest ? Math.abs(now - Date.parse(newest.at)) : Number.POSITIVE_INFINITY;
    return waited || (closing && age >= BACKUP_EVERY);
  }

  async #backUp({ project, sequence }: Durable, reason: string): Promise<string> {
    const { inside, setAside, now } = this.options;
    const backup = { project, sequence, reason, setAside: new Map(setAside) };
    const at = now();
    try {
      const path = await inside.keep(backup, at);
      this.#changedSince = null;
      return path;
    } finally {
      this.#outside(backup, at);
    }
  }

  /** Behind everything else: nobody waits for another disk, which may be slow, or gone. */
  #outside(backup: Backup, at: Date): void {
    const { outside, onOutside } = this.options;
    this.#outsideTurns
      .run(async () => {
        await outside()?.keep(backup, at);
        onOutside(null);
      })
      .catch((error) => onOutside(error));
  }
}
