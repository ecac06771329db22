import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from './app';
import { expect, test } from './app';
import {
  goodZip,
  hostileZip,
  NESTED_JSON,
  NUMBERED,
  ODD_TABLE,
  ODD_TABLE_AGAIN,
  OWN_PATTERN,
  PAGE,
  SLOW_LINE,
} from './articles';
import { AXE, inEveryTheme } from './axe';
import { annotationsOnDisk, articlesOnDisk, HARBOUR, MARKET, newProject, saved } from './desk';

/** A project, and files to bring into it. */
async function desk(start: () => Promise<Workbench>, folder: string): Promise<Workbench> {
  const workbench = await start();
  await newProject(workbench, join(folder, 'project'), 'Quay');
  return workbench;
}

async function bring({ page, answerDialogs }: Workbench, paths: readonly string[]): Promise<void> {
  await answerDialogs(paths);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByRole('dialog', { name: 'Reading articles' })).toHaveCount(0);
  // The list comes a frame after the dialog, and what it shows beside it after that.
  await expect(page.locator('.import-preview:not(:has(.article-editor))')).toHaveCount(0);
}

function put(folder: string, name: string, data: string | Uint8Array): string {
  writeFileSync(join(folder, name), data);
  return join(folder, name);
}

/** Goes on with Tab until the control of this name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      return element?.ariaLabel ?? element?.labels?.[0]?.textContent ?? '';
    });
    if (here === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”`);
}

const titles = (page: Page) => page.locator('.import-row.of-file b').allTextContents();
const fileRow = (page: Page, name: string) => page.locator('.file-row', { hasText: name }).locator('button');
const onDisk = (folder: string) => articlesOnDisk(join(folder, 'project')).sort((a, b) => a.order - b.order);
const original = (folder: string, id: string) =>
  readFileSync(join(folder, 'project', 'articles', `${id}.orig`), 'utf8');

async function add(page: Page, count: string): Promise<void> {
  await page.getByRole('button', { name: `Add ${count}`, exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await saved(page);
}

test('a table whose columns say nothing is mapped with the keyboard, and the next is read alike', async ({
  start,
  folder,
}) => {
  const workbench = await desk(start, folder);
  const { page } = workbench;
  await page.evaluate(AXE);
  await bring(workbench, [put(folder, 'odd.csv', ODD_TABLE)]);
  const file = page.getByRole('group', { name: 'How odd.csv is read' });
  await expect(file.locator('.file-head')).toContainText('3 articles · 2 rows to look at');
  await expect(file.locator('.row-problems li')).toHaveText([
    'Line 12, column “words”: there is no text.',
    'Line 13, column 6: the row ends before “desk”; what is missing was taken as empty.',
  ]);
  await expect(file).toContainText('Day and month of some dates cannot be told apart.');
  await inEveryTheme(page, 'columns of a file');

  // The focus is on the file in the list; from there it is Tab and first letters.
  await tabTo(page, 'Kopf is');
  await page.keyboard.type('Ti');
  await tabTo(page, 'where is');
  await page.keyboard.type('Ou');
  await tabTo(page, 'desk is');
  await page.keyboard.type('Lef');
  await tabTo(page, 'Dates');
  await page.keyboard.type('Day');
  await expect(file.getByRole('listbox').getByRole('option')).toHaveText([
    '1Crane stood unchecked',
    '2Council to vote',
    '3Night shift speaks',
  ]);
  const beginning = page.getByRole('region', { name: 'The article as it would be' });
  await expect(beginning.locator('.seen-head').first()).toHaveText('Quay Post · 3 Apr 2024');
  await expect(beginning.locator('dt')).toHaveText(['ref']);
  await expect(file).toContainText('“03/04/2024” is read as 3 April 2024. All 4 are understood.');
  // Nothing of it is in the list yet, and nothing can be added before that is settled.
  expect((await titles(page))[0]).toContain('The crane that dropped');
  await expect(page.getByRole('button', { name: /^Add / })).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await expect
    .poll(() => titles(page))
    .toEqual(['Crane stood unchecked', 'Council to vote', 'Night shift speaks']);
  await add(page, '3 articles');
  // The same columns again: no question.
  await bring(workbench, [put(folder, 'more.csv', ODD_TABLE_AGAIN), put(folder, 'api.json', NESTED_JSON)]);
  await expect(fileRow(page, 'more.csv')).toContainText('1 article');
  await expect.poll(() => titles(page)).toEqual(['Log surfaces', 'Crane stood unchecked', 'Council to vote']);
  await fileRow(page, 'api.json').click();
  await expect(page.getByRole('combobox', { name: 'content.full is' })).toHaveValue('text');
  await page.getByRole('checkbox', { name: 'Add all of api.json' }).check();
  await add(page, '3 articles');
  await workbench.quit();
  const all = onDisk(folder);
  expect(
    all.map(({ title, outlet, publishedAt, metadata }) => [title, outlet, publishedAt, metadata]),
  ).toEqual([
    ['Crane stood unchecked', 'Quay Post', '2024-04-03', { ref: 'a-1' }],
    ['Council to vote', 'Coast Wire', '2024-04-05', { ref: 'a-2' }],
    ['Night shift speaks', 'Coast Wire', '2024-04-07', { ref: 'a-4' }],
    ['Log surfaces', 'Quay Post', '2024-04-09', { ref: 'b-1' }],
    ['Crane stood unchecked', 'Quay Post', '2024-04-03', { 'meta.source.section': 'Harbour' }],
    ['Council to vote', 'Coast Wire', '2024-04-05', { 'meta.source.section': 'Politics' }],
  ]);
  expect(original(folder, all[0]!.id)).toMatch(/^ref;Kopf;words;seen on;where;desk\na-1;Crane/);
  const kept = JSON.parse(readFileSync(join(workbench.userData, 'desk.json'), 'utf8'));
  expect(JSON.stringify(kept)).toContain('"Kopf"');
});

test('an export of several articles is cut at once, another by a pattern of one’s own', async ({
  start,
  folder,
}) => {
  const workbench = await desk(start, folder);
  const { page } = workbench;
  await page.evaluate(AXE);
  const paths = [put(folder, 'export.txt', NUMBERED), put(folder, 'own.txt', OWN_PATTERN + SLOW_LINE)];
  await bring(workbench, paths);
  await expect
    .poll(() => titles(page))
    .toEqual(['Crane stood unchecked', 'Council to vote', 'Night shift speaks']);
  await expect(page.getByLabel('Leave out what stands before')).toBeChecked();
  await expect(page.locator('.check-row small')).toHaveText('“Search: harbour AND crane Documents: 3…”');
  await page.getByRole('combobox', { name: 'SECTION is' }).selectOption({ label: 'Left out' });
  await page.getByRole('button', { name: 'Read it so: 3 articles' }).click();
  await expect(page.getByRole('button', { name: 'Add 4 articles' })).toBeVisible();
  await inEveryTheme(page, 'parts of a file');

  // Another file was taken for one article.
  await page.locator('.import-row', { hasText: 'own.txt' }).locator('button').click();
  await page.getByRole('button', { name: 'This file holds several articles…' }).click();
  await page.getByRole('radio', { name: 'several articles' }).check();
  const said = page.locator('.file-head output');
  await expect(said).toHaveText('No line of the file fits this pattern.');
  const pattern = page.getByLabel('Pattern', { exact: true });
  await pattern.fill('^@@ (clipping');
  await expect(said).toContainText('The pattern is not complete');
  await expect(page.getByRole('button', { name: 'Read it so' })).toBeDisabled();
  // One that runs away is stopped, and the next one read.
  await pattern.fill('^(x+x+)+y$');
  await expect(said).toContainText('takes too long, and was stopped', { timeout: 30_000 });
  await pattern.fill('^@@ clipping');
  await expect(said).toHaveText('3 articles');
  // A pattern that is being tried is not lost by a key.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Go on looking' }).click();
  await expect(pattern).toHaveValue('^@@ clipping');
  await page.getByRole('button', { name: 'Read it so: 3 articles' }).click();
  await expect(page.getByRole('button', { name: 'Add 6 articles' })).toBeVisible();
  // That can be taken back as one step, and done again.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'Add 4 articles' })).toBeVisible();
  await page.getByRole('radio', { name: 'several articles' }).check();
  await page.getByLabel('Parted by').selectOption({ label: 'As before: ^@@ clipping' });
  await expect(said).toHaveText('3 articles');
  await page.getByRole('button', { name: 'Read it so: 3 articles' }).click();
  await add(page, '6 articles');
  await workbench.quit();

  const all = onDisk(folder);
  expect(all.map(({ title, byline, outlet, publishedAt }) => [title, byline, outlet, publishedAt])).toEqual([
    ['Crane stood unchecked', 'Tove Brandal', 'Quay Post', '2024-04-03'],
    ['Council to vote', 'Max Roe', 'Coast Wire', '2024-04-05'],
    ['Night shift speaks', 'Tove Brandal', 'Quay Post', '2024-04-07'],
    ['Crane stood unchecked', undefined, undefined, undefined],
    ['Council to vote', undefined, undefined, undefined],
    ['Night shift speaks', undefined, undefined, undefined],
  ]);
  expect(all[0]!.text).not.toContain('SECTION');
  expect(all[0]!.metadata).toEqual({ LENGTH: '96 words', 'LOAD-DATE': 'April 9, 2024' });
  // Each keeps its own bytes of the file, as they were.
  expect(NUMBERED).toContain(original(folder, all[1]!.id));
  expect(original(folder, all[1]!.id)).toContain('SECTION: POLITICS; Pg. 4\r\n');
});

test('of a web page the main text is taken, or the whole page', async ({ start, folder }) => {
  const workbench = await desk(start, folder);
  const { page } = workbench;
  const second = PAGE.replaceAll('Crane stood unchecked', 'Crane looked at').replace('fourteen', 'fifteen');
  await bring(workbench, [put(folder, 'a.html', PAGE), put(folder, 'b.html', second)]);
  const words = page.getByRole('list', { name: 'Parts of the text' });
  await expect(words).not.toContainText('my cousin works there');
  await expect(page.locator('.article-fields')).toContainText('characters of the page left out');
  await page.getByRole('radio', { name: 'Use the whole page' }).check();
  await expect(words).toContainText('Home Harbour');
  await expect(page.locator('.import-row').first()).toContainText('Whole page');
  await page.getByRole('button', { name: 'Use for all 2 pages' }).click();
  await expect(page.locator('.import-row').nth(1)).toContainText('Whole page');
  await page.locator('.import-row').nth(1).locator('button').click();
  await page.getByRole('radio', { name: 'Main text' }).check();
  await expect(page.locator('.import-row').nth(1)).not.toContainText('Whole page');
  await add(page, '2 articles');
  await workbench.quit();
  const [whole, main] = onDisk(folder);
  expect(whole!.text).toContain('my cousin works there');
  expect(whole!.note).toBe('The whole page was taken.');
  expect(main!.text).not.toContain('my cousin works there');
  expect(original(folder, whole!.id)).toBe(PAGE);
  expect(original(folder, main!.id)).toBe(second);
});

test('a packed folder is read; one with a hostile member is refused, and nothing is written for it', async ({
  start,
  folder,
}) => {
  const workbench = await desk(start, folder);
  const { page } = workbench;
  await bring(workbench, [put(folder, 'letters.zip', goodZip()), put(folder, 'bad.zip', hostileZip())]);
  await expect(page.locator('.import-row b')).toHaveText(['Crane stood unchecked', 'Council to vote']);
  const problems = page.locator('.import-problems');
  await problems.locator('summary').click();
  await expect(problems.locator('li', { hasText: 'bad.zip' })).toContainText('names files outside itself');
  await expect(problems.locator('li', { hasText: 'letters.zip/inner.zip' })).toContainText('not opened');
  await expect(problems.locator('li', { hasText: 'empty.txt' })).toContainText('is empty');
  await expect(page.locator('.passed-over')).toHaveText(
    'letters.zip: 1 file of another kind was passed over.',
  );
  await add(page, '2 articles');
  await workbench.quit();
  expect(onDisk(folder).map(({ origin, metadata }) => [origin.fileName, metadata])).toEqual([
    ['1.txt', { 'packed in': 'letters.zip/letters' }],
    ['2.md', { 'packed in': 'letters.zip/letters' }],
  ]);
  expect(existsSync(join(folder, 'evil.txt'))).toBe(false);
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(left.filter((name) => /evil|packed-|file-\d+\.orig/.test(name))).toEqual([]);
});

test('the key that reads pasted text does nothing to the article behind it', async ({ start, folder }) => {
  const workbench = await desk(start, folder);
  const { page } = workbench;
  await bring(workbench, [put(folder, 'crane.txt', HARBOUR)]);
  await add(page, '1 article');
  await expect(page.getByRole('button', { name: /^\d+ proposals$/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+v');
  await page.getByRole('textbox', { name: 'Text of the article' }).fill(MARKET);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog', { name: 'Add this article' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await saved(page);
  await workbench.quit();
  expect(onDisk(folder).map(({ title }) => title)).toEqual([
    'Harbour crane stood unchecked for a year, log shows',
    'Fish market to stay open',
  ]);
  expect(annotationsOnDisk(join(folder, 'project'))).toEqual([]);
});
