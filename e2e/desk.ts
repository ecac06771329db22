import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Annotation, Article, Speaker } from '../src/core/project/model';
import type { ProjectRows } from '../src/core/project/project-rows';
import type { Workbench } from './app';

/** Two short articles of our own; enough text for every kind of mark. */
export const HARBOUR = `Harbour crane stood unchecked for a year, log shows

By Tove Brandal

The crane that dropped a container on Quay 9 had not been inspected for fourteen months, a log seen by this paper shows.

“Nobody asked for the certificate,” Ida Holm, who runs the night shift, told the inquiry. “We were told to keep it moving.”

The port company denied it. “Every machine is checked twice a year,” a spokesman said. He called the log “a forgery”.

Holm said that the foreman had told her the crane was “fine until Easter”.`;

export const MARKET = `Fish market to stay open

Stallholders said on Friday that the market would stay. 🐟 “We are not moving,” said Arne Lie.`;

/** Writes articles as files a person might have; returns their paths. */
export function articleFiles(folder: string, texts: Readonly<Record<string, string>>): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

/** Makes a project through the dialogs, as a person does. */
export async function newProject(
  { page, answerDialogs }: Workbench,
  folder: string,
  name: string,
): Promise<void> {
  await page.getByRole('button', { name: /New project/ }).click();
  await page.getByLabel('Name of the project').fill(name);
  await answerDialogs([folder]);
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(page.locator('.project-name')).toContainText(name);
}

/** Brings files in through the menu and the preview. */
export async function importFiles(
  { page, answerDialogs, chooseMenu }: Workbench,
  paths: readonly string[],
): Promise<void> {
  await answerDialogs(paths);
  await chooseMenu('File', 'Add articles…');
  await page.getByRole('button', { name: /^Add \d+ articles?$/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** Waits until the status bar says that everything is on disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.locator('.saved')).toHaveText(/Saved \d|All on disk/);
}

/** The articles of the open project as main has them. */
export function articlesInMain(page: Page): Promise<Article[]> {
  return page.evaluate(async () => {
    const { list } = (await window.desktop.currentProject())!.rows;
    const articles: Article[] = [];
    for (let next = await window.desktop.nextPortion(list); next; ) {
      for (const [table, rows] of JSON.parse(next) as ProjectRows[])
        if (table === 'articles') articles.push(...rows);
      next = await window.desktop.nextPortion(list);
    }
    return articles;
  });
}

/** Every annotation file of a project folder as it is on the disk, read without the app's code. */
export function annotationsOnDisk(folder: string): Annotation[] {
  return filesUnder(join(folder, 'annotations')).flatMap((path) =>
    sealed<{ annotations: Annotation[] } | Annotation[]>(path, 'annotations'),
  );
}

/** The speaker register of a project folder as it is on the disk. */
export function speakersOnDisk(folder: string): Speaker[] {
  return JSON.parse(readFileSync(join(folder, 'speakers.json'), 'utf8')).data as Speaker[];
}

/** Every article of a project folder as it is on the disk. */
export function articlesOnDisk(folder: string): Article[] {
  return filesUnder(join(folder, 'articles'))
    .filter((path) => path.endsWith('.json'))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')).data as Article);
}

function sealed<Data>(path: string, key: string): Annotation[] {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as { data: Data };
  return (Array.isArray(data) ? data : (data as Record<string, Annotation[]>)[key]!) as Annotation[];
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}

/** Where the first and the last character of a stretch of the article stand in the window (CSS px). */
export async function endsOf(page: Page, from: string, to = from) {
  return page.evaluate(
    async ([first, last]) => {
      // The text stands still only when its face has come and the frame after it is drawn.
      await document.fonts.ready;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node as Text);
      const whole = nodes.map((node) => node.data).join('');
      const box = (offset: number) => {
        let left = offset;
        for (const node of nodes) {
          if (left < node.length) {
            const range = document.createRange();
            range.setStart(node, left);
            range.setEnd(node, left + 1);
            node.parentElement!.scrollIntoView({ block: 'nearest' });
            return range.getBoundingClientRect();
          }
          left -= node.length;
        }
        throw new Error(`offset ${offset} is past the text`);
      };
      const start = whole.indexOf(first!);
      const end = whole.indexOf(last!, start) + last!.length - 1;
      if (start < 0 || end < start) throw new Error(`not in the article: ${first} … ${last}`);
      box(start);
      const b = box(end);
      const a = box(start);
      return { x1: a.left + 1, y1: (a.top + a.bottom) / 2, x2: b.right - 1, y2: (b.top + b.bottom) / 2 };
    },
    [from, to] as const,
  );
}

/** Draws the mouse over words of the article, from the first character of `from` to the last of `to`. */
export async function drawOver(page: Page, from: string, to = from): Promise<void> {
  const { x1, y1, x2, y2 } = await endsOf(page, from, to);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, (y1 + y2) / 2, { steps: 3 });
  await page.mouse.move(x2, y2, { steps: 3 });
  await page.mouse.up();
}

/** Draws the mouse over a span of the article's text (UTF-16), exactly as far as it goes. */
export async function drawSpan(page: Page, span: { start: number; end: number }): Promise<void> {
  const { from, to } = await page.evaluate(async ({ start, end }) => {
    await document.fonts.ready;
    const blocks = [...document.querySelectorAll<HTMLElement>('.block')];
    const box = (offset: number) => {
      const block = blocks.findLast(({ dataset }) => Number(dataset.start) <= offset)!;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      let left = offset - Number(block.dataset.start);
      for (let node = walker.nextNode() as Text; node; node = walker.nextNode() as Text) {
        if (left < node.length) {
          const range = document.createRange();
          range.setStart(node, left);
          range.setEnd(node, left + 1);
          return { block, range };
        }
        left -= node.length;
      }
      throw new Error(`offset ${offset} is past its block`);
    };
    const last = box(end - 1);
    last.block.scrollIntoView({ block: 'end' });
    box(start).block.scrollIntoView({ block: 'nearest' });
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const a = box(start).range.getBoundingClientRect();
    const b = box(end - 1).range.getBoundingClientRect();
    return {
      from: { x: a.left + 1, y: (a.top + a.bottom) / 2 },
      to: { x: b.right - 1, y: (b.top + b.bottom) / 2 },
    };
  }, span);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.keyboard.down('Alt');
  await page.mouse.up();
  await page.keyboard.up('Alt');
}

/** The same, until the selection stands and offers the layers. */
export async function selectText(page: Page, from: string, to = from): Promise<void> {
  await drawOver(page, from, to);
  await expect(page.locator('.palette')).toBeVisible();
}

/** Draws over a span of the text, until the selection stands. */
export async function selectSpan(page: Page, span: { start: number; end: number }): Promise<void> {
  await drawSpan(page, span);
  await expect(page.locator('.palette')).toBeVisible();
}

/** A file of the export, by the end of its name. */
export function exported(folder: string, ending: string): string {
  const name = readdirSync(folder).find((file) => file.endsWith(ending));
  if (!name) throw new Error(`no ${ending} in ${readdirSync(folder).join(', ')}`);
  return readFileSync(join(folder, name), 'utf8');
}
