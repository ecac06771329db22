import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from './app';
import { expect, test } from './app';
import { annotationsOnDisk, articlesOnDisk, newProject, saved } from './desk';

/** Enough to come in several portions, few enough not to take long. */
const MANY = 1200;

/** One file of many articles, each with the word "crane" four times. */
function corpus(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const words = 'The crane on the quay is an old crane. Nobody had looked at the crane, and the crane fell. ';
  const lines = Array.from({ length: MANY }, (_, number) =>
    JSON.stringify({
      title: `Log entry ${number}`,
      text: `${words}\n\nEntry ${number} of the log. ${'So it went on. '.repeat(20)}`,
    }),
  );
  const path = join(folder, 'log.jsonl');
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** Adds them, from the menu to the note that they are there. */
async function addAll({ page, answerDialogs, chooseMenu }: Workbench, path: string): Promise<void> {
  await answerDialogs([path]);
  await chooseMenu('File', 'Add articles…');
  await page.getByRole('button', { name: 'Add 1,200 articles' }).click();
  await expect(page.locator('.notice')).toHaveText('Added 1,200 articles.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Whoever is asked whether to leave says no. */
const stays = ({ app }: Workbench) =>
  app.evaluate(({ dialog }) => {
    dialog.showMessageBox = (async () => ({ response: 0 })) as never;
  });

const named = (page: Page) => page.locator('.project-name');

test('many articles come and go as one step, and leaving right after asks nothing and loses nothing', async ({
  start,
  folder,
}) => {
  test.slow();
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await stays(workbench);
  await newProject(workbench, project, 'Quay');
  await addAll(workbench, corpus(join(folder, 'in')));
  await expect(named(page)).toContainText('1,200 articles');
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(named(page)).toContainText('0 articles');
  await saved(page);
  await page.keyboard.press('Control+Shift+z');
  await expect(named(page)).toContainText('1,200 articles');
  await saved(page);
  // The files follow what is saved; leaving does not wait for all of them.
  await workbench.quit();

  const again = await start({ folder: project });
  await expect(named(again.page)).toContainText('1,200 articles');
  await expect(again.page.getByRole('dialog')).toHaveCount(0);
  await expect(again.page.locator('.item').first()).toContainText('Log entry 0');
  await expect.poll(() => articlesOnDisk(project).length, { timeout: 30_000 }).toBe(MANY);
  await again.quit();
});

test('thousands of matches are tagged as one step, which can be stopped before and survives leaving after', async ({
  start,
  folder,
}) => {
  test.slow();
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await stays(workbench);
  await newProject(workbench, project, 'Quay');
  await addAll(workbench, corpus(join(folder, 'in')));
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('searchbox', { name: 'Search all articles' }).fill('crane');
  await expect(page.locator('.search-outcome output')).toHaveText('4,800 matches in 1,200 articles');
  const lines = page.getByRole('listbox', { name: 'Matches' });
  await lines.focus();
  await page.keyboard.press('Control+a');

  // A slow computer, so that there is something to stop, and somebody who stops it at once.
  const cdp = await page.context().newCDPSession(page);
  // A notice goes by itself, and so slow a page may be asked too late: what it said is kept.
  await page.evaluate(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    let stopped = false;
    new MutationObserver(() => {
      const said = document.querySelector('.notice')?.textContent;
      if (said && told.at(-1) !== said) told.push(said);
      const dialog = document.querySelector('[role="dialog"]');
      const cancel = [...(dialog?.querySelectorAll('button') ?? [])].find(
        (one) => one.textContent === 'Cancel',
      );
      if (stopped || !cancel || !dialog?.querySelector('progress')) return;
      stopped = true;
      document.title = dialog.querySelector('h2')?.textContent ?? '';
      cancel.click();
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 60 });
  await page.getByRole('button', { name: /^Tag 4,800 matches as claim/ }).press('Enter');
  await expect(page).toHaveTitle('Tagging 4,800 matches as claim', { timeout: 60_000 });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { told: string[] }).told))
    .toContain('It was stopped. Nothing was changed.');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.tag-square')).toHaveCount(0);
  expect(annotationsOnDisk(project)).toEqual([]);

  await page.getByRole('button', { name: /^Tag 4,800 matches as claim/ }).click();
  await expect(page.locator('.notice')).toHaveText('Tagged 4,800 matches as claim.');
  await expect(page.locator('.tag-square').first()).toBeVisible();
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.notice')).toHaveText('Undid tag 4,800 matches as claim');
  await expect(page.locator('.tag-square')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.notice')).toHaveText('Redid tag 4,800 matches as claim');
  // Shown, and still on its way to the disk: the window waits for it, or asks and stays.
  const gone = new Promise<void>((done) => workbench.app.process().once('exit', () => done()));
  const close = setInterval(
    () =>
      void workbench.app
        .evaluate(({ BrowserWindow }) => {
          for (const window of BrowserWindow.getAllWindows()) window.close();
        })
        .catch(() => {}),
    1000,
  );
  await gone;
  clearInterval(close);

  const again = await start({ folder: project });
  await expect(named(again.page)).toContainText('1,200 articles');
  await expect.poll(() => annotationsOnDisk(project).length, { timeout: 30_000 }).toBe(4800);
  await again.quit();
});
