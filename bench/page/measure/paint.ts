import type { Sample } from '../../sample/sample';
import { nextFrame, quiet, withinFrame } from '../frames';
import type { Surface } from '../peers/surface';

export interface Paint {
  /** The call itself, ms. */
  readonly call: number;
  /** From the call to the second animation frame after it, or a later one if marks are drawn only then, ms. */
  readonly firstFrame: number;
  /** From the call until the last change of the page, ms. */
  readonly settled: number;
}

/** No page changes for this many frames: it has settled. */
const CALM_FRAMES = 20;
const LIMIT = 15_000;

/**
 * Hands over all annotations and waits for them to be on the screen. The call falls just after a frame, so
 * that nobody can be faster than two frames: about 31 ms at 60 Hz.
 */
export async function measurePaint(surface: Surface, host: HTMLElement, sample: Sample): Promise<Paint> {
  const first = sample.marks[0]!.id;
  await quiet();
  await withinFrame(() => {});
  const begin = performance.now();
  surface.hand();
  const call = performance.now() - begin;
  await nextFrame();
  let now = await nextFrame();
  while (surface.extentOf(first) === 0) {
    if (now - begin > LIMIT + call) throw new Error('the annotations never came to the screen');
    now = await nextFrame();
  }
  const firstFrame = now - begin;
  return { call, firstFrame, settled: (await lastChange(host, now)) - begin };
}

async function lastChange(host: HTMLElement, from: number): Promise<number> {
  let last = from;
  let calm = 0;
  const observer = new MutationObserver(() => {
    last = performance.now();
    calm = 0;
  });
  observer.observe(host, { attributes: true, childList: true, characterData: true, subtree: true });
  while (calm++ < CALM_FRAMES) await nextFrame();
  observer.disconnect();
  return last;
}

/** What a hand-over that does nothing would be measured as, ms. */
export async function measureFloor(): Promise<number> {
  const times: number[] = [];
  await quiet();
  for (let time = 0; time < 15; time++) {
    await withinFrame(() => {});
    const begin = performance.now();
    await nextFrame();
    times.push((await nextFrame()) - begin);
  }
  return times.sort((a, b) => a - b)[7]!;
}
