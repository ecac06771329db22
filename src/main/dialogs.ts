import { basename, join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { dialog } from 'electron';
import { READABLE_EXTENSIONS } from '../core/import/file-format';

/** Asks for an existing folder; null when cancelled. */
export async function askForFolder(
  window: BrowserWindow,
  title: string,
  button: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    buttonLabel: button,
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where a new project's folder shall stand; null when cancelled. */
export async function askForNewFolder(
  window: BrowserWindow,
  name: string,
  documents: string,
  button = 'Create project',
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Where shall the project stand?',
    buttonLabel: button,
    nameFieldLabel: 'Folder',
    defaultPath: join(documents, folderName(name)),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}

/** Asks for files to import, or for one folder; an empty list when cancelled. */
export async function askForImport(
  window: BrowserWindow,
  folder: boolean,
  annotations: boolean,
): Promise<readonly string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: `${annotations ? 'Import' : 'Add'} ${folder ? 'a folder of ' : ''}${annotations ? 'annotations' : 'articles'}`,
    buttonLabel: 'Read',
    properties: folder ? ['openDirectory'] : ['openFile', 'multiSelections'],
    // Annotations come under any name.
    filters: annotations
      ? []
      : [
          { name: 'Articles', extensions: [...READABLE_EXTENSIONS] },
          { name: 'All files', extensions: ['*'] },
        ],
  });
  return canceled ? [] : filePaths;
}

const CODEBOOKS = [
  { name: 'Codebooks', extensions: ['json', 'qdc'] },
  { name: 'All files', extensions: ['*'] },
];

/** Asks for a codebook file; null when cancelled. */
export async function askForCodebook(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import a codebook',
    buttonLabel: 'Read',
    properties: ['openFile'],
    filters: CODEBOOKS,
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where a codebook file shall go; null when cancelled. */
export async function askForCodebookPlace(
  window: BrowserWindow,
  name: string,
  documents: string,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Export the codebook',
    buttonLabel: 'Export',
    defaultPath: join(documents, name),
    filters: [
      { name: 'Codebook of Marginalia', extensions: ['json'] },
      { name: 'Codebook for NVivo, ATLAS.ti, MAXQDA … (REFI-QDA)', extensions: ['qdc'] },
    ],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}

/** Asks where a report shall go; null when cancelled. */
export async function askForReportPlace(window: BrowserWindow, path: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save the report',
    buttonLabel: 'Save',
    defaultPath: path,
    filters: [{ name: 'Text', extensions: ['txt'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || !filePath ? null : filePath;
}

/** Asks whether a project may be taken from the window that has it; `why` says which. */
export async function mayTakeOver(window: BrowserWindow, why: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Take this project over?',
    detail: `${why} Nothing that was saved is lost; but if the other window is still at work, it saves nothing more.`,
    buttons: ['Leave it', 'Take over'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Asks whether a window may close although the disk has not taken everything. */
export async function mayLeaveUnsaved(window: BrowserWindow, problem: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'Some of your work is not on disk yet',
    detail: `${problem} Keep the window open to try again; closing it now loses what was not saved.`,
    buttons: ['Keep open', 'Close anyway'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Asks whether a page that does not answer shall be started anew. */
export async function mayStopPage(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: 'This window does not answer',
    detail: 'It may be busy with something long. Started anew it shows everything that was saved.',
    buttons: ['Wait', 'Start it anew'],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}

/** Asks whether a page that stopped several times in a row shall be tried again. */
export async function mayStartAgain(window: BrowserWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'This window stopped several times within a minute',
    detail: 'Everything that was saved is on disk. Try once more, or close the window.',
    buttons: ['Try once more', 'Close the window'],
    defaultId: 0,
    cancelId: 1,
  });
  return response === 0;
}

/** A project's name as the name of a folder on any system. */
export function folderName(name: string): string {
  const plain = basename(name.replace(/[<>:"/\\|?*]/g, ' ').replace(/\p{Cc}/gu, ' ')).replace(/\s+/g, ' ');
  return plain.replace(/^[. ]+|[. ]+$/g, '').slice(0, 80) || 'Marginalia project';
}
