import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Reading } from '../src/core/project/model';
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

const article = (title: string, outlet: string, date: string, words: string) =>
  `---\ntitle: ${title}\noutlet: ${outlet}\ndate: ${date}\n---\n\n${words}\n`;

/** Four articles of our own, named so that they are read in this order. */
const TEXTS = {
  '1.md': article('Crane stood unchecked', 'Quay Post', '2024-03-12', 'The log says so, said Ida Holm.'),
  '2.md': article('Café on the mole closes', 'Coast Wire', '2024-03-09', 'It closed on Friday.'),
  '3.md': article('Arne Lie keeps his stall', 'Quay Post', '2024-03-20', 'He is not moving, he said.'),
  '4.md': article('Dredging to begin', 'Coast Wire', '2024-03-15', 'The port authority said so.'),
};

async function quay(start: () => Promise<Workbench>, folder: string): Promise<Workbench> {
  const workbench = await start();
  await newProject(workbench, join(folder, 'project'), 'Quay');
  await importFiles(workbench, articleFiles(join(folder, 'in'), TEXTS));
  await expect(workbench.page.locator('.item')).toHaveCount(4);
  return workbench;
}

/** Native context menus wait to be answered instead of standing open. */
async function catchMenus({ app }: Workbench): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.prototype.popup = function caught() {
      (globalThis as { shown?: Electron.Menu | undefined }).shown = this;
    };
  });
}

/** Chooses an entry of the context menu that was asked for last. */
async function choosePopup({ app }: Workbench, label: string): Promise<void> {
  const ticket = randomUUID();
  const choose = () =>
    app.evaluate(
      (_electron, [wanted, chosen]) => {
        const world = globalThis as { shown?: Electron.Menu | undefined; chosen?: string };
        if (world.chosen === chosen) return 'chosen';
        const item = world.shown?.items.find((next) => next.label === wanted);
        if (!item?.enabled) return world.shown?.items.map((next) => next.label).join(', ') ?? 'no menu';
        world.shown = undefined;
        world.chosen = chosen;
        item.click();
        return 'chosen';
      },
      [label, ticket] as const,
    );
  await expect.poll(choose).toBe('chosen');
}

/** Article title -> status, as it is on the disk; an article without a record is new. */
function statusesOnDisk(folder: string): Record<string, string> {
  const { data } = JSON.parse(readFileSync(join(folder, 'readings.json'), 'utf8')) as { data: unknown };
  const rows = Object.values(
    (Array.isArray(data) ? data : ((data as { readings?: unknown }).readings ?? data)) as object,
  ) as Reading[];
  const status = new Map(rows.map((row) => [row.id, row.status]));
  return Object.fromEntries(
    articlesOnDisk(folder)
      .sort((a, b) => a.order - b.order)
      .map(({ id, title }) => [title, status.get(id) ?? 'new']),
  );
}

const titles = (page: Page) => page.locator('.item b').allTextContents();
const statuses = (page: Page) => page.locator('.item .status-word').allTextContents();
const progress = (page: Page) => page.locator('.library-progress > span');

