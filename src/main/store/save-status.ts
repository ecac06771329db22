import type { SaveState } from '../../shared/api';

/** What the parts of the store say of themselves; put together into the one state that a person sees. */
export class SaveStatus {
  readonly #listeners = new Set<(state: SaveState) => void>();
  #state: SaveState;
  #saving = false;
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

  /** A change is on its way to the disk. */
  saving(): void {
    this.#saving = true;
    this.#tell();
  }

  /** The disk has every change. */
  saved(at: string): void {
    this.#saving = false;
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
    else this.#set(this.#saving ? { kind: 'saving' } : { kind: 'saved', at: this.#at });
  }

  #set(state: SaveState): void {
    const before = this.#state;
    if (before.kind === state.kind && JSON.stringify(before) === JSON.stringify(state)) return;
    this.#state = state;
    for (const listener of this.#listeners) listener(state);
  }
}
