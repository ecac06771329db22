import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { _electron, test as base, expect } from '@playwright/test';

/** The checkout, which is also the app's folder. */
export const ROOT = resolve(import.meta.dirname, '..');

/** A running workbench: the built app in a real Electron. */
export interface Workbench {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The folder that stands for the person's settings. */
  readonly userData: string;
  /** Closes the window as a person would and waits until the process has gone. */
  quit(): Promise<void>;
  /** What the next native dialogs answer; null = cancelled. */
  answerDialogs(paths: readonly string[] | null): Promise<void>;
  /** Chooses an entry of the native menu bar by its label, as the menu shows it. */
  chooseMenu(menu: string, label: string): Promise<void>;
  /** The labels of a native menu, disabled ones in brackets. */
  menuLabels(menu: string): Promise<readonly string[]>;
}

export interface LaunchOptions {
  readonly userData: string;
  /** Opened at the start, as from the command line. */
  readonly folder?: string;
  readonly args?: readonly string[];
  /** Started in Electron's place, with Electron's arguments. */
  readonly program?: string;
}

/**
 * The app, whose `evaluate` asks again where V8 dropped the answer: the inspector holds answers weakly, and in a busy
 * main process the collector may come first. The question was carried out by then, so ask only what may be asked twice.
 */
function patient(app: ElectronApplication): ElectronApplication {
  const ask = app.evaluate.bind(app) as (...question: unknown[]) => Promise<unknown>;
  const again = async (...question: unknown[]): Promise<unknown> =>
    ask(...question).catch((error: Error) => {
      if (!error.message.includes('promise was garbage collected')) throw error;
      return again(...question);
    });
  app.evaluate = again as ElectronApplication['evaluate'];
  return app;
}

/** Starts the app; the caller quits it. */
export async function launch({ userData, folder, args = [], program }: LaunchOptions): Promise<Workbench> {
  const app = patient(
    await _electron.launch({
      args: [ROOT, `--user-data-dir=${userData}`, '--lang=en-GB', ...args, ...(folder ? [folder] : [])],
      cwd: ROOT,
      ...(program !== undefined && { executablePath: program }),
      env: { ...(process.env as Record<string, string>), LANG: 'en_GB.UTF-8', TZ: 'UTC' },
    }),
  );
  const child = app.process();
  const page = await app.firstWindow();
  await page.waitForSelector('.window, .start-view');
  return {
    app,
    page,
    userData,
    async quit() {
      const gone = new Promise<void>((done) => child.once('exit', () => done()));
      await app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.close();
      });
      await gone;
    },
    async answerDialogs(paths) {
      await app.evaluate(({ dialog }, answer) => {
        const canceled = answer === null;
        dialog.showOpenDialog = (async () => ({ canceled, filePaths: answer ?? [] })) as never;
        dialog.showSaveDialog = (async () => ({ canceled, filePath: answer?.[0] ?? '' })) as never;
      }, paths);
    },
    async chooseMenu(menu, label) {
      const ticket = randomUUID();
      // The menu bar follows the window's state a moment behind.
      await expect
        .poll(() =>
          app.evaluate(
            ({ Menu }, [name, wanted, chosen]) => {
              const world = globalThis as { chosen?: string };
              if (world.chosen === chosen) return 'chosen';
              const items =
                Menu.getApplicationMenu()?.items.find((next) => next.label === name)?.submenu?.items ?? [];
              const item = items.find((next) => next.label === wanted);
              if (!item?.enabled) return `${name} > ${wanted}: ${item ? 'disabled' : 'not there'}`;
              world.chosen = chosen;
              item.click();
              return 'chosen';
            },
            [menu, label, ticket] as const,
          ),
        )
        .toBe('chosen');
    },
    async menuLabels(menu) {
      return app.evaluate(({ Menu }, name) => {
        const items =
          Menu.getApplicationMenu()?.items.find((next) => next.label === name)?.submenu?.items ?? [];
        return items
          .filter(({ type }) => type !== 'separator')
          .map(({ label, enabled }) => (enabled ? label : `(${label})`));
      }, menu);
    },
  };
}

/** Ends the app at once, as a crash would, and waits until it has gone. */
export async function kill(app: ElectronApplication): Promise<void> {
  const child = app.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGKILL');
  await gone;
}

/** A test with a folder of its own that is removed afterwards, and a way to start the app in it. */
export const test = base.extend<{
  folder: string;
  start: (options?: Partial<LaunchOptions>) => Promise<Workbench>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'marginalia-e2e-'));
    await use(folder);
    // Chromium's helpers write to their cache for a moment after the app has gone.
    await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  },
  start: async ({ folder }, use) => {
    const running: Workbench[] = [];
    await use(async (options = {}) => {
      const workbench = await launch({ userData: join(folder, 'user'), ...options });
      running.push(workbench);
      return workbench;
    });
    for (const { app } of running) await app.close();
  },
});
export { expect };
