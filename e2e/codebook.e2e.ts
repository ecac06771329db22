import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Codebook } from '../src/core/project/codebook';
import type { Workbench } from './app';
import { expect, test } from './app';
import { annotationsOnDisk, articleFiles, HARBOUR, importFiles, newProject, saved, selectText } from './desk';

/** The codebook of a project folder as it is on the disk. */
function codebookOnDisk(folder: string): Codebook {
  return (JSON.parse(readFileSync(join(folder, 'codebook.json'), 'utf8')) as { data: Codebook }).data;
}

async function withHarbour(workbench: Workbench, folder: string): Promise<string> {
  const project = join(folder, 'project');
  await newProject(workbench, project, 'Quay');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  return project;
}

/** Goes on with Tab, as a person without a mouse does, until the control of this name has the keyboard. */
async function tabTo(page: Page, name: string): Promise<void> {
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
    });
  for (let step = 0; step < 80; step++) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”`);
}

const layerRow = (page: Page, label: string) =>
  page.locator('.layer-row', { has: page.locator(`b:text-is("${label}")`) });

test('a layer of one’s own is made, used and reworded by keyboard alone', async ({ start, folder }) => {
  const workbench = await start();
  const { page } = workbench;
  const project = await withHarbour(workbench, folder);
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };

  await press('Control+6');
  await expect(page.locator('.layer-name-button:focus')).toHaveText(/Claim/);
  await tabTo(page, 'New layer');
  await press('Enter');
  await page.keyboard.type('Irony');
  await press('Enter');
  await expect(page.getByRole('region', { name: 'Irony' })).toBeVisible();
  await expect(page.locator('.layer-name-button:focus')).toHaveText('Irony');
  await tabTo(page, 'Add an attribute');
  await page.keyboard.type('Tone');
  await press('Enter');
  // The first value can be typed at once, and the next after it.
  await expect(page.getByRole('textbox', { name: 'Add a value to Tone' })).toBeFocused();
  for (const value of ['dry', 'bitter']) {
    await page.keyboard.type(value);
    await press('Enter');
  }
  await expect(page.getByRole('list', { name: 'Values of Tone' }).getByRole('listitem')).toHaveCount(2);
  const key = (await layerRow(page, 'Irony').locator('kbd').textContent())!.toLowerCase();

  await press('Control+1', 'Alt+ArrowDown', 'Alt+ArrowDown', 'j', key, '2');
  await expect(page.locator('.card.focus')).toContainText('Irony');
  await expect(page.locator('.card.focus')).toContainText('bitter');
  await saved(page);

  await press('Control+6');
  await expect(page.getByRole('region', { name: 'Irony' })).toBeVisible();
  await tabTo(page, 'Value bitter');
  await press('Control+a');
  await page.keyboard.type('acid');
  // Alt and an arrow moves the value that has the keyboard.
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Value acid' })).toBeVisible();
  await page.getByRole('textbox', { name: 'Value acid' }).focus();
  await press('Alt+ArrowUp');
  await expect(page.getByRole('list', { name: 'Values of Tone' }).locator('input').first()).toHaveValue(
    'acid',
  );
  await press('Control+1');
  await expect(page.locator('.card')).toContainText('acid');
  await saved(page);
  await workbench.quit();

  const [annotation] = annotationsOnDisk(project);
  expect(annotation).toMatchObject({ layer: 'irony', attributes: { tone: 'bitter' } });
  const { layers, version, history } = codebookOnDisk(project);
  const irony = layers.find(({ id }) => id === 'irony')!;
  expect(irony.attributes[0]).toMatchObject({
    id: 'tone',
    values: [
      { id: 'bitter', label: 'acid' },
      { id: 'dry', label: 'dry' },
    ],
  });
  // The layer, the attribute, two values, and after the tag a new name; order means nothing.
  expect(annotation!.codebookVersion).toBe('1.4');
  expect(version).toBe('1.5');
  expect(history!.at(-1)!.what).toBe('renamed the value “bitter” to “acid” (Irony, Tone)');
});

test('a value in use is deleted with a word on what it touches, keys do not clash, optional layers wait', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page } = workbench;
  const project = await withHarbour(workbench, folder);
  const card = page.locator('.card.focus');
  await selectText(page, 'had not been inspected', 'inspected');
  for (const key of ['c', '2']) await page.keyboard.press(key);
  await expect(card).toContainText('allegation');

  await page.getByRole('button', { name: 'Codebook', exact: true }).click();
  await page.getByRole('button', { name: /^Kind factual/ }).click();
  await page.getByRole('button', { name: 'Delete the value allegation' }).click();
  const ask = page.getByRole('dialog', { name: 'Delete “allegation”' });
  await expect(ask).toContainText('1 annotation has this value.');
  await ask.getByRole('combobox').selectOption('denial');
  await ask.getByRole('button', { name: 'Delete “allegation”' }).click();
  await expect(page.getByRole('textbox', { name: 'Value allegation' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await expect(page.locator('.card')).toContainText('denial');
  await workbench.chooseMenu('Edit', 'Undo delete value');
  await expect(page.locator('.card')).toContainText('allegation');
  await workbench.chooseMenu('Edit', 'Redo delete value');
  await expect(page.locator('.card')).toContainText('denial');

  await page.getByRole('button', { name: 'Codebook', exact: true }).click();
  const key = page.getByRole('textbox', { name: 'Key' });
  for (const [letter, why] of [
    ['q', '“q” is the key of Quote.'],
    ['w', '“w” is the key of Stance, which is switched off.'],
    ['n', '“n” does “Write a note”.'],
  ] as const) {
    await key.press(letter);
    await expect(page.getByText(why)).toBeVisible();
    await expect(key).toHaveValue('C');
  }

  await page.getByRole('button', { name: 'Switch on Stance' }).click();
  await expect(page.getByRole('switch', { name: 'Stance is on' })).toBeVisible();
  // Drawn by its grip, a layer takes another place.
  await layerRow(page, 'Stance').hover();
  await layerRow(page, 'Stance')
    .locator('.grip')
    .dragTo(layerRow(page, 'Claim'), { targetPosition: { x: 60, y: 3 } });
  await expect(page.getByRole('list', { name: 'Layers', exact: true }).locator('b').first()).toHaveText(
    'Stance',
  );
  await page.getByRole('button', { name: 'Library', exact: true }).click();
  await selectText(page, 'The port company');
  await page
    .locator('.palette')
    .getByRole('button', { name: /Stance/ })
    .hover();
  await expect(page.locator('.layer-help')).toContainText('Where someone stands on an issue');
  await page.keyboard.press('w');
  await expect(card).toContainText('Stance');
  await saved(page);
  await workbench.quit();

  expect(annotationsOnDisk(project).map(({ layer, attributes }) => [layer, attributes.kind])).toEqual([
    ['claim', 'denial'],
    ['stance', undefined],
  ]);
  const { layers } = codebookOnDisk(project);
  expect(layers.map(({ id }) => id).slice(0, 2)).toEqual(['stance', 'claim']);
  expect(layers[0]!.on).toBe(true);
});

test('a codebook is exported, read again with what it would change, and refused with the line', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page, answerDialogs, chooseMenu } = workbench;
  const project = await withHarbour(workbench, folder);
  await selectText(page, 'Ida Holm');
  await page.keyboard.press('s');
  await page.keyboard.press('Control+6');
  const file = join(folder, 'ours.codebook.json');
  await answerDialogs([file]);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.locator('.notice')).toContainText('ours.codebook.json');
  const written = readFileSync(file, 'utf8');
  expect(JSON.parse(written)).toEqual(codebookOnDisk(project));

  // A colleague renames one layer and does without another.
  const theirs = JSON.parse(written) as { -readonly [K in keyof Codebook]: Codebook[K] };
  theirs.name = 'Theirs';
  theirs.version = '3.0';
  theirs.layers = theirs.layers
    .filter(({ id }) => id !== 'speaker')
    .map((layer) => (layer.id === 'quote' ? { ...layer, label: 'Citation' } : layer));
  writeFileSync(file, JSON.stringify(theirs, null, 2));
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Import “ours.codebook.json”');
  await expect(dialog.getByRole('region', { name: 'Missing in it' })).toContainText(/Speaker.*1 annotation/);
  await expect(dialog.getByRole('region', { name: 'Renamed' })).toContainText('Quote → Citation');
  await dialog.getByRole('button', { name: 'Use this codebook' }).click();
  await expect(page.getByText('Version 3.0')).toBeVisible();
  await expect(layerRow(page, 'Citation')).toBeVisible();
  await expect(page.getByRole('list', { name: 'No longer in the codebook' })).toContainText('speaker');
  await saved(page);
  await chooseMenu('Edit', 'Undo import codebook');
  await expect(layerRow(page, 'Quote')).toBeVisible();
  await chooseMenu('Edit', 'Redo import codebook');
  await expect(layerRow(page, 'Citation')).toBeVisible();

  // The layer that is missing comes back with the annotations that wait for it.
  await layerRow(page, 'speaker').getByRole('button').click();
  await page.getByRole('button', { name: 'Bring it back as a layer' }).click();
  await expect(page.getByRole('region', { name: 'Speaker' })).toContainText('1 annotation');

  writeFileSync(file, written.replace('"colour": "quote"', '"colour": "pink"'));
  const line = written.slice(0, written.indexOf('"colour": "quote"')).split('\n').length;
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.locator('.notice')).toContainText(`line ${line}`);
  await expect(page.locator('.notice')).toContainText('Nothing was changed');
  await saved(page);
  await workbench.quit();
  expect(codebookOnDisk(project)).toMatchObject({ name: 'Theirs', version: '3.1' });
  expect(annotationsOnDisk(project)[0]!.layer).toBe('speaker');
});

test('a codebook goes to other programs as .qdc, and what they changed is shown before it is taken', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { page, answerDialogs } = workbench;
  const project = await withHarbour(workbench, folder);
  await page.keyboard.press('Control+6');
  const file = join(folder, 'ours.qdc');
  await answerDialogs([file]);
  await page.getByRole('button', { name: 'Export…' }).click();
  await expect(page.locator('.notice')).toContainText('ours.qdc');
  const written = readFileSync(file, 'utf8');
  expect(written).toContain('<CodeBook xmlns="urn:QDA-XML:codebook:1.0"');
  expect(written).toMatch(/<Code guid="[0-9a-f-]{36}" name="Claim" isCodable="true" color="#8a5a00">/);

  // Another program knows nothing of what only we understand, and renames a layer.
  const theirs = written.replace(/<\?marginalia .*?\?>/g, '').replace('name="Quote"', 'name="Citation"');
  writeFileSync(file, theirs);
  await page.getByRole('button', { name: 'Import…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Import “ours.qdc”');
  await expect(dialog.getByRole('region', { name: 'Renamed' })).toContainText('Quote → Citation');
  await expect(dialog.getByRole('region', { name: 'Missing in it' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Use this codebook' }).click();
  await expect(layerRow(page, 'Citation')).toBeVisible();
  await saved(page);

  writeFileSync(file, theirs.replace('</Codes>', ''));
  await page.getByRole('button', { name: 'Import…' }).click();
  await expect(page.locator('.notice')).toContainText('“ours.qdc” was not taken: line');
  await workbench.quit();
  const { layers } = codebookOnDisk(project);
  expect(layers.map(({ id }) => id)).toContain('quote');
  expect(layers.find(({ id }) => id === 'quote')).toMatchObject({ label: 'Citation', key: 'q' });
});

test('hints are listed, and lead to what they speak of', async ({ start, folder }) => {
  const workbench = await start();
  const { page } = workbench;
  await withHarbour(workbench, folder);
  await selectText(page, 'We were told to keep it moving');
  await page.keyboard.press('q');
  await selectText(page, 'a forgery', 'forgery');
  await page.keyboard.press('m');
  await page.keyboard.press('Escape');

  const button = page.locator('[data-action="hints"]');
  await expect(button).toContainText('This quote has no source and no cue');
  await button.click();
  const list = page.getByRole('listbox', { name: 'Hints' });
  await expect(list.getByRole('option')).toHaveText([
    /This quote has no source and no cue/,
    /This quote leaves out its quotation marks/,
    /This sentiment has no target/,
  ]);
  await list.getByRole('option', { name: /no target/ }).click();
  await expect(page.locator('.card.focus')).toContainText('Sentiment');
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);

  // The same with the keyboard: a key, an arrow, Enter, and the reader has the keys again.
  await page.keyboard.press('h');
  await expect(list).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.locator('.card.focus')).toContainText('Quote');
  await page.keyboard.press('Enter');
  await expect(list).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(page.locator('.card')).toHaveCount(1);
  await expect(button).toContainText('This sentiment has no target');
  await workbench.quit();
});
