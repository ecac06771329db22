import { createInterface } from 'node:readline';
import type { ElectronApplication } from '@playwright/test';
import type { Workbench } from '../app';
import { expect } from '../app';

/** The app's own IPC handlers, which Electron keeps in this map. */
interface Handlers {
  readonly _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>>;
}

/** Annotations that the app has acknowledged, as they are told; they outlive the app. */
export interface Acknowledged {
  /** Main answered the page that they are on the disk. */
  readonly answered: ReadonlySet<string>;
  /** The status bar said "Saved" while they were shown. */
  readonly shown: ReadonlySet<string>;
}

/**
 * Watches what the app acknowledges. It is told on the standard output of the app, which is a pipe: what was written
 * there before a kill -9 is still read after it.
 */
export async function observe({ app }: Workbench): Promise<Acknowledged> {
  const answered = new Set<string>();
  const shown = new Set<string>();
  createInterface({ input: app.process().stdout! }).on('line', (line) => {
    const [what, ...ids] = line.split(' ');
    for (const id of ids) if (what === 'ANSWERED') answered.add(id);
    for (const id of ids) if (what === 'SHOWN') shown.add(id);
  });
  await app.evaluate(({ ipcMain, webContents }) => {
    const handlers = (ipcMain as unknown as Handlers)._invokeHandlers;
    const commit = handlers.get('desktop:commit')!;
    handlers.set('desktop:commit', async (event, request) => {
      const result = (await commit(event, request)) as { ok: boolean };
      const rows = (request as { change: { annotations?: Record<string, [unknown, unknown]> } }).change
        .annotations;
      const ids = Object.entries(rows ?? {}).flatMap(([id, [, after]]) => (after ? [id] : []));
      if (result.ok && ids.length > 0) process.stdout.write(`\nANSWERED ${ids.join(' ')}\n`);
      return result;
    });
    for (const contents of webContents.getAllWebContents()) {
      contents.on('console-message', (...message: unknown[]) => {
        const text = String((message[0] as { message?: string }).message ?? message[2]);
        if (text.startsWith('SHOWN ')) process.stdout.write(`\n${text}\n`);
      });
    }
  });
  return { answered, shown };
}

/** What runs in the page: tags the words of the article as fast as the keys take it, and says what is shown saved. */
const BURST = `(() => {
  const told = new Set();
  const look = () => {
    if (!/^Saved/.test(document.querySelector('.saved')?.textContent.trim() ?? '')) return;
    const fresh = [...document.querySelectorAll('[data-marks]')]
      .flatMap((mark) => mark.dataset.marks.split(' ')).filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    if (fresh.length > 0) console.info('SHOWN ' + [...new Set(fresh)].join(' '));
  };
  new MutationObserver(look).observe(document.querySelector('.status'), { childList: true, subtree: true, characterData: true });
  const press = (key) => document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  window.bursting = true;
  const burst = async () => {
    for (let word = 0; window.bursting; word++) {
      press('ArrowRight');
      press('csm'[word % 3]);
      if (word % 4 === 0) press('2');
      // A breath now and then, as a person takes one: only then does the status bar get to say "Saved".
      await new Promise((done) => setTimeout(done, word % 12 === 11 ? 120 : 0));
    }
  };
  void burst();
})()`;

/** Begins to tag without end in the app's page. By way of main, so that it also works in a page that came back. */
export async function beginBurst(app: ElectronApplication): Promise<void> {
  await inPage(app, BURST);
}

/** Asks the page for the value of an expression; throws while it is gone. */
export async function inPage<Value>(app: ElectronApplication, code: string): Promise<Value> {
  return (await app.evaluate(async ({ BrowserWindow }, source) => {
    const [window] = BrowserWindow.getAllWindows();
    // A page that went while it was asked never answers.
    const late = new Promise((_, fail) => setTimeout(() => fail(new Error('no answer')), 8000));
    return Promise.race([window!.webContents.executeJavaScript(source) as Promise<unknown>, late]);
  }, code)) as Value;
}

/** Kills the page's process and waits until another page stands in its place. */
export async function killPage(app: ElectronApplication): Promise<void> {
  const page = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents;
      const here = !contents.isCrashed() && !contents.isLoading();
      return here ? contents.getOSProcessId() : 0;
    });
  const old = await page();
  process.kill(old, 'SIGKILL');
  await expect.poll(async () => ![0, old].includes(await page())).toBe(true);
}
