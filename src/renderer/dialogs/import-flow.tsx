import type { Dialog } from '../store';
import { setState, state } from '../store';
import { AnnotationsDialog } from './annotations-dialog';
import { offerAnnotations } from './annotations-offer';
import { ArticleDialog } from './article-dialog';
import { ImportPreview } from './import-preview';
import { ImportProgress } from './import-progress';
import { read } from './import-read';
import { PasteDialog } from './paste-dialog';

/** Reads files and folders in the worker, then shows the preview. */
export async function importPaths(paths: readonly string[]): Promise<void> {
  if (paths.length === 0) return;
  void offerAnnotations(paths);
  await read({ paths });
}

/** The same for files dropped into the window. */
export async function importDrop(files: FileList): Promise<void> {
  const paths = pathsOf(files);
  if (paths.length > 0 || files.length === 0) return importPaths(paths);
  const lines = ['What was dropped is no file on this machine. Save it first, then drop the file.'];
  setState({ dialog: { kind: 'report', title: 'Nothing was read', lines } });
}

/** Text or files pasted where no field takes them are read, too. */
export function importPaste(event: ClipboardEvent): void {
  const { clipboardData: data, target } = event;
  const typing = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  if (!data || event.defaultPrevented || typing || state().dialog) return;
  const paths = pathsOf(data.files);
  const text = data.getData('text/plain');
  const html = data.getData('text/html');
  if (paths.length > 0) void importPaths(paths);
  else if (text.trim() !== '') void read({ pasted: html === '' ? { text } : { text, html } });
  else return;
  event.preventDefault();
}

function pathsOf(files: FileList): string[] {
  return [...files].map((file) => window.desktop.pathForFile(file)).filter((path) => path !== '');
}

/** The dialogs of bringing articles in: progress, preview, paste, article details. */
export function ImportDialogs({ dialog }: { dialog: Dialog }) {
  switch (dialog.kind) {
    case 'importing':
      return <ImportProgress {...dialog} />;
    case 'import':
      return <ImportPreview />;
    case 'annotations':
      return <AnnotationsDialog />;
    case 'paste':
      return <PasteDialog />;
    case 'article':
      return <ArticleDialog articleId={dialog.articleId} />;
    default:
      return null;
  }
}