test('how far an article is: by key, by context menu, for several at once; undone and on the disk', async ({
  start,
  folder,
}) => {
  const workbench = await quay(start, folder);
  const { page } = workbench;
  await catchMenus(workbench);
  await expect(progress(page)).toHaveText('0 of 4 coded');

  // Opening says nothing; the first annotation does, and undo takes back both.
  await page.locator('.item').nth(1).click();
  await page.locator('.item').nth(0).click();
  expect(await statuses(page)).toEqual(['new', 'new', 'new', 'new']);
  await selectText(page, 'Ida Holm');
  await page.keyboard.press('s');
  await expect.poll(() => statuses(page)).toEqual(['reading', 'new', 'new', 'new']);
  await page.keyboard.press('Control+z');
  await expect.poll(() => statuses(page)).toEqual(['new', 'new', 'new', 'new']);
  await page.keyboard.press('Control+Shift+z');

  // By key, in the reader.
  await page.keyboard.press('Alt+3');
  await expect.poll(() => statuses(page)).toEqual(['coded', 'new', 'new', 'new']);
  await expect(progress(page)).toHaveText('1 of 4 coded');
  await expect.poll(() => workbench.menuLabels('Edit')).toContain('Undo mark article as coded');

  // By the context menu of an article that is not open, which stays closed.
  await page.locator('.item').nth(3).click({ button: 'right' });
  await choosePopup(workbench, 'Mark article as checked');
  await expect.poll(() => statuses(page)).toEqual(['coded', 'new', 'new', 'checked']);
  await expect(page.locator('.item').nth(0)).toHaveAttribute('aria-selected', 'true');
  await expect(progress(page)).toHaveText('2 of 4 coded · 1 checked');
  await expect(page.locator('.library-progress .bar')).toHaveAccessibleName(
    '2 of 4 coded, 1 of them checked; 0 being read, 2 new',
  );

  // Three with Shift and the arrows; the actions then speak of them.
  await page.locator('.articles').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.locator('.item[aria-selected="true"]')).toHaveCount(3);
  await expect(page.locator('.marked-bar')).toContainText('3 articles chosen');
  await workbench.chooseMenu('Edit', 'Mark 3 articles as being read');
  await expect.poll(() => statuses(page)).toEqual(['reading', 'reading', 'reading', 'checked']);
  await page.keyboard.press('Escape');
  await expect(page.locator('.marked-bar')).toHaveCount(0);
  await workbench.chooseMenu('Edit', 'Undo mark 3 articles as being read');
  await expect.poll(() => statuses(page)).toEqual(['coded', 'new', 'new', 'checked']);

  // The context menu by its key speaks of the article that has the keyboard.
  await page.locator('.articles').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+F10');
  await choosePopup(workbench, 'Mark article as being read');
  await expect.poll(() => statuses(page)).toEqual(['coded', 'reading', 'new', 'checked']);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Home');

  // Two with the mouse: the open one and one more.
  await page
    .locator('.item')
    .nth(2)
    .click({ modifiers: ['Control'] });
  await page.locator('.marked-bar').getByRole('button', { name: 'checked' }).click();
  await expect.poll(() => statuses(page)).toEqual(['checked', 'new', 'checked', 'checked']);
  await page.locator('.item').nth(1).click();
  await page.locator('.masthead').getByRole('button', { name: 'new' }).click();
  await choosePopup(workbench, 'Mark article as being read');
  await expect(page.locator('.masthead .status-word')).toHaveText('reading');

  await saved(page);
  await workbench.quit();
  expect(statusesOnDisk(join(folder, 'project'))).toEqual({
    'Crane stood unchecked': 'checked',
    'Café on the mole closes': 'reading',
    'Arne Lie keeps his stall': 'checked',
    'Dredging to begin': 'checked',
  });
  expect(annotationsOnDisk(join(folder, 'project'))).toHaveLength(1);
});

