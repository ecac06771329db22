import { selected } from '../../core/project/matching';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';
import { state, useStore } from '../store';
import type { Facet, Found } from './search-data';
import { facetsOf, groupOf, keyOf, sortedBy } from './search-data';
import type { SearchState } from './search-store';
import { searchState, useSearch } from './search-store';

/** The lines as the screen has them. */
export interface Lines {
  /** All, in library order. */
  readonly all: readonly Found[];
  /** Those of the groups that are shown alone, in the order asked for. */
  readonly shown: readonly Found[];
  readonly facets: readonly Facet[];
  /** How many articles `all` are in. */
  readonly articles: number;
}

/** The lines now, for code that runs once in answer to an event. */
export const linesNow = (): Lines => linesOf(searchState(), state().project!);

/** The lines of the tab that is open. */
export function useLines(): Lines {
  const project = useStore((now) => now.project)!;
  return linesOf(useSearch(), project);
}

const known = once((found: readonly Found[], articles: Project['articles']): readonly Found[] =>
  // An article may have been removed since.
  found.every(({ articleId }) => articles.has(articleId))
    ? found
    : found.filter(({ articleId }) => articles.has(articleId)),
);
const passages = once((project: Project, selection: Selection): readonly Found[] =>
  selected(project, selection).map(({ id, articleId, spans }) => {
    const span = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 };
    return { key: `${id} ${keyOf(articleId, span)}`, articleId, span, annotationId: id };
  }),
);
const facets = once(facetsOf);
const sorted = once(sortedBy);
const countArticles = once(
  (found: readonly Found[]) => new Set(found.map(({ articleId }) => articleId)).size,
);
const narrow = once(
  (
    found: readonly Found[],
    narrowed: ReadonlySet<string>,
    grouping: SearchState['grouping'],
    articles: Project['articles'],
  ): readonly Found[] =>
    narrowed.size === 0 ? found : found.filter((one) => narrowed.has(groupOf(one, grouping, articles))),
);
const gather = once(
  (all: readonly Found[], shown: readonly Found[], groups: readonly Facet[], articles: number): Lines => ({
    all,
    shown,
    facets: groups,
    articles,
  }),
);

function linesOf(search: SearchState, project: Project): Lines {
  const { narrowed, grouping, sorting, tab, found, selection } = search;
  const { articles } = project;
  const all = tab === 'text' ? known(found, articles) : passages(project, selection);
  const shown = sorted(narrow(all, narrowed, grouping, articles), sorting, articles);
  return gather(all, shown, facets(all, grouping, articles), countArticles(all));
}

/** The same answer as long as the same is asked: there is one search in a window, asked from many places. */
function once<Args extends readonly unknown[], Result>(work: (...args: Args) => Result) {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args: Args): Result => {
    if (!last?.args.every((arg, at) => arg === args[at])) last = { args, result: work(...args) };
    return last.result;
  };
}
