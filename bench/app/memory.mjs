import { readFileSync } from 'node:fs';

/** Memory that only this process has (bytes), as Linux counts it; null on other systems. */
export function privateMemory(pid) {
  if (process.platform !== 'linux') return null;
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return (
    1_024 *
    [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB/gm)].reduce(
      (sum, [, size]) => sum + Number(size),
      0,
    )
  );
}
