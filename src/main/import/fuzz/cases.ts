import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from './faults';
import type { Importer } from './importers';
import { mutated } from './mutate';
import { randomOf } from './random';
import type { SampleFile } from './sample';
import type { Walls } from './walls';

/** A stretch of the cases of one importer: each follows from the seed, the importer and its number alone. */
export interface Stretch {
  readonly importer: string;
  readonly seed: string;
  readonly from: number;
  readonly count: number;
}

/** What a stretch came to. */
export interface Tally {
  readonly read: number;
  readonly refused: number;
  /** Those that went wrong. */
  readonly failed: number;
  readonly bytes: number;
  /** Milliseconds of the processor that all cases took. */
  readonly worked: number;
  /** The same of the slowest case, and its number. */
  readonly slowest: number;
  readonly slowestAt: number;
}

/** A case that went wrong. */
export interface Failure {
  readonly importer: string;
  readonly seed: string;
  readonly at: number;
  readonly what: string;
  /** Where its files were saved. */
  readonly folder: string;
}

export interface CaseKeeper {
  readonly scratch: string;
  readonly walls: Walls;
  /** Told the number of each case before it begins. */
  begin(at: number): void;
  fail(failure: Failure): void;
  /** What went wrong by itself since the last time, such as a promise that nobody waited for. */
  stray(): string | null;
  /** Faults that were told, by what they have in common. */
  readonly told: Set<string>;
}

/** More time of the processor than this (milliseconds) is too slow for files as small as these. */
const SLOW = 5_000;

/** Runs a stretch of cases. Never throws. */
export async function runStretch(importer: Importer, stretch: Stretch, keeper: CaseKeeper): Promise<Tally> {
  const { seed, from, count } = stretch;
  const tally = { read: 0, refused: 0, failed: 0, bytes: 0, worked: 0, slowest: 0, slowestAt: from };
  for (let at = from; at < from + count; at++) {
    keeper.begin(at);
    const files = filesOf(importer, seed, at);
    for (const { bytes } of files) tally.bytes += bytes.length;
    const begun = process.cpuUsage();
    let fault: string | null = null;
    try {
      if (await importer.read(files)) tally.read++;
      else tally.refused++;
    } catch (error) {
      fault =
        error instanceof Fault ? error.message : error instanceof Error ? `${error.stack}` : String(error);
    }
    const used = process.cpuUsage(begun);
    const took = (used.user + used.system) / 1_000;
    tally.worked += took;
    if (took > tally.slowest) Object.assign(tally, { slowest: took, slowestAt: at });
    // What was left behind comes to light.
    await new Promise((resolve) => setImmediate(resolve));
    const what =
      fault ??
      keeper.walls.breach() ??
      keeper.stray() ??
      (took > SLOW ? `it took ${Math.round(took)} ms` : null);
    if (what === null) continue;
    tally.failed++;
    const kind = kindOf(importer.id, what);
    if (!keeper.told.has(kind)) {
      keeper.told.add(kind);
      const folder = saveCase(importer, seed, at, keeper.scratch);
      keeper.fail({ importer: importer.id, seed, at, what, folder });
    }
  }
  return tally;
}

/** What faults have in common that are one: where they were thrown, or what was said but for names and numbers. */
export function kindOf(importer: string, what: string): string {
  const [said = '', ...stack] = what.split('\n');
  const words = said
    .replace(/“[^”]*”|"[^"]*"/g, '')
    .replace(/\d+/g, '0')
    .slice(0, 100);
  const place = stack.find((line) => line.includes(' at ')) ?? '';
  return `${importer} ${place || words}`;
}

/** The files of a case. */
export function filesOf({ id, samples }: Importer, seed: string, at: number): readonly SampleFile[] {
  return mutated(samples, randomOf(`${seed}/${id}/${at}`));
}

/** Saves the files of a case into a folder of its own, numbered, since their names may be anything. */
export function saveCase(importer: Importer, seed: string, at: number, scratch: string): string {
  const folder = join(scratch, `${importer.id}-${seed}-${at}`.replace(/[^\w-]/g, '_'));
  filesOf(importer, seed, at).forEach(({ path, bytes }, index) => {
    const name = path.replace(/[^\w.-]/g, '_').slice(-80);
    const place = join(folder, `${index + 1}-${name}`);
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, bytes);
  });
  return folder;
}
