import type { Change, Pair } from '../change/change';
import type { Annotation, Project } from './model';

/** How many rows would come back, go and be as they were. */
export interface RowCounts {
  readonly back: number;
  readonly gone: number;
  readonly changed: number;
}

/** What restoring would do to one article and its annotations. */
export interface ArticleRestored extends RowCounts {
  readonly id: string;
  readonly title: string;
  /** What becomes of the article itself; null = nothing. */
  readonly article: 'back' | 'gone' | 'changed' | null;
}

/** What restoring would do, counted for a person to decide by. */
export interface RestoreSummary {
  /** Those that something would happen to, in the order of the library. */
  readonly articles: readonly ArticleRestored[];
  readonly annotations: RowCounts;
  readonly speakers: RowCounts;
  readonly claims: RowCounts;
  readonly readings: RowCounts;
  readonly codebook: boolean;
  /** The project's name, its note or its saved questions. */
  readonly info: boolean;
}

/** Counts a change that restores a project (`restoreProject`) as it is `now`. */
export function restoreSummary(now: Project, change: Change): RestoreSummary {
  const rows = (change.annotations ?? {}) as Readonly<Record<string, Pair<Annotation>>>;
  const byArticle = new Map<string, Pair<Annotation>[]>();
  for (const pair of Object.values(rows)) {
    const id = (pair[0] ?? pair[1])!.articleId;
    byArticle.set(id, [...(byArticle.get(id) ?? []), pair]);
  }
  const ids = new Set([...Object.keys(change.articles ?? {}), ...byArticle.keys()]);
  const articles = [...ids].map((id) => {
    const pair = change.articles?.[id];
    const { title, order } = (pair?.[0] ?? pair?.[1] ?? now.articles.get(id)) || { title: id, order: 0 };
    return { id, title, order, article: pair ? fateOf(pair) : null, ...countsOf(byArticle.get(id) ?? []) };
  });
  return {
    articles: articles.sort((a, b) => a.order - b.order).map(({ order: _, ...row }) => row),
    annotations: countsOf(Object.values(rows)),
    speakers: countsOf(Object.values(change.speakers ?? {})),
    claims: countsOf(Object.values(change.claims ?? {})),
    readings: countsOf(Object.values(change.readings ?? {})),
    codebook: change.codebook !== undefined,
    info: change.info !== undefined,
  };
}

function fateOf([before, after]: Pair<unknown>): 'back' | 'gone' | 'changed' {
  return before === null ? 'back' : after === null ? 'gone' : 'changed';
}

function countsOf(pairs: readonly Pair<unknown>[]): RowCounts {
  const counts = { back: 0, gone: 0, changed: 0 };
  for (const pair of pairs) counts[fateOf(pair)]++;
  return counts;
}
