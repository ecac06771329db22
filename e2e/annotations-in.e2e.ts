import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { zipSync } from 'fflate';
import type { ProjectInfo } from '../src/core/project/model';
import { expect, test, type Workbench } from './app';
import { AXE, inEveryTheme } from './axe';
import {
  annotationsOnDisk,
  articleFiles,
  articlesOnDisk,
  HARBOUR,
  importFiles,
  newProject,
  saved,
} from './desk';

/** A short article with a character of two code units, so that places in brat differ from ours. */
const FERRY = `Ferry stops for a week

The ferry 🛟 stops on Monday. “We had no choice,” Mara Lind said.

Ola Bye, who runs the kiosk, called the plan foolish.`;

/** A line of brat: the place of words, in code points. */
function mark(id: string, type: string, words: string, text = FERRY): string {
  const from = text.indexOf(words);
  const start = [...text.slice(0, from)].length;
  return `${id}\t${type} ${start} ${start + [...words].length}\t${words}`;
}

const FERRY_ANN = [
  mark('T1', 'Person', 'Mara Lind'),
  mark('T2', 'Person', 'Ola Bye'),
  mark('T3', 'Source', 'Mara Lind'),
  mark('T4', 'Cue', 'said'),
  mark('T5', 'Content', '“We had no choice,”'),
  mark('T6', 'Attribution', 'said'),
  'E1\tAttribution:T6 Content:T5 Source:T3 Cue:T4',
  mark('T7', 'Opinion', 'foolish'),
  'A1\tMood T7 negative',
  mark('T8', 'Place', 'the kiosk'),
  '',
].join('\n');

function bratFolder(folder: string, text = FERRY): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ferry.txt'), text);
  writeFileSync(join(folder, 'ferry.ann'), FERRY_ANN);
  return folder;
}

const TSV = `#FORMAT=WebAnno TSV 3.3
#T_SP=webanno.custom.Person|function


#Text=💩 Mara Lind met Bo Ek.
1-1\t0-2\t💩\t_\t
1-2\t3-7\tMara\tchair[1]\t
1-3\t8-12\tLind\tchair[1]\t
1-4\t13-16\tmet\t_\t
1-5\t17-19\tBo\tguest[2]\t
1-6\t20-22\tEk\tguest[2]\t
1-7\t22-23\t.\t_\t
`;

const onDisk = (project: string) =>
  JSON.parse(readFileSync(join(project, 'project.json'), 'utf8')).data.info as ProjectInfo;
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import annotations' });
const becomes = (page: Page, layer: string) => page.getByLabel(`${layer} becomes`, { exact: true });
/** The annotations in the project's files, once they are so many: those follow the journal behind. */
async function onDiskSoon(project: string, count: number) {
  await expect.poll(() => annotationsOnDisk(project).length).toBe(count);
  return annotationsOnDisk(project);
}
/** What a row shows as chosen. */
const chosen = (page: Page, layer: string) =>
  becomes(page, layer).evaluate((select) => (select as HTMLSelectElement).selectedOptions[0]!.label);

async function openFolder(workbench: Workbench, folder: string): Promise<void> {
  await workbench.answerDialogs([folder]);
  await workbench.chooseMenu('File', 'Import a folder of annotations…');
  await expect(dialog(workbench.page)).toBeVisible();
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.LOOK;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
}

