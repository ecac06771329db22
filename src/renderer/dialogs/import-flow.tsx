import type { Dialog } from '../store';

/** Reads files and folders in the worker, then shows the preview. */
export async function importPaths(_paths: readonly string[]): Promise<void> {}

/** The same for files dropped into the window. */
export async function importDrop(_files: FileList): Promise<void> {}

/** The dialogs of bringing articles in: progress, preview, paste, article details. */
export function ImportDialogs(_props: { dialog: Dialog }) {
  return null;
}
