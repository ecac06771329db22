import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as after } from 'node:timers/promises';
import { projectOf } from '../../src/main/store/project-on-disk.arbitrary';
import { createProject } from '../../src/main/store/project-store';
import { believeInBoots, endBelief } from './boot';
import { child } from './children';
import type { Cut, FileSystem } from './cuttable';
import { CuttableDisk, mounted } from './cuttable';
import { expect, test } from './fixture';
import { seeded } from './seeded';
import { idsAfterOpening, missing } from './survivors';
import { needs, setting, tell } from './told';

const EXT4 = { maker: 'mkfs.ext4', make: ['-q'], size: 160 };
const SYSTEMS: readonly FileSystem[] = [
  { ...EXT4, name: 'ext4', options: 'defaults' },
  // Without its guess that who renames a file wants its bytes first, ext4 is as strict as the standard allows.
  { ...EXT4, name: 'ext4 noauto_da_alloc', options: 'noauto_da_alloc' },
  { name: 'xfs', maker: 'mkfs.xfs', make: ['-q'], size: 320, options: 'defaults' },
  { name: 'btrfs', maker: 'mkfs.btrfs', make: ['-q'], size: 320, options: 'defaults' },
];
/** Cuts in the life of one project, before its writer is killed and another begun. */
const CUTS_EACH = 5;

interface Moment extends Cut {
  readonly project: string;
  readonly acknowledged: readonly string[];
}

/** Lets the store work on the disk and cuts its power at random moments; what each cut left, and had to keep. */
async function cutOften(
  disk: CuttableDisk,
  cuts: number,
  seed: number,
  how: string[],
): Promise<readonly Moment[]> {
  const next = seeded(seed);
  const moments: Moment[] = [];
  while (moments.length < cuts) {
    const project = `project-${moments.length}`;
    const folder = join(disk.folder, project);
    await (await createProject(folder, projectOf(1, 0))).close();
    const burst = spawn(process.execPath, [child('burst'), folder, '0', ...how], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const gone = once(burst, 'exit');
    const saved: { id: string; at: bigint }[] = [];
    const lines = createInterface({ input: burst.stdout });
    lines.on('line', (line) => {
      const [number, at] = line.split(' ');
      saved.push({ id: `n${number}-a1`, at: BigInt(at!) });
    });
    await once(lines, 'line');
    const these: (Cut & { project: string })[] = [];
    for (let cut = 0; cut < CUTS_EACH && moments.length + these.length < cuts; cut++) {
      await after(700 * next());
      // From "nothing that was not flushed" to "everything", and all between, at any moment or in mid-write.
      const kept = [0, 0.3, 0.6, 0.9, 1][cut]!;
      const unsure = Math.floor(5 * next());
      these.push({ ...(await disk.cut({ unsure, kept, seed: Math.floor(next() * 2 ** 31) })), project });
    }
    burst.kill('SIGKILL');
    await gone;
    for (const cut of these) {
      const before = saved.filter(({ at }) => at < BigInt(cut.at));
      moments.push({ ...cut, acknowledged: before.map(({ id }) => id) });
    }
  }
  return moments;
}

// As long as the points asked for take.
test.setTimeout(3 * 60 * 60_000);

for (const system of SYSTEMS) {
  test(`the power is cut: ${system.name}`, async ({ folder }) => {
    needs('linux', 'root', 'fuse', 'loop', system.maker);
    const cuts = setting('cuts', 30);
    const disk = await CuttableDisk.start(folder, system);
    const moments = await cutOften(disk, cuts, setting('seed', 1), []).finally(() => disk.stop());
    const lost: string[] = [];
    const reboot = believeInBoots(folder);
    try {
      for (const { image, project, acknowledged } of moments) {
        reboot();
        // Twice: what the first opening mends and writes must be whole, too.
        const kept = await mounted(image, join(folder, 'again'), async (at) => {
          await idsAfterOpening(join(at, project));
          return idsAfterOpening(join(at, project));
        });
        lost.push(...missing(acknowledged, kept));
        rmSync(image);
      }
    } finally {
      endBelief();
    }
    const sum = (count: (moment: Moment) => number) =>
      moments.reduce((all, moment) => all + count(moment), 0);
    tell({
      tried: `power cut on ${system.name} (real file system on a disk that loses or tears what was not flushed)`,
      times: cuts,
      acknowledged: sum((moment) => moment.acknowledged.length),
      lost: lost.length,
      opened: `to write, without a question; ${sum((moment) => moment.lost)} block writes were lost or torn`,
    });
    expect(lost).toEqual([]);
  });
}

test('the power is cut under a store that does not sync, to see that the disk forgets', async ({
  folder,
}) => {
  needs('linux', 'root', 'fuse', 'loop', 'mkfs.ext4');
  const disk = await CuttableDisk.start(folder, SYSTEMS[0]!);
  const moments = await cutOften(disk, 5, setting('seed', 1), ['careless']).finally(() => disk.stop());
  let losing = 0;
  let lost = 0;
  for (const { image, project, acknowledged } of moments) {
    const kept = await mounted(image, join(folder, 'again'), (at) =>
      idsAfterOpening(join(at, project)),
    ).catch(() => new Set<string>());
    const gone = missing(acknowledged, kept).length;
    lost += gone;
    if (gone > 0) losing++;
  }
  tell({
    tried: 'check of the check: the same with syncs that do nothing',
    times: moments.length,
    acknowledged: moments.reduce((all, moment) => all + moment.acknowledged.length, 0),
    lost,
    opened: `${losing} of ${moments.length} cuts lost something, as they must`,
  });
  expect(losing).toBeGreaterThan(0);
});
