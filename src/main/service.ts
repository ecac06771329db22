import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, shell } from 'electron';
import { codebookFile } from '../core/formats/codebook-file';
import { emptyProject } from '../core/project/empty';
import type { DesktopApi, OpenProject, Result } from '../shared/api';
import { readCodebookAt, writeCodebook } from './codebook-at';
import type { Desk } from './desk';
import {
  askForCodebook,
  askForCodebookPlace,
  askForFolder,
  askForImport,
  askForNewFolder,
  mayTakeOver,
} from './dialogs';
import type { Staging } from './import/staging';
import type { WorkerHost } from './import/worker-host';
import { send } from './ipc';
import { buildMenu } from './menu';
import type { MadeProject } from './sample';
import { makeSample } from './sample';
import type { Searcher } from './search/searcher';
import { codeOf, sayWhy } from './store/disk-errors';
import type { ProjectStore } from './store/project-store';
import { createProject, openProject } from './store/project-store';
import { writeExport } from './write-export';

/** Everything one window can ask of main, and what must happen when it goes. */
export interface WindowService {
  readonly api: DesktopApi;
  /** Has the page hand over what is still being typed; resolves when that has arrived. */
  leaveFields(): Promise<void>;
  /** Looks at the project's folder for what other programs did there while the window was away. */
  look(): Promise<void>;
  /** Waits for the disk; resolves with what stands in the way of saving everything, or null. */
  unsaved(): Promise<string | null>;
  /** Lets go of the project when the disk has all of it, or after 5 s. */
  close(): Promise<void>;
}

/** What the windows of one app share. */
export interface Shared {
  readonly desk: Desk;
  readonly staging: Staging;
  /** The process in which files are read and exports are put together. */
  readonly worker: WorkerHost;
  /** A process for the texts of one window's project. */
  readonly newSearcher: () => Searcher;
  /** Called when a window's menu has changed; the menu bar belongs to the window in front. */
  readonly newWindow: () => void;
  readonly showMenu: (window: BrowserWindow, menu: Electron.Menu) => void;
}

/** An export may take as long as it moves, within reason (ms), and hold a large project twice (bytes). */
const LONGEST_EXPORT = 10 * 60_000;
const LARGEST_EXPORT = 4 * 1024 ** 3;

/** What is said of an error; `what` begins the sentence where it is the disk that refused. */
function failed(error: unknown, what = 'This could not be done'): { ok: false; message: string } {
  if (codeOf(error) !== undefined) return { ok: false, message: `${what}: ${sayWhy(error)}.` };
  return { ok: false, message: error instanceof Error ? error.message : String(error) };
}
const done = <Value>(value: Value): Result<Value> => ({ ok: true, value });

