import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Speaker } from '../src/core/project/model';
import type { Workbench } from './app';
import { expect, ROOT, test } from './app';
import {
  annotationsOnDisk,
  articleFiles,
  articlesOnDisk,
  importFiles,
  newProject,
  saved,
  selectText,
} from './desk';

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** Register entries as they are on the disk. */
function speakersOnDisk(folder: string): Speaker[] {
  const { data } = JSON.parse(readFileSync(join(folder, 'speakers.json'), 'utf8')) as { data: unknown };
  return Object.values(
    (Array.isArray(data) ? data : ((data as { speakers?: unknown }).speakers ?? data)) as object,
  );
}

/** What axe finds wrong with the window now, light and dark. */
async function axe(page: Page): Promise<void> {
  for (const theme of ['light', 'dark']) {
    const found = await page.evaluate(async (name) => {
      document.documentElement.dataset.theme = name;
      const { axe: tool } = window as never as {
        axe: { run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await tool.run(document);
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    }, theme);
    expect(found, theme).toEqual([]);
  }
}

async function openSample({ page, answerDialogs }: Workbench, folder: string): Promise<void> {
  await answerDialogs([folder]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.keyboard.press('Control+3');
}

const speakerRow = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'Speakers' }).getByRole('option', { name });
const figures = (page: Page) => page.getByRole('list', { name: 'Figures' }).getByRole('listitem');
const rows = (page: Page) => page.locator('.entry');
const chip = (page: Page, name: string | RegExp) =>
  page.getByRole('group', { name: 'Show' }).getByRole('button', { name });

test('speakers are made from mentions, renamed, merged and split again, and lead to their passages', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Quay');

  // Pasted text needs no file.
  await workbench.chooseMenu('File', 'Add pasted text…');
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('Quay shut for repairs\n\n“It leaks,” said Ida Holm. Holm had warned the port.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Add 1 article' }).click();
  await expect(page.locator('.item')).toHaveCount(1);

  // A mention is a name already: s, b, Enter makes the speaker.
  await selectText(page, 'Ida Holm');
  for (const key of ['s', 'b', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('.card.focus')).toContainText('Ida Holm');
  await selectText(page, 'Holm had', 'Holm');
  await page.keyboard.press('s');
  await page.keyboard.press('b');
  await page.getByPlaceholder('Find or create a speaker').fill('The night foreman');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('The night foreman');
  await saved(page);

  await page.keyboard.press('Control+3');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option')).toHaveCount(2);
  await list.getByRole('option', { name: /night foreman/ }).click();
  await page.getByRole('button', { name: 'Merge into…' }).click();
  await page.getByText('Ida Holm').last().click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await saved(page);
  await expect
    .poll(() => annotationsOnDisk(project).map(({ roles }) => JSON.stringify(roles.is)))
    .toHaveLength(2);

  await workbench.chooseMenu('Edit', 'Undo merge speakers');
  await expect(list.getByRole('option')).toHaveCount(2);
  await workbench.chooseMenu('Edit', 'Redo merge speakers');
  await expect(list.getByRole('option')).toHaveCount(1);

  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('Ida Holm, inspector');
  await name.press('Enter');
  await expect(list.getByRole('option', { name: /inspector/ })).toBeVisible();

  await page.locator('main').getByText('had warned the port').last().click();
  await expect(page.locator('.mark.focused')).toHaveText('Holm');
  await saved(page);
  await workbench.quit();

  const [only, ...others] = speakersOnDisk(project);
  expect(others).toEqual([]);
  expect(only!.name).toBe('Ida Holm, inspector');
  // The old names stay, since the text still uses them.
  expect(only!.aliases).toEqual(expect.arrayContaining(['Ida Holm', 'The night foreman']));
  const found = annotationsOnDisk(project);
  expect(found.map(({ roles }) => roles.is)).toEqual([[{ speaker: only!.id }], [{ speaker: only!.id }]]);
  expect(articlesOnDisk(project)[0]!.origin).toMatchObject({ fileName: null, format: 'pasted' });
});

