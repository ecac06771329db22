import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allAnnotations } from '../../src/core/project/query';
import { readProject } from '../../src/main/store/project-store';
import type { Workbench } from '../app';
import { expect, test } from './fixture';
import { missing } from './survivors';
import { begin, marksOf, tagOnce } from './tagging';
import { needs, tell } from './told';

const comeToFront = ({ app }: Workbench) =>
  app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]!.emit('focus'));

const COPIES = [
  "project (Anna's conflicted copy 2026-03-12).json",
  'codebook (conflicted copy).json',
  'articles/a1.sync-conflict-20260312-101112-ABCDEFG.json',
  'journal.sync-conflict-20260312-101112-ABCDEFG.jsonl',
];

test('other programs change the folder of an open project', async ({ start, folder }) => {
  needs('linux');
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await begin(workbench, folder, project);
  const status = page.locator('.saved');
  const annotations = readdirSync(join(project, 'annotations'), { recursive: true })
    .map(String)
    .find((name) => name.endsWith('.json'))!;
  const files = ['codebook.json', 'project.json', join('annotations', annotations)];
  const theirs = new Map<string, string>();
  const spoil = (name: string) => {
    const text = `${readFileSync(join(project, name), 'utf8').trimEnd()} \n`;
    writeFileSync(join(project, name), text.replace(/"(name|quote)": "/, '"$1": "Their '));
    theirs.set(name, readFileSync(join(project, name), 'utf8'));
  };

  // Seen when the window comes to the front.
  spoil(files[0]!);
  await comeToFront(workbench);
  await expect(status).toContainText(/codebook\.json was changed by another program/);

  // Seen before the next write of the file, without anybody coming to any front.
  spoil(files[2]!);
  await tagOnce(page);
  await expect(status).toContainText(/annotations.*was changed by another program/);
  spoil(files[1]!);
  await comeToFront(workbench);
  await expect(status).toContainText(/project\.json was changed by another program/);

  writeFileSync(join(project, 'journal.jsonl'), 'somebody else was here\n');
  await tagOnce(page);
  await expect(status).toContainText(/The journal was changed by another program/);

  for (const name of COPIES) {
    writeFileSync(join(project, name), 'theirs');
    theirs.set(name, 'theirs');
    await comeToFront(workbench);
    await expect(status).toContainText(name);
  }

  for (let word = 0; word < 5; word++) await tagOnce(page);
  const shown = await marksOf(page);
  expect(shown).toHaveLength(8);
  await workbench.quit();
  for (const [name, text] of theirs) expect(readFileSync(join(project, name), 'utf8')).toBe(text);
  const ours = readdirSync(project, { recursive: true }).filter((name) =>
    String(name).includes('.conflict-'),
  );
  expect(ours).toHaveLength(files.length + 1);

  const again = await start({ folder: project });
  const report = again.page.getByRole('dialog');
  for (const name of COPIES) await expect(report).toContainText(name);
  await report.getByRole('button', { name: 'Close' }).last().click();
  expect(missing(shown, new Set(await marksOf(again.page)))).toEqual([]);
  await again.quit();
  const { project: kept } = await readProject(project);
  expect(missing(shown, new Set([...allAnnotations(kept)].map(({ id }) => id)))).toEqual([]);
  tell({
    tried: `edits by other programs while open (${files.length} files and the journal), and ${COPIES.length} conflict copies of sync services`,
    times: files.length + 1 + COPIES.length,
    acknowledged: shown.length,
    lost: 0,
    opened: 'seen before the next write or at the front, said in the status bar, both versions kept',
  });
});
