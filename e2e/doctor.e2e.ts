import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { AXE, inEveryTheme } from './axe';
import { annotationsOnDisk, articleFiles, HARBOUR, importFiles, newProject, saved, selectText } from './desk';

/** Changes a sealed file as a program would that knows how it is sealed. */
function reseal(path: string, change: (text: string) => string): void {
  const [body] = readFileSync(path, 'utf8').split('  "sha256": ');
  const changed = change(body!);
  const sum = createHash('sha256').update(changed).digest('hex');
  writeFileSync(path, `${changed}  "sha256": "${sum}"\n}\n`);
}

test('a project is looked through, what is wrong is explained, and a repair mends it without deleting', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start();
  await newProject(first, project, 'Harbour');
  await importFiles(first, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  for (const words of ['a forgery', 'fourteen months', 'fine until Easter']) {
    await selectText(first.page, words);
    await first.page.keyboard.press('c');
  }
  await saved(first.page);
  await first.chooseMenu('File', 'Check this project…');
  const healthy = first.page.getByRole('dialog', { name: 'Check this project' });
  await expect(healthy).toContainText('Nothing is wrong.');
  await expect(healthy).toContainText('1 article and 3 annotations');
  await first.page.keyboard.press('Escape');
  await first.quit();

  const [path] = readdirSync(join(project, 'annotations'), { recursive: true })
    .map((name) => join(project, 'annotations', String(name)))
    .filter((name) => name.endsWith('.json'));
  const before = annotationsOnDisk(project);
  const forgery = before.find(({ quote }) => quote.includes('forgery'))!;
  const months = before.find(({ quote }) => quote.includes('months'))!;
  reseal(path!, (text) =>
    text
      // One annotation past the end, one at other words, and a layer the codebook never had.
      .replace(`"end": ${forgery.spans[0]!.end}`, '"end": 99999')
      .replace(`"start": ${months.spans[0]!.start}`, `"start": ${months.spans[0]!.start - 4}`)
      .replace('"layer": "claim"', '"layer": "rumour"'),
  );
  const spoilt = readFileSync(path!);

  const second = await start({ folder: project });
  const { page } = second;
  const report = page.getByRole('dialog');
  await expect(report).toContainText('cannot be used');
  await report.getByRole('button', { name: 'Close' }).last().click();
  // One is kept aside, and one has no layer to be drawn by.
  await expect(page.locator('.card')).toHaveCount(1);
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What do you want to do?').fill('check this');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Check this project' });
  await expect(dialog).toContainText('3 things to look at');
  await expect(dialog).toContainText('past the end of the text');
  await expect(dialog).toContainText('The annotation marks other words than those it quotes');
  await expect(dialog).toContainText('the layer “rumour”');
  await page.evaluate(AXE);
  await inEveryTheme(page, 'the doctor');
  const where = join(folder, 'report.txt');
  await second.answerDialogs([where]);
  await dialog.getByRole('button', { name: 'Save the report…' }).click();
  await expect.poll(() => existsSync(where)).toBe(true);
  expect(readFileSync(where, 'utf8')).toContain('3 to look at:');
  await dialog.getByRole('button', { name: 'Repair 3' }).click();
  await expect(dialog).toContainText('Repaired. Nothing is wrong.');
  await inEveryTheme(page, 'the doctor, repaired');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.locator('.card')).toHaveCount(3);
  await second.quit();

  const after = annotationsOnDisk(project);
  for (const { id, quote, spans } of before)
    expect(after.find((next) => next.id === id)).toMatchObject({ quote, spans });
  const aside = readdirSync(join(project, 'set-aside'));
  expect(aside.some((name) => name.startsWith('repaired-records'))).toBe(true);
  expect(readdirSync(join(project, 'backups')).length).toBeGreaterThan(0);
  expect(spoilt.includes('99999')).toBe(true);
  const third = await start({ folder: project });
  await expect(third.page.locator('.card')).toHaveCount(3);
  await expect(third.page.getByRole('dialog')).toHaveCount(0);
});
