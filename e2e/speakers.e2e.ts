import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app';
import { annotationsOnDisk, articlesOnDisk, newProject, saved, selectText } from './desk';

/** Register entries as they are on the disk. */
function speakersOnDisk(folder: string): { id: string; name: string; aliases: string[] }[] {
  const { data } = JSON.parse(readFileSync(join(folder, 'speakers.json'), 'utf8')) as { data: unknown };
  return Object.values(
    (Array.isArray(data) ? data : ((data as { speakers?: unknown }).speakers ?? data)) as object,
  );
}

test('speakers are made from mentions, renamed, merged and split again, and lead to their passages', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Quay');

  // Pasted text needs no file.
  await workbench.chooseMenu('File', 'Add pasted text…');
  await page
    .getByRole('dialog')
    .getByRole('textbox')
    .fill('Quay shut for repairs\n\n“It leaks,” said Ida Holm. Holm had warned the port.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Add 1 article' }).click();
  await expect(page.locator('.item')).toHaveCount(1);

  // A mention is a name already: s, b, Enter makes the speaker.
  await selectText(page, 'Ida Holm');
  for (const key of ['s', 'b', 'Enter']) await page.keyboard.press(key);
  await expect(page.locator('.card.focus')).toContainText('Ida Holm');
  await selectText(page, 'Holm had', 'Holm');
  await page.keyboard.press('s');
  await page.keyboard.press('b');
  await page.getByPlaceholder('Find or create a speaker').fill('The night foreman');
  await page.keyboard.press('Enter');
  await expect(page.locator('.card.focus')).toContainText('The night foreman');
  await saved(page);

  await page.keyboard.press('Control+3');
  const list = page.getByRole('listbox');
  await expect(list.getByRole('option')).toHaveCount(2);
  await list.getByRole('option', { name: /night foreman/ }).click();
  await page.getByRole('button', { name: 'Merge into…' }).click();
  await page.getByText('Ida Holm').last().click();
  await expect(list.getByRole('option')).toHaveCount(1);
  await saved(page);
  await expect
    .poll(() => annotationsOnDisk(project).map(({ roles }) => JSON.stringify(roles.is)))
    .toHaveLength(2);

  await workbench.chooseMenu('Edit', 'Undo merge speakers');
  await expect(list.getByRole('option')).toHaveCount(2);
  await workbench.chooseMenu('Edit', 'Redo merge speakers');
  await expect(list.getByRole('option')).toHaveCount(1);

  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('Ida Holm, inspector');
  await name.press('Enter');
  await expect(list.getByRole('option', { name: /inspector/ })).toBeVisible();

  await page.locator('main').getByText('had warned the port').last().click();
  await expect(page.locator('.mark.focused')).toHaveText('Holm');
  await saved(page);
  await workbench.quit();

  const [only, ...others] = speakersOnDisk(project);
  expect(others).toEqual([]);
  expect(only!.name).toBe('Ida Holm, inspector');
  // The old names stay, since the text still uses them.
  expect(only!.aliases).toEqual(expect.arrayContaining(['Ida Holm', 'The night foreman']));
  const found = annotationsOnDisk(project);
  expect(found.map(({ roles }) => roles.is)).toEqual([[{ speaker: only!.id }], [{ speaker: only!.id }]]);
  expect(articlesOnDisk(project)[0]!.origin).toMatchObject({ fileName: null, format: 'pasted' });
});
