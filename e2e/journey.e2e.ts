import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workbench } from './app';
import { expect, ROOT, test } from './app';
import { annotationsOnDisk, articlesInMain, articlesOnDisk, exported, newProject, saved } from './desk';
import { byCodePoints, csvRows, jsonLines } from './readers';

/** Five real articles that are not part of the repository. */
const ARTICLES = join(ROOT, '..', 'shared', 'articles');

test.skip(!existsSync(ARTICLES), 'the folder with the five articles is not here');

interface LineRow {
  id: string;
  text: string;
  annotations: { id: string; layer: string; spans: { start: number; end: number; quote: string }[] }[];
}

interface PageItem {
  id: string;
  motivation: string;
  target: Target | Target[] | string;
}
interface Target {
  source: string;
  selector: { type: string; exact?: string; start?: number; end?: number }[];
}

/** Exports everything in one format, waits for the result, and returns what reading it back found. */
async function exportAs(
  { page, answerDialogs }: Workbench,
  label: string,
  folder: string,
): Promise<string | null> {
  mkdirSync(folder, { recursive: true });
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText(label, { exact: true }).click();
  await answerDialogs([folder]);
  await page.getByRole('button', { name: /^Export \d/ }).click();
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible();
  const found = await dialog.locator('[data-read-back]').getAttribute('data-read-back');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return found;
}

