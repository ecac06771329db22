import type { Change } from '../change/change';
import { changeOf, composeAll } from '../change/change';
import type { Article, Project } from '../project/model';
import { deleteAnnotations } from './delete-annotations';

/** What of an article may be edited; the text never, since every span counts on it. */
export type ArticleFields = {
  readonly [K in keyof Omit<Article, 'id' | 'text' | 'sha256' | 'origin' | 'addedAt'>]?:
    | Article[K]
    | undefined;
};

/** Edits an article's metadata or the kinds of its blocks. A field given as undefined is removed. */
export function editArticle(
  project: Project,
  args: { readonly id: string; readonly fields: ArticleFields },
): Change {
  const before = articleOf(project, args.id);
  const after = Object.fromEntries(
    Object.entries({ ...before, ...args.fields }).filter(([, value]) => value !== undefined),
  ) as unknown as Article;
  return changeOf('articles', [[before, after]]);
}

/** Removes an article with its annotations, and what pointed at those from other articles. */
export function deleteArticle(project: Project, args: { readonly id: string; readonly at: string }): Change {
  const before = articleOf(project, args.id);
  const ids = (project.annotations.get(args.id) ?? []).map((annotation) => annotation.id);
  const reading = project.readings.get(args.id) ?? null;
  return composeAll([
    deleteAnnotations(project, { ids, at: args.at }),
    changeOf('articles', [[before, null]]),
    changeOf('readings', [[reading, null]]),
  ]);
}

function articleOf(project: Project, id: string): Article {
  const article = project.articles.get(id);
  if (!article) throw new Error(`no article ${id}`);
  return article;
}
