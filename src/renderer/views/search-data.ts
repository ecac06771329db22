import type { Article, Project } from '../../core/project/model';
import { neighbours, sortable } from '../../core/search/lines';
import type { Span } from '../../core/text/span';

/** One line of the concordance: a hit of a search, or a passage of an annotation. Offsets are UTF-16. */
export interface Found {
  /** Article and span: the same hit of two searches has the same key. */
  readonly key: string;
  readonly articleId: string;
  readonly span: Span;
  readonly annotationId?: string;
}

/** The key of a hit. */
export const keyOf = (articleId: string, { start, end }: Span): string => `${articleId} ${start}-${end}`;

export const SORTINGS = ['article', 'date', 'left', 'hit', 'right'] as const;
/** By library order, date of publication, the words before, the hit itself, or the words after. */
export type Sorting = (typeof SORTINGS)[number];

type Articles = Project['articles'];

/** The lines in the order asked for; those that are equal in it stay in library order. Undated ones come last. */
export function sortedBy(found: readonly Found[], sorting: Sorting, articles: Articles): readonly Found[] {
  if (sorting === 'article') return found;
  const keys = new Map(found.map((one) => [one, sortKey(one, sorting, articles.get(one.articleId)!)]));
  return found.toSorted((a, b) => {
    const [x, y] = [keys.get(a)!, keys.get(b)!];
    return x < y ? -1 : x > y ? 1 : 0;
  });
}

/** Nothing beside a hit comes after everything else. */
const LAST = '\uffff';

function sortKey({ span }: Found, sorting: Sorting, { text, publishedAt }: Article): string {
  if (sorting === 'date') return publishedAt ?? LAST;
  if (sorting === 'hit') return sortable(text.slice(span.start, Math.min(span.end, span.start + 200)));
  return neighbours(text, span, sorting === 'left' ? 'left' : 'right') || LAST;
}

/** What lines are counted by at the side. */
export type Grouping = 'article' | 'outlet';

export interface Facet {
  readonly id: string;
  readonly label: string;
  /** Outlet of an article; empty for outlets themselves. */
  readonly sub: string;
  readonly count: number;
}

/** Articles without one are counted together. */
const NO_OUTLET = 'no outlet';

/** The group a line belongs to. */
export function groupOf({ articleId }: Found, grouping: Grouping, articles: Articles): string {
  return grouping === 'article' ? articleId : (articles.get(articleId)?.outlet ?? '');
}

/** How many lines each article or outlet has, the most first. */
export function facetsOf(found: readonly Found[], grouping: Grouping, articles: Articles): readonly Facet[] {
  const counts = new Map<string, number>();
  for (const one of found) {
    const group = groupOf(one, grouping, articles);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return [...counts]
    .map(([id, count]) => {
      const article = grouping === 'article' ? articles.get(id) : undefined;
      return { id, label: article?.title ?? (id || NO_OUTLET), sub: article?.outlet ?? '', count };
    })
    .sort((a, b) => b.count - a.count);
}
