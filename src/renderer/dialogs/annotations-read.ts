import { notify, sentence, setState, state } from '../store';
import { forgetIncoming, showIncoming } from './annotations-store';
import { clearPreview } from './import-store';

/** A few files are read sooner than a dialog could be taken in (ms). */
const PATIENCE = 180;

let turn = 0;

/** Asks for files or a folder and reads the annotations in them. */
export async function askForAnnotations(folder: boolean): Promise<void> {
  const paths = await window.desktop.chooseImport({ folder, annotations: true });
  if (paths.length > 0) await readAnnotations(paths);
}

/** Reads annotations of another tool and shows what would become of them. Nothing is in the project yet. */
export async function readAnnotations(paths: readonly string[]): Promise<void> {
  const own = ++turn;
  const { open } = state();
  const current = () => own === turn && state().open === open;
  forgetIncoming();
  const slow = setTimeout(() => current() && setState({ dialog: { kind: 'annotations' } }), PATIENCE);
  const failed = (message: string) => {
    const lines = [message, 'Nothing was changed.'];
    setState({ dialog: { kind: 'report', title: 'The annotations could not be read', lines } });
  };
  try {
    const result = await window.desktop.readAnnotations({ paths });
    clearTimeout(slow);
    if (!current()) return;
    if (!result.ok) return failed(result.message);
    if (!result.value) return setState({ dialog: null });
    showIncoming(result.value.part, result.value.files);
    setState({ dialog: { kind: 'annotations' } });
  } catch (error) {
    clearTimeout(slow);
    if (current()) failed(sentence(error));
  }
}

/** Stops reading. */
export function cancelAnnotations(): void {
  turn++;
  void window.desktop.cancelImport();
  setState({ dialog: null });
  notify('Reading was cancelled. Nothing was changed.');
}

/** From the preview of articles to what is marked in them. */
export function insteadOfArticles(paths: readonly string[]): void {
  clearPreview();
  setState({ dialog: null });
  void readAnnotations(paths);
}
