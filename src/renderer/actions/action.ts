import type { State } from '../store';

/** Where an action stands in the native menu bar. */
export type MenuName = 'File' | 'Edit' | 'Tag' | 'Go' | 'View' | 'Help';

/**
 * One thing the researcher can do. The table of them feeds the native menus, the context menu, the command
 * palette, the map of keys, the tooltips and the key handler; nothing else binds a key.
 */
export interface Action {
  readonly id: string;
  /** A fixed label, or one that depends on the state ("Undo tag claim"). */
  readonly label: string | ((state: State) => string);
  readonly menu: MenuName;
  /** Actions with the same group stand together between separators. */
  readonly group: number;
  /** Key chords, the first shown: "Mod+Z", "c", "Shift+ArrowRight". Mod is Ctrl, or Cmd on a Mac. */
  readonly keys?: readonly string[];
  /** Default: always. */
  readonly enabled?: (state: State) => boolean;
  readonly checked?: (state: State) => boolean;
  readonly run: (state: State) => void;
  /** Hold the key down and it repeats. */
  readonly repeats?: boolean;
  /** Not listed in the palette or the menus; only a key. */
  readonly keyOnly?: boolean;
}

/** The label as it reads now. */
export function labelOf(action: Action, state: State): string {
  return typeof action.label === 'string' ? action.label : action.label(state);
}

/** Can it be done now? */
export function isEnabled(action: Action, state: State): boolean {
  return action.enabled?.(state) ?? true;
}
