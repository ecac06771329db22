import { covers, hull, overlaps } from '../text/span';
import type { Codebook } from './codebook';
import { layerOf } from './codebook';
import type { Hint } from './hints';
import { noun } from './hints-place';
import type { Annotation } from './model';

/**
 * For the univocal profile: quotes that lie in another of their layer, or share some of its words. Of two it
 * is the later, or the inner, that is told. `list` is in reading order. O(n log n + pairs that overlap).
 */
export function nestingHints(
  codebook: Codebook,
  list: readonly Annotation[],
  quotes: ReadonlySet<string>,
): Map<string, Hint> {
  const found = new Map<string, Hint>();
  for (const id of quotes) {
    const layer = layerOf(codebook, id);
    if (!layer) continue;
    const { one, many } = noun(layer);
    let open: readonly Annotation[] = [];
    for (const annotation of list) {
      const extent = annotation.layer === id ? hull(annotation.spans) : null;
      if (!extent) continue;
      open = open.filter((other) => other.spans.at(-1)!.end > extent.start);
      for (const other of open) {
        if (!annotation.spans.some((span) => other.spans.some((next) => overlaps(span, next)))) continue;
        const inside = covers(other.spans, annotation.spans);
        if (found.has(annotation.id) && !inside) continue;
        found.set(annotation.id, {
          rule: `${id}/${inside ? 'nested' : 'overlapping'}`,
          annotationId: annotation.id,
          text: `This ${one} ${inside ? 'lies inside' : 'shares words with'} another ${one}`,
          many: inside ? `${many} lie inside another` : `${many} share words with another`,
        });
      }
      open = [...open, annotation];
    }
  }
  return found;
}