test('a folder of brat is mapped onto the codebook, imported by mouse, undone, and remembered', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await newProject(workbench, project, 'Ferry');
  await importFiles(
    workbench,
    articleFiles(join(folder, 'in'), { 'ferry.txt': FERRY, 'crane.txt': HARBOUR }),
  );
  await openFolder(workbench, bratFolder(join(folder, 'brat')));

  await expect(dialog(page)).toContainText('brat standoff · 2 files · 5 annotations · places in code points');
  await expect(dialog(page)).toContainText('1 article is here already');
  expect(await chosen(page, 'Person')).toBe('Speaker');
  expect(await chosen(page, 'Quote')).toBe('Quote');
  expect(await chosen(page, 'Opinion')).toBe('Sentiment');
  expect(await chosen(page, 'Place')).toBe('New layer');
  const status = dialog(page).getByRole('status');
  await expect(status).toHaveText('5 annotations will be added.');
  await page.getByRole('button', { name: /^Opinion/ }).click();
  await expect(dialog(page).getByRole('region', { name: 'Opinion: Mood' })).toBeVisible();
  await shot(page, 'brat');
  await inEveryTheme(page, 'import annotations');
  await page.emulateMedia({ colorScheme: 'light' });

  await page.getByLabel('Mood of Opinion becomes').selectOption('Polarity');
  await expect(page.getByLabel('negative of Mood becomes')).toHaveValue(JSON.stringify({ value: '-1' }));
  await page.getByLabel('negative of Mood becomes').selectOption('−2');
  await becomes(page, 'Place').selectOption('Leave out');
  await expect(status).toHaveText('4 annotations will be added, 1 is left out.');
  await shot(page, 'brat-edited');
  await page.getByRole('button', { name: 'Import 4 annotations' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('.notice')).toContainText('Imported 4 annotations.');
  await saved(page);
  await shot(page, 'after');

  const [article] = articlesOnDisk(project).filter(({ text }) => text === FERRY);
  const made = await onDiskSoon(project, 4);
  expect(made.map(({ layer, quote, articleId }) => [layer, quote, articleId])).toEqual([
    ['quote', '“We had no choice,”', article!.id],
    ['speaker', 'Mara Lind', article!.id],
    ['speaker', 'Ola Bye', article!.id],
    ['sentiment', 'foolish', article!.id],
  ]);
  for (const { spans, quote } of made) expect(FERRY.slice(spans[0]!.start, spans[0]!.end)).toBe(quote);
  expect(made.find(({ layer }) => layer === 'sentiment')!.attributes).toEqual({ polarity: -2 });
  expect(Object.keys(made[0]!.roles).sort()).toEqual(['cue', 'source']);
  const remembered = () => onDisk(project).mappings?.map(({ format, layer }) => `${format} ${layer}`) ?? [];
  await expect.poll(remembered).toContain('brat Place');

  // One step: undone from the message, and done again.
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await saved(page);
  await expect.poll(() => annotationsOnDisk(project)).toEqual([]);
  await expect.poll(remembered).toEqual([]);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => annotationsOnDisk(project).length).toBe(4);
  await saved(page);

  // The second time: as last time, and everything is there.
  await openFolder(workbench, join(folder, 'brat'));
  await expect(dialog(page).locator('.annotations-row', { hasText: 'Place' })).toContainText('as last time');
  expect(await chosen(page, 'Place')).toBe('Leave out');
  expect(await chosen(page, 'Opinion')).toBe('Sentiment');
  await expect(status).toHaveText('0 annotations will be added, 4 are there already, 1 is left out.');
  await expect(page.getByRole('button', { name: 'Nothing to import' })).toBeDisabled();
  await page.getByRole('button', { name: 'Forget where Place went last time' }).click();
  expect(await chosen(page, 'Place')).toBe('New layer');
  await expect(status).toHaveText('1 annotation will be added, 4 are there already.');
  await shot(page, 'again');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  await expect.poll(remembered).not.toContain('brat Place');
  expect(remembered()).toContain('brat Person');
});

test('WebAnno TSV is imported by keyboard alone; its article comes with it', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Meeting');
  const [path] = articleFiles(join(folder, 'in'), { 'meeting.tsv': TSV });
  await workbench.answerDialogs([path!]);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('import annotations');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page)).toContainText('1 article is not here yet');
  await expect(page.getByRole('button', { name: 'Import 2 annotations' })).toBeFocused();

  // Up to the layer, opened, its attribute left out, the layer itself made a new one.
  const layer = page.locator('.annotations-name', { hasText: 'Person' });
  for (let left = 12; left > 0 && !(await layer.evaluate((node) => node === document.activeElement)); left--)
    await page.keyboard.press('Shift+Tab');
  await expect(layer).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(layer).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(page.getByLabel(/Person becomes$/).first()).toBeFocused();
  await page.keyboard.type('New l');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Leave');
  await shot(page, 'tsv');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  const made = await onDiskSoon(project, 2);
  const [article] = articlesOnDisk(project);
  expect(article!.text).toBe('💩 Mara Lind met Bo Ek.');
  expect(readFileSync(join(project, 'articles', `${article!.id}.orig`), 'utf8')).toBe(article!.text);
  expect(
    made.map(({ quote, attributes, annotatorId }) => [
      quote,
      attributes,
      annotatorId === made[0]!.annotatorId,
    ]),
  ).toEqual([
    ['Mara Lind', {}, true],
    ['Bo Ek', {}, true],
  ]);
  const codebook = JSON.parse(readFileSync(join(project, 'codebook.json'), 'utf8')).data;
  expect(codebook.layers.map(({ id }: { id: string }) => id)).toContain(made[0]!.layer);
  expect(['claim', 'quote', 'speaker', 'sentiment']).not.toContain(made[0]!.layer);
  await page.keyboard.press('Control+z');
  await expect.poll(() => articlesOnDisk(project).length + annotationsOnDisk(project).length).toBe(0);
});

