import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Claim } from '../src/core/project/model';
import type { Workbench } from './app';
import { expect, ROOT, test } from './app';
import { annotationsOnDisk, articleFiles, HARBOUR, importFiles, newProject, saved, selectText } from './desk';

const WIRE = `Port company rejects crane log

Nobody had inspected the crane on Quay 9 for 14 months, Coast Wire has learned.

“The log is a forgery,” said Per Dahl, who speaks for the port. The crane had its inspection in May, he added.

The market will stay where it is.`;

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong in every theme, in one line each. */
async function violations(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const theme of ['sepia', 'dark', 'contrast', 'light']) {
    const found = await page.evaluate(async (name) => {
      document.documentElement.dataset.theme = name;
      const { axe } = window as never as {
        axe: {
          run(root: Document): Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
        };
      };
      const result = await axe.run(document);
      return result.violations.map(
        ({ id, nodes }) => `${name} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`,
      );
    }, theme);
    all.push(...found);
  }
  return all;
}

/** Register entries as they are on the disk. */
function claimsOnDisk(folder: string): Claim[] {
  const { data } = JSON.parse(readFileSync(join(folder, 'claims.json'), 'utf8')) as { data: unknown };
  return Object.values(
    (Array.isArray(data) ? data : ((data as { claims?: unknown }).claims ?? data)) as object,
  );
}

async function quay(start: () => Promise<Workbench>, folder: string): Promise<Workbench> {
  const workbench = await start();
  await newProject(workbench, join(folder, 'project'), 'Quay');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR, 'wire.txt': WIRE }));
  return workbench;
}

/** Tags words as a claim, said by someone. */
async function claim(page: Page, from: string, to: string, by: string): Promise<void> {
  await selectText(page, from, to);
  await page.keyboard.press('c');
  await page.keyboard.press('b');
  await page.getByPlaceholder('Find or create a speaker').fill(by);
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText(by);
}

