import type { JobProgress } from './jobs';

/** Small files are read faster than a window can draw: told at most so often (ms), and at the end. */
const INTERVAL = 50;

/** Thins out progress: the first word and the last are always passed on, and the last before a long silence. */
export function atIntervals(
  onProgress: ((progress: JobProgress) => void) | undefined,
): (done: number, total: number, name?: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let later: ReturnType<typeof setTimeout> | undefined;
  return (done, total, name) => {
    clearTimeout(later);
    const tell = () => {
      last = performance.now();
      onProgress?.({ done, total, ...(name === undefined ? {} : { name }) });
    };
    const early = INTERVAL - (performance.now() - last);
    if (early <= 0 || done >= total) tell();
    else later = setTimeout(tell, early);
  };
}
