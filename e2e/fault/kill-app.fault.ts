import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Workbench } from '../app';
import { articleFiles, importFiles, newProject } from '../desk';
import { expect, test } from './fixture';
import { longArticle } from './long-article';
import { beginBurst, inPage, killPage, observe } from './observed';
import { seeded } from './seeded';
import { idsAfterOpening, idsIn, missing } from './survivors';
import { needs, setting, tell } from './told';

type Start = (options?: { folder: string }) => Promise<Workbench>;

/** A project that was made in the app, with one article to tag. */
async function template(start: Start, folder: string): Promise<string> {
  const project = join(folder, 'template');
  const workbench = await start();
  await newProject(workbench, project, 'Harbour');
  await importFiles(
    workbench,
    articleFiles(join(folder, 'in'), { 'year.txt': longArticle('the port', 200) }),
  );
  await workbench.quit();
  return project;
}

/** Nothing stands between the person and the project: no question, no banner, nothing to be read first. */
async function opensQuietly({ page }: Workbench): Promise<void> {
  await expect(page.locator('article')).toBeVisible();
  await expect(page.locator('.banner')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

// As long as the points asked for take.
test.setTimeout(3 * 60 * 60_000);

test('the main process of the app is killed in a burst of tagging', async ({ start, folder }) => {
  needs('linux');
  const points = setting('app-points', 50);
  const next = seeded(setting('seed', 1) + 1);
  const from = await template(start, folder);
  let acknowledged = 0;
  let shown = 0;
  const lost: string[] = [];
  let told = new Set<string>();
  let project = '';
  let atClosing = 0;
  for (let point = 0; point < points; point++) {
    if (point % 10 === 0) {
      project = join(folder, `project-${point}`);
      cpSync(from, project, { recursive: true });
      told = new Set();
    }
    const workbench = await start({ folder: project });
    await opensQuietly(workbench);
    const seen = await observe(workbench);
    const program = workbench.app.process();
    const gone = once(program, 'exit');
    await beginBurst(workbench.app);
    await after(100 + 1900 * next());
    if (point % 3 === 2) {
      atClosing++;
      await workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await after(400 * next());
    }
    program.kill('SIGKILL');
    await gone;
    for (const id of [...seen.answered, ...seen.shown]) told.add(id);
    acknowledged += seen.answered.size;
    shown += [...seen.shown].filter((id) => seen.answered.has(id)).length;
    const kept = await (point % 2 === 0 ? idsIn : idsAfterOpening)(project);
    const these = missing(told, kept);
    lost.push(
      ...these.map((id) => `${id}: point ${point}, ${seen.answered.has(id) ? 'answered' : 'only shown'}`),
    );
  }
  tell({
    tried: `kill -9 of the app's main process (${atClosing} of them while it was closing)`,
    times: points,
    acknowledged,
    lost: lost.length,
    opened: `by our reader, and by the app at the next start, without a question; ${shown} had been shown under “Saved”`,
  });
  expect(acknowledged).toBeGreaterThan(points);
  expect(lost).toEqual([]);
});

test("the page's process is killed in a burst of tagging", async ({ start, folder }) => {
  needs('linux');
  const next = seeded(setting('seed', 1) + 2);
  const project = await template(start, folder);
  const workbench = await start({ folder: project });
  const { app } = workbench;
  const seen = await observe(workbench);
  // Asked whether a page that stops again and again shall be tried once more, the person says yes.
  await app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never;
  });
  const times = 20;
  let unseen: readonly string[] = [];
  for (let time = 0; time < times; time++) {
    await beginBurst(app);
    await after(100 + 900 * next());
    await killPage(app);
    const before = [...seen.answered];
    // The page comes back by itself, and shows what was acknowledged.
    const marks = `[...new Set([...document.querySelectorAll('.window [data-marks]')].flatMap((mark) => mark.dataset.marks.split(' ')))]`;
    await expect
      .poll(() => inPage<string[]>(app, marks).catch(() => []), {
        message: `killed for the ${time + 1}th time`,
      })
      .not.toEqual([]);
    expect(await inPage(app, `document.querySelectorAll('.banner, [role=dialog]').length`)).toBe(0);
    unseen = missing(before, await idsIn(project));
    expect(unseen).toEqual([]);
  }
  const acknowledged = [...seen.answered];
  await workbench.quit();
  const lost = missing(acknowledged, await idsAfterOpening(project));
  tell({
    tried: "kill -9 of the page's process",
    times,
    acknowledged: acknowledged.length,
    lost: lost.length,
    opened: 'the page came back by itself with the project in it',
  });
  expect(lost).toEqual([]);
});
