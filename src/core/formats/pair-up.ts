import type { Annotation } from '../project/model';

/** Annotations of before with the ones of after that are the same, and those that are on one side only. */
export interface Pairing {
  readonly pairs: readonly (readonly [before: Annotation, after: Annotation])[];
  readonly missing: readonly Annotation[];
  readonly added: readonly Annotation[];
}

type Key = (annotation: Annotation) => string;

const byId: Key = ({ id }) => id;
const byPlace: Key = ({ articleId, layer, spans }) =>
  `${articleId} ${layer} ${spans.map(({ start, end }) => `${start}-${end}`).join(' ')}`;
const byLayer: Key = ({ articleId, layer }) => `${articleId} ${layer}`;

/**
 * Finds each annotation again: by its id; where a format keeps no ids, by article, layer and place; and where it also
 * moves edges (to whole words, say), by article, layer and a place that overlaps, from left to right.
 */
export function pairUp(before: readonly Annotation[], after: readonly Annotation[]): Pairing {
  const pairs: [Annotation, Annotation][] = [];
  let missing = before;
  let added = after;
  for (const key of [byId, byPlace]) [missing, added] = takeSame(missing, added, key, pairs);
  if (missing.length > 0 && added.length > 0) [missing, added] = takeOverlapping(missing, added, pairs);
  return { pairs, missing, added };
}

function grouped(annotations: readonly Annotation[], key: Key): Map<string, Annotation[]> {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const group = groups.get(key(annotation));
    if (group) group.push(annotation);
    else groups.set(key(annotation), [annotation]);
  }
  return groups;
}

type Rest = [before: readonly Annotation[], after: readonly Annotation[]];

function takeSame(before: Rest[0], after: Rest[1], key: Key, pairs: [Annotation, Annotation][]): Rest {
  const waiting = grouped(after, key);
  const taken = new Set<Annotation>();
  const rest = before.filter((annotation) => {
    const found = waiting.get(key(annotation))?.shift();
    if (!found) return true;
    taken.add(found);
    pairs.push([annotation, found]);
    return false;
  });
  return [rest, after.filter((annotation) => !taken.has(annotation))];
}

const startOf = ({ spans }: Annotation) => spans[0]!.start;
const endOf = ({ spans }: Annotation) => spans.at(-1)!.end;
const placed = ({ spans }: Annotation) => spans.length > 0;

function takeOverlapping(before: Rest[0], after: Rest[1], pairs: [Annotation, Annotation][]): Rest {
  const groups = grouped(after.filter(placed), byLayer);
  for (const group of groups.values()) group.sort((a, b) => startOf(a) - startOf(b));
  const taken = new Set<Annotation>();
  const inOrder = before.filter(placed).sort((a, b) => startOf(a) - startOf(b));
  for (const annotation of inOrder) {
    const group = groups.get(byLayer(annotation)) ?? [];
    while (group.length > 0 && endOf(group[0]!) <= startOf(annotation)) group.shift();
    const found = group[0];
    if (!found || startOf(found) >= endOf(annotation)) continue;
    group.shift();
    taken.add(annotation).add(found);
    pairs.push([annotation, found]);
  }
  const left = (annotation: Annotation) => !taken.has(annotation);
  return [before.filter(left), after.filter(left)];
}
