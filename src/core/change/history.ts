import type { Change } from './change';
import { compose, invert, isEmpty } from './change';

/** One gesture of the researcher: what it did and what it is called in the Edit menu ("tag claim"). */
export interface Entry {
  readonly label: string;
  readonly change: Change;
}

/** What can be undone (last first out) and redone. Immutable. */
export interface History {
  readonly done: readonly Entry[];
  readonly undone: readonly Entry[];
}

/**
 * How many gestures can be undone. Each holds the rows it changed, so a history without end would grow as long as a
 * window is open; what is older is in the journal and the backups.
 */
export const DEPTH = 1000;

export const EMPTY_HISTORY: History = { done: [], undone: [] };

/** After a new gesture; what had been undone can no longer be redone. An empty change leaves no entry. */
export function record(history: History, entry: Entry): History {
  if (isEmpty(entry.change)) return history;
  return { done: [...history.done.slice(1 - DEPTH), entry], undone: [] };
}

/** After more of the last gesture: one undo takes back both. Where they cancel out, no entry is left. */
export function prolong(history: History, entry: Entry): History {
  const last = history.done.at(-1);
  if (!last || isEmpty(entry.change)) return record(history, entry);
  const change = compose(last.change, entry.change);
  const done = history.done.slice(0, -1);
  return { done: isEmpty(change) ? done : [...done, { label: entry.label, change }], undone: [] };
}

/** The change that takes the last gesture back and the history after it, or null when there is none. */
export function undo(history: History): { history: History; entry: Entry } | null {
  const last = history.done.at(-1);
  if (!last) return null;
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, last] },
    entry: { label: last.label, change: invert(last.change) },
  };
}

/** The change that does the last undone gesture again and the history after it, or null when there is none. */
export function redo(history: History): { history: History; entry: Entry } | null {
  const last = history.undone.at(-1);
  if (!last) return null;
  return {
    history: { done: [...history.done, last], undone: history.undone.slice(0, -1) },
    entry: last,
  };
}
