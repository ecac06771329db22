import { create } from 'zustand';
import type { Selection } from '../../core/project/select';
import type { SearchPart } from '../../core/search/parts';
import type { SearchQuery } from '../../core/search/query';
import type { SearchEnding } from '../../shared/api';
import { useStore } from '../store';
import type { Found, Grouping, Sorting } from './search-data';

const NONE: ReadonlySet<string> = new Set();

/** How the lines are looked at; begins anew with every question. */
const FIRST_LOOK = {
  /** Groups of the side that are shown alone; none = all. */
  narrowed: NONE,
  chosen: NONE,
  /** Passed over in the review. */
  skipped: NONE,
  reviewing: false,
  /** The line that has the keyboard. */
  here: null as string | null,
};

const FIRST = {
  tab: 'text' as 'text' | 'annotations',
  query: { text: '', mode: 'words', matchCase: false, wholeWord: true } as SearchQuery,
  parts: [] as readonly SearchPart[],
  selection: {} as Selection,
  found: [] as readonly Found[],
  /** The question that `found` answers; null before the first. */
  answered: null as SearchQuery | null,
  /** Why the question cannot be asked, or was not answered. */
  problem: null as string | null,
  /** Null while it searches. */
  ending: 'all' as SearchEnding | null,
  /** Articles looked at, of all; null before the first word of it. */
  progress: null as { readonly done: number; readonly total: number } | null,
  sorting: 'article' as Sorting,
  grouping: 'article' as Grouping,
  recent: [] as readonly SearchQuery[],
  ...FIRST_LOOK,
};

export type SearchState = typeof FIRST;

/** The search as it stands, in this window and for the project that is open. */
export const useSearch = create<SearchState>(() => FIRST);
export const searchState = (): SearchState => useSearch.getState();
export const setSearch = useSearch.setState;

// Another project, other articles: nothing of the search means anything there.
useStore.subscribe((now, before) => {
  if (now.open !== before.open) setSearch(FIRST);
});

/** Forgets what was chosen and narrowed among the lines of the question before. */
export const lookAnew = (): void => setSearch(FIRST_LOOK);

const RECENT = 12;

/** Remembers the question for this session; the newest first, each once. */
export function remember(query = searchState().query): void {
  if (query.text.trim() === '') return;
  const same = ({ text, mode }: SearchQuery) => text === query.text && mode === query.mode;
  setSearch(({ recent }) => ({
    recent: [query, ...recent.filter((other) => !same(other))].slice(0, RECENT),
  }));
}
