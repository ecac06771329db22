import type { Article } from '../../project/model';

/** A path without its extension. */
export function stemOf(path: string): string {
  return path.replace(/\.[^./]*$/, '');
}

/** The article with this id, or from a file of this name. */
export function articleNamed(articles: ReadonlyMap<string, Article>, name: string): Article | undefined {
  const named = ({ origin }: Article) => origin.fileName !== null && stemOf(origin.fileName) === name;
  return articles.get(name) ?? [...articles.values()].find(named);
}
