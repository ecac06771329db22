import { MARK_ITEMS, meantByMenu, ON_ITEM } from '../actions/article';
import { menuEntries } from '../actions/table';
import { state } from '../store';

/** The native context menu of articles in the library. */
export function popupArticles(ids: readonly string[]): void {
  meantByMenu(ids);
  const now = state();
  const actions = ids.length === 1 ? [...ON_ITEM, ...MARK_ITEMS] : MARK_ITEMS;
  void window.desktop.popupMenu(menuEntries(actions, now));
}

/** The native menu that says how far one article is. */
export function popupStatus(id: string): void {
  meantByMenu([id]);
  void window.desktop.popupMenu(menuEntries(MARK_ITEMS, state()));
}
