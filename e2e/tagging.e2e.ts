import { join } from 'node:path';
import type { Workbench } from './app';
import { expect, test } from './app';
import {
  annotationsOnDisk,
  articleFiles,
  drawOver,
  endsOf,
  HARBOUR,
  importFiles,
  MARKET,
  newProject,
  saved,
  selectText,
} from './desk';

/** A project with two short articles, the first open. */
async function harbour(start: () => Promise<Workbench>, folder: string): Promise<Workbench> {
  const workbench = await start();
  await newProject(workbench, join(folder, 'project'), 'Harbour');
  await importFiles(
    workbench,
    articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR, 'market.txt': MARKET }),
  );
  return workbench;
}

const passagesOf = (text: string, { spans }: { spans: readonly { start: number; end: number }[] }) =>
  spans.map(({ start, end }) => text.slice(start, end));

test('a claim with its speaker is tagged by the keyboard alone, in three keys from the passage', async ({
  start,
  folder,
}) => {
  const workbench = await harbour(start, folder);
  const { page } = workbench;
  // To the sentence: four sentences on from the headline, with the reading cursor.
  for (let key = 0; key < 3; key++) await page.keyboard.press('j');
  await expect
    .poll(() => page.evaluate(() => document.getSelection()?.toString()))
    .toContain('had not been inspected');
  await page.keyboard.press('c');
  await expect(page.locator('.card.focus')).toContainText('Claim');
  await page.keyboard.press('b');
  await expect(page.getByPlaceholder('Find or create a speaker')).toBeFocused();
  await page.keyboard.type('The paper');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('The paper');

  // The next claim is three keys: c, b, Enter, because the likeliest speaker stands first.
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('The paper');
  await page.keyboard.press('2');
  await expect(page.locator('.card.focus')).toContainText('allegation');

  await saved(page);
  await workbench.quit();
  const found = annotationsOnDisk(join(folder, 'project'));
  expect(found).toHaveLength(2);
  expect(found.map(({ layer }) => layer)).toEqual(['claim', 'claim']);
  for (const { roles } of found) expect(roles['made-by']).toEqual([{ speaker: expect.stringMatching(/^s/) }]);
  expect(found.map(({ attributes }) => attributes.kind).sort()).toEqual(['allegation', 'factual']);
  expect(found.map(({ quote }) => quote).join(' ')).toContain('had not been inspected for fourteen months');
});

test('marks overlap, nest and have several passages, and a click goes from the smallest outwards', async ({
  start,
  folder,
}) => {
  const workbench = await harbour(start, folder);
  const { page } = workbench;
  await selectText(page, '“Nobody asked', 'certificate,”');
  await page.locator('.palette').getByRole('button', { name: /Quote/ }).click();
  await expect(page.locator('.bracket')).toHaveCount(1);
  await selectText(page, '“We were', 'moving.”');
  await page
    .locator('.palette')
    .getByRole('button', { name: /Add to it/ })
    .click();
  await expect(page.locator('.card.focus')).toContainText('2 parts');

  for (const [from, to] of [
    ['Nobody', 'certificate'],
    ['asked', 'certificate'],
    ['asked for', 'the'],
    ['for', 'the'],
  ] as const) {
    await selectText(page, from, to);
    await page.keyboard.press('c');
  }
  await selectText(page, 'asked for', 'the');
  await page.keyboard.press('m');
  await page.keyboard.press('2');
  await expect(page.locator('.mark[data-sign="−2"]')).toHaveCount(1);

  // Six marks lie on "for": the click takes the smallest, further clicks the next larger.
  const word = page.locator('.mark', { hasText: /^for/ }).first();
  const sizes: number[] = [];
  for (let click = 0; click < 6; click++) {
    await word.click();
    sizes.push(
      await page
        .locator('.card.focus')
        .getAttribute('aria-label')
        .then((label) => label!.length),
    );
  }
  expect(sizes).toEqual([...sizes].sort((a, b) => a - b));

  await saved(page);
  await workbench.quit();
  const found = annotationsOnDisk(join(folder, 'project'));
  const quote = found.find(({ layer }) => layer === 'quote')!;
  expect(quote.spans).toHaveLength(2);
  expect(passagesOf(HARBOUR, quote)).toEqual([
    '“Nobody asked for the certificate,”',
    '“We were told to keep it moving.”',
  ]);
  expect(found.filter(({ layer }) => layer === 'claim')).toHaveLength(4);
});

