/** What a window has to do before it goes. */
export interface Leaving {
  /** Has the page hand over what is being typed; `sent`: until a large change that it is still sending has come. */
  readonly leaveFields: () => Promise<{ readonly sent: Promise<void> }>;
  /** Waits for the disk; what stands in the way of saving everything, or null. */
  readonly unsaved: () => Promise<string | null>;
  /** What it waits for, if it takes too long. */
  readonly waitingFor: () => string;
  /** Asks the person whether to go all the same. */
  readonly mayLeave: (problem: string) => Promise<boolean>;
  readonly close: () => Promise<void>;
  /** Did the system ask the app to go? Nobody is there then to answer a question. */
  readonly isTerminated: () => boolean;
}

/** How long a page may take to hand over what is typed in it (ms); one that hangs does not answer. */
const LAST_KEYS = 300;
/** How much of that a large change may take that the page is still sending, when nobody can be asked (ms). */
const LAST_CHANGE = 1500;
/** How long the disk may take (ms). With the keys it stays under the five seconds that systems give a program. */
export const LAST_WORD = 4200;
const LATE = Symbol('late');

/**
 * Lets a window go when the disk has what was done in it, or when its person says so. False when it stays. When
 * the system wants the app to end it always goes, within five seconds whatever hangs.
 */
export async function leave(window: Leaving): Promise<boolean> {
  const { sent } = await within(LAST_KEYS, window.leaveFields(), { sent: Promise.resolve() });
  let left = LAST_WORD;
  if (window.isTerminated()) {
    const began = performance.now();
    await within(LAST_CHANGE, sent, undefined);
    left -= performance.now() - began;
  } else {
    const unsaved = sent.then(() => window.unsaved()).catch(() => window.waitingFor());
    const problem = await within(LAST_WORD, unsaved, LATE);
    const why = problem === LATE ? window.waitingFor() : problem;
    if (why !== null && !window.isTerminated() && !(await window.mayLeave(why))) return false;
  }
  await within(left, window.close(), undefined);
  return true;
}

/** The result of `work`, or `late` when it takes longer; what it throws counts as late, too. */
export function within<Value, Late = Value>(
  milliseconds: number,
  work: Promise<Value>,
  late: Late,
): Promise<Value | Late> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Late>((done) => {
    timer = setTimeout(() => done(late), milliseconds);
  });
  return Promise.race([work.catch(() => late), over]).finally(() => clearTimeout(timer));
}
