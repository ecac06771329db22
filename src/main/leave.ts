/** What a window has to do before it goes. */
export interface Leaving {
  /** Has the page hand over what is being typed. */
  readonly leaveFields: () => Promise<void>;
  /** Waits for the disk; what stands in the way of saving everything, or null. */
  readonly unsaved: () => Promise<string | null>;
  /** Asks the person whether to go all the same. */
  readonly mayLeave: (problem: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
  /** Did the system ask the app to go? Nobody is there then to answer a question. */
  readonly isTerminated: () => boolean;
}

/** How long a page may take to hand over what is typed in it (ms); one that hangs does not answer. */
const LAST_KEYS = 300;
/** How long the disk may take (ms). With the keys it stays under the five seconds that systems give a program. */
export const LAST_WORD = 4200;

/**
 * Lets a window go when the disk has what was done in it, or when its person says so. False when it stays. When
 * the system wants the app to end it always goes, within five seconds whatever hangs.
 */
export async function leave(window: Leaving): Promise<boolean> {
  await within(LAST_KEYS, window.leaveFields(), undefined);
  if (!window.isTerminated()) {
    const problem = await within(LAST_WORD, window.unsaved(), 'The disk does not answer.');
    if (problem !== null && !window.isTerminated() && !(await window.mayLeave(problem))) return false;
  }
  await within(LAST_WORD, window.close(), undefined);
  return true;
}

/** The result of `work`, or `late` when it takes longer; what it throws counts as late, too. */
export function within<Value>(milliseconds: number, work: Promise<Value>, late: Value): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Value>((done) => {
    timer = setTimeout(() => done(late), milliseconds);
  });
  return Promise.race([work.catch(() => late), over]).finally(() => clearTimeout(timer));
}
