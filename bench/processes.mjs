/** What the system says of the memory of processes (Linux only; null elsewhere), in bytes. */
import { readdirSync, readFileSync } from 'node:fs';

const field = (text, name) => 1_024 * Number(new RegExp(`^${name}: +(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);

/** Resident, proportional (shared pages are divided by their users), and the most that was ever resident. */
export function memoryOf(pid) {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    const status = readFileSync(`/proc/${pid}/status`, 'utf8').replaceAll('\t', ' ');
    return { rss: field(rollup, 'Rss'), pss: field(rollup, 'Pss'), peak: field(status, 'VmHWM') };
  } catch {
    return null;
  }
}

/** The proportional memory of a process and of all that it started. */
export function memoryOfAll(pid) {
  const all = [pid, ...descendants(pid)].map(memoryOf);
  return all[0] === null ? null : all.reduce((sum, memory) => sum + (memory?.pss ?? 0), 0);
}

function descendants(pid) {
  const parents = new Map();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      // The name of the program, in brackets, may hold spaces.
      const [, , parent] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'));
      parents.set(Number(name), Number(parent));
    } catch {
      // it has gone
    }
  }
  const found = [];
  for (const one of [pid])
    for (let next = [one]; next.length > 0; ) {
      next = [...parents].filter(([, parent]) => next.includes(parent)).map(([child]) => child);
      found.push(...next);
    }
  return found;
}
