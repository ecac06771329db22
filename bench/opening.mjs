/** A large project opened in the built app as a person would, from the key to a library that answers a click. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright';
import { isRoot } from '../scripts/prepare.mjs';
import { memoryOf } from './processes.mjs';

/** How long opening may take at most (ms). */
const LONGEST = 300_000;

/**
 * Opens it so often, each time in an app that was just started, with its files in the system's cache:
 * `[{ stood, answered, frames, memory: { rss, pss, peak } }]`, times in ms from the key, memory of the main process in bytes.
 */
export async function measureOpening(root, project, env, rounds) {
  const found = [];
  for (let round = 0; round < rounds; round++) found.push(await once(root, project, env));
  return found;
}

async function once(root, project, env) {
  const userData = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
  const app = await _electron.launch({
    args: [root, `--user-data-dir=${userData}`, '--lang=en-GB', ...(isRoot ? ['--no-sandbox'] : [])],
    cwd: root,
    env: { ...process.env, ...env },
  });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(LONGEST);
    await page.waitForSelector('.start-view');
    await app.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] });
    }, project);
    await page.evaluate(watch);
    await page.keyboard.press('Control+o');
    const { stood, answered, frames } = await page.evaluate(() => window.measured);
    return { stood, answered, frames, memory: memoryOf(app.process().pid) };
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** In the page: clicks the second article as soon as the list stands, and waits until it is in the reader. */
function watch() {
  window.measured = new Promise((done) => {
    let began;
    let last;
    let stood;
    const frames = [];
    const look = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      const items = document.querySelectorAll('.article-item');
      const title = items[1]?.querySelector('b').textContent;
      if (stood === undefined && items.length > 1) {
        stood = now - began;
        items[1].click();
      } else if (
        stood !== undefined &&
        items[1].classList.contains('open') &&
        document.querySelector('article')?.textContent.includes(title)
      ) {
        return done({ stood, answered: now - began, frames });
      }
      requestAnimationFrame(look);
    };
    addEventListener(
      'keydown',
      (event) => {
        if (event.key !== 'o') return;
        began = last = performance.now();
        requestAnimationFrame(look);
      },
      { capture: true },
    );
  });
}
