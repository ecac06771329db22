import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Workbench } from './app';
import { expect, test } from './app';
import { AXE, inEveryTheme } from './axe';
import {
  annotationsOnDisk,
  articleFiles,
  HARBOUR,
  importFiles,
  MARKET,
  newProject,
  saved,
  selectText,
} from './desk';

const FERRY = `The crane was not alone

The ferry’s certificate had lapsed, too. Inspectors inspected it twice, an inspection log shows.

Every Crane on the quay is to be looked at: cranes wear out.`;

/** A project with three articles of our own, and the window on its search. */
async function openSearch(workbench: Workbench, folder: string): Promise<string> {
  const project = join(folder, 'project');
  await newProject(workbench, project, 'Quay');
  const texts = { 'crane.txt': HARBOUR, 'ferry.txt': FERRY, 'market.txt': MARKET };
  await importFiles(workbench, articleFiles(join(folder, 'in'), texts));
  await expect(workbench.page.locator('.item')).toHaveCount(3);
  return project;
}

const field = (page: Page) => page.getByRole('searchbox', { name: 'Search all articles' });
const lines = (page: Page) => page.getByRole('listbox', { name: 'Matches' }).getByRole('option');
const outcome = (page: Page) => page.locator('.search-outcome output');
const column = (page: Page, name: string) => lines(page).locator(`.line-${name}`).allTextContents();
const marked = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? '');

test('with the keyboard alone: words, phrases, beginnings, rough words, the concordance, a jump, tags and undo', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  const project = await openSearch(workbench, folder);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const asked = async (text: string, said: string) => {
    await press('Control+Shift+f');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type(text);
    await expect(outcome(page)).toHaveText(said);
  };
  const mode = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus();
    await press('Enter');
  };

  await asked('crane', '5 matches in 2 articles');
  await asked('crane certificate', '7 matches in 2 articles');
  await asked('crane stallholders', 'No match');
  await asked('"fine until Easter"', '1 match in 1 article');
  await asked('inspect*', '4 matches in 2 articles');
  expect((await column(page, 'hit')).sort()).toEqual(['Inspectors', 'inspected', 'inspected', 'inspection']);
  await mode('Roughly');
  await asked('certifcate', '2 matches in 2 articles');
  await mode('Phrase');
  await asked('nobody asked for the certificate', '1 match in 1 article');
  await mode('Pattern');
  await asked('crane(s)?\\b', '6 matches in 2 articles');
  await field(page).press('Control+a');
  await page.keyboard.type('crane(s');
  await expect(page.getByRole('alert')).toHaveText('At character 6: the ( is never closed.');
  await mode('Words');

  // The concordance by the word after, Enter opens the article at the hit.
  await asked('crane', '5 matches in 2 articles');
  await page.getByRole('button', { name: 'After' }).focus();
  await press('Enter');
  const after = (await column(page, 'right')).map((text) => /[\p{L}]+/u.exec(text)?.[0]?.toLowerCase());
  expect(after).toEqual([...after].sort());
  expect(after[0]).toBe('on');
  await press('Control+Shift+f', 'ArrowDown');
  await expect(page.getByRole('listbox', { name: 'Matches' })).toBeFocused();
  await press('End');
  await expect(page.locator('.line.here .line-right')).toContainText('was not alone');
  await press('Enter');
  await expect(page.locator('article')).toContainText('The crane was not alone');
  await expect.poll(() => marked(page)).toBe('crane');

  // Back again, the line that was opened has the keyboard; all are tagged as one step.
  await press('Control+2');
  await expect(page.getByRole('listbox', { name: 'Matches' })).toBeFocused();
  await expect(page.locator('.line.here .line-right')).toContainText('was not alone');
  await press('Control+a', 't');
  await expect(page.getByRole('button', { name: 'Tag 5 matches as claim' })).toBeFocused();
  await press('Enter');
  await expect(page.locator('.tag-square:not(.around)')).toHaveCount(5);
  await expect(page.getByText('Tagged 5 matches as claim.')).toBeVisible();
  await saved(page);
  await expect.poll(() => annotationsOnDisk(project).length).toBe(5);
  expect(new Set(annotationsOnDisk(project).map(({ quote }) => quote.toLowerCase()))).toEqual(
    new Set(['crane']),
  );

  // Tagging again skips what is tagged so; one undo takes all five back.
  await expect(page.getByRole('listbox', { name: 'Matches' })).toBeFocused();
  await press('Control+a', 't', 'Enter');
  await expect(page.getByText('Nothing to tag: all 5 were tagged so already.')).toBeVisible();
  await page.getByRole('listbox', { name: 'Matches' }).focus();
  await press('Control+z');
  await expect(page.locator('.tag-square')).toHaveCount(0);
  await saved(page);
  await workbench.quit();
  expect(annotationsOnDisk(project)).toEqual([]);
});

