import { covers } from '../text/span';
import type { Annotation } from './model';

/** The annotations of one layer by start, and up to each the greatest end so far: a static interval index. */
interface LayerIndex {
  readonly annotations: readonly Annotation[];
  readonly starts: readonly number[];
  readonly greatestEnds: readonly number[];
}

/** Lists of annotations are immutable, so what is built of one is good as long as it lives. */
const indexes = new WeakMap<readonly Annotation[], Map<string, LayerIndex>>();

function indexOf(list: readonly Annotation[], layer: string): LayerIndex {
  let byLayer = indexes.get(list);
  if (!byLayer) {
    byLayer = new Map();
    indexes.set(list, byLayer);
  }
  let index = byLayer.get(layer);
  if (!index) {
    const annotations = list.filter(
      (annotation) => annotation.layer === layer && annotation.spans.length > 0,
    );
    let greatest = 0;
    index = {
      annotations,
      starts: annotations.map(({ spans }) => spans[0]!.start),
      greatestEnds: annotations.map(({ spans }) => {
        greatest = Math.max(greatest, spans.at(-1)!.end);
        return greatest;
      }),
    };
    byLayer.set(layer, index);
  }
  return index;
}

/**
 * The smallest annotation of `layer` in a list in reading order whose passages hold all passages of
 * `annotation`, or undefined. An annotation does not enclose itself; of two with the very same extent the
 * later in reading order is taken, or with `larger` neither: two people may have marked the same words.
 * O(log n + the candidates that reach so far).
 */
export function smallestEnclosing(
  list: readonly Annotation[],
  annotation: Annotation,
  layer: string,
  larger = false,
): Annotation | undefined {
  const first = annotation.spans[0];
  if (!first) return undefined;
  const end = annotation.spans.at(-1)!.end;
  const least = larger ? end - first.start : -1;
  const { annotations, starts, greatestEnds } = indexOf(list, layer);
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= first.start) low = middle + 1;
    else high = middle;
  }
  let best: Annotation | undefined;
  let bestExtent = Number.POSITIVE_INFINITY;
  for (let at = low - 1; at >= 0 && greatestEnds[at]! >= end; at--) {
    const candidate = annotations[at]!;
    const extent = candidate.spans.at(-1)!.end - candidate.spans[0]!.start;
    if (candidate.id === annotation.id || extent <= least || extent >= bestExtent) continue;
    if (!covers(candidate.spans, annotation.spans)) continue;
    best = candidate;
    bestExtent = extent;
  }
  return best;
}
