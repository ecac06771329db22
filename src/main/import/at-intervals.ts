import type { JobProgress } from './jobs';

/** Small files are read faster than a window can draw: told at most so often (ms), and at the end. */
const INTERVAL = 50;

/** Thins out progress: the first and the last word are always passed on. */
export function atIntervals(
  onProgress: ((progress: JobProgress) => void) | undefined,
): (done: number, total: number, name?: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (done, total, name) => {
    if (performance.now() - last < INTERVAL && done < total) return;
    last = performance.now();
    onProgress?.({ done, total, ...(name === undefined ? {} : { name }) });
  };
}