test('the library is filtered and sorted, the neighbours follow, and it is so again the next day', async ({
  start,
  folder,
}) => {
  const workbench = await quay(start, folder);
  const { page } = workbench;
  await page.keyboard.press('Control+l');
  await page.keyboard.type('cafe');
  await expect.poll(() => titles(page)).toEqual(['Café on the mole closes']);
  await expect(page.locator('.library-conditions')).toContainText('1 of 4 shown');
  await page.keyboard.press('Escape');
  await expect(page.locator('.item')).toHaveCount(4);

  await page.getByRole('button', { name: 'Filter and sort' }).click();
  const menu = page.locator('.library-filter');
  await menu.getByLabel('Sort by').selectOption({ label: 'Date' });
  await menu.getByRole('button', { name: 'newest first' }).click();
  await expect
    .poll(() => titles(page))
    .toEqual([
      'Arne Lie keeps his stall',
      'Dredging to begin',
      'Crane stood unchecked',
      'Café on the mole closes',
    ]);
  await menu.getByLabel('Sort by').selectOption({ label: 'Title' });
  await menu.getByLabel('Quay Post').check();
  await expect.poll(() => titles(page)).toEqual(['Arne Lie keeps his stall', 'Crane stood unchecked']);
  await menu.getByRole('group', { name: 'Annotations' }).getByRole('button', { name: 'without' }).click();
  await menu.getByLabel('Published from').fill('2024-03-13');
  await expect.poll(() => titles(page)).toEqual(['Arne Lie keeps his stall']);
  await menu.getByLabel('Published from').fill('');
  await page.keyboard.press('Escape');

  // From the last of the list back to the first, past what is not shown.
  await page.locator('.item').nth(1).click();
  await page.keyboard.press('Control+ArrowUp');
  await expect(page.locator('.item[aria-selected="true"] b')).toHaveText('Arne Lie keeps his stall');
  // Once it is tagged it is no longer without annotations, but the way on starts where it was.
  await selectText(page, 'He is not moving');
  await page.keyboard.press('c');
  await expect.poll(() => titles(page)).toEqual(['Crane stood unchecked']);
  await page.keyboard.press('Control+ArrowDown');
  await expect(page.locator('.item[aria-selected="true"] b')).toHaveText('Crane stood unchecked');

  await saved(page);
  await workbench.quit();
  const again = await start();
  await expect(again.page.locator('.item')).toHaveCount(1);
  const conditions = again.page.locator('.library-condition');
  await expect(conditions).toHaveText(['Quay Post', 'no annotations', 'Title, A–Z']);
  await again.page.getByRole('button', { name: 'Take back: no annotations' }).click();
  await expect.poll(() => titles(again.page)).toEqual(['Arne Lie keeps his stall', 'Crane stood unchecked']);
  await again.page.getByRole('button', { name: 'Take back: Quay Post' }).click();
  await again.page.getByRole('button', { name: 'Take back: Title, A–Z' }).click();
  expect(await titles(again.page)).toEqual([
    'Crane stood unchecked',
    'Café on the mole closes',
    'Arne Lie keeps his stall',
    'Dredging to begin',
  ]);
});

test('memos are kept as one types, undone as one, and all notes lead to their places', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await quay(start, folder);
  const { page } = workbench;
  await catchMenus(workbench);
  await page.keyboard.press('Alt+n');
  const field = page.getByRole('textbox', { name: 'Memo of the article' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Ask for the log.');
  // It reaches the disk while the sheet is still open, and the text goes on in the same step.
  await expect(page.locator('.memo-note')).toContainText('Ask for the log.');
  await page.keyboard.type(' Twice.');
  await expect(page.locator('.memo-note')).toContainText('Ask for the log. Twice.');
  await page.keyboard.press('Escape');
  await expect(page.locator('.memo-sheet')).toHaveCount(0);
  await expect(page.locator('.content')).toBeFocused();
  await expect(page.locator('.item').nth(0)).toContainText('has a memo');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.memo-note')).toHaveCount(0);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.memo-note')).toContainText('Ask for the log. Twice.');

  await page.locator('.item').nth(1).click({ button: 'right' });
  await choosePopup(workbench, 'Memo…');
  await expect(field).toBeFocused();
  await page.keyboard.type('Closed since when?');
  await page.locator('.memo-sheet').getByRole('button', { name: 'Project' }).click();
  await page.getByRole('textbox', { name: 'Memo of the project' }).fill('Four papers, one quay.');
  await page.getByRole('button', { name: 'Close the memo' }).click();
  await page.locator('.item').nth(2).click();
  await selectText(page, 'He is not moving');
  await page.keyboard.press('q');
  await page.keyboard.press('n');
  await expect(page.locator('.inspector [data-field="note"]')).toBeFocused();
  await page.keyboard.type('His own words?');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('Closed in the middle of a');
  // The last words are not lost, however soon the window goes.
  await workbench.quit();

  const kept = Object.fromEntries(articlesOnDisk(project).map(({ title, note }) => [title, note]));
  expect(kept['Crane stood unchecked']).toBe('Ask for the log. Twice.');
  expect(kept['Café on the mole closes']).toBe('Closed since when?');
  expect(kept['Arne Lie keeps his stall']).toBe('Closed in the middle of a');
  expect(readFileSync(join(project, 'project.json'), 'utf8')).toContain('Four papers, one quay.');

  const again = await start();
  const next = again.page;
  await expect(next.locator('.memo-note')).toContainText('Ask for the log. Twice.');
  await next.keyboard.press('Alt+Shift+N');
  const notes = next.locator('.memo-entry');
  await expect(notes).toHaveCount(5);
  await next.getByRole('button', { name: 'Copy as text' }).click();
  await expect(next.getByRole('dialog')).toContainText('Copied 5 notes.');
  expect(await again.app.evaluate(({ clipboard }) => clipboard.readText())).toContain(
    'Article: Crane stood unchecked (Quay Post)\nAsk for the log. Twice.',
  );
  await next.getByLabel('Filter notes').fill('OWN words');
  await expect(notes).toHaveCount(1);
  await next.keyboard.press('ArrowDown');
  await next.keyboard.press('Enter');
  await expect(next.locator('.card.focus')).toContainText('Quote');
  await next.keyboard.press('Alt+Shift+N');
  await next.getByRole('button', { name: /Four papers/ }).click();
  await expect(next.getByRole('textbox', { name: 'Memo of the project' })).toBeFocused();
});