test('from the first run to a tagged, exported and reopened project of five articles', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const project = join(folder, 'project');
  const first = await start();
  const { page } = first;
  await newProject(first, project, 'MeToo');
  await expect(page.getByText('Bring in your first articles')).toBeVisible();

  const files = readdirSync(ARTICLES).map((name) => join(ARTICLES, name));
  await first.answerDialogs(files);
  await page.keyboard.press('Control+i');
  await page.getByRole('button', { name: 'Add 5 articles' }).click();
  await expect(page.locator('.item')).toHaveCount(5);

  // What a reader would call the headline, the posts, the credits and the byline, per file in their order.
  const kinds = (await articlesInMain(page))
    .sort((a, b) => a.order - b.order)
    .map(({ blocks, byline }) => ({ kinds: blocks.map(({ kind }) => kind), byline: byline ?? null }));
  expect(kinds[0]!.kinds.slice(0, 3)).toEqual(['title', 'standfirst', 'paragraph']);
  expect(kinds[1]!.kinds[0]).toBe('title');
  expect(kinds[2]!.kinds.filter((kind) => kind === 'caption')).toHaveLength(1);
  expect(kinds[2]!.kinds.filter((kind) => kind === 'post')).toHaveLength(4);
  expect(kinds[3]!.kinds).not.toContain('title');
  expect(kinds[3]!.kinds.filter((kind) => kind === 'post')).toHaveLength(5);
  expect(kinds[4]!.kinds.slice(0, 2)).toEqual(['caption', 'title']);
  expect(kinds[4]!.kinds.slice(-2)).toEqual(['byline', 'byline']);
  expect(kinds[4]!.byline).not.toBeNull();

  // In every article: a claim with its speaker, a quote, a mention, a sentiment, by the keyboard alone.
  for (let article = 0; article < 5; article++) {
    await page.locator('.item').nth(article).click();
    await expect(page.locator('.item').nth(article)).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    for (const key of ['c', 'b']) await page.keyboard.press(key);
    await page.getByPlaceholder('Find or create a speaker').fill('Alyssa Milano');
    await page.keyboard.press('Enter');
    await expect(page.locator('.card.focus')).toContainText('Alyssa Milano');
    for (const key of ['j', 'q', 'j', 'm', '2', 'ArrowRight', 's']) await page.keyboard.press(key);
    await expect(page.locator('.status .counts')).toContainText(
      '1 claim · 1 quote · 1 mention · 1 sentiment',
    );
  }
  await saved(page);
  await first.quit();
  const before = annotationsOnDisk(project);
  expect(before).toHaveLength(20);
  expect(articlesOnDisk(project)).toHaveLength(5);
  for (const file of files) {
    const article = articlesOnDisk(project).find(({ origin }) => file.endsWith(origin.fileName!))!;
    expect(readFileSync(join(project, 'articles', `${article.id}.orig`))).toEqual(readFileSync(file));
  }

  // Started again without a word, it opens what was open.
  const second = await start();
  await expect(second.page.locator('.item')).toHaveCount(5);
  await expect(second.page.locator('.mark').first()).toBeVisible();
  await second.page.keyboard.press('Control+3');
  await expect(second.page.getByText('Alyssa Milano').first()).toBeVisible();
  await second.page.keyboard.press('Control+1');

  const out = (name: string) => join(folder, 'out', name);
  // The app reads its own files back from the disk, and says what it found.
  expect(await exportAs(second, 'Marginalia project', out('json'))).toBe('identical');
  expect(await exportAs(second, 'JSON Lines', out('jsonl'))).toBe('sound');
  expect(await exportAs(second, 'CSV table', out('csv'))).toBe('sound');
  expect(await exportAs(second, 'W3C Web Annotation', out('w3c'))).toBe('sound');
  expect(await exportAs(second, 'REFI-QDA project', out('qda'))).toBe('identical');
  expect(readdirSync(out('qda'))).toEqual(['MeToo.qdpx']);
  await second.quit();
  expect(annotationsOnDisk(project)).toEqual(before);

  // Each export by a reader of its own, in the unit it counts in.
  const texts = new Map(articlesOnDisk(project).map(({ id, text }) => [id, text]));
  const quotes = new Map(
    before.map(({ id, articleId, spans }) => [
      id,
      spans.map(({ start: a, end: b }) => texts.get(articleId)!.slice(a, b)),
    ]),
  );

  const whole = JSON.parse(exported(out('json'), '.marginalia.json')) as {
    annotations: typeof before;
    articles: { id: string; text: string }[];
  };
  expect(new Set(whole.annotations.map(({ id }) => id))).toEqual(new Set(quotes.keys()));
  for (const { id, articleId, spans } of whole.annotations) {
    const { text } = whole.articles.find((article) => article.id === articleId)!;
    expect(spans.map(({ start: a, end: b }) => text.slice(a, b))).toEqual(quotes.get(id));
  }

  const lines = jsonLines<LineRow>(exported(out('jsonl'), '.jsonl'));
  expect(lines).toHaveLength(5);
  expect(lines.flatMap(({ annotations }) => annotations)).toHaveLength(20);
  for (const { text, annotations } of lines) {
    for (const { id, spans } of annotations) {
      expect(spans.map(({ start: a, end: b }) => byCodePoints(text, a, b))).toEqual(quotes.get(id));
      expect(spans.map(({ quote }) => quote)).toEqual(quotes.get(id));
    }
  }

  const rows = csvRows(exported(out('csv'), '.csv'));
  expect(rows).toHaveLength(20);
  for (const row of rows) {
    const text = texts.get(row.article_id!)!;
    expect([byCodePoints(text, Number(row.start), Number(row.end))]).toEqual(quotes.get(row.annotation_id!));
    if (row.layer === 'sentiment') expect(row['sentiment.polarity']).toBe('-2');
    if (row.layer === 'claim') expect(row['claim.made-by.name']).toBe('Alyssa Milano');
  }

  const collection = JSON.parse(exported(out('w3c'), '.jsonld')) as { first: { items: PageItem[] } };
  const marks = collection.first.items.filter(({ motivation }) => motivation !== 'linking');
  expect(marks).toHaveLength(20);
  for (const { id, target } of marks) {
    const parts = [target].flat() as Target[];
    const read = parts.map(({ source, selector }) => {
      const text = texts.get(source.split(':').at(-1)!)!;
      const position = selector.find(({ type }) => type === 'TextPositionSelector')!;
      const quote = selector.find(({ type }) => type === 'TextQuoteSelector')!;
      expect(byCodePoints(text, position.start!, position.end!)).toBe(quote.exact);
      return quote.exact;
    });
    expect(read).toEqual(quotes.get(id.split(':').at(-1)!));
  }
});

test('files dropped anywhere in the window are read', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Dropped');
  const files = readdirSync(ARTICLES)
    .slice(0, 2)
    .map((name) => join(ARTICLES, name));
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  }
  await page.getByRole('button', { name: 'Add 2 articles' }).click();
  await expect(page.locator('.item')).toHaveCount(2);
  await saved(page);
  await workbench.quit();
  expect(articlesOnDisk(project)).toHaveLength(2);
});