test('a page counts what its speaker says, claims and feels, shows it by kind, and leads to every passage', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  await openSample(workbench, join(folder, 'sample'));
  await page.evaluate(AXE);

  // Counted by hand in resources/sample/annotations.json.
  await speakerRow(page, 'Rosa Imhoff').click();
  await expect(page.locator('.sheet-sub')).toContainText('“Ms. Imhoff”');
  await expect(page.locator('.sheet-sub')).toContainText('4 mentions in 2 articles');
  await expect(figures(page)).toHaveText([
    '4statements',
    '3 / 1direct / indirect',
    '1claim in 2 places',
    '−3toward Linden Transit and 1 other',
    '2articles',
  ]);
  await expect(page.getByRole('img', { name: '3 direct, 1 indirect' })).toBeVisible();
  await expect(page.getByRole('img', { name: '2 of −3, 1 of −1' })).toBeVisible();
  await axe(page);

  await expect(rows(page)).toHaveCount(5);
  await expect(rows(page).nth(0)).toContainText('told · The Harbour Post ¶2 · direct');
  await expect(rows(page).nth(0)).toContainText('allegation disputed');
  await expect(rows(page).nth(0)).toContainText('−3 about Linden Transit');
  await chip(page, 'Direct 3').click();
  await expect(rows(page)).toHaveCount(3);
  await chip(page, 'Feelings 3').click();
  await expect(rows(page)).toHaveText([/Eleven people/, /laughed/, /I trust the tide/]);
  await chip(page, 'Mentions 4').click();
  await expect(rows(page)).toHaveCount(4);
  await expect(rows(page).nth(1)).toContainText('Mention · The Harbour Post ¶5');

  // About one speaker, then in one article, then newest first.
  await chip(page, 'All 5').click();
  await page.getByRole('button', { name: 'About…' }).click();
  await page.getByPlaceholder('About whom?').fill('linden t');
  await page.keyboard.press('Enter');
  await expect(chip(page, /^All/)).toHaveText('All 3');
  await expect(page.getByRole('button', { name: 'About Linden Transit', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'About Linden Transit', exact: true }).click();
  await page.getByRole('dialog', { name: 'About whom?' }).getByText('About anyone').click();
  await page.getByRole('button', { name: 'In 2 articles' }).click();
  await page.getByRole('dialog', { name: 'In which article?' }).getByText('They sent her out').click();
  await expect(rows(page)).toHaveText([/said · Coast Wire ¶2 · direct/]);
  await page.getByRole('button', { name: /^In “They sent/ }).click();
  await page.getByText('In every article').click();
  await page.getByRole('button', { name: 'Newest first' }).click();
  // Both are of one day: the later added is the newer.
  await expect(rows(page).first()).toContainText('Coast Wire');

  // Whom it comes from in the end.
  await speakerRow(page, /A manager at Linden Transit/).click();
  await expect(rows(page)).toContainText([/as told by Former chief engineer · told by Rosa Imhoff/]);

  // Who feels what toward the company.
  await speakerRow(page, /^Linden Transit/).click();
  await expect(figures(page)).toContainText([
    '3mixed',
    'claims in 3 places',
    '−3felt toward Linden Transit by 2',
  ]);
  await page.getByRole('button', { name: 'felt toward Linden Transit by 2' }).click();
  const felt = page.getByRole('dialog', { name: /What is felt/ });
  await expect(felt.getByRole('listitem')).toHaveText(['−3by Rosa Imhoff2', '−3by deckhand seven1']);
  await felt.getByRole('button', { name: 'Show them' }).click();
  await expect(rows(page)).toHaveCount(3);

  // By the keyboard: to the rows, along them, into the article and back to the same place.
  await rows(page).first().focus();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.mark.focused').first()).toContainText('more than I trust anyone');
  await page.keyboard.press('Control+3');
  await expect(chip(page, 'Felt toward 3')).toHaveAttribute('aria-pressed', 'true');
  await expect(rows(page).last()).toHaveAttribute('aria-current', 'true');
});

test('what is known of a speaker is edited by the keyboard, the affiliation as offered or in own words', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'sample');
  const workbench = await start();
  const { page } = workbench;
  await openSample(workbench, project);
  await page.evaluate(AXE);
  await speakerRow(page, 'Rosa Imhoff').click();
  await page.getByRole('button', { name: 'Details' }).focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByRole('button', { name: 'NGO' }).focus();
  await page.keyboard.press('Space');
  await expect(details.getByLabel('Affiliation', { exact: true })).toHaveValue('NGO');
  await details.getByLabel('Affiliation', { exact: true }).fill('trade union');
  await page.keyboard.press('Enter');
  await details.getByLabel('External id').fill('Q42');
  await page.keyboard.press('Enter');
  await details.getByLabel('Note').fill('Speaks for the harbour branch only.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.sheet-note')).toHaveText('Speaks for the harbour branch only.');
  await expect(page.locator('.sheet-sub')).toContainText('trade union');
  await axe(page);
  await saved(page);
  await workbench.quit();
  expect(speakersOnDisk(project).find(({ name }) => name === 'Rosa Imhoff')).toMatchObject({
    affiliation: 'trade union',
    externalId: 'Q42',
    note: 'Speaks for the harbour branch only.',
  });
});

