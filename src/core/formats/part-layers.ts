import type { Layer } from '../project/codebook';
import type { Part } from './part';
import { annotationsIn } from './part';

/** The layers of the codebook that are switched on or occur in the part: what a configuration must offer. */
export function layersIn(part: Part): readonly Layer[] {
  const used = new Set<string>();
  for (const { layer } of annotationsIn(part)) used.add(layer);
  return part.whole.codebook.layers.filter(({ id, on }) => on || used.has(id));
}
