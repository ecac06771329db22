/** How long work that takes longer holds the window at once (ms): less than half a frame. */
const SLICE = 7;
/** A window that is not shown draws no frames; its work goes on all the same (ms). */
const HIDDEN = 60;

/** Resolves when what was done until now is on the screen. */
export function drawn(): Promise<void> {
  return new Promise((done) => {
    const late = setTimeout(done, HIDDEN);
    requestAnimationFrame(() => {
      clearTimeout(late);
      void nextTurn().then(done);
    });
  });
}

/** Resolves when the window has had the occasion to answer keys and to draw. Not a timer, which is slowed in the background. */
export function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });
}

/**
 * Does work bit by bit, as it yields, and lets the window live in between. What it yields is passed to `onProgress`.
 * Resolves with its result, or with null when `signal` stopped it; rejects with what it throws.
 */
export async function atLength<Result, Progress = void>(
  work: Generator<Progress, Result>,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (progress: Progress) => void } = {},
): Promise<Result | null> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    onProgress?.(step.value);
    await nextTurn();
    if (signal?.aborted) return null;
    began = performance.now();
  }
}
