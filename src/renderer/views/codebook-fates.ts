import type { Codebook } from '../../core/project/codebook';
import type { LayerUse } from '../../core/project/codebook-use';
import type { Way } from './codebook-delete';

/** What can become of the annotations of a layer that goes. */
export function waysOut({ layers }: Codebook, id: string, use: LayerUse): readonly Way[] {
  // Annotations of whole articles can only go where such are possible.
  const goals = layers.filter((layer) => layer.id !== id && (use.whole === 0 || layer.wholeArticle));
  const to = goals.map(({ id: goal, label }) => [goal, label] as const);
  return [
    ...(to.length > 0 ? [{ id: 'move', label: 'Move them to another layer', to }] : []),
    { id: 'keep', label: 'Keep them as they are, among the hints' },
    { id: 'delete', label: 'Delete them, too' },
  ];
}
