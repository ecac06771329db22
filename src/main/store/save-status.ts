import type { SaveState } from '../../shared/api';

/** Fewer files than this are written before a person could read of them. */
const MANY = 200;
/** How often it is told how many are done (ms). */
const INTERVAL = 100;

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What the parts of the store say of themselves; put together into the one state that a person sees. */
export class SaveStatus {
  readonly #listeners = new Set<(state: SaveState) => void>();
  #state: SaveState;
  #saving = false;
  /** Of the files that go before the journal, while they are written. */
  #progress: Progress | null = null;
  #told = Number.NEGATIVE_INFINITY;
  #at: string;
  /** Reasons why not all is well, the most serious first. */
  readonly #problems: { conflict: string | null; commit: string | null; snapshot: string | null } = {
    conflict: null,
    commit: null,
    snapshot: null,
  };

  constructor(at: string, readOnly: string | null) {
    this.#at = at;
    this.#state = readOnly === null ? { kind: 'saved', at } : { kind: 'read-only', message: readOnly };
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Calls the listener at every change from now on; the result ends that. */
  listen(listener: (state: SaveState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A change is on its way to the disk, and so many of the files that go before it have arrived. */
  saving(progress: Progress | null = null): void {
    if (progress && !this.#isTime(progress)) return;
    this.#saving = true;
    this.#progress = progress;
    this.#tell();
  }

  /** The project is being closed, and files are still brought up to date. */
  closing(progress: Progress): void {
    if (this.#state.kind !== 'read-only' && this.#isTime(progress))
      this.#set({ kind: 'closing', ...progress });
  }

  /** The disk has every change. */
  saved(at: string): void {
    this.#saving = false;
    this.#progress = null;
    this.#at = at;
    this.#problems.commit = null;
    this.#tell();
  }

  /** Something is not well, or is again (null). */
  problem(kind: 'conflict' | 'commit' | 'snapshot', message: string | null): void {
    this.#problems[kind] = message;
    this.#tell();
  }

  /** Nothing more will be written. */
  readOnly(message: string): void {
    this.#set({ kind: 'read-only', message });
  }

  #tell(): void {
    if (this.#state.kind === 'read-only') return;
    const { conflict, commit, snapshot } = this.#problems;
    const message = conflict ?? commit ?? (this.#saving ? null : snapshot);
    if (message !== null) this.#set({ kind: 'failed', message });
    else if (!this.#saving) this.#set({ kind: 'saved', at: this.#at });
    else this.#set({ kind: 'saving', ...(this.#progress && { progress: this.#progress }) });
  }

  #isTime({ done, total }: Progress): boolean {
    const now = performance.now();
    if (total < MANY || (now - this.#told < INTERVAL && done < total)) return false;
    this.#told = now;
    return true;
  }

  #set(state: SaveState): void {
    const before = this.#state;
    if (before.kind === state.kind && JSON.stringify(before) === JSON.stringify(state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
