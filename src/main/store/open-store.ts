import type { Change } from '../../core/change/change';
import { apply, isEmpty } from '../../core/change/change';
import { repairProject } from '../../core/commands/repair-project';
import { restoreProject } from '../../core/commands/restore-project';
import type { Project } from '../../core/project/model';
import { parseChange } from '../../core/project/validate';
import type { SaveState } from '../../shared/api';
import { reasonForBackup } from './backup-policy';
import type { Backup } from './backups';
import { filesOfChange } from './change-files';
import type { Pending } from './commit-queue';
import { CommitQueue } from './commit-queue';
import { withDeadline } from './deadline';
import type { Disk } from './disk';
import { sayWhy } from './disk-errors';
import type { Journal } from './journal';
import { keepRecords } from './keep-records';
import { originalPath } from './layout';
import type { Lock } from './lock';
import type { Durable, Maintenance } from './maintenance';
import { writeOriginals } from './originals';
import { Refusal } from './refusal';
import { SaveStatus } from './save-status';
import type { SnapshotWriter } from './snapshot-writer';

/** The parts of an open project that may be written. */
export interface Writing {
  readonly disk: Disk;
  readonly lock: Lock;
  /** Throws a Refusal, having stopped the store, when another window has taken the project over. */
  readonly guard: () => Promise<void>;
  readonly journal: Journal;
  readonly writer: SnapshotWriter;
  readonly maintenance: Maintenance;
}

/** How an open project begins. */
export interface Opening {
  readonly folder: string;
  readonly project: Project;
  readonly sequence: number;
  readonly report: readonly string[];
  readonly readOnly: string | null;
  /** Is it read-only because of somebody else's lock? */
  readonly held: boolean;
  /** Copies that sync services made, told in the report. */
  readonly foreign: readonly string[];
  readonly now: () => Date;
  /** How long the files wait after a change, in milliseconds. */
  readonly followAfter: number;
}

/** Closing takes no longer than these together, so that a window that goes sees it done: to finish, and to break off. */
const LONGEST_FINISH = 3500;
const LONGEST_STOP = 250;
const LONGEST_FOLLOW = 30_000;
const NONE: ReadonlyMap<string, Uint8Array> = new Map();

/**
 * An open project: the one owner of its folder. A change is applied in memory, written to the journal, synced,
 * and then acknowledged; everything else follows behind. Made by `openProject` and `createProject`.
 */
export class ProjectStore {
  readonly folder: string;
  /** What was repaired or set aside while opening, in plain sentences. */
  readonly report: readonly string[];
  readonly #status: SaveStatus;
  readonly #queue: CommitQueue | null;
  readonly #now: () => Date;
  readonly #followAfter: number;
  #state: Durable;
  #durable: Durable;
  #readOnly: string | null;
  #held: boolean;
  #timer: NodeJS.Timeout | null = null;
  #lastFollow = 0;
  #closed: Promise<void> | null = null;
  /** Copies by sync services that the person knows of. */
  readonly #foreign: Set<string>;

  constructor(
    opening: Opening,
    private readonly writing: Writing | null,
  ) {
    this.folder = opening.folder;
    this.report = opening.report;
    this.#now = opening.now;
    this.#followAfter = opening.followAfter;
    this.#readOnly = opening.readOnly;
    this.#held = opening.held;
    this.#foreign = new Set(opening.foreign);
    this.#state = { project: opening.project, sequence: opening.sequence };
    this.#durable = this.#state;
    this.#status = new SaveStatus(this.#now().toISOString(), opening.readOnly);
    this.#queue =
      writing &&
      new CommitQueue({
        append: async (entries) => {
          await writing.guard();
          await writing.journal.append(entries);
        },
        now: this.#now,
        onSaved: (saved) => this.#onSaved(saved),
        onFailed: (error) =>
          this.#status.problem('commit', `Not saved: ${sayWhy(error)}. Your edits are kept and tried again.`),
      });
    if (writing?.writer.isDirty) this.#followSoon();
  }

  /** The project as it is now, with changes that are still on their way to the disk. */
  get project(): Project {
    return this.#state.project;
  }

  /** The number of the last change. */
  get sequence(): number {
    return this.#state.sequence;
  }

  /** Why edits are refused, or null. */
  get readOnly(): string | null {
    return this.#readOnly;
  }

  /** Is it read-only because another window has it, or had it last: may a person take it over? */
  get held(): boolean {
    return this.#held;
  }

  get saveState(): SaveState {
    return this.#status.state;
  }

  /** Calls the listener whenever the save state changes; the result ends that. */
  onSaveState(listener: (state: SaveState) => void): () => void {
    return this.#status.listen(listener);
  }

