import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation } from '../src/core/project/model';
import type { Workbench } from './app';
import { expect, test } from './app';
import { annotationsOnDisk, exported, saved } from './desk';

/** The sample project, its table shown; the keyboard is in the grid. */
async function sampleTable(start: () => Promise<Workbench>, project: string): Promise<Workbench> {
  const workbench = await start();
  const { page } = workbench;
  await workbench.answerDialogs([project]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('grid')).toBeFocused();
  return workbench;
}

const onDisk = (project: string): ReadonlyMap<string, Annotation> =>
  new Map(annotationsOnDisk(project).map((annotation) => [annotation.id, annotation]));

/** Without the times, which move with every change. */
const untimed = (annotations: ReadonlyMap<string, Annotation>) =>
  [...annotations.values()].map(({ updatedAt: _, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));

/** Goes forward, or back, with Tab until a button has the focus. */
async function tabTo(page: Page, name: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const button = page.getByRole('button', { name, exact: typeof name === 'string' });
  for (let press = 0; press < 40; press++) {
    await page.keyboard.press(key);
    if (await button.first().evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not lead to ${name}`);
}

/** The texts of a column as the rows stand now; all rows must be in view. */
async function column(page: Page, label: string): Promise<string[]> {
  const at = await page
    .getByRole('columnheader', { name: label })
    .evaluate((head) => head.getAttribute('data-column'));
  const cells = await page
    .locator('.table-rows .table-row')
    .evaluateAll(
      (rows, wanted) =>
        rows
          .toSorted((a, b) => Number(a.ariaRowIndex) - Number(b.ariaRowIndex))
          .map((row) => row.querySelector(`[data-column="${wanted}"]`)!.textContent ?? ''),
      at,
    );
  return cells;
}

test('by the keyboard alone: ask by chips, keep the question, sort, edit one, change many and take it back', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await sampleTable(start, project);
  const { page } = workbench;
  await saved(page);
  const before = onDisk(project);
  const counts = page.locator('.status .counts');
  await expect(counts).toHaveText(`${before.size} annotations`);

  // Two conditions: claims that are denials or allegations.
  await tabTo(page, 'Layer any', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.type('clai');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Layer Claim', exact: true })).toBeFocused();
  await tabTo(page, '+ filter');
  await page.keyboard.press('Enter');
  await page.keyboard.type('kind');
  await page.keyboard.press('Enter');
  await expect(page.getByPlaceholder('Find kind')).toBeFocused();
  for (const kind of ['denial', 'allegation']) {
    await page.getByPlaceholder('Find kind').fill(kind);
    await page.keyboard.press('Enter');
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Kind denial or allegation', exact: true })).toBeFocused();
  const asked = [...before.values()].filter(
    ({ layer, attributes }) =>
      layer === 'claim' && (attributes.kind === 'denial' || attributes.kind === 'allegation'),
  );
  expect(asked.length).toBeGreaterThan(3);
  await expect(counts).toHaveText(`${asked.length} of ${before.size} annotations`);

  // The question gets a name, is taken away and asked again.
  await tabTo(page, 'Saved');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Accused');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Saved: Accused' })).toBeFocused();
  await tabTo(page, 'Clear', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(counts).toHaveText(`${before.size} annotations`);
  await tabTo(page, 'Saved');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(counts).toHaveText(`${asked.length} of ${before.size} annotations`);

  // Up to the heads, along to Speaker: Enter sorts, and again the other way round.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('grid')).toBeFocused();
  for (const key of ['Control+Home', 'ArrowUp', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter'])
    await page.keyboard.press(key);
  const head = page.getByRole('columnheader', { name: 'Speaker' });
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  const named = (names: readonly string[]) => names.filter((name) => name !== '–');
  const up = named(await column(page, 'Speaker'));
  expect(up).toEqual([...up].sort((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })));
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(named(await column(page, 'Speaker'))[0]).toBe(up.at(-1));
  await page.keyboard.press('Enter');
  await expect(head).toHaveAttribute('aria-sort', 'none');

  // One cell: the first row's value is another one, and goes out of the question with that.
  const [quote] = await column(page, 'Passage');
  const first = asked.find((annotation) => annotation.quote === quote)!;
  for (const key of ['ArrowDown', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
  await page.keyboard.type('opinion');
  await page.keyboard.press('Enter');
  await expect(counts).toHaveText(`${asked.length - 1} of ${before.size} annotations`);
  await expect.poll(() => onDisk(project).get(first.id)!.attributes.kind).toBe('opinion');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => onDisk(project).get(first.id)!.attributes.kind).toBe(first.attributes.kind);

  // Copied with the key, and with the menu: the row under the cursor.
  const clipboard = () => workbench.app.evaluate(({ clipboard: board }) => board.readText());
  const copies = [
    () => page.keyboard.press('Control+c'),
    () => workbench.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.copy()),
  ];
  for (const copy of copies) {
    await workbench.app.evaluate(({ clipboard: board }) => board.clear());
    await copy();
    await expect.poll(async () => (await clipboard()).split('\r\n')).toHaveLength(2);
    expect((await clipboard()).split('\r\n')[1]!.split('\t')[0]).toBe('Claim');
  }

  // Many: all of them, said before it is done, and taken back in one step.
  await page.keyboard.press('Control+a');
  await expect(page.locator('.how-many')).toHaveText(`${asked.length} selected`);
  await tabTo(page, 'Set kind…');
  await page.keyboard.press('Enter');
  await page.keyboard.type('denial');
  await page.keyboard.press('Enter');
  const denials = asked.filter(({ attributes }) => attributes.kind === 'denial').length;
  await expect(page.locator('.confirm-plan')).toContainText(
    `${asked.length - denials} of ${asked.length} annotations will change. ${denials} are so already.`,
  );
  await page.keyboard.press('Enter');
  await expect(page.getByRole('grid')).toBeFocused();
  const kinds = () => asked.map(({ id }) => onDisk(project).get(id)!.attributes.kind);
  await expect.poll(kinds).toEqual(asked.map(() => 'denial'));
  await page.keyboard.press('Control+z');
  await expect.poll(kinds).toEqual(asked.map(({ attributes }) => attributes.kind));

  // The columns: the second is shown first, and one more is shown, wider than it would be.
  await tabTo(page, 'Columns', 'Shift+Tab');
  for (const key of ['Enter', 'ArrowDown', 'Alt+ArrowUp']) await page.keyboard.press(key);
  await expect(page.getByRole('checkbox', { name: 'Passage' })).toBeFocused();
  for (let press = 0; press < 7; press++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('checkbox', { name: 'About' })).toBeFocused();
  for (const key of ['Space', 'Alt+ArrowRight', 'Alt+ArrowRight', 'Escape']) await page.keyboard.press(key);
  const heads = () =>
    page.getByRole('columnheader').evaluateAll((all) => all.map((one) => one.firstChild!.textContent));
  await expect
    .poll(heads)
    .toEqual(['Passage', 'Layer', 'Value', 'Speaker', 'Outlet', 'Date', 'Status', 'About']);
  const about = page.getByRole('columnheader', { name: 'About' });
  expect(await about.evaluate((one) => one.clientWidth)).toBe(160 + 32);

  await saved(page);
  await workbench.quit();
  expect(untimed(onDisk(project))).toEqual(untimed(before));
  const { data } = JSON.parse(readFileSync(join(project, 'project.json'), 'utf8'));
  expect(JSON.stringify(data)).toContain('"name":"Accused"');
});

test('with the mouse: re-layer, delete, copy and export just what is chosen', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await sampleTable(start, project);
  const { app, page } = workbench;
  await saved(page);
  const before = onDisk(project);
  await page.getByRole('button', { name: 'Layer any' }).click();
  await page.getByRole('option', { name: /Claim/ }).click();
  await page.keyboard.press('Escape');
  const rows = page.locator('.table-rows .table-row');
  const passage = (at: number) => rows.nth(at).locator('.passage');

  // Three of them: from here to there, and one more.
  const claims = [...before.values()].filter(({ layer }) => layer === 'claim');
  await passage(0).click();
  await passage(1).click({ modifiers: ['Shift'] });
  await passage(3).click({ modifiers: ['Control'] });
  await expect(page.locator('.how-many')).toHaveText('3 selected');
  const quotes = await Promise.all([0, 1, 3].map((at) => passage(at).textContent()));
  const chosen = quotes.map((quote) => claims.find((claim) => claim.quote === quote)!);

  // Copied as a spreadsheet takes it: a line of labels, a line for each.
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.locator('.notice')).toContainText('Copied 3 rows');
  const lines = (await app.evaluate(({ clipboard }) => clipboard.readText())).split('\r\n');
  expect(lines[0]!.split('\t').slice(0, 3)).toEqual(['Layer', 'Passage', 'Value']);
  expect(lines.slice(1).map((line) => line.split('\t')[1])).toEqual(quotes.map((quote) => cell(quote!)));

  // Exported: these and no others.
  const out = join(folder, 'out');
  mkdirSync(out);
  await workbench.answerDialogs([out]);
  await page.getByRole('button', { name: 'Export these…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('the 3 annotations chosen in the table, in 1 article');
  await dialog.getByText('CSV table').click();
  await dialog.getByRole('button', { name: 'Export 3 annotations' }).click();
  await expect(dialog.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const written = exported(out, '.csv');
  for (const { id } of before.values()) {
    expect(written.includes(id), id).toBe(chosen.some((one) => one.id === id));
  }
  await page.keyboard.press('Escape');

  // Another layer: the sentence says what does not exist there.
  await page.getByRole('button', { name: 'Change layer…' }).click();
  await page.getByRole('option', { name: 'Quote' }).click();
  const said = page.locator('.confirm-plan');
  await expect(said).toContainText('3 annotations will change.');
  const set = chosen.filter(({ attributes }) => attributes.kind !== 'factual').length;
  expect(set).toBeGreaterThan(0);
  await expect(said).toContainText(/\d+ values?.* not exist there/);
  await page.getByRole('button', { name: /^Change to quote/ }).click();
  await expect
    .poll(() => chosen.map(({ id }) => onDisk(project).get(id)!.layer))
    .toEqual(['quote', 'quote', 'quote']);
  await workbench.chooseMenu('Edit', 'Undo change to quote (3 annotations)');
  await expect.poll(() => untimed(onDisk(project))).toEqual(untimed(before));

  // They are rows of the question again, and chosen still. Away with them.
  await expect(page.locator('.how-many')).toHaveText('3 selected');
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(said).toContainText('3 annotations will be deleted.');
  await page.getByRole('button', { name: /^Delete Enter/ }).click();
  await expect(page.locator('.table-bulk')).toHaveCount(0);
  await expect.poll(() => onDisk(project).size).toBe(before.size - 3);
  await expect(page.locator('.status .counts')).toHaveText(
    `${claims.length - 3} of ${before.size - 3} annotations`,
  );

  // Two presses lead to the passage, and the table stands as it was on the way back.
  const goal = await passage(2).textContent();
  await passage(2).dblclick();
  await expect(page.locator('.mark.focused').first()).toBeVisible();
  expect(goal).toContain(await page.locator('.mark.focused').first().textContent());
  await page.keyboard.press('Control+5');
  await expect(page.getByRole('button', { name: 'Layer Claim', exact: true })).toBeVisible();

  // Columns are chosen and drawn, and are so the next time.
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('checkbox', { name: 'Note' }).check();
  await page.getByRole('checkbox', { name: 'Outlet' }).uncheck();
  await page.keyboard.press('Escape');
  const edge = page.getByRole('columnheader', { name: 'Value' }).locator('.edge');
  const { x, y } = (await edge.boundingBox())!;
  await page.mouse.move(x + 4, y + 10);
  await page.mouse.down();
  await page.mouse.move(x + 64, y + 10, { steps: 4 });
  await page.mouse.up();
  const width = () =>
    page.getByRole('columnheader', { name: 'Value' }).evaluate((head) => Math.round(head.clientWidth));
  const wide = await width();
  expect(wide).toBeGreaterThan(150);
  await workbench.quit();

  const again = await start({ folder: project });
  await again.page.keyboard.press('Control+5');
  await expect(again.page.getByRole('columnheader', { name: 'Note' })).toBeVisible();
  await expect(again.page.getByRole('columnheader', { name: 'Outlet' })).toHaveCount(0);
  expect(
    await again.page
      .getByRole('columnheader', { name: 'Value' })
      .evaluate((head) => Math.round(head.clientWidth)),
  ).toBe(wide);
  await again.quit();
});

/** A text as a cell of tab-separated text. */
function cell(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
