import type { ReadBatch, StagedArticle, StagedBatch } from '../../shared/api';
import { listOf } from '../arrivals';

/** What main has read, with its articles, which come in portions so that the window stays alive meanwhile. */
export async function received({ articles, ...batch }: ReadBatch): Promise<StagedBatch> {
  return { ...batch, articles: await listOf<StagedArticle>(articles) };
}
