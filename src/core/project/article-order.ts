import type { Article, Project } from './model';
import { READING_STATUSES } from './model';
import { annotationsOf } from './query';
import { tallyOf } from './tally';

/** What the articles of a library can be put in order by. */
export const ARTICLE_SORTS = [
  'added',
  'date',
  'title',
  'outlet',
  'status',
  'annotations',
  'changed',
] as const;
export type ArticleSort = (typeof ARTICLE_SORTS)[number];

export interface ArticleOrder {
  readonly by: ArticleSort;
  readonly descending: boolean;
}

export const AS_ADDED: ArticleOrder = { by: 'added', descending: false };

/** Table that an order rests on besides the articles -> the orders worked out for it. */
const known = new WeakMap<object, Map<string, { articles: object; sorted: readonly Article[] }>>();

/**
 * All articles in that order. Those of which there is nothing to go by stand last, whichever way it runs; those
 * that are equal stand as added. Worked out again only when a table it rests on has changed.
 */
export function articlesSorted(project: Project, order: ArticleOrder): readonly Article[] {
  const { articles, annotations, readings } = project;
  const table =
    order.by === 'status'
      ? readings
      : order.by === 'annotations' || order.by === 'changed'
        ? annotations
        : articles;
  const orders = known.get(table) ?? new Map();
  known.set(table, orders);
  const name = `${order.by} ${order.descending}`;
  const before = orders.get(name);
  if (before?.articles === articles) return before.sorted;
  const sign = order.descending ? -1 : 1;
  const sorted = Array.from(articles.values(), (article) => ({
    article,
    key: keyOf(project, article, order.by),
  }))
    .sort((a, b) => compareKeys(a.key, b.key, sign) || a.article.order - b.article.order)
    .map(({ article }) => article);
  orders.set(name, { articles, sorted });
  return sorted;
}

/** Quotation marks around a headline do not count, and 9 stands before 10. */
const collator = new Intl.Collator(undefined, {
  numeric: true,
  sensitivity: 'base',
  ignorePunctuation: true,
});

function compareKeys(a: string | number | undefined, b: string | number | undefined, sign: 1 | -1): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return sign * (typeof a === 'string' ? collator.compare(a, b as string) : a - (b as number));
}

/** What an article is put in order by; undefined when there is nothing to go by. */
export function keyOf(project: Project, article: Article, by: ArticleSort): string | number | undefined {
  switch (by) {
    case 'added':
      return article.order;
    case 'date':
      return article.publishedAt === undefined ? undefined : dayOf(article.publishedAt);
    case 'title':
      return article.title;
    case 'outlet':
      return article.outlet;
    case 'status':
      return READING_STATUSES.indexOf(project.readings.get(article.id)?.status ?? 'new');
    case 'annotations':
      return annotationsOf(project, article.id).length;
    case 'changed':
      return timeOf(article, tallyOf(annotationsOf(project, article.id)).changedAt);
  }
}

function dayOf(iso: string): number | undefined {
  const day = Date.parse(iso);
  return Number.isNaN(day) ? undefined : day;
}

/** When an article was last worked on: the latest change of one of its annotations, or its coming in. */
function timeOf({ addedAt }: Article, changedAt: string): number | undefined {
  return dayOf(changedAt > addedAt ? changedAt : addedAt);
}
