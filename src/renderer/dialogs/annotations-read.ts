import { READERS } from '../../core/formats/registry';
import type { Arrival, Matched } from '../../core/import-annotations/arrive';
import type { AnnotationsFile, AnnotationsRead } from '../../shared/api';
import { listOf, projectOf } from '../arrivals';
import { notify, sentence, setState, state } from '../store';
import { forgetIncoming, showIncoming, useIncoming } from './annotations-store';
import { misreadWords } from './annotations-words';
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
  const failed = async (refused: string) => {
    const found = await window.desktop.recogniseAnnotations(paths).catch(() => null);
    if (!current()) return;
    const recognised = found?.id ?? null;
    useIncoming.setState({ refused, paths, recognised, as: recognised });
    setState({ dialog: { kind: 'annotations' } });
  };
  try {
    const result = await window.desktop.readAnnotations({ paths });
    const file = result.ok && result.value && (await arrived(result.value));
    clearTimeout(slow);
    if (!current()) return;
    if (!result.ok) return await failed(result.message);
    if (!file) return setState({ dialog: null });
    showIncoming(file, paths);
    setState({ dialog: { kind: 'annotations' } });
  } catch (error) {
    clearTimeout(slow);
    if (current()) await failed(sentence(error));
  }
}

/** Reads the files again as a format that was chosen by hand. When they are not that, all stays as it was. */
export async function readAgain(format: string): Promise<void> {
  const { paths, recognised, as, incoming, adding, reading } = useIncoming.getState();
  const wanted = READERS.find(({ id }) => id === format);
  if (!wanted || adding) return;
  const own = ++turn;
  const { open } = state();
  const current = () => own === turn && state().open === open && useIncoming.getState().paths === paths;
  if (reading) void window.desktop.cancelImport();
  useIncoming.setState({ as: format, reading: true, misread: null });
  const failed = (message: string) => {
    const misread = misreadWords(wanted.label, message, incoming?.part.format.label);
    // What was chosen before is what is read still, also when several choices failed in a row.
    useIncoming.setState({ as: incoming?.part.format.id ?? as, reading: false, misread });
  };
  try {
    const result = await window.desktop.readAnnotations({ paths, format });
    const file = result.ok && result.value && (await arrived(result.value));
    if (!current()) return;
    if (!result.ok) return failed(result.message);
    if (!file) return useIncoming.setState({ as, reading: false });
    if (isEmpty(file.part)) return failed('nothing of it is in them');
    showIncoming(file, paths, recognised);
  } catch (error) {
    if (current()) failed(sentence(error));
  }
}

/** What main has read, all of it. */
async function arrived({ part, rows, matched, files }: AnnotationsRead): Promise<AnnotationsFile> {
  const project = await projectOf(rows);
  if (!project) throw new Error('Not all of what was read has arrived.');
  return { part: { ...part, project, articles: await listOf<Matched>(matched) }, files };
}

const isEmpty = ({ articles, project }: Arrival) => articles.length === 0 && project.annotations.size === 0;

/** Leaves what was read, and stops reading it again. */
export function leaveAnnotations(): void {
  turn++;
  if (useIncoming.getState().reading) void window.desktop.cancelImport();
  forgetIncoming();
  setState({ dialog: null });
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
