import { layerOf } from '../../project/codebook';
import type { Annotation } from '../../project/model';
import type { Span } from '../../text/span';
import { normalise } from '../../text/span';
import type { Part } from '../part';

/** How far two annotators marked the same in one layer, in the articles in which both marked anything. */
export interface Agreement {
  readonly layer: string;
  readonly annotators: readonly [string, string];
  readonly articles: number;
  /** F1 of annotations with exactly the same passages, 0 to 1. */
  readonly passages: number;
  /** F1 of the characters (UTF-16 units) that they marked. */
  readonly characters: number;
}

/**
 * Agreement of every pair of annotators who marked the same articles, layer by layer. F1 and not kappa: how much both
 * left unmarked has no natural count (Hripcsak and Rothschild, JAMIA 12, 2005), and F1 is what kappa comes to as it grows.
 */
export function agreementOf(part: Part): readonly Agreement[] {
  const pairs = new Map<string, Counts & { readonly layer: string; readonly annotators: [string, string] }>();
  for (const { id } of part.articles) {
    const list = part.annotations.get(id) ?? [];
    const who = [...new Set(list.map(({ annotatorId }) => annotatorId))].sort();
    for (const [at, one] of who.entries()) {
      for (const other of who.slice(at + 1)) {
        const both = list.filter(({ annotatorId }) => annotatorId === one || annotatorId === other);
        for (const layer of new Set(both.map((each) => each.layer))) {
          const key = JSON.stringify([layer, one, other]);
          const pair = pairs.get(key) ?? { layer, annotators: [one, other], ...nothing() };
          pairs.set(key, pair);
          const of = (annotator: string) =>
            both.filter((each) => each.layer === layer && each.annotatorId === annotator);
          count(pair, of(one), of(other));
        }
      }
    }
  }
  const rank = (id: string) => part.whole.codebook.layers.findIndex((layer) => layer.id === id);
  return [...pairs.values()]
    .sort(
      (a, b) => rank(a.layer) - rank(b.layer) || (a.annotators.join('\n') < b.annotators.join('\n') ? -1 : 1),
    )
    .map(({ layer, annotators, articles, same, all, common, marked }) => ({
      layer: layerOf(part.whole.codebook, layer)?.label ?? layer,
      annotators,
      articles,
      passages: all === 0 ? 0 : (2 * same) / all,
      characters: marked === 0 ? 0 : (2 * common) / marked,
    }));
}

interface Counts {
  articles: number;
  /** Annotations of both that are alike, and all of both. */
  same: number;
  all: number;
  /** Characters that both marked, and all that either did, counted for each. */
  common: number;
  marked: number;
}

const nothing = (): Counts => ({ articles: 0, same: 0, all: 0, common: 0, marked: 0 });

function count(counts: Counts, one: readonly Annotation[], other: readonly Annotation[]): void {
  counts.articles++;
  counts.all += one.length + other.length;
  const places = new Map<string, number>();
  for (const { spans } of one) {
    const key = JSON.stringify(spans);
    places.set(key, (places.get(key) ?? 0) + 1);
  }
  for (const { spans } of other) {
    const key = JSON.stringify(spans);
    const left = places.get(key) ?? 0;
    if (left > 0) counts.same++;
    places.set(key, left - 1);
  }
  const [a, b] = [one, other].map((list) => normalise(list.flatMap(({ spans }) => spans))) as [
    Span[],
    Span[],
  ];
  const length = (spans: readonly Span[]) => spans.reduce((sum, { start, end }) => sum + end - start, 0);
  counts.marked += length(a) + length(b);
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    counts.common += Math.max(0, Math.min(a[i]!.end, b[j]!.end) - Math.max(a[i]!.start, b[j]!.start));
    if (a[i]!.end < b[j]!.end) i++;
    else j++;
  }
}
