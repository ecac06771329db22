import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { sayTime } from './times';

/** Who has a project open. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells one start of the computer from the next; null where the system does not say. */
  readonly boot: string | null;
  /** When the process began, in the system's own terms: a number used again is not the same process. */
  readonly born: string | null;
  readonly startedAt: string;
  /** Random: only who wrote a lock can remove it. */
  readonly token: string;
}

/** This process, as the holder of a lock. */
export function thisProcess(token: string, now: Date): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    boot: readOrNull('/proc/sys/kernel/random/boot_id'),
    born: bornOf(process.pid),
    startedAt: now.toISOString(),
    token,
  };
}

/** Reads a lock file; null when it does not say who holds it. */
export function parseHolder(bytes: Uint8Array): Holder | null {
  try {
    const value = JSON.parse(Buffer.from(bytes).toString()) as Partial<Holder> | null;
    if (!value || !Number.isSafeInteger(value.pid) || value.pid! <= 0) return null;
    const { pid, host, boot, born, startedAt, token } = value;
    if (typeof host !== 'string' || typeof token !== 'string' || typeof startedAt !== 'string') return null;
    return { pid: pid!, host, boot: boot ?? null, born: born ?? null, startedAt, token };
  } catch {
    return null;
  }
}

/**
 * Can the holder be shown to be gone? Only for this computer: it has been started anew since, or the process
 * is no longer there. A holder on another computer, or one that cannot be asked about, is taken for alive.
 */
export function isGone(holder: Holder, self: Holder): boolean {
  if (holder.host !== self.host) return false;
  if (holder.boot !== self.boot) return holder.boot !== null && self.boot !== null;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
  return holder.born !== null && bornOf(holder.pid) !== null && bornOf(holder.pid) !== holder.born;
}

/** The sentence a person reads when the project is open elsewhere. */
export function sayHeld(holder: Holder | null): string {
  if (!holder) {
    return 'A lock file that cannot be read says that this project is open elsewhere. Read only here.';
  }
  const since = Number.isNaN(Date.parse(holder.startedAt)) ? holder.startedAt : sayTime(holder.startedAt);
  return (
    `Another window (process ${holder.pid} on ${holder.host}, since ${since}) has this project open. ` +
    'Read only here.'
  );
}

/** The 22nd field of /proc/<pid>/stat; the second, a name in brackets, may hold anything. */
function bornOf(pid: number): string | null {
  return readOrNull(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ')[19] ?? null;
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
