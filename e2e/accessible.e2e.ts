import { join } from 'node:path';
import { expect, test } from './app';
import { AXE, inEveryTheme } from './axe';
import { articleFiles, HARBOUR } from './desk';

test('axe finds nothing in any view, dialog or theme', async ({ start, folder }) => {
  const workbench = await start();
  const { page } = workbench;
  await page.evaluate(AXE);
  await inEveryTheme(page, 'start');

  await page.keyboard.press('Control+n');
  await page.getByLabel('Name of the project').fill('x');
  await inEveryTheme(page, 'new project');
  await page.keyboard.press('Escape');

  await workbench.answerDialogs([join(folder, 'sample')]);
  await page.getByRole('button', { name: /sample/ }).click();
  await expect(page.locator('.card').first()).toBeVisible();
  await inEveryTheme(page, 'library');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('.inspector')).toBeVisible();
  await inEveryTheme(page, 'inspector');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+f');
  await page.keyboard.type('the');
  await inEveryTheme(page, 'find in article');
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Reading and layers' }).click();
  await inEveryTheme(page, 'reading menu');
  await page.keyboard.press('Escape');

  const dialogs: readonly (readonly [string, string])[] = [
    ['Control+k', 'commands'],
    ['F1', 'map of keys'],
    ['Control+e', 'export'],
    ['Control+Shift+d', 'article details'],
    ['Control+Shift+v', 'paste'],
  ];
  for (const [chord, name] of dialogs) {
    await page.keyboard.press(chord);
    await expect(page.getByRole('dialog'), name).toBeVisible();
    await inEveryTheme(page, name);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog'), name).toHaveCount(0);
  }

  await workbench.answerDialogs([
    ...articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR, 'empty.txt': '' }),
  ]);
  await page.keyboard.press('Control+i');
  await expect(page.getByRole('button', { name: /^Add 1 article$/ })).toBeVisible();
  await inEveryTheme(page, 'import preview');
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+3');
  await inEveryTheme(page, 'speakers');

  await page.keyboard.press('Control+5');
  await expect(page.getByRole('grid')).toBeFocused();
  await page.keyboard.press('Space');
  await inEveryTheme(page, 'table, a row chosen');
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
  await inEveryTheme(page, 'table, a cell edited');
  await page.keyboard.press('Escape');
  for (const name of ['Speaker any', '+ filter', 'Columns', 'Saved', 'Change layer…', 'Delete']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await inEveryTheme(page, `table, ${name}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.keyboard.press('Control+6');
  await page.getByRole('button', { name: /^Kind factual/ }).click();
  await page.getByRole('button', { name: /^made by/ }).click();
  await inEveryTheme(page, 'codebook');
  await page.getByRole('button', { name: 'Delete the value denial' }).click();
  await inEveryTheme(page, 'deleting a value');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for the codebook' }).click();
  await inEveryTheme(page, 'more for the codebook');
  await page.getByRole('button', { name: /empty codebook/ }).click();
  await inEveryTheme(page, 'another codebook');
  await page.getByRole('button', { name: 'Use this codebook' }).click();
  await inEveryTheme(page, 'a layer no longer in the codebook');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('h');
  await expect(page.getByRole('listbox', { name: 'Hints' })).toBeVisible();
  await inEveryTheme(page, 'hints');
});
