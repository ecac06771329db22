import type { Annotation, Project, ReadingStatus } from './model';

/** What a list says of an article's annotations. */
export interface Tally {
  /** Layer id -> how many; a layer without any has no entry. */
  readonly layers: ReadonlyMap<string, number>;
  /** The latest change of one of them, or '' when there are none. */
  readonly changedAt: string;
}

const tallies = new WeakMap<readonly Annotation[], Tally>();

/** Counts an article's annotations; counted once for each list, so a change in one article counts only there. */
export function tallyOf(annotations: readonly Annotation[]): Tally {
  const known = tallies.get(annotations);
  if (known) return known;
  const layers = new Map<string, number>();
  let changedAt = '';
  for (const { layer, updatedAt } of annotations) {
    layers.set(layer, (layers.get(layer) ?? 0) + 1);
    if (updatedAt > changedAt) changedAt = updatedAt;
  }
  const tally = { layers, changedAt };
  tallies.set(annotations, tally);
  return tally;
}

/** How many articles there are of each status. */
export function progressOf({
  articles,
  readings,
}: Pick<Project, 'articles' | 'readings'>): Readonly<Record<ReadingStatus, number>> {
  const count = { new: articles.size, reading: 0, coded: 0, checked: 0 };
  for (const { status } of readings.values()) {
    count[status]++;
    count.new--;
  }
  return count;
}

const outlets = new WeakMap<Project['articles'], ReadonlyMap<string, number>>();

/** The outlets of the articles, by name, and how many articles each has; '' are those without one, and last. */
export function outletsOf(articles: Project['articles']): ReadonlyMap<string, number> {
  const known = outlets.get(articles);
  if (known) return known;
  const count = new Map<string, number>();
  for (const { outlet = '' } of articles.values()) count.set(outlet, (count.get(outlet) ?? 0) + 1);
  const sorted = new Map([...count].sort(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b))));
  outlets.set(articles, sorted);
  return sorted;
}
