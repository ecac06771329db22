import { create } from 'zustand';
import { useStore } from '../store';

interface Shown {
  /** Id of the layer whose page is shown, also of one the codebook has lost; null = the first. */
  readonly layer: string | null;
  /** "layer/attribute" and "layer/role" of the parts that are open for editing. */
  readonly opened: ReadonlySet<string>;
}

const NOTHING: Shown = { layer: null, opened: new Set() };

/** What the codebook view shows; kept while one looks at other views, forgotten with the project. */
export const useShown = create<Shown>(() => NOTHING);

useStore.subscribe((now, before) => {
  if (now.open !== before.open) useShown.setState(NOTHING);
});

export const showLayer = (layer: string | null): void => useShown.setState({ layer });

/** Opens a part, or closes it again. */
export function setOpened(part: string, open: boolean): void {
  const opened = new Set(useShown.getState().opened);
  if (open) opened.add(part);
  else opened.delete(part);
  useShown.setState({ opened });
}

/** Opens a part that was just added and gives its first value, or else its description, the keyboard. */
export function openNew(part: string): void {
  setOpened(part, true);
  requestAnimationFrame(() => {
    const body = document.querySelector(`[data-part="${part}"] .fold-body`);
    body?.querySelector<HTMLElement>(body.querySelector('.adder') ? '.adder' : 'textarea')?.focus();
  });
}
