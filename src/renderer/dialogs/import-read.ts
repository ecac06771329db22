import { READABLE_WORDS } from '../../core/import/file-format';
import type { DesktopEvents, ImportSource } from '../../shared/api';
import { drawn } from '../at-length';
import { isEditable, notify, sentence, setState, state, useStore } from '../store';
import { plural } from '../ui/words';
import { received } from './import-received';
import { clearPreview, previewIsEmpty, readyForPreview } from './import-store';

/** A file or two are read sooner than a dialog could be taken in. */
const PATIENCE = 180;

const queue: ImportSource[] = [];
let reading = false;
let cancelled = false;
/** What was dropped while no project was open; read as soon as there is one. */
let waiting: ImportSource | null = null;

/**
 * Reads files or pasted text in main, showing progress, and shows them in the preview. Resolves to false when
 * main could not read at all; what was being read then should not be forgotten.
 */
export async function read(source: ImportSource): Promise<boolean> {
  const { project, open } = state();
  if (!project) {
    waiting = source;
    setState({ dialog: { kind: 'new-project' } });
    return true;
  }
  if (!isEditable(state())) {
    notify(`Not added: ${open?.readOnly}`, 'error');
    return false;
  }
  queue.push(source);
  if (reading) return true;
  reading = true;
  let allRead = true;
  for (let next = queue.shift(); next; next = queue.shift()) allRead = (await readOne(next)) && allRead;
  reading = false;
  return allRead;
}

async function readOne(source: ImportSource): Promise<boolean> {
  cancelled = false;
  const { open } = state();
  const show = (progress: DesktopEvents['importProgress']) =>
    setState({ dialog: { kind: 'importing', ...progress } });
  const slow = setTimeout(() => show({ done: 0, total: 0 }), PATIENCE);
  const stop = window.desktop.on('importProgress', (progress) => {
    if (state().dialog?.kind === 'importing') show(progress);
  });
  try {
    const result = await window.desktop.stageImport(source);
    if (!result.ok) return failed(result.message);
    const batch = await received(result.value);
    const add = await readyForPreview(batch);
    const unwanted = cancelled || state().open !== open;
    const { articles, sources } = batch;
    const names = [...articles.map(({ stage }) => stage), ...sources.map(({ source }) => source)];
    if (unwanted) void window.desktop.discardStages(names);
    else await arrived(add);
    return !unwanted;
  } catch (error) {
    return failed(sentence(error));
  } finally {
    clearTimeout(slow);
    stop();
  }
}

async function arrived(add: () => void): Promise<void> {
  add();
  await drawn();
  const lines = [`What can be read: ${READABLE_WORDS}.`];
  if (!previewIsEmpty()) showPreview();
  else setState({ dialog: { kind: 'report', title: 'Nothing to read was found', lines } });
}

function failed(message: string): false {
  if (!cancelled) setState({ dialog: { kind: 'report', title: 'Nothing was read', lines: [message] } });
  return false;
}

function showPreview(): void {
  setState({ dialog: previewIsEmpty() ? null : { kind: 'import' } });
}

/** Stops reading; what the preview had before stays. */
export function cancelReading(): void {
  cancelled = true;
  queue.length = 0;
  showPreview();
  void window.desktop.cancelImport();
}

/** Says that dropped files wait for a project, for the dialog that makes one; null when none do. */
export function waitingWords(): string | null {
  if (!waiting) return null;
  const what =
    'paths' in waiting ? `What you dropped (${plural(waiting.paths.length, 'item')})` : 'The text you pasted';
  return `${what} will be read into it. A project is a folder of plain files; you choose where it stands next.`;
}

useStore.subscribe((now, before) => {
  if (now.open !== before.open) clearPreview();
  if (now.dialog !== null) return;
  if (waiting && now.project) {
    const source = waiting;
    waiting = null;
    void read(source);
  } else if (before.dialog && !['import', 'importing'].includes(before.dialog.kind) && !previewIsEmpty()) {
    // Another dialog was laid over the preview; it comes back.
    showPreview();
  }
});
