import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { articleFiles, articlesOnDisk, newProject, saved } from '../desk';
import { expect, test } from './fixture';
import { longArticle } from './long-article';
import { seeded } from './seeded';
import { idsAfterOpening } from './survivors';
import { needs, setting, tell } from './told';

const FILES = 12;

test('the process that reads files is killed in the middle of a batch', async ({ start, folder }) => {
  needs('linux');
  const next = seeded(setting('seed', 1) + 3);
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  const times = 12;
  let kills = 0;
  let refused = 0;
  const texts = new Map<string, string>();
  for (let time = 0; time < times; time++) {
    const batch = Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [
        `batch-${time}-${at}.txt`,
        longArticle(`port ${time} ${at}`, 60 + 400 * (at % 3)),
      ]),
    );
    await workbench.answerDialogs(articleFiles(join(folder, 'in'), batch));
    await workbench.chooseMenu('File', 'Add articles…');
    await after(350 * next());
    const pid = await app.evaluate(
      ({ app: electron }) =>
        electron
          .getAppMetrics()
          .find((metric) => [metric.name, metric.serviceName].includes('Marginalia reader'))?.pid,
    );
    if (pid !== undefined) {
      kills++;
      process.kill(pid, 'SIGKILL');
    }
    const add = page.getByRole('button', { name: /^Add \d+ articles?$/ });
    await expect(add).toBeVisible();
    const added = Number(/\d+/.exec((await add.textContent())!)![0]);
    const dialog = page.getByRole('dialog');
    // Each file is either ready to be added, or named with what became of it.
    const named = await dialog.getByText('Reading this file failed and was stopped').count();
    refused += FILES - added;
    if (added < FILES) expect(named).toBeGreaterThan(0);
    expect(FILES - added).toBeLessThanOrEqual(1);
    await add.click();
    await expect(dialog).toHaveCount(0);
    for (const [name, text] of Object.entries(batch)) texts.set(name, text);
    await saved(page);
  }
  await workbench.quit();
  await idsAfterOpening(project);
  const articles = articlesOnDisk(project);
  expect(articles).toHaveLength(times * FILES - refused);
  for (const { id, text, origin } of articles) {
    expect(text).toBe(texts.get(origin.fileName!));
    expect(readFileSync(join(project, 'articles', `${id}.orig`), 'utf8')).toBe(text);
  }
  expect(kills).toBeGreaterThan(0);
  tell({
    tried: 'kill -9 of the process that reads files, in the middle of a batch of 12',
    times: kills,
    opened: `${articles.length} of ${times * FILES} articles came in whole, ${refused} were named as not read, the batch went on`,
  });
});