test('with the mouse: scopes, facets, a review, annotations by query, and what is selected in the reader', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  const project = await openSearch(workbench, folder);

  // What is selected in the reader is looked for everywhere.
  await page.getByRole('option', { name: /^Harbour crane/ }).click();
  await selectText(page, 'the certificate');
  await page.keyboard.press('q');
  await expect(page.locator('.card.focus')).toBeVisible();
  await selectText(page, 'log seen', 'log');
  await workbench.chooseMenu('Edit', 'Find in all articles');
  await expect(field(page)).toHaveValue('log');
  await expect(outcome(page)).toHaveText('4 matches in 2 articles');

  // Only in headlines, only in quotes.
  await page.getByRole('button', { name: 'headline' }).click();
  await expect(outcome(page)).toHaveText('1 match in 1 article');
  await page.getByRole('button', { name: 'everywhere' }).click();
  await field(page).fill('certificate');
  await expect(outcome(page)).toHaveText('2 matches in 2 articles');
  await page.getByRole('button', { name: 'quote', exact: true }).click();
  await expect(outcome(page)).toHaveText('1 match in 1 article');
  await expect(lines(page).locator('.tag-square.around')).toHaveCount(1);
  await page.getByRole('button', { name: 'everywhere' }).click();

  // One article alone; then a review of all: taken, skipped, taken.
  await field(page).fill('the');
  await expect(outcome(page)).toHaveText('12 matches in 3 articles');
  await page
    .getByRole('listbox', { name: 'Show only' })
    .getByRole('option', { name: /Fish market/ })
    .click();
  await expect(outcome(page)).toHaveText('1 of 12 matches in 3 articles');
  await expect(lines(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(lines(page)).toHaveCount(12);
  await page.getByRole('button', { name: /Review one by one/ }).click();
  await page.getByRole('button', { name: /^Take/ }).click();
  await page.getByRole('button', { name: /^Skip/ }).click();
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await expect(page.locator('.tag-bar-review')).toContainText('4 of 12');
  await page.getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Tag 2 matches as speaker' }).click();
  await saved(page);
  await expect
    .poll(() =>
      annotationsOnDisk(project)
        .map(({ layer }) => layer)
        .sort(),
    )
    .toEqual(['quote', 'speaker', 'speaker']);

  // The box of a line chooses it, the line itself opens it.
  await lines(page).nth(4).locator('.line-mark').click();
  await expect(lines(page).nth(4)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Let go' }).click();

  await page.getByRole('tab', { name: 'Annotations' }).click();
  const found = page.getByRole('listbox', { name: 'Annotations' }).getByRole('option');
  await expect(found).toHaveCount(3);
  await page.getByRole('button', { name: 'Layer any' }).click();
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /^Quote/ })
    .click();
  await page.keyboard.press('Escape');
  await expect(found).toHaveCount(1);
  await found.first().locator('.line-hit').click();
  await expect(page.locator('.mark.focused')).toHaveText('the certificate');
  await workbench.quit();
});

test('a pattern that runs away is stopped, and nothing else waits for it', async ({ start, folder }) => {
  test.slow();
  const workbench = await start();
  const { page } = workbench;
  await openSearch(workbench, folder);
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('button', { name: 'Pattern' }).click();
  const runaway = '^(\\w+\\s?)*$';

  // A newer question is answered though the older one still runs.
  await field(page).fill(runaway);
  await expect(page.getByText('Searching…')).toBeVisible();
  await field(page).fill('cranes');
  await expect(outcome(page)).toHaveText('1 match in 1 article');

  // Left alone it is ended after its time, and meanwhile the window can be used.
  await field(page).fill(runaway);
  await expect(page.getByText('Searching…')).toBeVisible();
  await page.keyboard.press('Control+1');
  await page.getByRole('option', { name: /Fish market/ }).click();
  await expect(page.locator('article')).toContainText('We are not moving');
  await page.keyboard.press('Control+2');
  await expect(outcome(page)).toContainText('Stopped after 30 seconds', { timeout: 45_000 });
  await expect(outcome(page)).toContainText('this pattern tries too many ways to match');
  await field(page).fill('crane');
  await expect(outcome(page)).toHaveText('6 matches in 2 articles');
  await workbench.quit();
});

test('axe finds nothing in the search', async ({ start, folder }) => {
  const workbench = await start();
  const { page } = workbench;
  await openSearch(workbench, folder);
  await page.evaluate(AXE);
  await page.keyboard.press('Control+2');
  await inEveryTheme(page, 'search, nothing asked');
  await field(page).fill('the');
  await expect(lines(page)).toHaveCount(12);
  await page.getByRole('listbox', { name: 'Matches' }).focus();
  for (const key of [' ', 'r', 'n', 'y']) await page.keyboard.press(key);
  await inEveryTheme(page, 'search, review');
  await page.keyboard.press('Escape');
  await field(page).fill('nowhere to be found');
  await expect(page.getByRole('heading', { level: 2 })).toContainText('No article has');
  await inEveryTheme(page, 'search, no match');
  await page.getByRole('button', { name: 'Pattern' }).click();
  await field(page).fill('(');
  await inEveryTheme(page, 'search, no pattern');
  await page.getByRole('tab', { name: 'Annotations' }).click();
  await inEveryTheme(page, 'search, annotations');
  await workbench.quit();
});
