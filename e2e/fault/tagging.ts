import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from '../app';
import { expect } from '../app';
import { annotationsOnDisk, articleFiles, HARBOUR, importFiles, newProject, saved } from '../desk';
import { longArticle } from './long-article';

/** Makes a project in the app, with two articles of which the first and longer is open, and a claim in it. */
export async function begin(workbench: Workbench, folder: string, project: string): Promise<void> {
  await newProject(workbench, project, 'Harbour');
  const texts = { 'a-year.txt': longArticle('the port', 40), 'crane.txt': HARBOUR };
  await importFiles(workbench, articleFiles(join(folder, 'in'), texts));
  await tagOnce(workbench.page);
  await saved(workbench.page);
  // The files follow behind the journal; after them nothing moves until somebody does.
  await expect.poll(() => annotationsOnDisk(project).length).toBe(1);
}

/** Tags the next word as a claim, by the keys. */
export async function tagOnce(page: Page): Promise<void> {
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('c');
}

/** Ids of the annotations that the reader shows. */
export function marksOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('[data-marks]')].flatMap((mark) =>
        mark.dataset.marks!.split(' '),
      ),
    ),
  ]);
}

/** Every word that the status bar says from now on. */
export async function listen(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    (window as never as { said: string[] }).said = said;
    new MutationObserver(() =>
      said.push(document.querySelector('.saved')?.textContent?.trim() ?? ''),
    ).observe(document.querySelector('.status')!, { childList: true, subtree: true, characterData: true });
  });
  return () => page.evaluate(() => (window as never as { said: string[] }).said.splice(0));
}

/** Names, sizes and contents of all that is in a folder, in one number. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true }).map(String).sort()) {
    const path = join(folder, name);
    hash.update(`${name}\0`);
    if (lstatSync(path).isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** A window that shows the project but takes no edits, and says why. */
export async function isReadOnly({ page }: Workbench, why: RegExp): Promise<void> {
  await expect(page.locator('.banner')).toContainText(why);
  await expect(page.locator('.saved')).toHaveText(/Read-only/);
  await expect(page.locator('article')).toBeVisible();
  const before = await marksOf(page);
  for (let word = 0; word < 5; word++) await tagOnce(page);
  await page.keyboard.press('Delete');
  expect(await marksOf(page)).toEqual(before);
}
