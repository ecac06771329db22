import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { CheckReport, DesktopApi, OpenProject } from '../shared/api';
import { askForFolder, askForReportPlace, folderName } from './dialogs';
import { examine } from './doctor/examine';
import { repair } from './doctor/repair';
import { reportText } from './doctor/report-text';
import { asked } from './result';
import { realDisk } from './store/disk';
import type { ProjectStore, StoreOptions } from './store/project-store';
import { replaceDurably } from './store/whole-file';

/** What the doctor of one window needs of it. */
export interface DoctorSurroundings {
  readonly window: BrowserWindow;
  readonly store: () => ProjectStore | null;
  readonly options: StoreOptions;
  readonly close: () => Promise<void>;
  readonly open: (folder: string) => Promise<void>;
  /** What the page is told of the project that is open. */
  readonly told: () => OpenProject | null;
}

type Methods = 'checkProject' | 'repairProject' | 'saveCheckReport';

/** What a window can ask about the health of a project. */
export function createDoctorService(around: DoctorSurroundings): Pick<DesktopApi, Methods> {
  let last: CheckReport | null = null;
  const need = (): CheckReport => {
    if (!last) throw new Error('No project was looked through yet.');
    return last;
  };
  return {
    checkProject: () =>
      asked(async () => {
        const store = around.store();
        // What waits for its file is no finding.
        await store?.flush();
        const folder = store?.folder ?? (await askForFolder(around.window, 'Which project?', 'Check'));
        if (folder === null) return null;
        last = await examine(realDisk, folder);
        return last;
      }),
    repairProject: () =>
      asked(async () => {
        const { folder } = need();
        const isOpen = around.store()?.folder === folder;
        // A repair opens the project as anyone would, with its lock and from its files.
        if (isOpen) await around.close();
        try {
          const { after } = await repair(realDisk, folder, () => new Date(), around.options);
          last = after;
        } finally {
          if (isOpen) await around.open(folder).catch(() => null);
        }
        return { report: need(), open: isOpen ? around.told() : null };
      }),
    saveCheckReport: () =>
      asked(async () => {
        const report = need();
        const name = `${folderName(report.name ?? 'Project')} report.txt`;
        const where = await askForReportPlace(around.window, join(app.getPath('documents'), name));
        if (where === null) return null;
        const how = { keepPrevious: false, syncFolder: false };
        await replaceDurably(realDisk, where, [Buffer.from(reportText(report))], how);
        return where;
      }),
  };
}
