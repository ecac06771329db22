import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { realDisk } from '../src/main/store/disk';
import { listProject } from '../src/main/store/listing';
import { projectOf } from '../src/main/store/project-on-disk.arbitrary';
import { createProject } from '../src/main/store/project-store';
import { readMany } from '../src/main/store/read-many';
import type { Workbench } from './app';
import { expect, test } from './app';
import { annotationsOnDisk, articlesOnDisk, newProject, saved } from './desk';

/** Enough to be read in threads, and to take a while. */
const MANY = 2500;

/** A project of many articles with an annotation each. */
async function large(folder: string): Promise<void> {
  await (await createProject(folder, projectOf(MANY, 1))).close();
}

/** What every table file of a project is, byte for byte. */
async function sums(folder: string): Promise<readonly unknown[]> {
  const { tables } = await listProject(realDisk, folder);
  const paths = [...tables].sort().map((path) => join(folder, path));
  return readMany(paths).files.map((file) => ('digest' in file ? file.digest : file.message));
}

const locked = (folder: string) => existsSync(join(folder, '.lock'));
const named = (page: Page) => page.locator('.project-name');

/** Chooses the folder in the dialog of the system. */
async function choose({ page, answerDialogs }: Workbench, folder: string): Promise<void> {
  await answerDialogs([folder]);
  await page.keyboard.press('Control+o');
}

/** From now on main is slow, and the page remembers what it says of opening; with `cancel` somebody stops it at once. */
async function slowly({ app, page }: Workbench, cancel: boolean): Promise<void> {
  await page.evaluate((stop) => {
    const told: { title: string; value: number; words: string }[] = [];
    Object.assign(window, { told });
    let stopped = false;
    new MutationObserver(() => {
      const dialog = document.querySelector('[role="dialog"]');
      const bar = dialog?.querySelector('progress');
      if (!dialog || !bar) return;
      const title = dialog.querySelector('h2')!.textContent!;
      told.push({ title, value: bar.value, words: dialog.querySelector('p')!.textContent! });
      if (!stop || stopped) return;
      stopped = true;
      [...dialog.querySelectorAll('button')].find((one) => one.textContent === 'Cancel')!.click();
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true });
  }, cancel);
  await app.evaluate(({ ipcMain }) => {
    type Handler = (...asked: unknown[]) => Promise<unknown>;
    const channel = 'desktop:nextPortion';
    // Where Electron keeps what `handle` was given.
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const answer = handlers.get(channel)!;
    if (Object.hasOwn(answer, 'slow')) return;
    const slow: Handler = async (...asked) => {
      await new Promise((late) => setTimeout(late, 300));
      return answer(...asked);
    };
    handlers.set(channel, Object.assign(slow, { slow: true }));
  });
}

const told = (page: Page) =>
  page.evaluate(
    () => (window as unknown as { told: { title: string; value: number; words: string }[] }).told,
  );

test('a large project says how far it is, opens whole, and is on the disk as it was', async ({
  start,
  folder,
}) => {
  test.slow();
  const project = join(folder, 'large');
  await large(project);
  const before = await sums(project);
  const workbench = await start();
  const { page } = workbench;
  await slowly(workbench, false);
  await choose(workbench, project);
  await expect(named(page)).toContainText('2,500 articles', { timeout: 60_000 });
  const said = await told(page);
  expect(said.at(-1)?.title).toBe('Opening “Water”');
  const values = said.map(({ value }) => value);
  expect(values).toEqual([...values].sort((a, b) => a - b));
  expect(values.at(-1)).toBeGreaterThan(0.5);
  expect(said.at(-1)?.words).toMatch(/ of [\d,]+ (files read and checked|articles and annotations loaded)$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.article-item b').first()).toHaveText('Article 1');
  await expect(page.locator('.mark').first()).toBeVisible();
  await page.getByRole('listbox', { name: 'Articles' }).press('End');
  await expect(page.locator('.article-item b').last()).toHaveText(`Article ${MANY}`);
  expect(await sums(project)).toEqual(before);
  // It can be edited, and what is done reaches the disk.
  await page.getByRole('listbox', { name: 'Articles' }).press('Home');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Article 1');
  await page.locator('.mark').first().click();
  await expect(page.locator('.card.focus')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(page.locator('.mark')).toHaveCount(0);
  await saved(page);
  await workbench.quit();
  expect(annotationsOnDisk(project)).toHaveLength(MANY - 1);
  expect(articlesOnDisk(project)).toHaveLength(MANY);
  expect(locked(project)).toBe(false);
});

test('opening is cancelled: nothing is locked, what was open stays open, and it opens when asked again', async ({
  start,
  folder,
}) => {
  test.slow();
  const project = join(folder, 'large');
  const small = join(folder, 'small');
  await large(project);
  const before = await sums(project);
  const workbench = await start();
  const { page } = workbench;
  await slowly(workbench, true);
  await choose(workbench, project);
  await expect.poll(async () => (await told(page)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.start-view')).toBeVisible();
  await expect.poll(() => locked(project)).toBe(false);
  expect(await sums(project)).toEqual(before);

  // From another project: that one is as it was, and can be edited.
  await newProject(workbench, small, 'Small');
  await slowly(workbench, true);
  await choose(workbench, project);
  await expect.poll(async () => (await told(page)).length, { timeout: 60_000 }).toBeGreaterThan(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(named(page)).toContainText('Small');
  await expect.poll(() => locked(project)).toBe(false);
  expect(locked(small)).toBe(true);
  await page.keyboard.press('Control+6');
  await expect(named(page)).toContainText('Small');

  await choose(workbench, project);
  await expect(named(page)).toContainText('2,500 articles', { timeout: 60_000 });
  expect(locked(project)).toBe(true);
  expect(locked(small)).toBe(false);
  await workbench.quit();
  expect(await sums(project)).toEqual(before);
});

test('a window that stops while it opens a project opens it again', async ({ start, folder }) => {
  test.slow();
  const project = join(folder, 'large');
  await large(project);
  const workbench = await start();
  const { app } = workbench;
  await slowly(workbench, false);
  await choose(workbench, project);
  await expect(workbench.page.getByRole('dialog')).toBeVisible();
  await app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer();
  });
  await expect
    .poll(
      () =>
        app.evaluate(({ BrowserWindow }) =>
          Promise.race([
            BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
              'document.querySelector(".project-name")?.textContent ?? ""',
            ),
            new Promise<string>((late) => setTimeout(() => late('no answer'), 1000)),
          ]),
        ),
      { timeout: 60_000 },
    )
    .toContain('2,500 articles');
  expect(locked(project)).toBe(true);
  await workbench.quit();
  expect(locked(project)).toBe(false);
});
