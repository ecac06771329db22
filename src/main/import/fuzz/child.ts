import { openSync, writeSync } from 'node:fs';
import type { Failure, Stretch, Tally } from './cases';
import { runStretch } from './cases';
import { importersOf } from './importers';
import { unchanged } from './mutate';
import { raiseWalls } from './walls';

/** What the process is told, and what it tells. */
export type ToChild = Stretch;
export type FromChild = { readonly failure: Failure } | { readonly done: Tally } | { readonly ready: true };

/**
 * Entry of a process that runs cases: it may hang or balloon, and is killed then. The number of the case at hand is
 * kept in a file, since a process that hangs sends no messages.
 */
const [root, scratch, place] = process.argv.slice(2) as [string, string, string];
const file = openSync(place, 'w');
const say = (message: FromChild) => process.send!(message);
let astray: string | null = null;
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => {
    // A reader that knows of them hears them, too.
    if (process.listenerCount(event) > 1) return;
    astray = `${event}: ${error instanceof Error ? `${error.name}: ${error.message}\n${error.stack}` : String(error)}`;
  });

const importers = new Map(importersOf(root).map((importer) => [importer.id, importer]));
// Libraries that are loaded late may bring what an old engine lacks: that is no breach.
for (const { samples, read } of importers.values())
  for (const sample of samples) await read(unchanged(sample)).catch(() => {});
const walls = raiseWalls();
const told = new Set<string>();
const number = Buffer.alloc(8);

async function run(stretch: ToChild): Promise<void> {
  const tally = await runStretch(importers.get(stretch.importer)!, stretch, {
    scratch,
    walls,
    told,
    begin(at) {
      number.writeDoubleLE(at);
      writeSync(file, number, 0, 8, 0);
    },
    fail: (failure) => say({ failure }),
    stray() {
      const said = astray;
      astray = null;
      return said;
    },
  });
  say({ done: tally });
}

process.on('message', (stretch: ToChild) => {
  run(stretch).catch((error: unknown) => {
    console.error(error);
    process.exit(1);
  });
});
say({ ready: true });
