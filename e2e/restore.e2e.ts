import { existsSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from './app';
import { expect, ROOT, test } from './app';
import { AXE, inEveryTheme } from './axe';
import {
  annotationsOnDisk,
  articleFiles,
  articlesOnDisk,
  HARBOUR,
  importFiles,
  MARKET,
  newProject,
  saved,
  selectText,
} from './desk';

/** A project with one article and two claims, closed: it is then backed up inside and outside. */
async function firstDay(workbench: Workbench, folder: string): Promise<string> {
  const project = join(folder, 'project');
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  for (const words of ['a forgery', 'fourteen months']) await tagClaim(workbench.page, words);
  await workbench.quit();
  return project;
}

async function tagClaim(page: Page, words: string): Promise<void> {
  await selectText(page, words);
  await page.keyboard.press('c');
  await saved(page);
}

async function openDialog({ page, chooseMenu }: Workbench) {
  await chooseMenu('File', 'Restore from a backup…');
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' });
  await expect(dialog.getByRole('option').first()).toBeVisible();
  return dialog;
}

const backupsIn = (folder: string) =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => /Z-\d{9}\.json$/.test(name));

const quotes = (project: string) =>
  annotationsOnDisk(project)
    .map(({ quote }) => quote)
    .sort();

test('a project is put back to a backup, and forth again by the backup made before', async ({
  start,
  folder,
}) => {
  const project = await firstDay(await start(), folder);
  const workbench = await start({ folder: project });
  const { page } = workbench;
  await page.locator('.mark', { hasText: 'forgery' }).first().click();
  await expect(page.locator('.mark.focused').first()).toBeVisible();
  await page.keyboard.press('Delete');
  await tagClaim(page, 'fine until Easter');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'market.txt': MARKET }));
  await saved(page);

  const dialog = await openDialog(workbench);
  // The newest is of before the second article came; the one before that is of the day before.
  await expect(dialog.getByRole('option').first()).toContainText('Before an article was added');
  const yesterday = dialog.getByRole('option').nth(1);
  await expect(yesterday).toContainText('1 article · 2 annotations');
  await yesterday.click();
  await expect(dialog.getByText(/Harbour.*: 1 article, 2 annotations, 0 speakers/)).toBeVisible();
  await expect(dialog).toContainText('1 annotation comes back, 1 annotation goes');
  const rows = dialog.getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(rows.nth(1)).toContainText(/Harbour crane stood unchecked.*11–/);
  await expect(rows.nth(2)).toContainText('the article goes');
  await dialog.getByRole('button', { name: 'Put this project back' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.item')).toHaveCount(1);
  await expect(page.locator('.card')).toHaveCount(2);
  await saved(page);

  // By keyboard alone, and back.
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('restore from');
  await page.keyboard.press('Enter');
  const again = page.getByRole('dialog', { name: 'Restore from a backup' });
  await expect(again.getByRole('listbox')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(again.getByRole('option', { selected: true })).toContainText('Before a backup was restored');
  await expect(again).toContainText('2 articles, 2 annotations');
  const back = again.getByRole('button', { name: 'Put this project back' });
  await expect(back).toBeEnabled();
  for (let step = 0; step < 12 && !(await back.evaluate((node) => node === document.activeElement)); step++)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(again).toHaveCount(0);
  await expect(page.locator('.item')).toHaveCount(2);
  await saved(page);
  await page.keyboard.press('Control+z');
  await expect(page.locator('.item')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.item')).toHaveCount(2);
  await workbench.quit();
  expect(quotes(project)).toEqual(['fine until Easter', 'fourteen months']);
  expect(articlesOnDisk(project)).toHaveLength(2);
});

test('a backup outside becomes a project of its own, also when the project’s folder is lost', async ({
  start,
  folder,
}) => {
  const project = await firstDay(await start(), folder);
  const outside = join(folder, 'user', 'backups');
  expect(backupsIn(outside).sort()).toEqual(
    backupsIn(outside)
      .filter((name) => backupsIn(join(project, 'backups')).includes(name.split(/[\\/]/).at(-1)!))
      .sort(),
  );
  const workbench = await start({ folder: project });
  const { page } = workbench;
  const dialog = await openDialog(workbench);
  await dialog.getByRole('button', { name: /^Outside \d/ }).click();
  const beside = join(folder, 'beside');
  await workbench.answerDialogs([beside]);
  await dialog.getByRole('button', { name: 'Restore as a new project…' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.card')).toHaveCount(2);
  expect(await page.locator('.saved').getAttribute('title')).toBe(beside);
  await workbench.quit();
  expect(quotes(beside)).toEqual(['a forgery', 'fourteen months']);
  expect(readdirSync(join(beside, 'articles')).filter((name) => name.endsWith('.orig'))).toHaveLength(1);
  expect(quotes(project)).toEqual(quotes(beside));

  // The disk with both projects on it is gone: nothing but what lies outside is left.
  for (const lost of [project, beside]) rmSync(lost, { recursive: true });
  const last = await start();
  const found = await openDialog(last);
  await expect(found.getByRole('option').first()).toContainText('Harbour');
  await expect(found.getByRole('button', { name: 'Put this project back' })).toHaveCount(0);
  const third = join(folder, 'third');
  await last.answerDialogs([third]);
  await found.getByRole('button', { name: 'Restore as a new project…' }).click();
  await expect(last.page.locator('.card')).toHaveCount(2);
  await expect(last.page.locator('.notice')).toContainText('1 article came from were not found');
  await last.quit();
  expect(quotes(third)).toEqual(['a forgery', 'fourteen months']);
});

test('a backup of an earlier schema, a damaged one, and where they go', async ({ start, folder }) => {
  const project = await firstDay(await start(), folder);
  const [name] = backupsIn(join(project, 'backups')).sort().reverse();
  truncateSync(join(project, 'backups', name!), 2000);
  const workbench = await start({ folder: project });
  const { page } = workbench;
  const dialog = await openDialog(workbench);
  await expect(dialog.getByRole('alert')).toContainText('This backup cannot be used');
  await expect(dialog.getByRole('button', { name: 'Restore as a new project…' })).toBeDisabled();
  await page.evaluate(AXE);
  await inEveryTheme(page, 'a damaged backup');

  await dialog.getByRole('button', { name: 'Only in the project' }).click();
  await expect(dialog).toContainText('Backups are kept in the project’s folder only.');
  await expect(dialog.getByRole('button', { name: /^Outside/ })).toHaveCount(0);
  const stick = join(folder, 'stick');
  await workbench.answerDialogs([stick]);
  await dialog.getByRole('button', { name: 'Keep them elsewhere too…' }).click();
  await expect(dialog).toContainText(`Kept in the project, and in ${stick}`);

  await workbench.answerDialogs([join(ROOT, 'src/main/store/fixtures/schema-1')]);
  await dialog.getByRole('button', { name: 'Look in another folder…' }).click();
  await expect(dialog.getByRole('option')).toHaveCount(2);
  await expect(dialog).toContainText('Quay 9: 3 articles, 5 annotations, 2 speakers, 1 claim');
  await inEveryTheme(page, 'a backup of schema 1');
  // It is of another project: to put this one back to it would be no restoring.
  await expect(dialog.getByRole('button', { name: 'Put this project back' })).toBeDisabled();
  const quay = join(folder, 'quay');
  await workbench.answerDialogs([quay]);
  await dialog.getByRole('button', { name: 'Restore as a new project…' }).click();
  await expect(page.locator('.project-name')).toContainText('Quay 9');
  await workbench.quit();
  expect(annotationsOnDisk(quay)).toHaveLength(5);

  const again = await start({ folder: project });
  await tagClaim(again.page, 'fine until Easter');
  await importFiles(again, articleFiles(join(folder, 'in'), { 'market.txt': MARKET }));
  await again.quit();
  expect(existsSync(stick)).toBe(true);
  // One of the project that was restored from elsewhere, and one of this one.
  expect(backupsIn(stick)).toHaveLength(2);
});
