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
});