const LOG = `Quay shut for repairs

Ida Holm closed the quay on Monday. Holm’s log had warned of it, and Kari Holm of the port knew.

“It leaks,” said Ida Holm.`;
const NIGHT = `A night on the quay

The night foreman slept. Holm and Arne Holm-Lie did not.`;

test('mentions are found in every article, looked through and linked in one step, by the keyboard alone', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Quay');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'log.txt': LOG, 'night.txt': NIGHT }));
  await page.evaluate(AXE);
  await page.locator('.item').first().click();
  // One is tagged and linked to nobody.
  await selectText(page, 'Holm’s');
  await page.keyboard.press('s');
  await expect(page.locator('.card.focus')).toBeVisible();

  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'New speaker' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Ida Holm');
  await page.keyboard.press('Enter');
  await expect(speakerRow(page, 'Ida Holm')).toBeVisible();
  await page.getByRole('button', { name: 'Details' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Add another name').focus();
  await page.keyboard.type('the night foreman');
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Find mentions…' }).focus();
  await page.keyboard.press('Enter');
  const places = page.getByRole('list', { name: 'Places found' }).getByRole('checkbox');
  await expect(page.locator('.found-line').first()).toBeFocused();
  // An article and its places, twice.
  await expect(places).toHaveCount(2 + 7);
  await expect(page.getByText('another first name?')).toHaveCount(1);
  await expect(page.getByText('part of a longer name')).toHaveCount(1);
  await expect(page.getByText('tagged, not linked')).toHaveCount(1);
  await axe(page);
  const button = page.getByRole('button', { name: /^Link \d/ });
  await expect(button).toHaveText('Link 5 mentions in 2 articles');

  // The last one, joined with a hyphen, is ticked and unticked again; Enter reads it in its article.
  await page.keyboard.press('End');
  await expect(places.last()).toBeFocused();
  await expect(places.last()).not.toBeChecked();
  await page.keyboard.press('Space');
  await expect(button).toHaveText('Link 6 mentions in 2 articles');
  await page.keyboard.press('Space');
  await expect(button).toHaveText('Link 5 mentions in 2 articles');
  await page.keyboard.press('Enter');
  await expect(page.locator('article')).toContainText('The night foreman slept');
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('Holm');
  await page.keyboard.press('Control+3');
  await expect(places.last()).toBeFocused();

  // Leave out a name, take it back, and leave one place out.
  const surname = page.getByRole('group', { name: 'Names' }).getByRole('button', { name: /^Holm/ });
  await surname.focus();
  await page.keyboard.press('Enter');
  await expect(button).toHaveText('Link 3 mentions in 2 articles');
  await page.keyboard.press('Enter');
  await places.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(places.first()).toHaveAttribute('aria-checked', 'mixed');
  await expect(button).toHaveText('Link 4 mentions in 2 articles');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(4);
  await saved(page);
  await expect.poll(() => speakersOnDisk(project)).toHaveLength(1);
  const { id } = speakersOnDisk(project)[0]!;
  const linked = () =>
    annotationsOnDisk(project)
      .filter(({ roles }) => JSON.stringify(roles.is) === JSON.stringify([{ speaker: id }]))
      .map(({ quote }) => quote)
      .sort();
  await expect.poll(linked).toEqual(['Holm', 'Holm’s', 'Ida Holm', 'The night foreman']);

  await workbench.chooseMenu('Edit', 'Undo link mentions');
  await expect(rows(page)).toHaveCount(0);
  await saved(page);
  await expect
    .poll(() => annotationsOnDisk(project).map(({ quote, roles }) => [quote, roles]))
    .toEqual([['Holm’s', {}]]);
  await workbench.chooseMenu('Edit', 'Redo link mentions');
  await expect(rows(page)).toHaveCount(4);
  await saved(page);
  await workbench.quit();
  expect(linked()).toHaveLength(4);
  for (const { articleId, spans, quote, layer } of annotationsOnDisk(project)) {
    const { text } = articlesOnDisk(project).find((article) => article.id === articleId)!;
    expect(text.slice(spans[0]!.start, spans[0]!.end)).toBe(quote);
    expect(layer).toBe('speaker');
  }
});

test('all mentions with the same words are linked at once, to somebody new', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Quay');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'log.txt': LOG, 'night.txt': NIGHT }));
  await page.locator('.item').first().click();
  for (const [from, to] of [
    ['Holm’s', 'Holm’s'],
    ['Kari Holm', 'Kari Holm'],
  ] as const) {
    await selectText(page, from, to);
    await page.keyboard.press('s');
    await page.keyboard.press('Escape');
  }
  await page.locator('.item').nth(1).click();
  await expect(page.locator('article')).toContainText('The night foreman slept');
  await selectText(page, 'Holm and', 'Holm');
  await page.keyboard.press('s');
  await saved(page);

  await page.keyboard.press('Control+3');
  await page.getByRole('button', { name: 'Link 3 mentions' }).click();
  await page.getByRole('button', { name: 'Link to… “Holm’s”' }).click();
  await page.getByRole('button', { name: 'All 2 “Holm” in 2 articles' }).click();
  await page.getByText('New speaker “Holm”').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not linked yet: 1');
  await saved(page);
  await workbench.quit();
  const [holm, ...others] = speakersOnDisk(project);
  expect([holm!.name, others]).toEqual(['Holm', []]);
  expect(
    annotationsOnDisk(project)
      .filter(({ roles }) => roles.is?.length)
      .map(({ quote, roles }) => [quote, roles.is])
      .sort(),
  ).toEqual([
    ['Holm', [{ speaker: holm!.id }]],
    ['Holm’s', [{ speaker: holm!.id }]],
  ]);
});

