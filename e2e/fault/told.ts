import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from '../app';

/** What became of one kind of fault. */
export interface Told {
  readonly tried: string;
  readonly times: number;
  /** Annotations that were said to be saved before the fault; absent where the fault is not about losing any. */
  readonly acknowledged?: number;
  readonly lost?: number;
  /** How the project opened afterwards, or what the person was shown. */
  readonly opened: string;
}

/** The name under which a test keeps what it tells, for the reporter. */
export const TOLD = 'told';

/** Tells what a fault came to; a test may tell several. */
export function tell(told: Told): void {
  test.info().annotations.push({ type: TOLD, description: JSON.stringify(told) });
}

/** A number given on the command line of `npm run test:fault`, or the one that is meant. */
export function setting(name: 'points' | 'app-points' | 'cuts' | 'seed', usual: number): number {
  const given = process.env[`FAULT_${name.replace('-', '_').toUpperCase()}`];
  return given === undefined ? usual : Number(given);
}

/** Why a part cannot be done here, or null when it can. */
const REASONS: Readonly<Record<string, () => string | null>> = {
  linux: () => (process.platform === 'linux' ? null : 'it reads /proc, which only Linux has'),
  root() {
    if (process.getuid?.() !== 0) return 'only root may mount disks and change the attributes of files';
    const { status, stderr } = spawnSync('unshare', ['--mount', 'true'], { encoding: 'utf8' });
    return status === 0 ? null : `this root may not mount (${(stderr ?? 'no unshare').trim()})`;
  },
  fuse: () => (existsSync('/dev/fuse') ? null : 'there is no /dev/fuse'),
  loop() {
    const { status, stderr } = spawnSync('losetup', ['--find'], { encoding: 'utf8' });
    return status === 0 ? null : `there is no loop device to be had (${(stderr ?? 'no losetup').trim()})`;
  },
};

/** Skips the test, with the reason in the report, unless this machine has all of these; others are programs. */
export function needs(...wanted: readonly string[]): void {
  for (const what of wanted) {
    const installed = () => (onPath(what) ? null : `${what} is not installed`);
    const reason = (REASONS[what] ?? installed)();
    test.skip(reason !== null, `skipped: ${reason}`);
  }
}

function onPath(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Runs a program of the system to its end. Throws with what it complained of. */
export function system(...[program, ...args]: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program!, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
  return stdout.trim();
}

/** Is anything mounted on this folder? */
export function isMounted(folder: string): boolean {
  return readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .some((line) => line.split(' ')[1] === folder);
}
