/** What to do when a window's page has stopped. */
export type AfterCrash =
  /** Show it again, where its person was. */
  | 'back'
  /** Show it again from its beginning: what stopped it may be the place itself. */
  | 'anew'
  /** It stops again and again: ask. */
  | 'ask';

/** Within so long (ms) of the last a crash counts as the same trouble. */
const TROUBLE = 60_000;

/** Watches over the crashes of one window; `now` in milliseconds, from any beginning. */
export function createCrashWatch(now: () => number): () => AfterCrash {
  let crashes: readonly number[] = [];
  return () => {
    const at = now();
    crashes = [...crashes.filter((before) => at - before < TROUBLE), at];
    return crashes.length === 1 ? 'back' : crashes.length === 2 ? 'anew' : 'ask';
  };
}
