/** A value and the ones before it. Edits in a row that share a tag (typing in one field) are one step. */
export interface Undoable<Value> {
  readonly now: Value;
  readonly past: readonly Value[];
  readonly tag: string;
}

const DEPTH = 200;

export function begun<Value>(now: Value): Undoable<Value> {
  return { now, past: [], tag: '' };
}

/** Goes on to `next`; the same object when nothing changed. */
export function edited<Value>(before: Undoable<Value>, tag: string, next: Value): Undoable<Value> {
  if (next === before.now) return before;
  const past = tag === before.tag ? before.past : [...before.past.slice(1 - DEPTH), before.now];
  return { now: next, past, tag };
}

/** One step back; the same object when there is none. */
export function undone<Value>(before: Undoable<Value>): Undoable<Value> {
  const now = before.past.at(-1);
  return now === undefined ? before : { now, past: before.past.slice(0, -1), tag: '' };
}
