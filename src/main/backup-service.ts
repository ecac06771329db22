import { randomBytes } from 'node:crypto';
import { dirname, join, resolve } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { Change } from '../core/change/change';
import { restoreProject } from '../core/commands/restore-project';
import type { Project } from '../core/project/model';
import { allAnnotations } from '../core/project/query';
import { restoreSummary } from '../core/project/restore-summary';
import type {
  BackupContents,
  BackupItem,
  DesktopApi,
  InPortions,
  OpenProject,
  Restored,
} from '../shared/api';
import { askForFolder, askForNewFolder, folderName } from './dialogs';
import { asked } from './result';
import { outsideFolder } from './store/backup-place';
import type { Backup } from './store/backups';
import { readBackup } from './store/backups';
import { realDisk } from './store/disk';
import type { FoundBackup } from './store/find-backups';
import { findBackups, foldersIn } from './store/find-backups';
import { findOriginals } from './store/find-originals';
import type { ProjectStore, StoreOptions } from './store/project-store';
import { createProject } from './store/project-store';

/** What the backups of one window need of it. */
export interface BackupSurroundings {
  readonly window: BrowserWindow;
  readonly store: () => ProjectStore | null;
  /** The folder that backups outside go to, or null. */
  readonly outside: () => string | null;
  /** Opens a project that was just made in place of the one that is open. */
  readonly show: (made: ProjectStore) => Promise<OpenProject>;
  /** Keeps a change for the page to ask for. */
  readonly handOver: (change: Change) => InPortions;
  readonly options: StoreOptions;
}

type Methods = 'listBackups' | 'inspectBackup' | 'restoreBackup' | 'chooseBackupFolder';

/** What a window can ask about backups. A backup is named by an id of the list last given, never by a path. */
export function createBackupService(around: BackupSurroundings): Pick<DesktopApi, Methods> {
  let listed = new Map<string, FoundBackup>();

  const named = async (id: string): Promise<{ file: FoundBackup; backup: Backup }> => {
    const file = listed.get(id);
    if (!file) throw new Error('This backup is not in the list any more.');
    return { file, backup: await readBackup(realDisk, file.path) };
  };

  const beside = async ({ file, backup }: Awaited<ReturnType<typeof named>>): Promise<Restored | null> => {
    const { project, setAside } = backup;
    const open = around.store()?.folder;
    const from = file.about?.folder ?? open;
    const name = `${folderName(project.info.name)} of ${file.at.slice(0, 16).replace('T', ' ').replace(':', '-')}`;
    const parent = from === undefined ? app.getPath('documents') : dirname(from);
    const where = await askForNewFolder(around.window, name, parent, 'Restore here');
    if (where === null) return null;
    const folders = [from, open].filter((next) => next !== undefined);
    const originals = await findOriginals(realDisk, folders, project);
    const made = await createProject(where, project, originals, { ...around.options, setAside });
    const shown = await around.show(made);
    return { kind: 'beside', open: shown, withoutOriginal: project.articles.size - originals.size };
  };

  return {
    listBackups: ({ elsewhere }) =>
      asked(async () => {
        const base = around.outside();
        const store = around.store();
        let folders: readonly { readonly path: string; readonly place: BackupItem['place'] }[];
        if (elsewhere) {
          const where = await askForFolder(around.window, 'Where shall backups be looked for?', 'Look here');
          if (where === null) return null;
          folders = [where, join(where, 'backups')].map((path) => ({ path, place: 'elsewhere' }));
        } else {
          const outside = base === null ? [] : await outsideFolders(base, store);
          folders = outside.map((path) => ({ path, place: 'outside' }));
          if (store) folders = [{ path: join(store.folder, 'backups'), place: 'inside' }, ...folders];
        }
        listed = new Map();
        const backups: BackupItem[] = [];
        for (const { path, place } of folders) {
          for (const file of await findBackups(realDisk, [path])) {
            const id = randomBytes(6).toString('hex');
            listed.set(id, file);
            backups.push(itemOf(id, place, file));
          }
        }
        const newest = ({ id }: BackupItem) => listed.get(id)!.sequence;
        backups.sort((a, b) => newest(b) - newest(a) || (a.at < b.at ? 1 : -1));
        return { backups, outside: base };
      }),
    inspectBackup: ({ id }) =>
      asked(async () => contentsOf((await named(id)).backup, around.store()?.project ?? null)),
    restoreBackup: ({ id, inPlace }) =>
      asked(async () => {
        const found = await named(id);
        if (!inPlace) return beside(found);
        const store = around.store();
        if (!store || store.project.info.id !== found.backup.project.info.id)
          throw new Error('This backup is of another project. Restore it as a project of its own.');
        const label = 'restore a backup';
        return { kind: 'in place', label, change: around.handOver(await store.restore(label, found.backup)) };
      }),
    chooseBackupFolder: () => askForFolder(around.window, 'Where shall backups go?', 'Use this folder'),
  };
}

/** Those of the open project, whatever folder it stood in, or those of every project. */
async function outsideFolders(base: string, store: ProjectStore | null): Promise<readonly string[]> {
  if (!store) return foldersIn(realDisk, base, 2);
  const own = outsideFolder(base, store.project.info.id, store.folder);
  return foldersIn(realDisk, dirname(resolve(own)), 1);
}

function itemOf(
  id: string,
  place: BackupItem['place'],
  { at, bytes, reason, about }: FoundBackup,
): BackupItem {
  const { name = null, folder = null, articles = null, annotations = null } = about ?? {};
  return { id, place, at, bytes, reason, name, folder, articles, annotations };
}

function contentsOf({ project, setAside }: Backup, now: Project | null): BackupContents {
  const same = now !== null && now.info.id === project.info.id;
  return {
    name: project.info.name,
    articles: project.articles.size,
    annotations: [...allAnnotations(project)].length,
    speakers: project.speakers.size,
    claims: project.claims.size,
    setAside: [...setAside.values()].reduce((sum, records) => sum + records.length, 0),
    summary: same ? restoreSummary(now, restoreProject(now, { was: project })) : null,
  };
}