test('a zip dropped among articles is offered for what it is; a bad file is refused with its line', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await newProject(workbench, project, 'Packed');
  const zip = join(folder, 'ferry.zip');
  const pack = (name: string, data: string) => ({ [name]: new TextEncoder().encode(data) });
  writeFileSync(zip, zipSync({ ...pack('a/ferry.txt', FERRY), ...pack('a/ferry.ann', FERRY_ANN) }));
  const [txt] = articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR });
  await workbench.answerDialogs([txt!, zip]);
  await workbench.chooseMenu('File', 'Add articles…');
  const offer = page.getByRole('button', { name: 'Import the annotations instead' });
  await expect(offer).toBeVisible();
  await shot(page, 'offer');
  await inEveryTheme(page, 'annotations offered');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // The zip alone holds nothing that is an article.
  await workbench.answerDialogs([zip]);
  await workbench.chooseMenu('File', 'Add articles…');
  await offer.click();
  await expect(dialog(page)).toContainText('1 article is not here yet');
  await page.getByRole('button', { name: /^Import 5 annotations/ }).click();
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  await onDiskSoon(project, 5);
  expect(articlesOnDisk(project).map(({ text }) => text)).toEqual([FERRY]);

  const before = JSON.stringify([annotationsOnDisk(project), onDisk(project)]);
  const [bad] = articleFiles(join(folder, 'in'), {
    'bad.tsv': TSV.replace('1-4\t13-16\tmet\t_\t', '1-4\t13-16\tmet\t_\t_\t_\t'),
  });
  await workbench.answerDialogs([bad!]);
  await workbench.chooseMenu('File', 'Import annotations…');
  const refused = page.getByRole('dialog', { name: 'The annotations could not be read' });
  await expect(refused).toContainText(/bad\.tsv, line 9, character \d+: .+\./);
  await expect(refused).toContainText('Nothing was changed.');
  await shot(page, 'refused');
  await page.getByRole('button', { name: 'Close' }).last().click();
  await workbench.answerDialogs([txt!]);
  await workbench.chooseMenu('File', 'Import annotations…');
  await expect(refused).toContainText('of no format that is known here');
  expect(JSON.stringify([annotationsOnDisk(project), onDisk(project)])).toBe(before);
});

/** A row of doccano with a column of its owner, by which it looks like Prodigy's. */
const ASKED = `${JSON.stringify({
  text: 'The kiosk 🛟 is closed. Ola Bye said so.',
  label: [
    [4, 9, 'Place'],
    [24, 31, 'Person'],
  ],
  answer: 'yes',
})}\n`;

