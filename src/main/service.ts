import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app, shell } from 'electron';
import { inPortions as changeInPortions } from '../core/change/portions';
import { codebookFile } from '../core/formats/codebook-file';
import { emptyProject } from '../core/project/empty';
import type { Project } from '../core/project/model';
import { countRows, rowsOfProject } from '../core/project/project-rows';
import type {
  DesktopApi,
  InPortions,
  OpenProject,
  Place,
  ReadBatch,
  Result,
  StagedBatch,
  Startup,
} from '../shared/api';
import { createBackupService } from './backup-service';
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
import { createDoctorService } from './doctor-service';
import type { JobProgress } from './import/jobs';
import type { Staging } from './import/staging';
import type { WorkerHost } from './import/worker-host';
import { IncomingChanges } from './incoming-changes';
import { send } from './ipc';
import { buildMenu } from './menu';
import { Opening } from './opening';
import { listInPortions, OutgoingLists } from './outgoing-lists';
import { readAnnotations, textsOfNew } from './read-annotations';
import { done, failed } from './result';
import { runExport } from './run-export';
import type { MadeProject } from './sample';
import { makeSample } from './sample';
import type { Searcher } from './search/searcher';
import { forEachBounded } from './store/bounded';
import type { Disk } from './store/disk';
import { realDisk } from './store/disk';
import { manyFiles } from './store/many-files';
import type { ProjectStore } from './store/project-store';
import { createProject, openProject } from './store/project-store';
import type { OnRead } from './store/table-reading';

/** Everything one window can ask of main, and what must happen when it goes. */
export interface WindowService {
  readonly api: DesktopApi;
  /** Has the page hand over what is still being typed; `sent` resolves when a large change has come as well. */
  leaveFields(): Promise<{ readonly sent: Promise<void> }>;
  /** What the disk is at, when it takes too long. */
  waitingFor(): string;
  /** Looks at the project's folder for what other programs did there while the window was away. */
  look(): Promise<void>;
  /** The page has stopped, and will be shown again: where its person was, or from its beginning. */
  pageStopped(how: 'back' | 'anew'): void;
  /** Waits for the disk to have every change; resolves with what stands in the way of that, or null. */
  unsaved(): Promise<string | null>;
  /** Lets go of the project when the disk has all of it, or after 5 s. */
  close(): Promise<void>;
}

/** What the windows of one app share. */
export interface Shared {
  readonly desk: Desk;
  readonly staging: Staging;
  /** The process in which files are read. */
  readonly worker: WorkerHost;
  /** A process in which one export is put together. */
  readonly newExporter: () => WorkerHost;
  /** A process for the texts of one window's project. */
  readonly newSearcher: () => Searcher;
  /** Called when a window's menu has changed; the menu bar belongs to the window in front. */
  readonly newWindow: () => void;
  readonly showMenu: (window: BrowserWindow, menu: Electron.Menu) => void;
}

/** Large projects are read in threads, which only the built app has. */
const THREADED: Disk = { ...realDisk, many: () => manyFiles() };
/** How often the page is told how far opening is (ms). */
const INTERVAL = 60;
/** Someone who tries out a pattern waits for it. */
const LONGEST_LOOK = 10_000;

