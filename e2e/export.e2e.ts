import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './app';
import { AXE, inEveryTheme } from './axe';
import { articleFiles, importFiles, newProject } from './desk';
import { jsonLines } from './readers';

/** The formats that the list shows, in its order. */
const listed = (page: Page) => page.locator('.export-format-list label b').allTextContents();
const chosen = (page: Page) => page.locator('.export-format-list label:has(:checked) b');

test('by keyboard: a format is found by typing, its option set, and both are there again', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  await workbench.answerDialogs([join(folder, 'sample')]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();

  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  for (const group of ['Marginalia and tables', 'Datasets', 'Annotation tools', 'Corpus and standards'])
    await expect(dialog.getByRole('heading', { name: group })).toBeVisible();
  const all = (await listed(page)).length;
  expect(all).toBeGreaterThan(14);

  // Letters go where formats are looked for, whatever had the focus; arrows choose among those found.
  await page.keyboard.type('biluo');
  await expect(page.getByLabel('Find a format')).toHaveValue('biluo');
  expect(await listed(page)).toEqual(['CoNLL-2003']);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await expect(page.getByLabel('Find a format')).toHaveValue('');
  expect(await listed(page)).toHaveLength(all);
  await page.keyboard.type('conll');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(chosen(page)).toHaveText('CoNLL-2003');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /CoNLL-2003/ })).toBeFocused();

  const tags = dialog.getByRole('group', { name: 'Tags' });
  await expect(tags.getByRole('button', { name: 'IOB1' })).toHaveAttribute('aria-pressed', 'true');
  await tags.getByRole('button', { name: 'BILUO' }).focus();
  await page.keyboard.press('Space');
  await expect(tags.getByRole('button', { name: 'BILUO' })).toHaveAttribute('aria-pressed', 'true');
  await expect(dialog.locator('.export-sample')).toContainText('L-quote');

  const out = join(folder, 'conll');
  await workbench.answerDialogs([out]);
  await dialog.getByRole('button', { name: /^Export \d/ }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const words = readdirSync(out)
    .filter((name) => name.endsWith('.conll'))
    .map((name) => readFileSync(join(out, name), 'utf8'))
    .join('');
  for (const prefix of ['B', 'I', 'L', 'U']) expect(words).toMatch(new RegExp(` ${prefix}-\\w+$`, 'm'));
  await page.keyboard.press('Escape');
  await workbench.quit();

  // After a new start too.
  const again = await start({ folder: join(folder, 'sample') });
  await again.page.keyboard.press('Control+e');
  await expect(chosen(again.page)).toHaveText('CoNLL-2003');
  const option = again.page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: 'BILUO' });
  await expect(option).toHaveAttribute('aria-pressed', 'true');
});

test('by mouse: a dataset with pseudonyms, splits, licence and citation, checked against the project', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  await workbench.answerDialogs([join(folder, 'sample')]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.evaluate(AXE);

  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Dataset', { exact: true }).click();
  const options = dialog.getByRole('group', { name: 'Options of Dataset' });
  await options.getByRole('checkbox', { name: 'Pseudonyms' }).click();
  const splits = options.getByRole('textbox', { name: 'Splits' });
  await expect(splits).toHaveValue('80/10/10');

  // What cannot be taken says so, and is not exported.
  await splits.fill('80/x');
  await expect(options.getByRole('alert')).toContainText('such as 80/10/10');
  await expect(dialog.getByRole('button', { name: /^Export \d/ })).toBeDisabled();
  await expect(dialog.locator('.stale')).toHaveCount(0);
  await inEveryTheme(page, 'a value that cannot be taken');
  await options.getByRole('button', { name: '80/20' }).click();
  await expect(options.getByRole('alert')).toHaveCount(0);
  await options.getByRole('textbox', { name: 'Seed' }).fill('linden');
  await options.getByRole('button', { name: 'CC-BY-4.0' }).click();
  await options.getByRole('textbox', { name: 'Cite as' }).fill('Strand, M. (2024). The Linden ferry.');
  await expect(options.getByRole('status')).toHaveText('4 train · 1 test');

  const out = join(folder, 'dataset');
  await workbench.answerDialogs([out]);
  await dialog.getByRole('button', { name: /^Export \d/ }).click();
  await expect(dialog.locator('[data-read-back="sound"]')).toContainText('every checksum holds');

  const read = (name: string) => readFileSync(join(out, name), 'utf8');
  const articles = jsonLines<{ split: string; text: string }>(read('articles.jsonl'));
  expect(articles.map(({ split }) => split).sort()).toEqual(['test', 'train', 'train', 'train', 'train']);
  const speakers = jsonLines<{ name: string; aliases: string | null }>(read('speakers.jsonl'));
  expect(speakers.length).toBeGreaterThan(5);
  for (const { name, aliases } of speakers) {
    expect(name).toMatch(/^Speaker \d+$/);
    expect(aliases).toBeNull();
  }
  expect(read('README.md')).toContain('How to cite: Strand, M. (2024). The Linden ferry.');
  expect(JSON.parse(read('datapackage.json')).licenses).toEqual([{ name: 'CC-BY-4.0' }]);
  expect(readdirSync(join(out, 'parquet/annotations')).sort()).toContain('layer=claim');
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('an export that is cancelled, or left by closing the window, leaves the folder as it was', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, join(folder, 'project'), 'Long');
  const sentence = 'The harbour board met again on Friday, and again nothing was decided about the crane. ';
  const long = Array.from({ length: 1200 }, (_, at) => `Minute ${at}. ${sentence.repeat(40)}`).join('\n\n');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'minutes.txt': `Minutes\n\n${long}` }));

  const out = join(folder, 'out');
  mkdirSync(out);
  writeFileSync(join(out, 'articles.jsonl'), 'an export of last week\n');
  const asBefore = () => {
    expect(readdirSync(out)).toEqual(['articles.jsonl']);
    expect(readFileSync(join(out, 'articles.jsonl'), 'utf8')).toBe('an export of last week\n');
  };
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Dataset', { exact: true }).click();
  await workbench.answerDialogs([out]);
  const begin = dialog.getByRole('button', { name: /^Export 1/ });
  // Something is in the making when it is stopped.
  const underWay = () =>
    expect.poll(() => readdirSync(out).some((name) => name.startsWith('.export-'))).toBe(true);
  await begin.click();
  await underWay();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByText('Nothing was written.')).toBeVisible({ timeout: 30_000 });
  asBefore();

  await begin.click();
  await underWay();
  await workbench.quit();
  asBefore();
});
