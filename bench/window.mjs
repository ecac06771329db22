/** The built app itself, used as a person would, with every frame of its window counted. */
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { isRoot } from '../scripts/prepare.mjs';
import { note, root } from '../scripts/run.mjs';
import { withDisplay } from '../scripts/xvfb.mjs';
import { measureOpening } from './opening.mjs';
import { measureStart } from './start.mjs';

/** How long an import or an export may take at most (ms). */
const LONGEST = 600_000;

/** What each part does in the app, and the project it is done in; tagging leaves it changed, and comes last. */
const PARTS = {
  import: { project: 'empty', use: importing },
  export: { project: 'full', use: exporting },
  tag: { project: 'full', use: tagging },
};

/** `{ import: { articles, frames }, export: … }`, the parts that the plan has; frames in ms. */
export async function measureWindow(folder, plan, env) {
  const parts = Object.keys(PARTS).filter((part) => plan.parts.includes(part));
  if (parts.length === 0 || !existsSync(folder)) return {};
  const measured = {};
  await withDisplay(async (display) => {
    for (const part of parts) {
      const { project, use } = PARTS[part];
      measured[part] = await inApp(join(folder, project), { ...env, ...display }, (app, page) =>
        use(app, page, folder),
      );
      measured[part].articles = plan.exported;
      note(`window during ${part}: longest frame ${Math.max(...measured[part].frames).toFixed(0)} ms`);
    }
  });
  return measured;
}

/** A large project opened, and the app started beside an empty window; undefined what the plan does not have. */
export async function measureBeginnings(folder, plan, electron, env) {
  const measured = {};
  await withDisplay(async (display) => {
    const around = { ...env, ...display };
    if (plan.parts.includes('project') && existsSync(folder)) {
      const openings = await measureOpening(root, join(folder, 'full'), around, plan.openings);
      measured.project = { articles: plan.exported, openings };
      note(`open a project: ${openings.map(({ answered }) => answered.toFixed(0)).join(', ')} ms`);
    }
    if (plan.parts.includes('start')) {
      measured.start = await measureStart(root, electron.executable, around, plan.openings);
      note(`start: ${measured.start.ours.map(({ shown }) => shown.toFixed(0)).join(', ')} ms`);
    }
  });
  return measured;
}

async function inApp(project, env, use) {
  const userData = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${userData}`, '--lang=en-GB', ...(isRoot ? ['--no-sandbox'] : []), project],
    cwd: root,
    env: { ...process.env, ...env },
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(LONGEST);
    await page.waitForSelector('.window');
    return await use(app, page);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** JSON Lines of everything, from pressing the button to the note that it is done. */
async function exporting(app, page, folder) {
  await answer(app, [join(folder, 'out')]);
  await page.keyboard.press('Control+e');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('JSON Lines', { exact: true }).click();
  await page.waitForFunction(() => document.querySelector('.export .stale') === null);
  return counted(page, async () => {
    await dialog.getByRole('button', { name: /^Export \d/ }).click();
    await dialog.getByRole('button', { name: 'Show in folder' }).waitFor();
  });
}

/** Text files, from choosing them to all of them on the disk. */
async function importing(app, page, folder) {
  const files = join(folder, 'files');
  await answer(
    app,
    readdirSync(files).map((name) => join(files, name)),
  );
  return counted(page, async () => {
    await page.keyboard.press('Control+i');
    await page.getByRole('button', { name: /^Add [\d,]+ articles?$/ }).click();
    await page.waitForFunction(() =>
      /Saved \d|All on disk/.test(document.querySelector('.saved')?.textContent ?? ''),
    );
  });
}

/** All matches of a word in most of the articles, from pressing the layer's button to all of them on the disk. */
async function tagging(_app, page) {
  await page.keyboard.press('Control+Shift+f');
  await page.getByRole('searchbox', { name: 'Search all articles' }).fill('minister');
  await page.getByText(/^[\d,]+ matches in/).waitFor();
  await page.waitForFunction(() => document.querySelector('.search-progress') === null);
  await page.getByRole('listbox', { name: 'Matches' }).focus();
  await page.keyboard.press('Control+a');
  const layer = page.getByRole('button', { name: /^Tag [\d,]+ matches as claim$/ });
  await layer.waitFor();
  return counted(page, async () => {
    await layer.click();
    await page.getByText(/^Tagged [\d,]+ matches/).waitFor();
    await page.waitForFunction(() => /Saved \d/.test(document.querySelector('.saved')?.textContent ?? ''));
  });
}

function answer(app, filePaths) {
  return app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: paths });
  }, filePaths);
}

/** The times between the frames while something is done. */
async function counted(page, task) {
  await page.evaluate(() => {
    const frames = [];
    let last = performance.now();
    const next = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (window.counting) requestAnimationFrame(next);
    };
    Object.assign(window, { counting: true, frames });
    requestAnimationFrame(next);
  });
  await task();
  const frames = await page.evaluate(() => {
    window.counting = false;
    return window.frames;
  });
  return { frames };
}