test('a key is changed, a clash is said and swapped, and it holds after a restart', async ({
  start,
  folder,
}) => {
  const workbench = await quay(start, folder);
  const { page } = workbench;
  await page.keyboard.press('F1');
  const dialog = page.getByRole('dialog');
  await page.keyboard.type('mark article as coded');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('Press the new key for “Mark article as coded”');
  await page.keyboard.press('Control+c');
  await expect(dialog.getByRole('status')).toContainText('Ctrl C copies');
  await page.keyboard.press('Control+k');
  await expect(dialog.getByRole('status')).toContainText(
    'Ctrl K is the key of “Commands…”, which then gets Alt 3',
  );
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('“Mark article as coded” is Ctrl K now');
  await expect(page.locator('.key-change:focus kbd')).toHaveText('Ctrl K');

  // Esc while a key is waited for leaves the key, not the dialog.
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await expect.poll(() => statuses(page)).toEqual(['coded', 'new', 'new', 'new']);
  await saved(page);
  await workbench.quit();

  const again = await start();
  const next = again.page;
  await next.keyboard.press('Control+ArrowDown');
  await next.keyboard.press('Control+k');
  await expect.poll(() => statuses(next)).toEqual(['coded', 'coded', 'new', 'new']);
  await next.keyboard.press('Alt+3');
  await expect(next.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await next.keyboard.press('Escape');
  await next.keyboard.press('F1');
  await next.getByRole('button', { name: 'Built-in key of Mark article as coded' }).click();
  await next.keyboard.press('Escape');
  await next.keyboard.press('Control+k');
  await expect(next.getByRole('dialog', { name: 'Commands' })).toBeVisible();
});

const AXE = readFileSync(join(ROOT, 'node_modules/axe-core/axe.min.js'), 'utf8');

test('axe finds nothing in the library, its menu, the memos, the notes and the keys', async ({
  start,
  folder,
}) => {
  const { page } = await quay(start, folder);
  await page.evaluate(AXE);
  const clean = async (what: string) => {
    for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
      const found = await page.evaluate(async (name) => {
        document.documentElement.dataset.theme = name;
        const { axe } = window as never as {
          axe: {
            run(root: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
          };
        };
        const { violations } = await axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
      }, theme);
      expect(found, `${what}, ${theme}`).toEqual([]);
    }
  };
  await page.keyboard.press('Alt+n');
  await page.keyboard.type('A memo.');
  await expect(page.locator('.memo-note')).toBeVisible();
  await clean('memo');
  await page.keyboard.press('Escape');
  await page.locator('.articles').focus();
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Alt+4');
  await clean('several chosen');
  await page.getByRole('button', { name: 'Filter and sort' }).click();
  await page.locator('.library-filter').getByRole('button', { name: /^new/ }).click();
  await clean('filter menu, nothing left');
  await page.keyboard.press('Escape');
  await clean('nothing left');
  await page.keyboard.press('Alt+Shift+N');
  await expect(page.locator('.memo-entry')).toHaveCount(1);
  await clean('notes');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F1');
  await page.locator('.key-change').first().click();
  await clean('keys');
});
