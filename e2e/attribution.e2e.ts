import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Annotation, Speaker } from '../src/core/project/model';
import type { Workbench } from './app';
import { expect, test } from './app';
import {
  annotationsOnDisk,
  articleFiles,
  importFiles,
  newProject,
  saved,
  selectText,
  speakersOnDisk,
} from './desk';

/** One article of our own with every order of source, cue and content that news uses. */
const LOCKS = `Lock keeper warned of leak, records show

By Tove Brandal

The water board opened the east lock on Monday. Marit Aas said: “The gate held all winter, and it will hold again.”

“Nobody asked us,” said Jon Eide, who runs the night ferry. “We read it in the paper,” he added, “and then the water came.”

“It was never a secret,” Aas told the council.

According to Eide, the pumps had failed twice. Aas said that Eide had told her the pumps were “as good as new”.

“Keep the receipts” was the only note in the log.`;

async function locks(start: () => Promise<Workbench>, folder: string): Promise<Workbench> {
  const workbench = await start();
  await newProject(workbench, join(folder, 'project'), 'Locks');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'locks.txt': LOCKS }));
  return workbench;
}

/** Sets the pointer down in a word without selecting it. */
async function clickIn(page: Page, words: string): Promise<void> {
  const place = await page.evaluate(async (wanted) => {
    // The text stands still only when its face has come and the frame after it is drawn.
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    for (const block of document.querySelectorAll('.block')) {
      const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.textContent!.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 2);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    throw new Error(`no “${wanted}” in the text`);
  }, words);
  await page.mouse.click(place.x, place.y);
  // What a click selects is settled in the frame after it.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
}

/** An attribution as it is on the disk: content, cue, source as written, and the speaker's name. */
function framesOnDisk(folder: string) {
  const all = annotationsOnDisk(folder);
  const names = new Map(speakersOnDisk(folder).map(({ id, name }: Speaker) => [id, name]));
  const wordsOf = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => LOCKS.slice(start, end)).join(' … ');
  const frame = ({ spans, attributes, roles }: Annotation) => {
    const cue = roles.cue?.[0];
    const source = roles.source?.[0];
    const mention =
      source && 'annotation' in source ? all.find(({ id }) => id === source.annotation) : undefined;
    const is = mention?.roles.is?.[0];
    return {
      content: wordsOf(spans),
      form: attributes.form,
      cue: cue && 'spans' in cue ? wordsOf(cue.spans) : null,
      source: mention?.quote ?? null,
      speaker: is && 'speaker' in is ? names.get(is.speaker) : null,
    };
  };
  return all.filter(({ layer }) => layer === 'quote').map(frame);
}

test('q makes the whole attribution from a click in the quote, and one key takes cue and source', async ({
  start,
  folder,
}) => {
  const workbench = await locks(start, folder);
  const { page } = workbench;
  const bar = page.locator('.ghost-bar');

  // The proposal that is there is taken whole, with cue and source.
  await clickIn(page, 'gate held');
  await expect(bar).toContainText('said by Marit Aas');
  await page.keyboard.press('q');
  await expect(page.locator('.card.focus')).toContainText('direct');
  await expect(page.locator('.card.focus')).toContainText('Marit Aas');
  await expect(bar).toHaveCount(0);

  // Without proposals the gesture is the same: content split by its cue; the pronoun is linked to the person.
  await page.keyboard.press('F8');
  await clickIn(page, 'water came');
  await page.keyboard.press('q');
  await expect(page.locator('.card.focus')).toContainText('2 parts');
  await expect(bar).toContainText('Jon Eide');
  await expect(bar).toContainText('“he”');
  await page.keyboard.press('y');
  await expect(page.locator('.card.focus')).toContainText('Jon Eide');

  // Content, speaker, cue; a selection that is drawn is taken as it is.
  await selectText(page, '“It was never', 'secret,”');
  await page.keyboard.press('q');
  await expect(bar).toContainText('Aas');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('Marit Aas');

  // The source, the cue and the content are lit together, from either end.
  const lit = () => page.evaluate(() => [...(CSS.highlights.get('frame') ?? [])].map(String));
  expect(await lit()).toEqual(expect.arrayContaining(['Aas', 'told']));
  // What was made and what the key took are a step of undo each.
  await page.keyboard.press('Control+z');
  await expect(page.locator('.card.focus')).not.toContainText('Marit Aas');
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.card.focus')).toContainText('Marit Aas');
  await saved(page);
  await workbench.quit();

  const found = framesOnDisk(join(folder, 'project'));
  expect(found).toEqual([
    {
      content: '“The gate held all winter, and it will hold again.”',
      form: 'direct',
      cue: 'said',
      source: 'Marit Aas',
      speaker: 'Marit Aas',
    },
    {
      content: '“We read it in the paper,” … “and then the water came.”',
      form: 'direct',
      cue: 'added',
      source: 'he',
      speaker: 'Jon Eide',
    },
    {
      content: '“It was never a secret,”',
      form: 'direct',
      cue: 'told',
      source: 'Aas',
      speaker: 'Marit Aas',
    },
  ]);
  expect(speakersOnDisk(join(folder, 'project'))).toHaveLength(2);
});

test('proposals are gone through with Tab, taken and turned down by one key each, and stay turned down', async ({
  start,
  folder,
}) => {
  const workbench = await locks(start, folder);
  const { page } = workbench;
  const bar = page.locator('.ghost-bar');
  expect(annotationsOnDisk(join(folder, 'project'))).toEqual([]);

  await page.keyboard.press('p');
  await expect(bar).toBeVisible();
  const seen: string[] = [];
  // To the first proposed quote, by Tab alone.
  while (!(await bar.innerText()).startsWith('Quote')) {
    seen.push(await bar.innerText());
    await page.keyboard.press('Tab');
    await expect(bar).not.toHaveText(seen.at(-1)!);
  }
  const turnedDown = await bar.innerText();
  const rejected = await page.evaluate(() => String([...CSS.highlights.get('ghost-here')!][0]));
  await page.keyboard.press('x');
  await expect(bar).not.toHaveText(turnedDown);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
  await saved(page);
  await workbench.quit();

  const again = await start({ folder: join(folder, 'project') });
  await again.page.keyboard.press('Control+Enter');
  await expect(again.page.locator('.notice')).toContainText('accepted');
  await expect(again.page.locator('.mark').first()).toBeVisible();
  await again.chooseMenu('Edit', 'Undo accept all proposals');
  await expect(again.page.locator('.mark')).toHaveCount(0);
  await again.chooseMenu('Edit', 'Redo accept all proposals');
  await expect(again.page.locator('.mark').first()).toBeVisible();
  await saved(again.page);
  await again.quit();

  const taken = framesOnDisk(join(folder, 'project'));
  expect(taken.length).toBeGreaterThan(3);
  expect(taken.map(({ content }) => content).join(' ')).not.toContain(rejected);
  // “Keep the receipts” has no source and is a quote nevertheless.
  for (const { content, speaker } of taken.filter(({ form }) => form === 'direct')) {
    if (content.includes('receipts')) expect(speaker).toBeNull();
    else expect(['Marit Aas', 'Jon Eide']).toContain(speaker);
  }
});
