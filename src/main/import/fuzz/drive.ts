import { type ChildProcess, fork } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { WORKER_FLAGS } from '../worker-walls';
import type { Failure, Stretch, Tally } from './cases';
import { kindOf, saveCase } from './cases';
import type { FromChild } from './child';
import { importersOf } from './importers';

/** How many cases of each importer are run, from which number on, in how many processes. */
export interface Plan {
  readonly counts: ReadonlyMap<string, number>;
  readonly seed: string;
  readonly from?: number;
  readonly processes?: number;
  /** Told of each importer when its cases are done. */
  onDone?(importer: string, tally: Sum): void;
  onFailure?(failure: Failure): void;
}

/** What all cases of an importer came to. */
export interface Sum extends Tally {
  readonly cases: number;
}

/** No case takes longer, even on a machine that is busy (milliseconds); what does hangs. */
const HANGS = 30_000;
/** Resident memory of a process, in bytes. */
const BALLOONS = 1024 ** 3;
const STRETCH = 2_000;
/** After so many faults of one importer its other cases wait until those are mended. */
const ENOUGH = 20;

/** The folder of the repository. */
export const ROOT = join(import.meta.dirname, '../../../..');

/** The importers that there are, in the order in which they are run. */
export function importerIds(): readonly string[] {
  return importersOf(ROOT).map(({ id }) => id);
}

/** Runs cases in processes of their own, which are killed when they hang or balloon. Resolves with one failure of each kind. */
export async function fuzz(plan: Plan): Promise<readonly Failure[]> {
  const { counts, seed, from = 0, processes = 2, onDone, onFailure } = plan;
  const scratch = await mkdtemp(join(tmpdir(), 'marginalia-fuzz-'));
  const entry = await bundled(scratch);
  const failures: Failure[] = [];
  const sums = new Map<string, Sum>();
  const left: Stretch[] = [];
  const waiting = new Map<string, number>();
  for (const [importer, count] of counts) {
    waiting.set(importer, Math.ceil(count / STRETCH));
    for (let at = 0; at < count; at += STRETCH)
      left.push({ importer, seed, from: from + at, count: Math.min(STRETCH, count - at) });
  }
  const told = new Set<string>();
  const fail = (failure: Failure) => {
    const kind = kindOf(failure.importer, failure.what);
    if (told.has(kind)) return;
    told.add(kind);
    failures.push(failure);
    onFailure?.(failure);
  };
  const faultsOf = (importer: string) => failures.filter((failure) => failure.importer === importer).length;
  const work = async (number: number) => {
    const runner = new Runner(entry, scratch, number, fail);
    for (let stretch = left.shift(); stretch; stretch = left.shift()) {
      if (faultsOf(stretch.importer) < ENOUGH) {
        const tally = await runner.run(stretch);
        const before = sums.get(stretch.importer);
        sums.set(stretch.importer, added(before, tally, stretch.count));
      }
      const more = waiting.get(stretch.importer)! - 1;
      waiting.set(stretch.importer, more);
      const sum = sums.get(stretch.importer);
      if (more === 0 && sum) onDone?.(stretch.importer, sum);
    }
    runner.end();
  };
  await Promise.all(Array.from({ length: processes }, (_, number) => work(number)));
  return failures;
}

function added(before: Sum | undefined, tally: Tally, cases: number): Sum {
  if (!before) return { ...tally, cases };
  const slower = tally.slowest > before.slowest ? tally : before;
  return {
    read: before.read + tally.read,
    refused: before.refused + tally.refused,
    failed: before.failed + tally.failed,
    bytes: before.bytes + tally.bytes,
    worked: before.worked + tally.worked,
    slowest: slower.slowest,
    slowestAt: slower.slowestAt,
    cases: before.cases + cases,
  };
}

/** A process that runs stretches, and its successors. */
class Runner {
  #child: ChildProcess | null = null;
  readonly #place: string;

  constructor(
    readonly entry: string,
    readonly scratch: string,
    number: number,
    readonly fail: (failure: Failure) => void,
  ) {
    this.#place = join(scratch, `at-${number}`);
  }

