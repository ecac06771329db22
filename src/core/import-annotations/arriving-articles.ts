import type { Article, Project } from '../project/model';
import type { Arrival } from './arrive';
import type { FreshId } from './arriving-people';

/**
 * The articles to be added, after those that are there, and under which id each article of the file goes here. Throws
 * when an article that annotations were set down in is gone.
 */
export function arrivingArticles(
  project: Project,
  { project: theirs, articles: matched }: Arrival,
  wanted: boolean,
  freshId: FreshId,
): { readonly articles: readonly Article[]; readonly ids: ReadonlyMap<string, string> } {
  const ids = new Map<string, string>();
  const articles = new Map<string, Article>();
  let order = 0;
  for (const article of project.articles.values()) order = Math.max(order, article.order + 1);
  for (const { articleId, how, title } of matched) {
    if (ids.has(articleId)) continue;
    if (how !== 'new') {
      const here = project.articles.get(articleId);
      if (!here || here.sha256 !== theirs.articles.get(articleId)!.sha256)
        throw new Error(`the article “${title}” is no longer here`);
      ids.set(articleId, articleId);
    } else if (wanted) {
      const id = freshId(articleId, { has: (known) => project.articles.has(known) || articles.has(known) });
      articles.set(id, { ...theirs.articles.get(articleId)!, id, order: order++ });
      ids.set(articleId, id);
    }
  }
  return { articles: [...articles.values()], ids };
}
