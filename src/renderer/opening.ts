import { create } from 'zustand';
import type { OpenProject, Result } from '../shared/api';
import { projectOf } from './arrivals';
import { notify, setState, show, state } from './store';

/** How far a project is that is being opened. */
export interface Opening {
  /** What it is called, once that is known. */
  readonly name: string | null;
  /** Files read, of all. */
  readonly read: { readonly done: number; readonly total: number };
  /** Rows that have come into the window, of all; null while files are read. */
  readonly shown: { readonly done: number; readonly total: number } | null;
}

const NOTHING_YET: Opening = { name: null, read: { done: 0, total: 0 }, shown: null };

/** What is being opened now; null = nothing. */
export const useOpening = create<{ readonly opening: Opening | null }>(() => ({ opening: null }));

/** A moment that passes without a dialog (ms). */
const PATIENCE = 180;

let turn = 0;
let shownAt: ReturnType<typeof setTimeout> | undefined;

const tell = (changes: Partial<Opening>) =>
  useOpening.setState(({ opening }) => (opening ? { opening: { ...opening, ...changes } } : {}));

/** From the first word of how far it is, and not while a person still chooses a folder. */
function showSoon(): void {
  shownAt ??= setTimeout(() => {
    shownAt = undefined;
    if (useOpening.getState().opening && state().dialog === null) setState({ dialog: { kind: 'opening' } });
  }, PATIENCE);
}

/** Listens to main; once. */
export function followOpening(): void {
  window.desktop.on('openProgress', ({ name, done, total }) => {
    if (!useOpening.getState().opening?.shown) tell({ name, read: { done, total } });
    showSoon();
  });
}

/**
 * Shows the project that main opens, when all of it is here; until then how far it is, and a way to stop it. Resolves
 * with why it could not be opened, as a sentence, or null.
 */
export async function opened(ask: () => Promise<Result<OpenProject | null>>): Promise<string | null> {
  const own = ++turn;
  useOpening.setState({ opening: NOTHING_YET });
  try {
    const result = await ask();
    if (!result.ok) return result.message;
    if (!result.value) return null;
    const { name, rows } = result.value;
    const told = (done: number) => own === turn && tell({ name, shown: { done, total: rows.length } });
    told(0);
    showSoon();
    const project = await projectOf(rows, told);
    if (project && own === turn) show(result.value, project);
    return null;
  } finally {
    if (own === turn) ended();
  }
}

/** As `opened`; says why when it could not be. */
export async function openedOrSaid(ask: () => Promise<Result<OpenProject | null>>): Promise<void> {
  const problem = await opened(ask);
  if (problem === null) return;
  notify(problem, 'error');
  // To open the project again that is open here it has to be closed first.
  if (state().project && !(await window.desktop.cancelOpening()).open) await leaveProject();
}

/** Stops opening; the project that was open before is there as it was. */
export async function cancelOpening(): Promise<void> {
  const { cancelled, open } = await window.desktop.cancelOpening();
  if (!cancelled) return;
  turn++;
  ended();
  if (state().project && !open) await leaveProject();
}

function ended(): void {
  clearTimeout(shownAt);
  shownAt = undefined;
  useOpening.setState({ opening: null });
  if (state().dialog?.kind === 'opening') setState({ dialog: null });
}

/** No project is open any more: back to what can be opened. */
export async function leaveProject(): Promise<void> {
  const { recent } = await window.desktop.startup();
  setState({ open: null, project: null, articleId: null, recent, dialog: null });
}
