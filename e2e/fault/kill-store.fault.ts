import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { projectOf } from '../../src/main/store/project-on-disk.arbitrary';
import { createProject } from '../../src/main/store/project-store';
import { child } from './children';
import { expect, test } from './fixture';
import { seeded } from './seeded';
import { idsAfterOpening, idsIn, missing } from './survivors';
import { needs, setting, tell } from './told';

/** Kills on one project before a new one is begun: the files should be as small as a person's. */
const KILLS_EACH = 25;

// As long as the points asked for take.
test.setTimeout(3 * 60 * 60_000);

test('the process that owns the disk is killed in a burst of tagging', async ({ folder }) => {
  needs('linux');
  const points = Math.max(0, setting('points', 500) - setting('app-points', 50));
  const next = seeded(setting('seed', 1));
  let acknowledged = 0;
  const lost: string[] = [];
  let told = new Set<string>();
  let first = 0;
  let project = '';
  for (let kill = 0; kill < points; kill++) {
    if (kill % KILLS_EACH === 0) {
      project = join(folder, `project-${kill}`);
      await (await createProject(project, projectOf(1, 0))).close();
      told = new Set();
      first = 0;
    }
    // From before the first word to a good second of work.
    const rounds = Math.floor(60 * next() ** 2);
    const fresh = await killAfter(project, first, rounds, 5 * next());
    for (const id of fresh) told.add(id);
    acknowledged += fresh.length;
    // Read without a lock by some, opened to write by the others: what one opening mends, the next must not need.
    const kept = await (kill % 3 === 0 ? idsIn : idsAfterOpening)(project);
    lost.push(...missing(told, kept));
    first = Math.max(0, ...[...kept].map((id) => Number(/\d+/.exec(id)![0]) + 1));
  }
  tell({
    tried: 'kill -9 of the store in plain Node (several commits at once, imports, checkpoints, backups)',
    times: points,
    acknowledged,
    lost: lost.length,
    opened: 'by our reader or to write, without a question, no temporary file left',
  });
  expect(lost).toEqual([]);
});

/** Lets the store work until it has acknowledged so many rounds and some ms more; the ids acknowledged till then. */
async function killAfter(folder: string, first: number, rounds: number, more: number): Promise<string[]> {
  const burst = spawn(process.execPath, [child('burst'), folder, String(first)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(burst, 'exit');
  const told: string[] = [];
  const strike = (after = more) => setTimeout(() => burst.kill('SIGKILL'), after);
  // None: while it starts and opens the project.
  if (rounds === 0) strike(80 * more);
  let struck = rounds === 0;
  for await (const line of createInterface({ input: burst.stdout })) {
    told.push(`n${line.split(' ')[0]}-a1`);
    if (!struck && told.length >= 3 * rounds) {
      struck = true;
      strike();
    }
  }
  await gone;
  expect(burst.signalCode).toBe('SIGKILL');
  return told;
}
