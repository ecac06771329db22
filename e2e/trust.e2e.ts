import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, kill, test } from './app';
import {
  annotationsOnDisk,
  articleFiles,
  articlesOnDisk,
  drawOver,
  HARBOUR,
  importFiles,
  MARKET,
  newProject,
  saved,
  selectText,
} from './desk';

test('a second app on the same project can read it, says who holds it, and changes nothing', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start();
  await newProject(first, project, 'Harbour');
  await importFiles(first, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await selectText(first.page, 'a forgery');
  await first.page.keyboard.press('m');
  await saved(first.page);

  const second = await start({ userData: join(folder, 'other-user'), folder: project });
  await expect(second.page.locator('.banner')).toContainText(/Read-only/);
  await expect(second.page.locator('.banner')).toContainText(/open/);
  await expect(second.page.locator('.mark')).toHaveCount(1);
  for (let key = 0; key < 4; key++) await second.page.keyboard.press('j');
  await second.page.keyboard.press('c');
  await expect(second.page.locator('.mark')).toHaveCount(1);
  await second.quit();

  await selectText(first.page, 'fourteen months');
  await first.page.keyboard.press('c');
  await saved(first.page);
  await first.quit();
  expect(
    annotationsOnDisk(project)
      .map(({ layer }) => layer)
      .sort(),
  ).toEqual(['claim', 'sentiment']);
});

test('asked by the system to go in the middle of a burst, it saves everything first', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const { app, page, ...first } = await start();
  await newProject({ app, page, ...first }, project, 'Harbour');
  await importFiles({ app, page, ...first }, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  for (let word = 0; word < 25; word++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(word % 2 === 0 ? 'c' : 's');
  }
  const shown = await page.locator('.mark').count();
  const ids = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll<HTMLElement>('[data-marks]')].flatMap(({ dataset }) =>
        dataset.marks!.split(' '),
      ),
    ),
  ]);
  expect(shown).toBeGreaterThan(10);
  const gone = new Promise((done) => app.process().once('exit', (code) => done(code)));
  app.process().kill('SIGTERM');
  expect(await gone).toBe(0);
  const kept = new Set(annotationsOnDisk(project).map(({ id }) => id));
  expect(ids.filter((id) => !kept.has(id))).toEqual([]);
  expect(readdirSync(project)).not.toContain('.lock');
});

test('killed in the middle of tagging, nothing that was acknowledged is lost', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const first = await start();
  await newProject(first, project, 'Harbour');
  await importFiles(first, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  const { page } = first;
  const acknowledged: string[] = [];
  await page.exposeFunction('told', (id: string) => acknowledged.push(id));
  await page.evaluate(() => {
    const told = (window as never as { told(id: string): void }).told;
    const status = document.querySelector('.saved')!;
    // The status bar is what a person goes by: when it says saved, all marks shown by then are acknowledged.
    new MutationObserver(() => {
      if (!/^Saved/.test(status.textContent?.trim() ?? '')) return;
      for (const mark of document.querySelectorAll<HTMLElement>('[data-marks]')) {
        for (const id of mark.dataset.marks!.split(' ')) told(id);
      }
    }).observe(document.querySelector('.status')!, { childList: true, subtree: true, characterData: true });
  });
  // A burst: words tagged as fast as keys go, and no pause before the end.
  for (let word = 0; word < 40; word++) {
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(word % 2 === 0 ? 'c' : 's');
  }
  await expect.poll(() => new Set(acknowledged).size).toBeGreaterThan(5);
  await kill(first.app);

  const again = await start({ folder: project });
  await expect(again.page.locator('.mark').first()).toBeVisible();
  await again.quit();
  const kept = new Set(annotationsOnDisk(project).map(({ id }) => id));
  expect([...new Set(acknowledged)].filter((id) => !kept.has(id))).toEqual([]);
});

test('a damaged file is recovered with a plain report, and set aside rather than overwritten', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start();
  await newProject(first, project, 'Harbour');
  await importFiles(first, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  for (const word of ['forgery', 'crane', 'certificate']) {
    await selectText(first.page, word);
    await first.page.keyboard.press('c');
  }
  await saved(first.page);
  await first.quit();
  expect(annotationsOnDisk(project)).toHaveLength(3);

  const path = join(project, 'project.json');
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, whole.length / 2));
  const files = readdirSync(join(project, 'annotations'), { recursive: true }).map(String);
  const annotationFile = join(project, 'annotations', files.find((name) => name.endsWith('.json'))!);
  writeFileSync(annotationFile, Buffer.alloc(4096));

  const second = await start({ folder: project });
  const report = second.page.getByRole('dialog');
  await expect(report).toContainText('project.json');
  await report.getByRole('button', { name: 'Close' }).last().click();
  await expect(second.page.locator('.mark')).toHaveCount(3);
  await second.quit();
  expect(annotationsOnDisk(project)).toHaveLength(3);
  expect(readdirSync(join(project, 'set-aside')).length).toBeGreaterThanOrEqual(2);
});

