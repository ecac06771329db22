import { folded } from '../text/folded';
import type { ArticleOrder } from './article-order';
import { articlesSorted } from './article-order';
import type { Article, Project, ReadingStatus } from './model';

/** Which articles are shown: every condition given must hold, and of the choices within one any. */
export interface ArticleFilter {
  /** Words, all of which occur in title, outlet or byline; case and accents aside. */
  readonly text?: string;
  readonly statuses?: readonly ReadingStatus[];
  /** The empty name stands for articles without an outlet. */
  readonly outlets?: readonly string[];
  /** Has annotations (true) or none (false). */
  readonly annotated?: boolean;
  /** Has a memo of its own (true) or none (false). */
  readonly noted?: boolean;
  /** Date of publication, YYYY-MM-DD, both included; an article without one is then left out. */
  readonly from?: string;
  readonly to?: string;
}

/** The articles that pass the filter, in that order. */
export function articlesListed(
  project: Project,
  filter: ArticleFilter,
  order: ArticleOrder,
): readonly Article[] {
  const sorted = articlesSorted(project, order);
  return isUnfiltered(filter) ? sorted : sorted.filter(passes(project, filter));
}

/** Does the filter let everything through? */
export function isUnfiltered(filter: ArticleFilter): boolean {
  return Object.values(filter).every((condition) => condition === undefined || condition === '');
}

/**
 * The article listed next after this one (direction 1) or before it (-1), or undefined at the end. It need not
 * be listed itself any more: whoever codes the articles that are still new goes on from where it stood.
 */
export function neighbourOf(
  project: Project,
  filter: ArticleFilter,
  order: ArticleOrder,
  id: string,
  direction: 1 | -1,
): Article | undefined {
  const sorted = articlesSorted(project, order);
  const wanted = passes(project, filter);
  for (let at = sorted.findIndex((next) => next.id === id) + direction; sorted[at]; at += direction) {
    if (wanted(sorted[at]!)) return sorted[at];
  }
  return undefined;
}

/** The test that an article must pass to be listed. */
function passes(project: Project, filter: ArticleFilter): (article: Article) => boolean {
  const { statuses, outlets, annotated, noted, from, to } = filter;
  const words = folded(filter.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (article) =>
    (!statuses || statuses.includes(project.readings.get(article.id)?.status ?? 'new')) &&
    (!outlets || outlets.includes(article.outlet ?? '')) &&
    (annotated === undefined || annotated === project.annotations.has(article.id)) &&
    (noted === undefined || noted === ((article.note ?? '') !== '')) &&
    (!from || (article.publishedAt !== undefined && article.publishedAt >= from)) &&
    (!to || (article.publishedAt !== undefined && article.publishedAt <= to)) &&
    words.every((word) => headOf(article).includes(word));
}

const heads = new WeakMap<Article, string>();

/** Title, outlet and byline, folded; made once for each article. */
function headOf(article: Article): string {
  let head = heads.get(article);
  if (head === undefined) {
    head = folded(`${article.title}\n${article.outlet ?? ''}\n${article.byline ?? ''}`);
    heads.set(article, head);
  }
  return head;
}
