import type { ReadBatch, StagedArticle, StagedBatch } from '../../shared/api';

/** What main has read, with its articles, which come in portions so that the window stays alive meanwhile. */
export async function received({ articles, ...batch }: ReadBatch): Promise<StagedBatch> {
  const all: StagedArticle[] = [];
  while (all.length < articles.length) {
    const portion = JSON.parse(await window.desktop.nextPortion(articles.list)) as StagedArticle[];
    if (portion.length === 0) throw new Error('Not all of what was read has arrived.');
    for (const article of portion) all.push(article);
  }
  return { ...batch, articles: all };
}
