import type { Change } from '../change/change';
import { changeOf } from '../change/change';
import type { ArticleDraft } from '../import/draft';
import type { Article, Project } from '../project/model';

/** Adds articles as agreed to in the preview, in that order, after those already there. */
export function importArticles(
  project: Project,
  args: {
    readonly items: readonly { readonly id: string; readonly draft: ArticleDraft }[];
    readonly at: string;
  },
): Change {
  let order = 0;
  for (const article of project.articles.values()) order = Math.max(order, article.order + 1);
  return changeOf(
    'articles',
    args.items.map(({ id, draft }): [null, Article] => [
      null,
      { id, ...draft, order: order++, addedAt: args.at },
    ]),
  );
}