  async run(stretch: Stretch): Promise<Tally> {
    let rest = stretch;
    let tally: Tally = {
      read: 0,
      refused: 0,
      failed: 0,
      bytes: 0,
      worked: 0,
      slowest: 0,
      slowestAt: stretch.from,
    };
    for (;;) {
      const outcome = await this.#attempt(rest);
      if (typeof outcome !== 'string') {
        const slower = outcome.slowest > tally.slowest ? outcome : tally;
        return {
          ...outcome,
          failed: outcome.failed + tally.failed,
          slowest: slower.slowest,
          slowestAt: slower.slowestAt,
        };
      }
      const at = await this.#at();
      const importer = importersOf(ROOT).find(({ id }) => id === stretch.importer)!;
      const folder = saveCase(importer, stretch.seed, at, this.scratch);
      this.fail({ importer: stretch.importer, seed: stretch.seed, at, what: outcome, folder });
      tally = { ...tally, failed: tally.failed + 1, slowest: HANGS, slowestAt: at };
      rest = { ...rest, from: at + 1, count: stretch.from + stretch.count - at - 1 };
      if (rest.count === 0) return tally;
    }
  }

  end(): void {
    this.#child?.kill('SIGKILL');
  }

  /** The tally, or why the process had to go. */
  async #attempt(stretch: Stretch): Promise<Tally | string> {
    const child = this.#child ?? (await this.#start());
    this.#child = child;
    return new Promise((resolve) => {
      let last = -1;
      let since = performance.now();
      const finish = (outcome: Tally | string) => {
        clearInterval(watch);
        child.removeAllListeners();
        if (typeof outcome === 'string') {
          this.#child = null;
          child.kill('SIGKILL');
        }
        resolve(outcome);
      };
      const watch = setInterval(async () => {
        const [at, bytes] = await Promise.all([this.#at(), residentBytes(child.pid!)]);
        if (at !== last) since = performance.now();
        last = at;
        if (performance.now() - since > HANGS) finish(`it hangs: more than ${HANGS} ms`);
        else if (bytes > BALLOONS) finish(`it balloons: ${Math.round(bytes / 1024 ** 2)} MB`);
      }, 500);
      child.on('message', (message: FromChild) => {
        if ('failure' in message) this.fail(message.failure);
        if ('done' in message) finish(message.done);
      });
      child.on('exit', (code, signal) => finish(`the process ended with ${signal ?? code}`));
      child.send(stretch);
    });
  }

  /** Node itself keeps the process from writing elsewhere, from starting others and from running text as code. */
  async #start(): Promise<ChildProcess> {
    const walls = process.allowedNodeEnvironmentFlags.has('--permission')
      ? '--permission'
      : '--experimental-permission';
    const child = fork(this.entry, [ROOT, this.scratch, this.#place], {
      execArgv: [
        walls,
        '--allow-fs-read=*',
        `--allow-fs-write=${join(this.scratch, '*')}`,
        ...WORKER_FLAGS,
        '--max-old-space-size=768',
        '--no-warnings',
      ],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the process does not start (${code})`)));
    });
    child.removeAllListeners('exit');
    return child;
  }

  async #at(): Promise<number> {
    const bytes = await readFile(this.#place).catch(() => Buffer.alloc(0));
    return bytes.length < 8 ? 0 : bytes.readDoubleLE(0);
  }
}

/** From Linux' /proc; elsewhere memory is bounded by the heap alone. */
async function residentBytes(pid: number): Promise<number> {
  const said = await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '');
  return Number(said.split(' ')[1] ?? 0) * 4096;
}

async function bundled(outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'child.ts'),
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'child.mjs' } },
    },
  });
  return join(outDir, 'child.mjs');
}

/** A line that says what the cases of an importer came to; its speed is by the time of the processor. */
export function lineOf(
  id: string,
  { cases, read, refused, failed, bytes, slowest, slowestAt, worked }: Sum,
): string {
  const speed = Math.round(cases / (worked / 1_000));
  const size = Math.round(bytes / Math.max(1, cases));
  return `${id.padEnd(16)} ${cases} files (${read} read, ${refused} refused, ${failed} wrong; ${size} bytes each), ${speed} a second, slowest ${Math.round(slowest)} ms (number ${slowestAt})`;
}

/** A failure in words, with how to repeat it. */
export function said({ importer, seed, at, what, folder }: Failure): string {
  return `${importer} number ${at}: ${what}\n  saved in ${folder}\n  npm run test:fuzz -- --only ${importer} --seed ${seed} --from ${at} --count 1`;
}