/** The implementation of the contract for one window. */
export function createService(window: BrowserWindow, shared: Shared): WindowService {
  const { desk, staging } = shared;
  const contents = window.webContents;
  let store: ProjectStore | null = null;
  let stopListening = () => {};
  let importing = new AbortController();
  let looking = new AbortController();
  let exporting = new AbortController();
  let exported: Promise<unknown> = Promise.resolve();
  let fieldsLeft = (_sending: boolean) => {};
  const incoming = new IncomingChanges();
  const outgoing = new OutgoingLists();
  let searcher: Searcher | null = null;
  let place: Place | null = null;
  let stopped: Startup['stopped'] = null;

  const close = async (): Promise<void> => {
    const old = store;
    // The page is told how far closing is.
    const stop = stopListening;
    store = null;
    searcher?.dispose();
    searcher = null;
    // An export that is not done leaves nothing behind.
    exporting.abort();
    await exported.catch(() => {});
    await old?.close();
    stop();
  };

  const rowsOf = (project: Project, onTaken?: () => Promise<void>): InPortions => ({
    list: outgoing.keep(listInPortions(rowsOfProject(project)), onTaken),
    length: countRows(project),
  });

  /** What the page is told of a project, whose rows it then asks for. */
  const told = (
    open: ProjectStore,
    report: readonly string[],
    onTaken?: () => Promise<void>,
  ): OpenProject => {
    const { folder, project, readOnly, held } = open;
    return { folder, name: project.info.name, rows: rowsOf(project, onTaken), readOnly, held, report };
  };

  /** Puts a project in the place of the one that is open. */
  const take = async (next: ProjectStore): Promise<void> => {
    await close();
    store = next;
    place = null;
    stopListening = next.onSaveState((state) => send(contents, 'saveState', state));
    void desk.opened(next.folder, next.project.info.name);
    window.setTitle(`${next.project.info.name} – Marginalia`);
    // What the page knew was of another project.
    send(contents, 'saveState', next.saveState);
  };

  const show = async (next: ProjectStore): Promise<OpenProject> => {
    await opening.cancel();
    await take(next);
    return told(next, next.report);
  };

  const read = async (folder: string, takeOver: boolean, onRead?: OnRead): Promise<ProjectStore> => {
    // The same folder again must first be let go, or it would be found locked by ourselves.
    if (store && resolve(store.folder) === resolve(folder)) await close();
    return openProject(folder, { ...options, takeOver, ...(onRead && { onRead }) });
  };

  let toldAt = 0;
  const opening = new Opening({
    read,
    handOver: (next, onTaken) => told(next, next.report, onTaken),
    forget: (list) => outgoing.forget(list),
    take,
    onProgress(progress) {
      const now = performance.now();
      if (now - toldAt < INTERVAL) return;
      toldAt = now;
      send(contents, 'openProgress', progress);
    },
  });
  /** What the page that has gone was opening, to be opened by the next. */
  let again: Promise<string | null> = Promise.resolve(null);

  const need = (): ProjectStore => {
    if (!store) throw new Error('No project is open.');
    return store;
  };

  const outside = () => {
    const { backups } = desk.now().settings;
    return backups === undefined ? join(app.getPath('userData'), 'backups') : backups;
  };
  const options = {
    disk: THREADED,
    outside,
    tell: (text: string) => send(contents, 'say', { text, kind: 'error' }),
  };

  const listed = (items: readonly unknown[]): InPortions => ({
    list: outgoing.keep(listInPortions(items)),
    length: items.length,
  });
  const inPortions = ({ articles, ...batch }: StagedBatch): ReadBatch => ({
    ...batch,
    articles: listed(articles),
  });

  const api: DesktopApi = {
    ...createBackupService({
      window,
      store: () => store,
      outside,
      options,
      show,
      handOver: (change) => ({ list: outgoing.keep(changeInPortions(change)), length: 0 }),
    }),
    ...createDoctorService({
      window,
      store: () => store,
      options,
      close,
      open: async (folder) => take(await read(folder, false)),
      told: () => store && told(store, []),
    }),
    async startup() {
      const { settings, recent, last } = desk.now();
      const begun = await again;
      again = Promise.resolve(null);
      const folder = store ? null : (begun ?? desk.takeStartFolder() ?? last);
      const after = stopped;
      stopped = null;
      return {
        settings,
        recent,
        open: store !== null,
        folder,
        stopped: after,
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
        const next = await createProject(where, made.project, made.originals, options);
        return done(await show(next));
      } catch (error) {
        return failed(error);
      }
    },
    async openProject({ folder }) {
      try {
        const where = folder ?? (await askForFolder(window, 'Open a project', 'Open'));
        return done(where === null ? null : await opening.open(where, false));
      } catch (error) {
        return failed(error);
      }
    },
    async cancelOpening() {
      const cancelled = await opening.cancel();
      return { cancelled, open: store !== null };
    },
    async takeOverProject() {
      try {
        const { folder, held, readOnly } = need();
        if (!held || readOnly === null || !(await mayTakeOver(window, readOnly))) return done(null);
        return done(await opening.open(folder, true));
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
      if (store) send(contents, 'saveState', store.saveState);
      return store && told(store, []);
    },
    async fieldsLeft({ sending }) {
      fieldsLeft(sending);
      return null;
    },
    async handOver({ name, portion }) {
      incoming.take(name, portion);
      return null;
    },
    async nextPortion(list) {
      return outgoing.next(list);
    },
    async rememberPlace(now) {
      place = now;
      return null;
    },
    async newWindow() {
      shared.newWindow();
      return null;
    },
    async commit({ label, change }) {
      try {
        return done(await need().commit(label, incoming.whole(change)));
      } catch (error) {
        return failed(error);
      }
    },
    chooseImport: ({ folder, annotations = false }) => askForImport(window, folder, annotations),
    async recogniseAnnotations(paths) {
      const outcome = await shared.worker.run('recognise', paths);
      return outcome.kind === 'done' ? outcome.result : null;
    },
    async readAnnotations(request) {
      importing = new AbortController();
      try {
        const { articles } = need().project;
        const result = await readAnnotations(shared.worker, { ...request, articles }, importing.signal);
        if (!result.ok || !result.value) return result as Result<null>;
        const { part, files } = result.value;
        const { project, articles: matched, ...brief } = part;
        return done({ part: brief, rows: rowsOf(project), matched: listed(matched), files });
      } catch (error) {
        return failed(error, 'Nothing was read');
      }
    },
    async commitAnnotations({ label, change }) {
      try {
        const whole = incoming.whole(change);
        return done(await need().commit(label, whole, textsOfNew(whole)));
      } catch (error) {
        return failed(error);
      }
    },
    async stageImport(source) {
      importing = new AbortController();
      const { reading } = desk.now().settings;
      try {
        const batch = await staging.stage(source, {
          signal: importing.signal,
          onProgress: (progress) => send(contents, 'importProgress', progress),
          ...(reading ? { remembered: reading } : {}),
        });
        return done(inPortions(batch ?? { articles: [], problems: [], sources: [] }));
      } catch (error) {
        return failed(error);
      }
    },
    async restage({ stage, ...as }) {
      try {
        const again = await staging.restage(stage, as);
        return 'code' in again ? { ok: false, message: again.message } : done(again);
      } catch (error) {
        return failed(error);
      }
    },
    async lookAtSource(reading) {
      looking.abort();
      looking = new AbortController();
      try {
        const seen = await staging.look(reading, { signal: looking.signal, milliseconds: LONGEST_LOOK });
        return 'code' in seen ? { ok: false, message: seen.message } : done(seen);
      } catch (error) {
        return failed(error);
      }
    },
    async readSource(reading) {
      looking.abort();
      importing = new AbortController();
      try {
        return done(inPortions(await staging.readOtherwise(reading, { signal: importing.signal })));
      } catch (error) {
        return failed(error);
      }
    },
    async cancelImport() {
      looking.abort();
      importing.abort();
      return null;
    },
    async commitImport({ label, change, originals }) {
      try {
        const bytes = new Map<string, Uint8Array>();
        await forEachBounded(Object.entries(originals), 8, async ([articleId, stage]) => {
          bytes.set(articleId, await staging.bytesOf(stage));
        });
        const saved = await need().commit(label, incoming.whole(change), bytes);
        await staging.discard(Object.values(originals));
        return done(saved);
      } catch (error) {
        return failed(error);
      }
    },
    async discardStages(ids) {
      await staging.discard(ids);
      return null;
    },
    async runExport({ folder, ...meant }) {
      try {
        const { project } = need();
        const where = folder ?? (await askForFolder(window, 'Where shall the export go?', 'Export here'));
        if (where === null) return done(null);
        exporting = new AbortController();
        const { signal } = exporting;
        const onProgress = (progress: JobProgress) => send(contents, 'exportProgress', progress);
        const worker = shared.newExporter();
        const running = runExport(worker, project, meant, where, { signal, onProgress });
        exported = running.finally(() => worker.dispose());
        return await running;
      } catch (error) {
        return failed(error, 'Nothing was exported');
      }
    },
    async cancelExport() {
      exporting.abort();
      return null;
    },
    async saveCodebook() {
      try {
        const { project } = need();
        const { path } = codebookFile(project);
        const where = await askForCodebookPlace(window, path, app.getPath('documents'));
        if (where !== null) await writeCodebook(where, project);
        return done(where);
      } catch (error) {
        return failed(error, 'The codebook was not written');
      }
    },
    async chooseCodebook() {
      try {
        const path = await askForCodebook(window);
        return done(path === null ? null : await readCodebookAt(path, need().project.codebook));
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
    return store.saved().then(
      () => null,
      (error: unknown) => failed(error).message,
    );
  };
  const leaveFields = () =>
    new Promise<{ readonly sent: Promise<void> }>((left) => {
      let allSent = () => {};
      const sent = new Promise<void>((done) => {
        allSent = done;
      });
      fieldsLeft = (sending) => {
        left({ sent });
        if (!sending) allSent();
      };
      send(contents, 'leaving', null);
    });
  const waitingFor = () => {
    const saving = store?.saveState;
    if (saving?.kind !== 'saving' || !saving.progress) return 'The disk does not answer.';
    const { done, total } = saving.progress;
    return `It is still being written: ${done.toLocaleString()} of ${total.toLocaleString()} files are.`;
  };
  const look = async () => store?.look();
  const pageStopped = (how: 'back' | 'anew') => {
    stopped = store && { place: how === 'back' ? place : null };
    place = null;
    again = opening.leave();
    // What the page had begun has nobody to answer to.
    incoming.forget();
    outgoing.forget();
    importing.abort();
    exporting.abort();
    searcher?.cancel();
  };
  const closeAll = async () => {
    await opening.cancel();
    await close();
  };
  return { api, leaveFields, waitingFor, look, pageStopped, unsaved, close: closeAll };
}
