import type { Attribute, Layer } from '../project/codebook';
import type { AttributeValue } from '../project/model';
import { append } from './marks/append';
import { orderedEntries } from './ordered-entries';
import type { Part } from './part';
import { annotationsIn } from './part';

/** The layers of the codebook that are switched on or occur in the part. */
export function layersKnown(part: Part): readonly Layer[] {
  const used = new Set<string>();
  for (const { layer } of annotationsIn(part)) used.add(layer);
  return part.whole.codebook.layers.filter(({ id, on }) => on || used.has(id));
}

/**
 * What a configuration must offer: the same, and what annotations still have of layers and attributes that the codebook
 * has lost. Tools refuse a file that uses what their configuration does not name. Such a layer has no key.
 */
export function layersIn(part: Part): readonly Layer[] {
  const layers = new Map(layersKnown(part).map((layer) => [layer.id, layer]));
  const lost = new Map<string, Map<string, AttributeValue[]>>();
  for (const { layer, attributes } of annotationsIn(part)) {
    if (!layers.has(layer)) layers.set(layer, lostLayer(layer));
    const known = layers.get(layer)!.attributes;
    for (const [id, value] of orderedEntries(attributes)) {
      if (known.some((attribute) => attribute.id === id)) continue;
      const found = lost.get(layer) ?? new Map<string, AttributeValue[]>();
      lost.set(layer, found);
      append(found, id, value);
    }
  }
  return [...layers.values()].map((layer) => {
    const more = [...(lost.get(layer.id) ?? [])].map(([id, values]) => lostAttribute(id, values));
    return more.length === 0 ? layer : { ...layer, attributes: [...layer.attributes, ...more] };
  });
}

function lostLayer(id: string): Layer {
  return { id, label: id, colour: 'neutral', form: 'tint', key: '', on: true, attributes: [], roles: [] };
}

/** Of the kind that its first value is of; what is neither text nor a number is a choice among the values there are. */
function lostAttribute(id: string, values: readonly AttributeValue[]): Attribute {
  const [first] = values;
  if (typeof first === 'string') return { id, label: id, kind: 'text' };
  if (typeof first === 'number') return { id, label: id, kind: 'number' };
  const seen = new Set(values.flatMap((value) => (typeof value === 'object' ? value : [String(value)])));
  return {
    id,
    label: id,
    kind: 'multiple',
    values: [...seen].sort().map((value) => ({ id: value, label: value })),
  };
}
