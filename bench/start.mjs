/** The built app started with the sample project, and an empty Electron window, in turns. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { _electron, chromium } from 'playwright';
import { isRoot } from '../scripts/prepare.mjs';
import { memoryOfAll } from './processes.mjs';

const EMPTY = fileURLToPath(new URL('empty', import.meta.url));
/** So long after its first frame an app has done what it does at the start (ms). */
const SETTLED = 3_000;

/**
 * `{ ours: [{ shown, memory }], empty: […] }`: from the start of the process to the first frame with content, or to the
 * end of the last long task after it (ms), and the proportional memory of all processes (bytes, null where unknown).
 * The first start of each, which fills the caches, does not count.
 */
export async function measureStart(root, executable, env, rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'marginalia-bench-'));
  try {
    await makeSample(root, folder, env);
    const apps = { ours: { app: root, ready: '.article-item' }, empty: { app: EMPTY, ready: 'p' } };
    const found = { ours: [], empty: [] };
    for (let round = 0; round <= rounds; round++)
      for (const [name, { app, ready }] of Object.entries(apps)) {
        const one = await started(executable, app, join(folder, name), ready, env);
        if (round > 0) found[name].push(one);
      }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

const options = (userData) => [
  `--user-data-dir=${userData}`,
  '--lang=en-GB',
  ...(isRoot ? ['--no-sandbox'] : []),
];

/** The app opens at its next start what was open last. */
async function makeSample(root, folder, env) {
  const app = await _electron.launch({
    args: [root, ...options(join(folder, 'ours'))],
    cwd: root,
    env: { ...process.env, ...env },
  });
  const page = await app.firstWindow();
  await page.waitForSelector('.start-view');
  await page.evaluate(
    (where) => window.desktop.createProject({ name: 'Sample', sample: true, folder: where }),
    join(folder, 'sample'),
  );
  await app.close();
}

/** Nobody looks on while it starts: it is asked afterwards when its frames were. */
async function started(executable, app, userData, ready, env) {
  const began = Date.now();
  const child = spawn(executable, [app, ...options(userData), '--remote-debugging-port=0'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = new Promise((done) => child.once('exit', done));
  try {
    const address = await new Promise((done, fail) => {
      let said = '';
      child.stderr.on('data', (text) => {
        said += text;
        const found = /DevTools listening on (ws:\S+)/.exec(said);
        if (found) done(found[1]);
      });
      child.once('exit', () => fail(new Error(`${app} did not start: ${said}`)));
    });
    await pause(SETTLED);
    const memory = memoryOfAll(child.pid);
    const browser = await chromium.connectOverCDP(address);
    const [page] = browser.contexts()[0].pages();
    await page.waitForSelector(ready);
    const shown = (await page.evaluate(settledAt)) - began;
    await browser.close();
    return { shown, memory };
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}

/** In the page: the first frame with content, or the end of a long task that goes on over it (ms since 1970). */
async function settledAt() {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  const tasks = await new Promise((done) => {
    const late = setTimeout(() => done([]), 500);
    new PerformanceObserver((list) => {
      clearTimeout(late);
      done(list.getEntries());
    }).observe({ type: 'longtask', buffered: true });
  });
  const ends = tasks
    .filter(({ startTime }) => startTime < paint.startTime + 500)
    .map(({ startTime, duration }) => startTime + duration);
  return performance.timeOrigin + Math.max(paint.startTime, ...ends);
}
