import { textProblem } from '../formats/carriable';
import type { FormatFile } from '../formats/format';
import { foreignArticle } from '../formats/marks/foreign-article';
import type { Article } from '../project/model';
import { ID_PATTERN } from '../project/model';

/**
 * The articles that annotations may be set down in: those of the project, and the texts that stand beside formats which
 * have no place for them (`texts/<article id>.txt`), which are the ones that are meant.
 */
export function withTextsBeside(
  articles: ReadonlyMap<string, Article>,
  files: readonly FormatFile[],
): ReadonlyMap<string, Article> {
  const all = new Map(articles);
  for (const { path, data } of files) {
    const id = /(?:^|\/)texts\/([^/]+)\.txt$/.exec(path)?.[1];
    if (id === undefined || !ID_PATTERN.test(id) || textProblem(data)) continue;
    if (all.get(id)?.text === data) continue;
    all.set(id, foreignArticle(id, data, { name: id, fileName: path, order: all.size + 1 }));
  }
  return all;
}
