import { covers } from '../text/span';
import type { Annotation } from './model';
import type { ArticleStandings, Standing } from './standing';
import { IS } from './standing';

/** Does the speaker stand in this role of the annotation, whether set or inherited? */
export function stands({ ways }: Standing, role: string): boolean {
  return ways.some((way) => way.role === role);
}

/** Who stands where in an article, to be asked by annotation and by passage. */
interface Parties {
  /** Every speaker that stands in an annotation. */
  readonly of: (annotationId: string) => ArticleStandings['found'];
  /** The speakers mentioned inside the passages of an annotation. */
  readonly mentionsWithin: (annotation: Annotation) => readonly string[];
}

const parties = new WeakMap<ArticleStandings, Parties>();

/** See Parties; kept as long as the standings. */
export function partiesIn(standings: ArticleStandings): Parties {
  const known = parties.get(standings);
  if (known) return known;
  const byId = new Map<string, ArticleStandings['found'][number][]>();
  for (const next of standings.found) {
    const { id } = next.standing.annotation;
    byId.set(id, [...(byId.get(id) ?? []), next]);
  }
  // In reading order, so by start of the first passage.
  const mentions = standings.found.filter(
    ({ standing }) => stands(standing, IS) && standing.annotation.spans.length > 0,
  );
  const made: Parties = {
    of: (id) => byId.get(id) ?? [],
    mentionsWithin: ({ spans }) => {
      const start = spans[0]?.start ?? 0;
      const end = spans.at(-1)?.end ?? 0;
      const within: string[] = [];
      for (let at = firstFrom(mentions, start); at < mentions.length; at++) {
        const { speaker, standing } = mentions[at]!;
        if (standing.annotation.spans[0]!.start >= end) break;
        if (covers(spans, standing.annotation.spans)) within.push(speaker);
      }
      return within;
    },
  };
  parties.set(standings, made);
  return made;
}

/** Index of the first mention that starts at `offset` or after it. O(log n). */
function firstFrom(mentions: ArticleStandings['found'], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.standing.annotation.spans[0]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