test('by the keyboard alone two passages become one claim, which has a page that leads back', async ({
  start,
  folder,
}) => {
  const workbench = await quay(start, folder);
  const { page } = workbench;
  const keys = async (...chords: string[]) => {
    for (const chord of chords) await page.keyboard.press(chord);
  };
  const selected = (words: string) =>
    expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toContain(words);

  await keys('j', 'j', 'j');
  await selected('had not been inspected for fourteen months');
  await keys('c', 'b');
  await page.keyboard.type('The paper');
  await keys('Enter');
  await expect(page.locator('.card.focus')).toContainText('The paper');
  // Nothing is like it yet: a claim of its own is the first choice.
  await keys('g');
  await expect(page.locator('.ask').getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await expect(page.locator('.ask').getByRole('option').first()).toContainText('New claim');
  await keys('Enter');
  await expect(page.locator('.card.focus')).toContainText('same as');

  await keys('Control+ArrowDown');
  await expect(page.locator('article')).toContainText('Coast Wire has learned');
  await keys('j', 'j');
  await selected('Nobody had inspected');
  await keys('c', 'b');
  await page.keyboard.type('Coast Wire');
  await keys('Enter', 'g');
  // The likeliest stands first, with the words it shares; months in letters are those in digits.
  const first = page.locator('.ask').getByRole('option').first();
  await expect(first).toContainText('1 article');
  expect(await first.locator('.same').allTextContents()).toEqual(
    expect.arrayContaining(['crane', 'fourteen', 'months']),
  );
  await keys('Enter');
  await expect(page.locator('.card.focus')).toContainText('same as');

  await keys('Shift+G');
  await expect(page.getByRole('option', { name: /2 articles/ })).toHaveCount(1);
  const rows = page.getByRole('region', { name: 'Who says it' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('The paper');
  await expect(rows.nth(1)).toContainText('Coast Wire');
  await expect(page.locator('.sheet-sub')).toHaveText(/2 wordings in 2 articles/);
  // The passage we came from has the keyboard; Escape leads back to it.
  await expect(rows.nth(1).locator('.saying')).toBeFocused();
  await keys('Escape');
  await expect(page.locator('.card.focus')).toContainText('Coast Wire');
  await keys('Shift+G', 'ArrowUp', 'Enter');
  await expect(page.locator('.mark.focused').first()).toContainText('The crane that dropped');

  await keys('Shift+G');
  await page.getByRole('button', { name: 'refuted' }).focus();
  await keys('Enter');
  await expect(page.getByRole('option', { name: /refuted/ })).toHaveCount(1);
  await page.getByLabel('Evidence').focus();
  await page.keyboard.type('The log of the port');
  await keys('Control+Enter');
  await page.getByRole('textbox', { name: 'Wording' }).focus();
  await keys('Control+a');
  await page.keyboard.type('The crane was not inspected for 14 months');
  await keys('Enter');
  await expect(page.getByRole('option', { name: /not inspected for 14 months/ })).toHaveCount(1);
  await saved(page);
  await workbench.quit();

  const [only, ...others] = claimsOnDisk(join(folder, 'project'));
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    wording: 'The crane was not inspected for 14 months',
    verdict: 'refuted',
    evidence: 'The log of the port',
  });
  const made = annotationsOnDisk(join(folder, 'project')).map(({ roles }) => roles['same-claim']);
  expect(made).toEqual([[{ claim: only!.id }], [{ claim: only!.id }]]);
});

test('claims are registered, merged, contradicted, split and deleted, and every step undoes', async ({
  start,
  folder,
}) => {
  const workbench = await quay(start, folder);
  const { page, chooseMenu } = workbench;
  await page.evaluate(AXE);
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('heading', { name: /Who claims what/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('Control+1');

  await claim(page, 'had not been inspected', 'fourteen months', 'The paper');
  await claim(page, 'Every machine', 'twice a year', 'A spokesman');
  await page.getByRole('option', { name: /Port company rejects/ }).click();
  await claim(page, 'Nobody had inspected', '14 months', 'Coast Wire');
  await claim(page, 'The crane had its', 'in May', 'Per Dahl');

  // Without an entry, the way leads to the claims that are not in the register yet.
  await page.keyboard.press('Shift+G');
  await expect(page.getByRole('heading', { name: 'Not in the register yet: 4' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Make an entry of “Nobody/ }).click();
  await expect(page.getByRole('heading', { name: 'Not in the register yet: 3' })).toBeVisible();
  await page.getByRole('button', { name: /^Same as… “The crane had its/ }).click();
  await expect(page.getByPlaceholder('Find the claim or word a new one')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Register all' }).click();
  const list = page.getByRole('listbox', { name: 'Claims' });
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(page.getByRole('button', { name: /Not in the register/ })).toHaveCount(0);
  await chooseMenu('Edit', 'Undo register all claims');
  await expect(list.getByRole('option')).toHaveCount(1);
  await chooseMenu('Edit', 'Redo register all claims');
  await expect(list.getByRole('option')).toHaveCount(4);

  // The suggestion is merged with one key.
  const inspected = list.getByRole('option', { name: /Nobody had inspected/ });
  await inspected.click();
  const likely = page.getByRole('region', { name: 'Likely the same' });
  await expect(likely.getByRole('listitem').first()).toContainText('had not been inspected');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('1');
  await expect(list.getByRole('option')).toHaveCount(3);
  await expect(inspected).toContainText('2 articles');
  const rows = page.getByRole('region', { name: 'Who says it' }).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await chooseMenu('Edit', 'Undo merge claims');
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(inspected).toContainText('1 article');
  await chooseMenu('Edit', 'Redo merge claims');
  await expect(rows).toHaveCount(2);

  // Who says it, and who denies it: a claim that contradicts it is a page away.
  await page.getByRole('button', { name: 'Add to contradicted by' }).click();
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Every machine/ })
    .click();
  const against = page.getByRole('region', { name: 'For and against' });
  await expect(against.getByRole('button', { name: /^Every machine/ })).toBeVisible();
  await page.getByRole('button', { name: 'disputed' }).click();
  await against.getByRole('button', { name: /^Every machine/ }).click();
  await expect(page.getByRole('textbox', { name: 'Wording' })).toHaveValue(/^Every machine/);
  await against.getByRole('button', { name: /^Nobody had inspected/ }).click();
  await expect(list.getByRole('option', { selected: true })).toContainText('disputed');
  expect(await violations(page)).toEqual([]);

  // Each row leads to its passage; a denial tagged there stands with those who deny it.
  await rows.filter({ hasText: 'Coast Wire' }).locator('.saying').click();
  await expect(page.locator('.card.focus')).toContainText('Coast Wire');
  await claim(page, 'The log is', 'a forgery', 'Per Dahl');
  await page.keyboard.press('3');
  await expect(page.locator('.card.focus')).toContainText('denial');
  await page.keyboard.press('g');
  await page.getByPlaceholder('Find the claim or word a new one').fill('nobody inspected');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+G');
  const denied = page.getByRole('region', { name: 'Denied by' }).getByRole('listitem');
  await expect(denied).toHaveCount(1);
  await expect(denied).toContainText('Per Dahl');
  await expect(page.getByRole('list', { name: 'Who denies it' })).toContainText('Per Dahl');
  await expect(rows).toHaveCount(2);
  await expect(inspected).toContainText('denied');

  // One passage is split off, and comes back.
  await rows.filter({ hasText: 'The paper' }).getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Move 1 passage to a new entry' }).click();
  await expect(list.getByRole('option')).toHaveCount(4);
  await expect(page.getByRole('textbox', { name: 'Wording' })).toHaveValue(/had not been inspected/);
  await chooseMenu('Edit', 'Undo split claim');
  await expect(list.getByRole('option')).toHaveCount(3);

  // Deleting says what it touches.
  await inspected.click();
  await page.getByRole('button', { name: 'Delete…' }).click();
  const ask = page.getByRole('dialog', { name: 'Delete claim' });
  await expect(ask).toContainText('3 annotations point at this claim');
  await expect(ask).toContainText('1 other claim speaks for or against it');
  await ask.getByRole('button', { name: 'Delete the claim' }).click();
  await expect(list.getByRole('option')).toHaveCount(2);
  await expect(page.getByRole('button', { name: /Not in the register/ })).toContainText('3');
  await saved(page);
  const project = join(folder, 'project');
  await expect
    .poll(() => claimsOnDisk(project).map(({ contradicts }) => contradicts ?? []))
    .toEqual([[], []]);
  expect(annotationsOnDisk(project).filter(({ roles }) => roles['same-claim'])).toHaveLength(2);
  await chooseMenu('Edit', 'Undo delete claim');
  await expect(list.getByRole('option')).toHaveCount(3);
  await saved(page);
  await workbench.quit();

  const claims = claimsOnDisk(project);
  const back = claims.find(({ wording }) => wording.startsWith('Nobody'))!;
  expect(back.verdict).toBe('disputed');
  expect(claims.find(({ wording }) => wording.startsWith('Every'))!.contradicts).toEqual([back.id]);
  const entries = annotationsOnDisk(project).map(({ roles }) => roles['same-claim']);
  expect(entries.filter((targets) => JSON.stringify(targets).includes(back.id))).toHaveLength(3);
});