test('undo and redo cross layers and are named in the Edit menu', async ({ start, folder }) => {
  const workbench = await harbour(start, folder);
  const { page } = workbench;
  await selectText(page, 'a forgery');
  await page.keyboard.press('m');
  await page.keyboard.press('1');
  await page.keyboard.press('Shift+C');
  await expect(page.locator('.card.focus')).toContainText('Claim');
  await expect.poll(() => workbench.menuLabels('Edit')).toContain('Undo change to claim');

  await workbench.chooseMenu('Edit', 'Undo change to claim');
  await expect(page.locator('.card.focus')).toContainText('Sentiment');
  await expect(page.locator('.card.focus .pill')).toHaveText('−3');
  await expect.poll(() => workbench.menuLabels('Edit')).toContain('Redo change to claim');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.mark')).toHaveCount(0);
  await expect.poll(() => workbench.menuLabels('Edit')).toContain('Redo tag sentiment');
  for (let step = 0; step < 3; step++) await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.mark')).toHaveCount(1);

  await saved(page);
  await workbench.quit();
  const [only, ...others] = annotationsOnDisk(join(folder, 'project'));
  expect(others).toEqual([]);
  expect(only).toMatchObject({ layer: 'claim', quote: 'a forgery' });
});

test('an end is moved by keys and by dragging, and the passage on disk follows', async ({
  start,
  folder,
}) => {
  const workbench = await harbour(start, folder);
  const { page } = workbench;
  await selectText(page, 'not been inspected');
  await page.keyboard.press('c');
  await page.keyboard.press('[');
  await page.keyboard.press('}');
  await expect(page.locator('.mark').first()).toHaveText('had not been inspected for');

  const end = page.locator('.handle.end');
  const box = (await end.boundingBox())!;
  const grip = box.height / 2 + 3;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + grip);
  await page.mouse.down();
  const goal = await endsOf(page, 'fourt');
  await page.mouse.move(goal.x2, goal.y2 + grip, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.mark').first()).toHaveText(/^had not been inspected for fourteen/);
  await saved(page);
  await workbench.quit();
  expect(annotationsOnDisk(join(folder, 'project'))[0]!.quote).toMatch(
    /^had not been inspected for fourteen/,
  );
});

test('a claim inside a quote shows the speaker of the quote as inherited', async ({ start, folder }) => {
  const { page } = await harbour(start, folder);
  await selectText(page, '“Every', 'year,”');
  await page.keyboard.press('q');
  await page.keyboard.press('b');
  await page.getByPlaceholder('Find or create a speaker').fill('Port company');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('Port company');
  await selectText(page, 'Every machine', 'year');
  await page.keyboard.press('c');
  const card = page.locator('.card.focus');
  await expect(card).toContainText('Port company');
  await expect(card.locator('.inherited')).toHaveText('from quote');
});

test('the inspector sets attributes, a passage role, certainty, status and a note, each undoable', async ({
  start,
  folder,
}) => {
  const workbench = await harbour(start, folder);
  const { page } = workbench;
  await selectText(page, '“Nobody asked', 'certificate,”');
  await page.keyboard.press('q');
  // What is proposed is left open: this test sets it by hand.
  await expect(page.locator('.ghost-bar')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  const inspector = page.locator('.inspector');
  await inspector.getByRole('button', { name: 'mixed' }).click();
  await inspector.getByRole('button', { name: 'Set cue' }).click();
  await page.getByText('Pick a passage…').click();
  await expect(page.locator('.picking-hint')).toBeVisible();
  await drawOver(page, 'told');
  await expect(inspector.locator('.target')).toHaveText('told');
  await inspector.getByRole('button', { name: 'somewhat unsure' }).click();
  await inspector.getByRole('button', { name: 'final' }).click();
  await inspector.getByLabel('Note').fill('Check against the transcript.');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('.cue, .mark').first()).toBeVisible();
  await saved(page);
  await workbench.quit();
  const [quote] = annotationsOnDisk(join(folder, 'project'));
  expect(quote).toMatchObject({
    attributes: { form: 'mixed' },
    certainty: 'somewhat uncertain',
    status: 'final',
    note: 'Check against the transcript.',
  });
  const cue = quote!.roles.cue![0] as { spans: { start: number; end: number }[] };
  expect(passagesOf(HARBOUR, cue)).toEqual(['told']);
});
