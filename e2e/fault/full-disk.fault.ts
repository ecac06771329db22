import { appendFileSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { projectOf, tag } from '../../src/main/store/project-on-disk.arbitrary';
import { createProject, openProject } from '../../src/main/store/project-store';
import { articleFiles, articlesOnDisk, saved } from '../desk';
import { expect, test } from './fixture';
import { longArticle } from './long-article';
import { observe } from './observed';
import { idsAfterOpening, idsIn, missing } from './survivors';
import { begin, listen, marksOf, tagOnce } from './tagging';
import { needs, system, tell } from './told';

/** A small disk in memory, which can be filled to the last byte. */
function smallDisk(folder: string, size: string) {
  mkdirSync(folder, { recursive: true });
  system('mount', '-t', 'tmpfs', '-o', `size=${size}`, 'marginalia-fault', folder);
  const filler = join(folder, 'filler');
  return {
    fill() {
      const file = openSync(filler, 'a');
      for (const size of [1 << 16, 4096, 1]) {
        try {
          for (;;) writeSync(file, Buffer.alloc(size, 120));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
      closeSync(file);
    },
    makeRoom: () => rmSync(filler, { force: true }),
    takeAway: () => void system('umount', '--lazy', folder),
  };
}

/** Tags until the journal is refused: the last page of the file that is there may still take some. */
async function tagUntilRefused(page: Page): Promise<void> {
  await expect(async () => {
    await tagOnce(page);
    await expect(page.locator('.saved')).toHaveText(/^ ?Not saved: the disk is full/, { timeout: 300 });
  }).toPass();
}

test('the disk is full for every writer of a project', async ({ start, folder }) => {
  needs('linux', 'root', 'mount');
  const small = join(folder, 'small');
  const disk = smallDisk(small, '1m');
  const project = join(small, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  try {
    await begin(workbench, folder, project);
    const seen = await observe(workbench);
    const first = await marksOf(page);
    const said = await listen(page);

    // Saving.
    disk.fill();
    await tagUntilRefused(page);
    await said();
    for (let word = 0; word < 5; word++) await tagOnce(page);
    const shown = await marksOf(page);
    const refused = shown.filter((id) => !seen.answered.has(id) && !first.includes(id));
    expect(refused.length).toBeGreaterThanOrEqual(6);
    const kept = await idsIn(project);
    expect(missing([...first, ...seen.answered], kept)).toEqual([]);
    expect(refused.filter((id) => kept.has(id))).toEqual([]);
    expect((await said()).filter((words) => words.startsWith('Saved'))).toEqual([]);
    disk.makeRoom();
    await saved(page);
    expect(missing(shown, await idsIn(project))).toEqual([]);
    expect(missing(shown, new Set([...seen.answered, ...first]))).toEqual([]);
    tell({
      tried: 'full disk: saving',
      times: refused.length,
      acknowledged: seen.answered.size,
      lost: 0,
      opened:
        'refused in the status bar, never “Saved”, old data readable, saved by itself when there was room',
    });

    // A backup comes before an article is removed, and is refused: so is the removal.
    disk.fill();
    const articles = articlesOnDisk(project).length;
    await workbench.chooseMenu('Edit', 'Remove article from project');
    await expect(page.locator('.saved')).toHaveText(/the disk is full/);
    expect(articlesOnDisk(project)).toHaveLength(articles);
    expect(missing(shown, await idsIn(project))).toEqual([]);
    disk.makeRoom();
    await saved(page);
    expect(await idsIn(project)).toEqual(new Set());
    await workbench.chooseMenu('Edit', 'Undo remove article');
    await saved(page);
    expect(missing(shown, await idsIn(project))).toEqual([]);
    tell({
      tried: 'full disk: backup before a removal',
      times: 1,
      opened: 'refused, tried again, done; undo brings all back',
    });

    // Import.
    await workbench.answerDialogs(
      articleFiles(join(folder, 'in'), { 'late.txt': longArticle('the bridge', 60) }),
    );
    disk.fill();
    await workbench.chooseMenu('File', 'Add articles…');
    await page.getByRole('button', { name: 'Add 1 article' }).click();
    await expect(page.locator('.saved')).toHaveText(/the disk is full/);
    expect(articlesOnDisk(project)).toHaveLength(articles);
    disk.makeRoom();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await saved(page);
    await expect.poll(() => articlesOnDisk(project).length).toBe(articles + 1);
    tell({
      tried: 'full disk: import',
      times: 1,
      opened: 'refused, nothing half added, done when there was room',
    });

    // Export.
    const out = join(small, 'out');
    disk.fill();
    await workbench.answerDialogs([out]);
    await page.keyboard.press('Control+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: /^Export \d/ }).click();
    await expect(dialog).toContainText(/the disk is full/);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    tell({ tried: 'full disk: export', times: 1, opened: 'refused in the dialog, in words' });

    // Closing: the journal cannot be filed away, nor the last edits be saved.
    await tagUntilRefused(page);
    await app.evaluate(({ dialog: native }) => {
      const world = globalThis as { asked?: string };
      native.showMessageBox = (async (_window: unknown, { detail }: { detail: string }) => {
        world.asked = detail;
        return { response: 0, checkboxChecked: false };
      }) as never;
    });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close());
    await expect
      .poll(() => app.evaluate(() => (globalThis as { asked?: string }).asked ?? ''))
      .toMatch(/the disk is full/);
    const last = await marksOf(page);
    disk.makeRoom();
    await workbench.quit();
    expect(missing(last, await idsIn(project))).toEqual([]);
    tell({
      tried: 'full disk: closing',
      times: 1,
      opened: 'asked before anything is given up; with room all was filed away',
    });
  } finally {
    disk.takeAway();
  }
});

test('the disk is full for the settings and what is read for an import', async ({ start, folder }) => {
  needs('linux', 'root', 'mount');
  const userData = join(folder, 'small-user');
  const disk = smallDisk(userData, '48m');
  const project = join(folder, 'project');
  try {
    const workbench = await start({ userData });
    const { page } = workbench;
    await begin(workbench, folder, project);
    disk.fill();
    await workbench.chooseMenu('View', 'Show the library');
    await expect(page.locator('.notice')).toContainText(/settings.*the disk is full/);
    await workbench.answerDialogs(
      articleFiles(join(folder, 'in'), { 'late.txt': longArticle('the bridge', 60) }),
    );
    await workbench.chooseMenu('File', 'Add articles…');
    await expect(page.getByRole('dialog')).toContainText(/could not be read|disk is full/);
    await page.keyboard.press('Escape');
    // The project is on another disk, and nothing hinders it.
    await tagOnce(page);
    await saved(page);
    await workbench.chooseMenu('File', 'Close project');
    await expect(page.locator('.start-view')).toBeVisible();
    disk.makeRoom();
    await workbench.quit();
    appendFileSync(join(userData, 'still there'), '');
    expect((await idsIn(project)).size).toBe(2);
    const again = await start({ userData });
    await expect(again.page.locator('.start-view, .window')).toBeVisible();
    await again.quit();
  } finally {
    disk.takeAway();
  }
  tell({
    tried: 'full disk: settings, and the copies an import keeps',
    times: 2,
    opened: 'refused in words; the project is not hindered',
  });
});

test('the disk is full when a project is closed and opened again', async ({ folder }) => {
  needs('linux', 'root', 'mount');
  const small = join(folder, 'small');
  const disk = smallDisk(small, '1m');
  const project = join(small, 'project');
  try {
    const store = await createProject(project, projectOf(1, 0));
    for (let number = 0; number < 20; number++) await store.commit('tag', tag(store.project, number));
    disk.fill();
    // The journal cannot be filed away; it stays as it is, and holds everything.
    await store.close();
    expect((await idsIn(project)).size).toBe(20);
    // What the lock took was free again.
    disk.fill();
    const closed = await openProject(project);
    expect(closed.readOnly).toBe('Nothing can be saved in this folder: the disk is full. Read only.');
    expect(closed.project.annotations.get('a1')).toHaveLength(20);
    await closed.close();
    disk.makeRoom();
    expect((await idsAfterOpening(project)).size).toBe(20);
  } finally {
    disk.takeAway();
  }
  tell({
    tried: 'full disk: checkpoint at closing, and opening',
    times: 2,
    acknowledged: 20,
    lost: 0,
    opened: 'the journal stays; opens read-only and says why; to write when there is room',
  });
});
