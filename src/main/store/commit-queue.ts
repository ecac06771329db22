import type { Project } from '../../core/project/model';
import type { JournalEntry } from './journal-line';
import { Refusal } from './refusal';

/** A change on its way to the disk. */
export interface Pending {
  readonly entry: JournalEntry;
  /** The project with this change and all before it. */
  readonly after: Project;
  /** What has to be durable before the journal may say so: a backup, original bytes. Safe to be done twice. */
  readonly prepare?: () => Promise<void>;
}

/** What the queue needs, and whom it tells. */
export interface QueueOptions {
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>;
  readonly now: () => Date;
  /** These changes are on the disk. */
  readonly onSaved: (saved: readonly Pending[]) => void;
  /** The disk did not take them; they are kept and tried again. */
  readonly onFailed: (error: unknown) => void;
}

type Waiting = Pending & { resolve: (done: { at: string }) => void; reject: (error: unknown) => void };

const FIRST_DELAY = 1000;
/** A person who has made room looks whether it helped. */
const LONGEST_DELAY = 5000;

/**
 * Changes wait here until the disk has confirmed them, in the order they were made. Those that come while one
 * is being written go together next, with one sync. After an error they are kept and tried again by and by,
 * and at once when another change comes or `drain` is called; nothing is said to be saved before it is.
 */
export class CommitQueue {
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #delay = FIRST_DELAY;
  #error: unknown = null;

  constructor(private readonly options: QueueOptions) {}

  /** How many changes wait for the disk. */
  get size(): number {
    return this.#waiting.length;
  }

  /** Resolves when the change is on the disk, however long that takes; rejects only when it is given up. */
  add(pending: Pending): Promise<{ at: string }> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ ...pending, resolve, reject });
      void this.#run();
    });
  }

  /** Tries until nothing waits. Throws the disk's error when one more try fails; the changes are kept. */
  async drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#run();
      if (this.#error !== null) throw this.#error;
    }
  }

  /** Gives up what waits: every promise is rejected. For closing, and when the project may not be written. */
  abandon(reason: Refusal): void {
    this.#stopTimer();
    for (const { reject } of this.#waiting.splice(0)) reject(reason);
  }

  async #run(): Promise<void> {
    this.#stopTimer();
    if (this.#waiting.length === 0) return;
    this.#running ??= this.#pump();
    await this.#running;
  }

  async #pump(): Promise<void> {
    this.#error = null;
    while (this.#waiting.length > 0) {
      const batch = this.#nextBatch();
      try {
        await batch[0]!.prepare?.();
        await this.options.append(batch.map(({ entry }) => entry));
      } catch (error) {
        this.#failed(error);
        break;
      }
      this.#delay = FIRST_DELAY;
      this.#waiting.splice(0, batch.length);
      this.options.onSaved(batch);
      const at = this.options.now().toISOString();
      for (const { resolve } of batch) resolve({ at });
    }
    // In the same step as the last look at the queue, so that a change that comes now starts a new run.
    this.#running = null;
  }

  /** The first that waits, and those after it that need nothing before the journal. */
  #nextBatch(): readonly Waiting[] {
    const end = this.#waiting.findIndex((pending, index) => index > 0 && pending.prepare !== undefined);
    return this.#waiting.slice(0, end < 0 ? undefined : end);
  }

  #failed(error: unknown): void {
    this.#error = error;
    if (error instanceof Refusal) {
      this.abandon(error);
      return;
    }
    this.options.onFailed(error);
    this.#timer = setTimeout(() => void this.#run(), this.#delay);
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY);
  }

  #stopTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
