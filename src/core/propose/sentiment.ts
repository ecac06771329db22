import { nameRuns } from './names/name-runs';
import type { SentimentHint } from './proposal';
import { keyOf } from './proposal';
import type { ArticleReading } from './read/read-article';
import { isFeeling } from './sentiment-words';

/** The words of an article that often carry feeling; not where they are part of a name. */
export function sentimentHints({ blocks, insides }: ArticleReading): readonly SentimentHint[] {
  return [...blocks, ...insides].flatMap((region) =>
    region.tokens.flatMap(({ kind, lower, start, end }, at): SentimentHint[] => {
      if (kind !== 'word' || !isFeeling(lower) || nameRuns(region).has(at)) return [];
      const spans = [{ start, end }] as const;
      return [{ kind: 'sentiment', key: keyOf('sentiment', spans), spans }];
    }),
  );
}