/** The implementation of the contract for one window. */
export function createService(window: BrowserWindow, shared: Shared): WindowService {
  const { desk, staging, worker } = shared;
  const contents = window.webContents;
  let store: ProjectStore | null = null;
  let stopListening = () => {};
  let importing = new AbortController();
  let exporting = new AbortController();
  let fieldsLeft = () => {};
  let searcher: Searcher | null = null;

  const close = async (): Promise<void> => {
    const old = store;
    store = null;
    stopListening();
    searcher?.dispose();
    searcher = null;
    await old?.close();
  };

  const shown = (open: ProjectStore, report: readonly string[]): OpenProject => {
    // What the page knew was of another project, or went with its process.
    send(contents, 'saveState', open.saveState);
    const { folder, project, readOnly, held } = open;
    return { folder, project, readOnly, held, report };
  };

  const opened = (next: ProjectStore): OpenProject => {
    store = next;
    stopListening = next.onSaveState((state) => send(contents, 'saveState', state));
    void desk.opened(next.folder, next.project.info.name);
    window.setTitle(`${next.project.info.name} – Marginalia`);
    return shown(next, next.report);
  };

  const open = async (folder: string, takeOver = false): Promise<OpenProject> => {
    // The same folder again must first be let go, or it would be found locked by ourselves.
    if (store && resolve(store.folder) === resolve(folder)) await close();
    const next = await openProject(folder, { takeOver });
    await close();
    return opened(next);
  };

  const need = (): ProjectStore => {
    if (!store) throw new Error('No project is open.');
    return store;
  };

  const api: DesktopApi = {
    async startup() {
      const { settings, recent, last } = desk.now();
      const named = desk.takeStartFolder() ?? (store ? null : last);
      let problem: string | null = null;
      let project: OpenProject | null = null;
      if (store) project = await api.currentProject();
      else if (named !== null) {
        try {
          project = await open(named);
        } catch (error) {
          problem = `“${named}” could not be opened. ${failed(error).message}`;
        }
      }
      return {
        settings,
        recent,
        open: project,
        problem,
        platform: process.platform,
        version: app.getVersion(),
      };
    },
    async saveSettings(settings) {
      try {
        await desk.save({ settings });
        return done(null);
      } catch (error) {
        return failed(error, 'Your settings are not saved');
      }
    },
    async createProject({ name, sample, folder }) {
      try {
        const where = folder ?? (await askForNewFolder(window, name, app.getPath('documents')));
        if (where === null) return done(null);
        const at = new Date().toISOString();
        const { annotator } = desk.now().settings;
        const made: MadeProject = sample
          ? await makeSample(staging, annotator, at)
          : {
              project: emptyProject(
                { id: `p${randomBytes(8).toString('hex')}`, name, note: '', createdAt: at },
                annotator,
              ),
              originals: new Map<string, Uint8Array>(),
            };
        const next = await createProject(where, made.project, made.originals);
        await close();
        return done(opened(next));
      } catch (error) {
        return failed(error);
      }
    },
    async openProject({ folder }) {
      try {
        const where = folder ?? (await askForFolder(window, 'Open a project', 'Open'));
        return done(where === null ? null : await open(where));
      } catch (error) {
        return failed(error);
      }
    },
    async takeOverProject() {
      try {
        const { folder, held, readOnly } = need();
        if (!held || readOnly === null || !(await mayTakeOver(window, readOnly))) return done(null);
        return done(await open(folder, true));
      } catch (error) {
        return failed(error);
      }
    },
    async closeProject() {
      try {
        await close();
        // The project is closed, whether or not the disk takes a note of it.
        await desk.save({ last: null }).catch(() => {});
        window.setTitle('Marginalia');
        return done(null);
      } catch (error) {
        return failed(error);
      }
    },
    async currentProject() {
      return store && shown(store, []);
    },
    async fieldsLeft() {
      fieldsLeft();
      return null;
    },
    async newWindow() {
      shared.newWindow();
      return null;
    },
    async commit({ label, change }) {
      try {
        return done(await need().commit(label, change));
      } catch (error) {
        return failed(error);
      }
    },
    chooseImport: ({ folder }) => askForImport(window, folder),
    async stageImport(source) {
      importing = new AbortController();
      try {
        const batch = await staging.stage(source, {
          signal: importing.signal,
          onProgress: (progress) => send(contents, 'importProgress', progress),
        });
        return done(batch ?? { articles: [], problems: [] });
      } catch (error) {
        return failed(error, 'Nothing was read');
      }
    },
    async restage({ stage, encoding }) {
      try {
        const again = await staging.restage(stage, encoding);
        return 'code' in again ? { ok: false, message: again.message } : done(again);
      } catch (error) {
        return failed(error);
      }
    },
    async cancelImport() {
      importing.abort();
      return null;
    },
    async commitImport({ label, change, originals }) {
      try {
        const bytes = new Map<string, Uint8Array>();
        for (const [articleId, stage] of Object.entries(originals))
          bytes.set(articleId, await staging.bytesOf(stage));
        const saved = await need().commit(label, change, bytes);
        await staging.discard(Object.values(originals));
        return done(saved);
      } catch (error) {
        return failed(error);
      }
    },
    async discardStages(stages) {
      await staging.discard(stages);
      return null;
    },
    async runExport({ formatId, scope, folder }) {
      try {
        const { project } = need();
        const where = folder ?? (await askForFolder(window, 'Where shall the export go?', 'Export here'));
        if (where === null) return done(null);
        exporting = new AbortController();
        const outcome = await worker.run(
          'export',
          { project, formatId, scope },
          {
            signal: exporting.signal,
            milliseconds: LONGEST_EXPORT,
            bytes: LARGEST_EXPORT,
            onProgress: (progress) => send(contents, 'exportProgress', progress),
          },
        );
        if (outcome.kind === 'failed')
          return { ok: false, message: `The export failed: ${outcome.message}. Nothing was written.` };
        if (outcome.kind === 'stopped') {
          if (outcome.reason === 'cancelled') return done(null);
          return {
            ok: false,
            message: `The export was stopped (${outcome.reason}). Nothing was written; try a smaller part.`,
          };
        }
        const written = await writeExport(where, outcome.result);
        const files = outcome.result.files.map(({ path }) => path);
        const check = await worker.run(
          'readBack',
          { project, formatId, scope, folder: written.folder, files },
          { signal: exporting.signal, milliseconds: LONGEST_EXPORT, bytes: LARGEST_EXPORT },
        );
        return done({ ...written, readBack: check.kind === 'done' ? check.result : null });
      } catch (error) {
        return failed(error, 'Not all of the export was written');
      }
    },
    async cancelExport() {
      exporting.abort();
      return null;
    },
    async saveCodebook() {
      try {
        const { path, data } = codebookFile(need().project);
        const where = await askForCodebookPlace(window, path, app.getPath('documents'));
        if (where !== null) await writeCodebook(where, data);
        return done(where);
      } catch (error) {
        return failed(error, 'The codebook was not written');
      }
    },
    async chooseCodebook() {
      try {
        const path = await askForCodebook(window);
        return done(path === null ? null : await readCodebookAt(path));
      } catch (error) {
        return failed(error);
      }
    },
    async showInFolder(path) {
      shell.showItemInFolder(path);
      return null;
    },
    async prepareSearch() {
      if (store) {
        searcher ??= shared.newSearcher();
        await searcher.prepare(store.project);
      }
      return null;
    },
    async search({ id, query, parts }) {
      try {
        const { project } = need();
        searcher ??= shared.newSearcher();
        const outcome = await searcher.search(project, query, parts, (batch) =>
          send(contents, 'searchHits', { id, ...batch }),
        );
        if (outcome.kind === 'done') return done(outcome.result.full ? 'full' : 'all');
        if (outcome.kind === 'failed')
          return { ok: false, message: `The search failed: ${outcome.message}.` };
        if (outcome.reason === 'crash')
          return { ok: false, message: 'The search broke down. Nothing else is affected; try it again.' };
        return done(outcome.reason);
      } catch (error) {
        return failed(error);
      }
    },
    async cancelSearch() {
      searcher?.cancel();
      return null;
    },
    async setMenu(menu) {
      shared.showMenu(
        window,
        buildMenu(menu, (id) => send(contents, 'action', id)),
      );
      return null;
    },
    async popupMenu(menu) {
      buildMenu(menu, (id) => send(contents, 'action', id)).popup({ window });
      return null;
    },
  };
  const unsaved = async (): Promise<string | null> => {
    if (!store || store.readOnly !== null) return null;
    return store.flush().then(
      () => null,
      (error: unknown) => failed(error).message,
    );
  };
  const leaveFields = () =>
    new Promise<void>((done) => {
      fieldsLeft = done;
      send(contents, 'leaving', null);
    });
  const look = async () => store?.look();
  return { api, leaveFields, look, unsaved, close };
}