  /**
   * Resolves when the change is on the disk, with the time; `originals` are the imported bytes of articles,
   * by article id, and are on the disk before. While the disk refuses it stays pending, the save state says
   * why, and it is tried again. Rejects with a Refusal when the project is read-only or closed, when a row is
   * not what the change expects, or when the change is given up at closing; it was not done then.
   */
  async commit(
    label: string,
    change: Change,
    originals: ReadonlyMap<string, Uint8Array> = NONE,
  ): Promise<{ at: string }> {
    const queue = this.#writable();
    // What is acknowledged must be readable again, so it passes the same gate as on its way back.
    const checked = parseChange(change);
    const at = this.#now().toISOString();
    if (isEmpty(checked)) return { at };
    for (const id of originals.keys()) originalPath(id);
    filesOfChange(checked);
    const before = this.#state;
    const after = this.#apply(label, checked);
    this.#state = { project: after, sequence: before.sequence + 1 };
    this.#status.saving();
    const prepare = this.#preparation(before, checked, originals);
    const entry = { seq: this.#state.sequence, at, label, change: checked };
    return queue.add({ entry, after, ...(prepare && { prepare }) });
  }

  /**
   * Makes the project what a backup of it holds, as one change; what it is now is backed up before. Resolves with
   * the change when it is on the disk, or when the disk would not take it yet: it is then kept and tried again, as
   * any edit is, and the save state says so. Rejects as `backup` does, and when nothing may be written.
   */
  async restore(label: string, backup: Backup): Promise<Change> {
    this.#writable();
    await this.flush();
    await this.backup('before a backup was restored');
    const change = restoreProject(this.#state.project, { was: backup.project });
    await this.#commitAndTry(label, change).catch((error) => {
      if (this.#readOnly !== null) throw error;
    });
    this.writing!.writer.keepAside(backup.setAside);
    this.#followSoon();
    return change;
  }

  /**
   * Mends what can be mended (see `repairProject`), with records that could not be used, those of the project and
   * `more`. They are kept in `set-aside/` as they were. Resolves with how many came back. Rejects as `commit` does.
   */
  async repair(more: readonly unknown[]): Promise<number> {
    this.#writable();
    const { writer, disk } = this.writing!;
    const own = writer.aside.map(({ record }) => record);
    const records = [...own, ...more];
    const at = this.#now().toISOString();
    const { change, revived } = repairProject(this.#state.project, { records, at });
    if (isEmpty(change) && revived.size === 0) return 0;
    const kept = records.filter((_, index) => revived.has(index));
    return this.#refusing('Nothing was repaired', async () => {
      await this.flush();
      await this.writing!.maintenance.backUp(this.#durable, 'before a repair');
      await keepRecords(disk, this.folder, kept, this.#now());
      await this.#commitAndTry('repair the project', change);
      writer.release(new Set(kept));
      await this.flush();
      return kept.length;
    });
  }

  /** Backs up what the disk has confirmed, unless that is backed up already; the backup's path. */
  async backup(reason: string): Promise<string> {
    this.#writable();
    return this.#refusing('No backup was made', () =>
      this.writing!.maintenance.backUp(this.#durable, reason),
    );
  }

  /**
   * Looks at the folder for what other programs did there since the last look: files they changed are left alone
   * and ours kept beside them, copies that a sync service made are named, and the save state says so.
   */
  async look(): Promise<void> {
    if (!this.writing || this.#readOnly !== null || this.#closed) return;
    try {
      await this.writing.guard();
      const fresh = (await this.writing.maintenance.look()).filter((path) => !this.#foreign.has(path));
      for (const path of fresh) this.#foreign.add(path);
      if (fresh.length > 0) this.conflict(sayForeign(fresh));
    } catch {
      // A disk that fails says so at the next write; here nothing was to be written.
    }
    if (this.writing.writer.isDirty) this.#followSoon();
  }

  /** Resolves when no backup outside the project is under way. */
  async settled(): Promise<void> {
    await this.writing?.maintenance.outsideDone();
  }

  /**
   * Resolves when every change is on the disk, in the journal: nothing can be lost then, also when files still
   * follow it. Rejects with a Refusal if not.
   */
  async saved(): Promise<void> {
    if (!this.writing || this.#readOnly !== null) return;
    await this.#refusing('Not everything is saved', () => this.#queue!.drain());
  }

  /** As `saved`, and every file is up to date as well. */
  async flush(): Promise<void> {
    if (!this.writing || this.#readOnly !== null) return;
    this.#stopTimer();
    await this.#refusing('Not everything is saved', async () => {
      await this.#queue!.drain();
      do await this.#follow(false);
      while (this.writing!.writer.isDirty);
    });
  }

  /**
   * Brings the files up to date, files the journal away and gives the folder free, within five seconds; files that
   * take longer are written when the project is opened next. It never rejects: to ask a person before edits are
   * given up, wait for `saved` first. Commits still waiting then are rejected.
   */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#stopTimer();
    if (!this.writing) return;
    const { journal, lock, writer } = this.writing;
    writer.onProgress = (done, total) => this.#status.closing({ done, total });
    let following = Promise.resolve();
    await withDeadline(LONGEST_FINISH, async () => {
      // Whatever fails here, the journal has what was acknowledged.
      await this.#queue!.drain().catch(() => {});
      if (this.#readOnly === null) following = this.#follow(true).catch(() => {});
      await following;
      await this.writing!.maintenance.outsideDone();
    });
    this.#queue!.abandon(
      new Refusal('not-saved', 'The project was closed before the disk had taken this edit.'),
    );
    writer.stop();
    // The files that are just being written, before the folder is another's.
    await withDeadline(LONGEST_STOP, () => following);
    await withDeadline(LONGEST_STOP, async () => {
      await journal.close().catch(() => {});
      await lock.release().catch(() => {});
    });
  }

  /** Stops all writing, because another window has taken the folder over. What waits is refused. */
  stop(why: string): void {
    this.#readOnly ??= why;
    this.#held = true;
    // What waits is refused: from here on it is as if it had never been.
    this.#state = this.#durable;
    this.#stopTimer();
    this.writing?.writer.stop();
    this.#status.readOnly(why);
    this.#queue?.abandon(new Refusal('read-only', why));
  }

  /** Tells that another program changed a file: until the project is opened again. */
  conflict(message: string): void {
    this.#status.problem('conflict', message);
  }

  #writable(): CommitQueue {
    if (this.#closed) throw new Refusal('closed', 'The project is closed.');
    if (this.#readOnly !== null || !this.#queue)
      throw new Refusal('read-only', this.#readOnly ?? 'Read only.');
    return this.#queue;
  }

  #apply(label: string, change: Change): Project {
    try {
      return apply(this.#state.project, change);
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Refusal('changed-meanwhile', `“${label}” was not done: ${why}.`, { cause });
    }
  }

  /** Commits, but waits for no more than one try: whoever waits for a disk that is full waits for ever. */
  async #commitAndTry(label: string, change: Change): Promise<void> {
    // What became of it in the end is said by the save state.
    this.commit(label, change).catch(() => {});
    await this.#queue!.drain();
    // Given up, and not taken, when the project may not be written any more.
    if (this.#readOnly !== null) throw new Refusal('read-only', this.#readOnly);
  }

  #preparation(
    before: Durable,
    change: Change,
    originals: ReadonlyMap<string, Uint8Array>,
  ): (() => Promise<void>) | null {
    const { project } = before;
    const isNew = project.articles.size === 0 && project.annotations.size === 0;
    const reason = isNew ? null : reasonForBackup(change);
    if (reason === null && originals.size === 0) return null;
    return async () => {
      if (reason !== null) await this.writing!.maintenance.backUp(before, reason);
      await writeOriginals(this.writing!.disk, this.folder, originals, (done, total) =>
        this.#status.saving({ done, total }),
      );
    };
  }

  #onSaved(saved: readonly Pending[]): void {
    const { after, entry } = saved.at(-1)!;
    this.#durable = { project: after, sequence: entry.seq };
    for (const pending of saved) this.writing!.writer.mark(filesOfChange(pending.entry.change));
    if (entry.seq === this.#state.sequence) this.#status.saved(this.#now().toISOString());
    this.#followSoon();
  }

  /** Files that take long to write (50,000 annotations in one) are written less often. */
  #followSoon(): void {
    if (this.#closed || this.#readOnly !== null) return;
    const wait = Math.min(Math.max(this.#followAfter, 10 * this.#lastFollow), LONGEST_FOLLOW);
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#follow(false).catch(() => this.#followSoon());
    }, wait);
  }

  async #follow(closing: boolean): Promise<void> {
    const began = performance.now();
    try {
      await this.writing!.guard();
      await this.writing!.maintenance.follow(() => this.#durable, closing);
      this.#status.problem('snapshot', null);
    } catch (error) {
      const why = `the files of the project cannot be brought up to date: ${sayWhy(error)}`;
      this.#status.problem('snapshot', `Your edits are safe in the journal, but ${why}. It is tried again.`);
      throw error;
    } finally {
      this.#lastFollow = performance.now() - began;
    }
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #refusing<Value>(what: string, task: () => Promise<Value>): Promise<Value> {
    try {
      return await task();
    } catch (cause) {
      if (cause instanceof Refusal) throw cause;
      throw new Refusal('not-saved', `${what}: ${sayWhy(cause)}.`, { cause });
    }
  }
}

function sayForeign(paths: readonly string[]): string {
  const [first] = paths;
  const others = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  return (
    `A sync service has put another version of a file into this project: ${first}${others}. It was left alone, and ` +
    'your edits are saved as before. Compare the two, and move away the one you do not want.'
  );
}
