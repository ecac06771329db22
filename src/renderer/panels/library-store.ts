import { create } from 'zustand';
import { AS_ADDED } from '../../core/project/article-order';
import type { ArticleFilter } from '../../core/project/library';
import { articlesListed, neighbourOf } from '../../core/project/library';
import type { Article } from '../../core/project/model';
import type { LibraryShown } from '../../shared/api';
import type { State } from '../store';
import { currentArticle, setSettings, setState, state, useStore } from '../store';

const EVERYTHING: LibraryShown = { filter: {}, order: AS_ADDED };

/** So many projects' libraries are remembered. */
const REMEMBERED = 40;

/** Which articles the library shows, and in what order. */
export const useLibrary = create<LibraryShown>(() => EVERYTHING);

// What was chosen for a project is there again when it is opened again.
useStore.subscribe((now, before) => {
  if (now.open === before.open) return;
  const id = now.project?.info.id ?? '';
  useLibrary.setState(now.settings.libraries?.[id] ?? EVERYTHING);
});

/** Filters or sorts, and remembers it: but not the words typed, which were for the moment. */
export function showInLibrary(changes: Partial<LibraryShown>): void {
  const before = useLibrary.getState();
  const { filter, order } = { ...before, ...changes };
  useLibrary.setState({ filter, order });
  const { project, settings, markedArticles } = state();
  // Nothing stays chosen that can no longer be seen.
  if (markedArticles.size > 0) setState({ markedArticles: new Set() });
  const id = project?.info.id;
  if (id === undefined || (withoutText(filter) === withoutText(before.filter) && order === before.order))
    return;
  const { [id]: _, ...others } = settings.libraries ?? {};
  const { text: __, ...kept } = filter;
  const recent = Object.entries(others).slice(-REMEMBERED);
  setSettings({ libraries: Object.fromEntries([...recent, [id, { filter: kept, order }]]) });
}

/** Sets conditions of the filter; one that is given as undefined goes. */
export function filterBy(
  conditions: {
    readonly [K in keyof ArticleFilter]: ArticleFilter[K] | undefined;
  },
): void {
  const { filter } = useLibrary.getState();
  const given = Object.entries({ ...filter, ...conditions }).filter(([, value]) => value !== undefined);
  showInLibrary({ filter: Object.fromEntries(given) });
}

const withoutText = ({ text: _, ...rest }: ArticleFilter) => JSON.stringify(rest);

/** The articles as the library shows them. */
export function articlesShown({ project }: Pick<State, 'project'>): readonly Article[] {
  const { filter, order } = useLibrary.getState();
  return project ? articlesListed(project, filter, order) : [];
}

/** The article listed next after the open one, or before it. */
export function neighbourShown({ project, articleId }: State, direction: 1 | -1): Article | undefined {
  const { filter, order } = useLibrary.getState();
  return project ? neighbourOf(project, filter, order, articleId ?? '', direction) : undefined;
}

let meant: { readonly of: readonly unknown[]; readonly ids: readonly string[] } | undefined;

/**
 * Ids of the articles that an action on articles is about: those chosen together, as far as they can be seen;
 * otherwise the open one.
 */
export function articlesMeant(now: State): readonly string[] {
  const { project, markedArticles, articleId, settings } = now;
  const { filter, order } = useLibrary.getState();
  const of = [project, markedArticles, articleId, settings.libraryOpen, filter, order];
  if (meant?.of.every((part, at) => part === of[at])) return meant.ids;
  const several = settings.libraryOpen && markedArticles.size > 0;
  const seen = several ? articlesShown(now).filter(({ id }) => markedArticles.has(id)) : [];
  const current = currentArticle(now);
  const ids = seen.length > 0 ? seen.map(({ id }) => id) : current ? [current.id] : [];
  meant = { of, ids };
  return ids;
}
