import { create } from 'zustand';
import type { Change } from '../../core/change/change';
import type { Project } from '../../core/project/model';
import { notify, performAtLength, setState, state } from '../store';

/** What takes a while. */
export interface Working {
  /** "Tagging 50,000 matches as claim" */
  readonly title: string;
  readonly done: number;
  readonly total: number;
}

/** What is worked out now; null = nothing. */
export const useWorking = create<{ readonly working: Working | null }>(() => ({ working: null }));

/** A moment that passes without a dialog (ms). */
const PATIENCE = 180;
/** How often it is said how far it is (ms). */
const INTERVAL = 60;

let stopping = new AbortController();

/**
 * Does one gesture that takes longer than a frame (see `performAtLength`), showing how far it is and a way to stop it
 * as long as nothing is done. The command yields how many of `total` it has looked at. Resolves as that does.
 */
export async function performShown(
  { title, total }: Omit<Working, 'done'>,
  label: (change: Change) => string,
  command: (project: Project) => Generator<number, Change>,
): Promise<Change | null> {
  if (useWorking.getState().working) return null;
  const own = new AbortController();
  stopping = own;
  let told = performance.now() + PATIENCE;
  useWorking.setState({ working: { title, done: 0, total } });
  const onProgress = (done: number) => {
    const now = performance.now();
    if (now < told) return;
    told = now + INTERVAL;
    useWorking.setState({ working: { title, done, total } });
    if (state().dialog === null) setState({ dialog: { kind: 'working' } });
  };
  try {
    return await performAtLength(label, command, { signal: own.signal, onProgress });
  } finally {
    useWorking.setState({ working: null });
    if (state().dialog?.kind === 'working') setState({ dialog: null });
  }
}

/** Stops it: nothing has been done. */
export function stopWorking(): void {
  const { working } = useWorking.getState();
  stopping.abort();
  if (working) notify('It was stopped. Nothing was changed.');
}
