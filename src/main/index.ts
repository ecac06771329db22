import { join, resolve } from 'node:path';
import { app, BrowserWindow, Menu, session } from 'electron';
import type { AfterCrash } from './crash-watch';
import { createCrashWatch } from './crash-watch';
import { createDesk } from './desk';
import { mayLeaveUnsaved, mayStartAgain, mayStopPage } from './dialogs';
import { electronWorker } from './import/electron-worker';
import { createStaging } from './import/staging';
import { createWorkerHost } from './import/worker-host';
import { serve } from './ipc';
import { LAST_WORD, leave, within } from './leave';
import { PARSERS } from './parsers';
import { registerScheme, serveApp } from './protocol';
import { createSearcher } from './search/searcher';
import type { Shared, WindowService } from './service';
import { createService } from './service';
import { wallSession } from './walls';
import { openWindow } from './window';

/** Wiring only: what exists, in which order it comes up, and how it goes down. */

/** The development server of electron-vite; absent in a built app. */
const devOrigin = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** The system asked the app to go: nobody is there to answer a question. */
let terminated = false;

const services = new Map<number, WindowService>();
const menus = new Map<number, Menu>();

app.setName('Marginalia');
registerScheme();

if (!app.requestSingleInstanceLock({ argv: process.argv })) {
  app.quit();
} else {
  // Not awaited at the top level: Electron is ready only after this module has been evaluated.
  void app.whenReady().then(start);
}

async function start(): Promise<void> {
  wallSession(session.defaultSession, devOrigin);
  serveApp(join(import.meta.dirname, '../renderer'));
  const desk = await createDesk(app.getPath('userData'), startFolder(process.argv));
  const worker = createWorkerHost(electronWorker('worker'));
  const staging = createStaging({ parent: join(app.getPath('userData'), 'imports'), host: worker });
  const shared: Shared = {
    desk,
    staging,
    worker,
    newExporter: () => createWorkerHost(electronWorker('worker')),
    newSearcher: () => createSearcher(electronWorker('search-worker')),
    newWindow: () => open(),
    showMenu(window, menu) {
      menus.set(window.id, menu);
      if ((BrowserWindow.getFocusedWindow() ?? window) === window) Menu.setApplicationMenu(menu);
    },
  };
  serve((sender) => services.get(sender.id)?.api, PARSERS, devOrigin);
  Menu.setApplicationMenu(null);

  const open = () => {
    const window = openWindow(
      desk.now().window,
      devOrigin,
      (state) => void desk.save({ window: state }).catch(() => {}),
    );
    const service = createService(window, shared);
    const { id } = window.webContents;
    services.set(id, service);
    let closed = false;
    // A window goes only after the disk has what was done in it, or its person says so.
    const go = async () => {
      const mayLeave = (problem: string) => mayLeaveUnsaved(window, problem);
      if (!(await leave({ ...service, mayLeave, isTerminated: () => terminated }))) return;
      closed = true;
      window.close();
    };
    window.on('close', (event) => {
      if (closed) return;
      event.preventDefault();
      void go();
    });
    const number = window.id;
    window.on('closed', () => {
      services.delete(id);
      menus.delete(number);
    });
    window.on('focus', () => {
      void service.look();
      const menu = menus.get(window.id);
      if (menu) Menu.setApplicationMenu(menu);
    });
    // Everything acknowledged is on disk, and main still has the project: show it again.
    const crashed = createCrashWatch(() => performance.now());
    const showAgain = async (how: AfterCrash) => {
      if (how === 'ask' && !(await mayStartAgain(window))) {
        await within(LAST_WORD, service.close(), undefined);
        return window.destroy();
      }
      service.pageStopped(how === 'back' ? 'back' : 'anew');
      if (!window.isDestroyed()) window.webContents.reload();
    };
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !window.isDestroyed()) void showAgain(crashed());
    });
    window.on('unresponsive', async () => {
      if (await mayStopPage(window)) window.webContents.forcefullyCrashRenderer();
    });
  };
  open();
  app.on('second-instance', (_event, argv, cwd) => {
    desk.offerStartFolder(startFolder(argv, cwd));
    open();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => {
    staging.dispose();
    worker.dispose();
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      terminated = true;
      app.quit();
    });
  }
}

/** The project folder named on the command line, if any: the last argument that is not a switch or the app itself. */
function startFolder(argv: readonly string[], cwd = process.cwd()): string | null {
  const named = argv
    .slice(1)
    .filter((argument) => !argument.startsWith('-'))
    .map((argument) => resolve(cwd, argument))
    .filter(
      (path) =>
        path !== app.getAppPath() &&
        path !== process.execPath &&
        !path.endsWith('.js') &&
        !path.endsWith('.mjs'),
    );
  return named.at(-1) ?? null;
}
