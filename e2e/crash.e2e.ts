import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import type { Workbench } from './app';
import { expect, test } from './app';
import {
  annotationsOnDisk,
  articleFiles,
  HARBOUR,
  importFiles,
  MARKET,
  newProject,
  saved,
  selectText,
} from './desk';

const LONG = `A very long day at the harbour\n\n${Array.from(
  { length: 120 },
  (_, index) =>
    `Paragraph ${index + 1}: the crane stood still, the ferry waited, and nobody on the quay said why.`,
).join('\n\n')}`;

/** What an expression gives in the window's page; Playwright's own page is gone with the process that was killed. */
function inPage<Value>(app: ElectronApplication, expression: string): Promise<Value> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      Promise.race([
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(code),
        // A page that has just stopped never answers.
        new Promise((late) => setTimeout(() => late('no answer'), 1000)),
      ]),
    expression,
  ) as Promise<Value>;
}

/** Ends the page's process at once, as a crash would. */
async function killPage(app: ElectronApplication): Promise<void> {
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
  );
  process.kill(pid, 'SIGKILL');
}

const TOP = `(() => {
  const root = document.querySelector('.scroller');
  const { top } = root.getBoundingClientRect();
  const first = [...root.querySelectorAll('[data-start]')].find((block) => block.getBoundingClientRect().bottom > top);
  return { text: first.textContent, top: first.getBoundingClientRect().top - top };
})()`;
/** The first paragraph in sight, and where its upper edge is, in pixels below that of the pane. */
type Top = { readonly text: string; readonly top: number };

test('a window whose process is killed comes back to article, place and selection, with nothing lost', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'a.txt': HARBOUR, 'b.txt': LONG }));
  await page.getByRole('option', { name: /A very long day/ }).click();
  await page.locator('.scroller').evaluate((node) => node.scrollTo(0, 4000));
  await selectText(page, 'Paragraph 60: the crane');
  await page.keyboard.press('c');
  await saved(page);
  await selectText(page, 'Paragraph 61: the crane', 'the ferry waited');
  const selected = await page.evaluate(() => String(getSelection()));
  await expect.poll(async () => ((await page.evaluate(TOP)) as Top).text).toContain('Paragraph 5');
  const before = (await page.evaluate(TOP)) as Top;
  // What is told to main lags a moment behind.
  await expect
    .poll(() =>
      page.evaluate(() => new Promise((done) => setTimeout(() => done(String(getSelection())), 400))),
    )
    .toBe(selected);

  await killPage(app);
  const shown = '[...document.querySelectorAll(".notice")].map((node) => node.textContent).join()';
  await expect.poll(() => inPage(app, shown)).toContain('The window stopped and was started anew.');
  expect(await inPage(app, 'document.querySelectorAll("[role=dialog]").length')).toBe(0);
  expect(await inPage(app, 'document.querySelector(".item[aria-selected=true]").textContent')).toContain(
    'A very long day',
  );
  expect(await inPage(app, 'document.querySelectorAll(".mark").length')).toBeGreaterThan(0);
  await expect.poll(() => inPage(app, 'String(getSelection())')).toBe(selected);
  // To the pixel but for what fractions of one do.
  await expect
    .poll(async () => {
      const { text, top } = await inPage<Top>(app, TOP);
      return text === before.text && Math.abs(top - before.top) < 4 ? 'there' : { text, top };
    })
    .toBe('there');

  // Work goes on where it stopped: the selection is tagged.
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    webContents.focus();
    for (const type of ['keyDown', 'char', 'keyUp'] as const)
      webContents.sendInputEvent({ type, keyCode: 'q' });
  });
  await expect.poll(() => inPage(app, 'document.querySelector(".saved").textContent')).toMatch(/Saved \d/);
  await workbench.quit();
  expect(
    annotationsOnDisk(project)
      .map(({ layer, quote }) => `${layer}: ${quote}`)
      .sort(),
  ).toEqual(['claim: Paragraph 60: the crane', `quote: ${selected}`]);
});

test('what was being typed when the window stopped is there to be copied', async ({ start, folder }) => {
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, join(folder, 'project'), 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'a.txt': HARBOUR }));
  await selectText(page, 'a forgery');
  await page.keyboard.press('c');
  await page.keyboard.press('n');
  const field = page.locator('textarea:focus');
  await field.fill('He said this twice, and the second time he laughed.');
  await expect(field).toHaveValue(/laughed/);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  );
  const dialog = 'document.querySelector("[role=dialog]")?.textContent ?? ""';
  await expect
    .poll(() => inPage(app, dialog))
    .toContain('He said this twice, and the second time he laughed.');
  await expect.poll(() => inPage(app, dialog)).toContain('What you were typing');
  await workbench.quit();
});