test('a wrong guess of the format is set right by hand, by mouse and by keyboard', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await newProject(workbench, project, 'Guessed');
  const [path] = articleFiles(join(folder, 'in'), { 'asked.jsonl': ASKED });
  await workbench.answerDialogs([path!]);
  await workbench.chooseMenu('File', 'Import annotations…');
  const readAs = page.getByLabel('Read as', { exact: true });
  const status = dialog(page).getByRole('status');
  await expect(readAs).toHaveValue('prodigy');
  await expect(dialog(page)).toContainText('Prodigy · 1 file · 0 annotations');

  // No choice of ours loses what was there.
  await page.getByRole('checkbox', { name: /^Add “/ }).uncheck();
  await readAs.selectOption('TEI P5, standOff');
  const refused = dialog(page).getByRole('alert');
  await expect(refused).toHaveText(
    /^These files are not TEI P5, standOff: asked\.jsonl, line \d+, character \d+: .+ They are still read as Prodigy\.$/,
  );
  await expect(readAs).toHaveValue('prodigy');
  await expect(page.getByRole('checkbox', { name: /^Add “/ })).not.toBeChecked();
  await shot(page, 'read-as-refused');
  await inEveryTheme(page, 'annotations read as another format');
  await page.emulateMedia({ colorScheme: 'light' });

  // The first control behind the close button, by keyboard.
  await readAs.focus();
  await page.keyboard.type('docc');
  await expect(readAs).toHaveValue('doccano');
  await expect(refused).toHaveCount(0);
  await expect(dialog(page)).toContainText('doccano · 1 file · 2 annotations · places in UTF-16 code units');
  await expect(readAs).toBeFocused();
  await expect(dialog(page).locator('.annotations-as')).toContainText('your choice');
  await expect(status).toHaveText('2 annotations will be added.');
  await shot(page, 'read-as');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  const made = await onDiskSoon(project, 2);
  expect(made.map(({ quote }) => quote)).toEqual(['kiosk', 'Ola Bye']);
});

test('files that are not recognised are read as what the person says', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await newProject(workbench, project, 'Unknown');
  const [path] = articleFiles(join(folder, 'in'), {
    'odd.jsonl': `${JSON.stringify({ text: 'Ola Bye said so.', meta: 1 })}\n`,
  });
  await workbench.answerDialogs([path!]);
  await workbench.chooseMenu('File', 'Import annotations…');
  const refused = page.getByRole('dialog', { name: 'The annotations could not be read' });
  await expect(refused).toContainText('of no format that is known here');
  const readAs = page.getByLabel('Read as', { exact: true });
  await readAs.selectOption('UIMA CAS XMI');
  await expect(refused.getByRole('alert')).toContainText(
    /These files are not UIMA CAS XMI: odd\.jsonl, line \d+, character \d+: /,
  );
  await shot(page, 'read-as-unknown');
  await inEveryTheme(page, 'annotations of no known format');
  await page.emulateMedia({ colorScheme: 'light' });
  await readAs.selectOption('Prodigy');
  await expect(dialog(page)).toContainText('Prodigy · 1 file · 0 annotations');
  await page.getByRole('button', { name: 'Add 1 article' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  await expect.poll(() => articlesOnDisk(project).map(({ text }) => text)).toEqual(['Ola Bye said so.']);
});

test('many layers are found by their names and become one at once; a text that comes twice is counted once', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await newProject(workbench, project, 'Many');
  const text = 'Ola Bye said that the kiosk is closed.';
  const label = Array.from({ length: 12 }, (_, at) => [0, 7, `Code ${at + 1}`]);
  const row = (labels: typeof label) => `${JSON.stringify({ text, label: labels })}\n`;
  const paths = articleFiles(join(folder, 'in'), { 'a.jsonl': row(label), 'b.jsonl': row([]) });
  await workbench.answerDialogs(paths);
  await workbench.chooseMenu('File', 'Import annotations…');
  await expect(dialog(page)).toContainText('1 article is not here yet');
  await expect(dialog(page)).not.toContainText('here already');
  await expect(page.locator('.annotations-name b')).toHaveText(label.map(([, , name]) => String(name)));
  await inEveryTheme(page, 'many layers');

  await page.getByLabel('All 12 become').selectOption('Leave out');
  await page.getByLabel('Filter the layers of the file').fill('code 1');
  await expect(page.locator('.annotations-name b')).toHaveText(['Code 1', 'Code 10', 'Code 11', 'Code 12']);
  await page.getByLabel('Those listed become').selectOption('Claim');
  // Escape lets go of the filter first.
  await page.getByLabel('Filter the layers of the file').focus();
  await page.keyboard.press('Escape');
  await expect(page.locator('.annotations-name b')).toHaveCount(12);
  expect(await chosen(page, 'Code 11')).toBe('Claim');
  expect(await chosen(page, 'Code 2')).toBe('Leave out');
  await page.keyboard.press('Control+Enter');
  await expect(dialog(page)).toHaveCount(0);
  await saved(page);
  const made = await onDiskSoon(project, 4);
  expect(made.map(({ layer }) => layer)).toEqual(['claim', 'claim', 'claim', 'claim']);
});
