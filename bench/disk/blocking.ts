import { monitorEventLoopDelay } from 'node:perf_hooks';

/**
 * Runs a task and watches how long the event loop stood still meanwhile: the longest time between two turns of
 * it, in ms. It looks from turn to turn, so the loop is never idle; on its own a turn takes well under 0.1 ms.
 */
export async function watched(task: () => Promise<void>): Promise<{ took: number; blocked: number }> {
  let running = true;
  let blocked = 0;
  let last = performance.now();
  const turn = () => {
    const now = performance.now();
    blocked = Math.max(blocked, now - last);
    last = now;
    if (running) setImmediate(turn);
  };
  setImmediate(turn);
  const began = performance.now();
  await task();
  const took = performance.now() - began;
  // One more turn, in which a block that the task ended with is seen.
  await new Promise((done) => setImmediate(done));
  running = false;
  return { took, blocked };
}

/**
 * The same for a task that takes long and waits for another process: a clock looks every few milliseconds, so that the
 * processor is left to the one that works.
 */
export async function heldUp(task: () => Promise<void>): Promise<{ took: number; blocked: number }> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await task();
  const took = performance.now() - began;
  await new Promise((done) => setTimeout(done, 20));
  delay.disable();
  return { took, blocked: delay.max / 1e6 };
}