test('a batch with bad files says what is wrong with each and brings in the rest', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Mixed');
  const good = articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR, 'market.txt': MARKET });
  const bad = articleFiles(join(folder, 'in'), {
    'empty.txt': '',
    'picture.txt': '\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0',
    'sheet.xlsx': 'PK',
  });
  const western = join(folder, 'in', 'western.txt');
  writeFileSync(western, Buffer.from('He said \x93the quay is shut\x94 and the caf\xe9 too.\n', 'latin1'));
  await workbench.answerDialogs([...good, ...bad, western, join(folder, 'in', 'gone.txt')]);
  await workbench.chooseMenu('File', 'Add articles…');
  const dialog = page.getByRole('dialog');
  for (const name of ['empty.txt', 'picture.txt', 'sheet.xlsx', 'gone.txt'])
    await expect(dialog).toContainText(name);
  await page.getByRole('button', { name: 'Add 3 articles' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.item')).toHaveCount(3);
  await saved(page);
  await workbench.quit();
  const articles = articlesOnDisk(project);
  expect(articles.map(({ origin }) => origin.fileName).sort()).toEqual([
    'crane.txt',
    'market.txt',
    'western.txt',
  ]);
  expect(articles.find(({ origin }) => origin.fileName === 'western.txt')!.text).toContain(
    '“the quay is shut” and the café',
  );
});

test('a project held elsewhere is taken over only after a question, and the other window then says so', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const first = await start();
  await newProject(first, project, 'Harbour');
  await importFiles(first, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await saved(first.page);

  const second = await start({ userData: join(folder, 'other-user'), folder: project });
  const banner = second.page.locator('.banner');
  const answer = (button: number) =>
    second.app.evaluate(({ dialog }, response) => {
      dialog.showMessageBox = (async () => ({ response, checkboxChecked: false })) as never;
    }, button);
  await answer(0);
  await banner.getByRole('button', { name: 'Take the project over…' }).click();
  await expect(banner).toContainText('Read-only');
  await answer(1);
  await banner.getByRole('button', { name: 'Take the project over…' }).click();
  await expect(banner).toHaveCount(0);
  await selectText(second.page, 'a forgery');
  await second.page.keyboard.press('m');
  await saved(second.page);

  // It may have looked after its folder by now, and says so before anything is tried.
  await drawOver(first.page, 'fourteen months');
  await expect(first.page.locator('.palette, .banner').first()).toBeVisible();
  await first.page.keyboard.press('c');
  await expect(first.page.locator('.banner')).toContainText('taken over by another window');
  await second.quit();
  await first.quit();
  expect(annotationsOnDisk(project).map(({ layer }) => layer)).toEqual(['sentiment']);
});

test('what another program did to the folder is shown when the window comes to the front', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await saved(page);
  writeFileSync(join(project, 'project (conflicted copy).json'), 'theirs');
  await app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]!.emit('focus'));
  await expect(page.locator('.saved')).toHaveText(/^ ?A sync service .*conflicted copy/);
  await selectText(page, 'a forgery');
  await page.keyboard.press('m');
  await expect(page.locator('.card.focus')).toBeVisible();
  await workbench.quit();
  expect(annotationsOnDisk(project)).toHaveLength(1);
  expect(readFileSync(join(project, 'project (conflicted copy).json'), 'utf8')).toBe('theirs');
});

test('a page that comes back after a crash shows how things stand, and closing needs no room for settings', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await saved(page);
  writeFileSync(join(project, 'project (conflicted copy).json'), 'theirs');
  await app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]!.emit('focus'));
  await expect(page.locator('.saved')).toHaveText(/conflicted copy/);
  // A reload is what follows a crash; a crashed page itself cannot be asked again from here.
  await page.reload();
  await expect(page.locator('.saved')).toHaveText(/conflicted copy/);

  // Nothing can be written over a folder: the settings cannot be saved from here on.
  rmSync(join(workbench.userData, 'desk.json.bak'), { force: true });
  mkdirSync(join(workbench.userData, 'desk.json.bak', 'in the way'), { recursive: true });
  await workbench.chooseMenu('File', 'Close project');
  await expect(page.locator('.start-view')).toBeVisible();
  await workbench.quit();
  expect(readdirSync(project)).not.toContain('.lock');
});

test('an edit that main refuses is taken back, and never shown as saved', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await selectText(page, 'a forgery');
  await page.keyboard.press('m');
  await saved(page);
  /** Has main refuse the next commit, as it does when a row is not what a change expects. */
  await app.evaluate(({ ipcMain }) => {
    type Handler = (...args: unknown[]) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
    const commit = handlers.get('desktop:commit')!;
    handlers.set('desktop:commit', async () => {
      handlers.set('desktop:commit', commit);
      return { ok: false, message: '“tag claim” was not done.' };
    });
  });
  await selectText(page, 'fourteen months');
  await page.keyboard.press('c');
  await expect(page.locator('.notice')).toContainText('was not done');
  await expect(page.locator('.mark')).toHaveCount(1);
  await selectText(page, 'certificate');
  await page.keyboard.press('c');
  await expect(page.locator('.mark')).toHaveCount(2);
  await saved(page);

  // The project is let go behind the page's back, as when the window is closing.
  await page.evaluate(() => window.desktop.closeProject());
  await selectText(page, 'the crane');
  await page.keyboard.press('c');
  await expect(page.locator('.saved')).toHaveText(/Not saved: No project is open/);
  await workbench.quit();
  expect(
    annotationsOnDisk(project)
      .map(({ quote }) => quote)
      .sort(),
  ).toEqual(['a forgery', 'certificate']);
});