test('a reading process that is killed costs nothing: another does what it was doing', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, project, 'Harbour');
  const many = Object.fromEntries(
    Array.from({ length: 150 }, (_, index) => [`${index}.txt`, `Number ${index}\n\n${MARKET}\n\n${LONG}`]),
  );
  await workbench.answerDialogs(articleFiles(join(folder, 'many'), many));
  await workbench.chooseMenu('File', 'Add articles…');
  const reader = () =>
    app.evaluate(
      ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Marginalia reader')?.pid,
    );
  await expect.poll(reader).toBeTruthy();
  process.kill((await reader())!, 'SIGKILL');
  const add = page.getByRole('button', { name: /^Add \d+ articles$/ });
  await expect(add).toBeVisible({ timeout: 60_000 });
  // What it was doing was done again by another: nothing is missing, and nothing is said.
  await expect(add).toHaveText('Add 150 articles');
  await expect(page.getByRole('dialog')).not.toContainText('not affected');
  await add.click();
  await expect(page.locator('.project-name')).toContainText('150 articles');
  await saved(page);

  const next = await reader();
  if (next) process.kill(next, 'SIGKILL');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'crane.txt': HARBOUR }));
  await expect(page.locator('.project-name')).toContainText('151 articles');
  await workbench.quit();
});

test('a searching process that is killed is started again by the next question', async ({
  start,
  folder,
}) => {
  const workbench = await start();
  const { app, page } = workbench;
  await newProject(workbench, join(folder, 'project'), 'Harbour');
  await importFiles(workbench, articleFiles(join(folder, 'in'), { 'a.txt': HARBOUR, 'b.txt': LONG }));
  await page.keyboard.press('Control+Shift+f');
  const field = page.getByRole('searchbox', { name: 'Search all articles' });
  const lines = page.getByRole('listbox', { name: 'Matches' }).getByRole('option');
  await field.fill('certificate');
  await expect(lines).toHaveCount(1);
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ name }) => name === 'Marginalia search')?.pid,
  );
  process.kill(pid!, 'SIGKILL');
  await field.fill('forgery');
  await expect(lines).toHaveCount(1);
  await expect(lines.first()).toContainText('forgery');
  await workbench.quit();
});

/** Answers message boxes with the buttons so named, one after the other; what they asked is kept in main. */
async function answerBoxes(app: ElectronApplication, buttons: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, wanted) => {
    const world = globalThis as { asked?: string[] };
    world.asked = [];
    const left = [...wanted];
    dialog.showMessageBox = (async (_window: unknown, box: Electron.MessageBoxOptions) => {
      world.asked!.push(box.message);
      return { response: box.buttons!.indexOf(left.shift()!), checkboxChecked: false };
    }) as never;
  }, buttons);
}

const asked = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);

/** A project of one article with one claim, saved. */
async function oneClaim(workbench: Workbench, project: string): Promise<void> {
  await newProject(workbench, project, 'Harbour');
  await importFiles(workbench, articleFiles(join(project, '../in'), { 'a.txt': HARBOUR }));
  await selectText(workbench.page, 'a forgery');
  await workbench.page.keyboard.press('c');
  await saved(workbench.page);
}

const MARKS = 'document.querySelectorAll(".mark").length';

test('a window that stops again and again asks, and may be tried once more or closed', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app } = workbench;
  await oneClaim(workbench, project);
  await answerBoxes(app, ['Try once more', 'Close the window']);
  const child = app.process();
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  for (const times of [0, 0, 1]) {
    await expect.poll(() => inPage(app, MARKS)).toBe(1);
    await killPage(app);
    await expect.poll(async () => (await asked(app)).length).toBe(times);
  }
  expect(await asked(app)).toEqual(['This window stopped several times within a minute']);
  await expect.poll(() => inPage(app, MARKS)).toBe(1);
  await killPage(app);
  await gone;
  expect(annotationsOnDisk(project).map(({ layer }) => layer)).toEqual(['claim']);
});

test('a window that does not answer is started anew when its person says so', async ({ start, folder }) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { app } = workbench;
  await oneClaim(workbench, project);
  await answerBoxes(app, ['Start it anew']);
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!;
    void webContents.executeJavaScript('for (;;);').catch(() => {});
  });
  // Chromium tells of no page that a debugger, such as this test, is attached to: the page does hang, and we tell.
  expect(await inPage(app, MARKS)).toBe('no answer');
  await app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]!.emit('unresponsive'));
  await expect.poll(() => asked(app)).toEqual(['This window does not answer']);
  await expect.poll(() => inPage(app, MARKS)).toBe(1);
  await workbench.quit();
  expect(annotationsOnDisk(project).map(({ layer }) => layer)).toEqual(['claim']);
});
