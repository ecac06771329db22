import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from './fixture';
import { beginBurst, observe } from './observed';
import { seeded } from './seeded';
import { idsAfterOpening, missing } from './survivors';
import { begin } from './tagging';
import { needs, setting, system, tell } from './told';

/** What systems give a program that they ask to end (ms). */
const LONGEST = 5000;

test('the app is asked to end in mid-save', async ({ start, folder }) => {
  needs('linux');
  const next = seeded(setting('seed', 1) + 4);
  const template = join(folder, 'template');
  const first = await start();
  await begin(first, folder, template);
  await first.quit();
  const times = 12;
  let longest = 0;
  let acknowledged = 0;
  const lost: string[] = [];
  for (let time = 0; time < times; time++) {
    const project = join(folder, `project-${time}`);
    // Every third on a disk that is full by then: nobody is there to answer a question.
    const full = time % 3 === 2 && process.getuid!() === 0;
    mkdirSync(project);
    if (full) system('mount', '-t', 'tmpfs', '-o', 'size=600k', 'marginalia-fault', project);
    cpSync(template, project, { recursive: true });
    const workbench = await start({ folder: project });
    await expect(workbench.page.locator('article')).toBeVisible();
    const seen = await observe(workbench);
    const program = workbench.app.process();
    const gone = once(program, 'exit');
    await beginBurst(workbench.app);
    await after(200 + 1500 * next());
    if (full) {
      // In the page's process nothing is known of this; the last edits are refused.
      try {
        cpSync('/proc/self/exe', join(project, 'filler'));
      } catch {
        // full, as it should be
      }
      await after(300);
    }
    const began = performance.now();
    program.kill('SIGTERM');
    await gone;
    longest = Math.max(longest, performance.now() - began);
    acknowledged += seen.answered.size;
    if (full) system('rm', '-f', join(project, 'filler'));
    expect(readdirSync(project)).not.toContain('.lock');
    lost.push(...missing(seen.answered, await idsAfterOpening(project)));
    if (full) system('umount', '--lazy', project);
  }
  tell({
    tried: 'SIGTERM in mid-save (every third on a full disk)',
    times,
    acknowledged,
    lost: lost.length,
    opened: `without a question; the app was gone after at most ${(longest / 1000).toFixed(1)} s`,
  });
  expect(lost).toEqual([]);
  expect(longest).toBeLessThan(LONGEST);
});
