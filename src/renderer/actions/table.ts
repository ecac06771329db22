import type { Codebook } from '../../core/project/codebook';
import type { MenuEntry } from '../../shared/api';
import { accelerator, chordOf, chordsOf, isTyping } from '../keys';
import type { State } from '../store';
import { state } from '../store';
import type { Action, MenuName } from './action';
import { isEnabled, labelOf } from './action';
import { ARTICLE_ACTIONS } from './article';
import { CLAIM_ACTIONS } from './claim';
import { CODEBOOK_ACTIONS } from './codebook';
import { GO_ACTIONS } from './go';
import { PROJECT_ACTIONS } from './project';
import { PROPOSAL_ACTIONS } from './propose';
import { SEARCH_ACTIONS } from './search';
import { tagActions } from './tag';
import { VIEW_ACTIONS } from './view';

let cached: { readonly codebook: Codebook | undefined; readonly actions: readonly Action[] } | undefined;

/** The one action table, as the open project's codebook makes it. */
export function actionTable(codebook: Codebook | undefined): readonly Action[] {
  if (!cached || cached.codebook !== codebook) {
    cached = {
      codebook,
      // What is proposed takes the keys while it has the focus.
      actions: [
        ...PROJECT_ACTIONS,
        ...PROPOSAL_ACTIONS,
        ...ARTICLE_ACTIONS,
        ...CODEBOOK_ACTIONS,
        ...tagActions(codebook),
        ...CLAIM_ACTIONS,
        ...GO_ACTIONS,
        ...VIEW_ACTIONS,
        ...SEARCH_ACTIONS,
      ],
    };
  }
  return cached.actions;
}

/** The action with this id; throws for an id that no table has. */
export function actionOf(id: string): Action {
  const found = actionTable(state().project?.codebook).find((action) => action.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
}

/** Does an action by id if it can be done now. */
export function run(id: string): void {
  const now = state();
  const action = actionTable(now.project?.codebook).find((next) => next.id === id);
  if (action && isEnabled(action, now)) action.run(now);
}

/** The chords that mean something even while a field has the focus. */
const EVERYWHERE = /^Mod\+|^F\d/;
/** The chords that a text field needs for itself. */
const FIELD_KEYS = /^Mod\+(?:Shift\+)?(?:a|c|v|x|z|y|ArrowLeft|ArrowRight|ArrowUp|ArrowDown|Backspace|d)$/;

/** Does what a key means now. Returns true when the key was taken. */
export function handleKey(event: KeyboardEvent): boolean {
  const now = state();
  const chord = chordOf(event);
  const typing = isTyping(event);
  // A list has no text of its own to undo or copy: there these chords keep their meaning.
  const inList = (event.target as HTMLElement | null)?.getAttribute?.('role') === 'listbox';
  if (typing && (!EVERYWHERE.test(chord) || (FIELD_KEYS.test(chord) && !inList))) return false;
  // A dialog minds its own keys; what is being edited in it would be lost under another.
  if (now.dialog) return false;
  // Enter and Space press a button that has the focus; Tab leaves chrome in the usual way.
  const onControl = (event.target as HTMLElement | null)?.closest?.(
    'button, a, [role="option"], [role="listbox"], [role="tab"], summary',
  );
  if (onControl && ['Enter', 'Space', 'Tab', 'Shift+Tab', 'ArrowLeft', 'ArrowRight'].includes(chord))
    return false;
  for (const action of actionTable(now.project?.codebook)) {
    if (!chordsOf(action, now.settings.keys).includes(chord)) continue;
    if (!isEnabled(action, now) || (event.repeat && !action.repeats)) continue;
    action.run(now);
    return true;
  }
  return false;
}

const MENUS: readonly MenuName[] = ['File', 'Edit', 'Tag', 'Go', 'View', 'Help'];

/** The native menu bar as it should be now. */
export function menuBar(now: State): readonly MenuEntry[] {
  const actions = actionTable(now.project?.codebook).filter((action) => !action.keyOnly);
  return MENUS.map((menu): MenuEntry => {
    const own = actions.filter((action) => action.menu === menu);
    const entries = menuEntries(own, now);
    if (menu === 'Edit')
      entries.push({ kind: 'separator' }, ...(['cut', 'copy', 'paste'] as const).map(roleEntry));
    if (menu === 'View') entries.push({ kind: 'separator' }, roleEntry('togglefullscreen'));
    if (menu === 'File') entries.push({ kind: 'separator' }, roleEntry('quit'));
    return { kind: 'submenu', label: menu, entries };
  });
}

const roleEntry = (
  role: 'quit' | 'cut' | 'copy' | 'paste' | 'selectAll' | 'togglefullscreen',
): MenuEntry => ({
  kind: 'role',
  role,
});

/** Actions as native menu entries, groups between separators. */
export function menuEntries(actions: readonly Action[], now: State): MenuEntry[] {
  const entries: MenuEntry[] = [];
  let group: number | undefined;
  for (const action of [...actions].sort((a, b) => a.group - b.group)) {
    if (group !== undefined && action.group !== group) entries.push({ kind: 'separator' });
    group = action.group;
    const chord = chordsOf(action, now.settings.keys)[0];
    const shown = chord === undefined ? undefined : accelerator(chord);
    entries.push({
      kind: 'action',
      id: action.id,
      label: labelOf(action, now),
      enabled: now.dialog === null && isEnabled(action, now),
      ...(shown ? { accelerator: shown } : {}),
      ...(action.checked ? { checked: action.checked(now) } : {}),
    });
  }
  return entries;
}