test('a speaker is split: what is ticked goes to another with its names, and one undo brings it back', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'sample');
  const workbench = await start();
  const { page } = workbench;
  await openSample(workbench, project);
  await page.evaluate(AXE);
  await speakerRow(page, 'Rosa Imhoff').click();

  // With the mouse first: tick, look at who could get it, and cancel.
  await page.getByRole('button', { name: 'Split…' }).click();
  await expect(rows(page).first()).toBeFocused();
  await rows(page).nth(2).click();
  await expect(page.getByText('1 ticked')).toBeVisible();
  await axe(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('checkbox')).toHaveCount(0);

  // By the keyboard: the first quote, and “I trust the tide”, whose source is the mention “she”.
  await page.getByRole('button', { name: 'Split…' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.entry:focus')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Space');
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  await expect(page.getByText('2 ticked')).toBeVisible();
  await page.getByRole('button', { name: 'Move to another speaker…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('Ms. Imhoff').focus();
  await page.keyboard.press('Space');
  await page.getByPlaceholder('Find or create a speaker').focus();
  await page.keyboard.type('Greta Imhoff');
  await page.keyboard.press('Enter');
  await expect(speakerRow(page, 'Greta Imhoff')).toBeVisible();
  await expect(figures(page).first()).toHaveText('2statements');
  await saved(page);

  const of = (name: string) => speakersOnDisk(project).find((speaker) => speaker.name === name)!;
  // The register's file follows the journal.
  await expect.poll(() => of('Greta Imhoff')).toBeDefined();
  const greta = of('Greta Imhoff');
  expect([greta.aliases, of('Rosa Imhoff').aliases]).toEqual([['Ms. Imhoff'], []]);
  const named = () =>
    annotationsOnDisk(project)
      .filter(({ roles }) => JSON.stringify(roles).includes(`"${greta.id}"`))
      .map(({ quote }) => quote);
  await expect.poll(named).toEqual([expect.stringMatching(/^“They knew in January/), 'she']);

  await speakerRow(page, 'Greta Imhoff').click();
  await expect(figures(page)).toContainText(['2statements', '2direct', '1claim', '−3toward Linden Transit']);
  await workbench.chooseMenu('Edit', 'Undo split speaker');
  await expect(speakerRow(page, 'Greta Imhoff')).toHaveCount(0);
  await speakerRow(page, 'Rosa Imhoff').click();
  await expect(figures(page).first()).toHaveText('4statements');
  await saved(page);
  await expect.poll(named).toEqual([]);
});

test('two entries are merged by the keyboard alone, on the disk too, and undo parts them', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'sample');
  const workbench = await start();
  const { page } = workbench;
  await openSample(workbench, project);
  const options = page.getByRole('listbox', { name: 'Speakers' }).getByRole('option');
  await expect(options).toHaveCount(15);
  await page.getByRole('listbox', { name: 'Speakers' }).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('heading', { name: 'Are these 2 the same?' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: /Rosa Imhoff/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(options).toHaveCount(14);
  // 4 of Imhoff’s and 4 of Brink’s.
  await expect(figures(page).first()).toHaveText('8statements');
  await saved(page);
  const names = () => speakersOnDisk(project).map(({ name }) => name);
  await expect.poll(() => names().includes('Halvard Brink')).toBe(false);
  await page.keyboard.press('Control+z');
  await expect(options).toHaveCount(15);
  await expect(figures(page).first()).toHaveText('4statements');
  await saved(page);
  await expect.poll(() => names().includes('Halvard Brink')).toBe(true);
});
