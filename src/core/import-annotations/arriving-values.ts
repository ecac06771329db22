import type { Attribute } from '../project/codebook';
import type { AttributeMapping, LayerMapping } from '../project/mapping';
import type { Annotation, AttributeValue } from '../project/model';
import { isPossible } from '../project/possible-value';
import { textsOf } from './foreign-layers';

/** The attributes of an annotation of a file in terms of ours; `dropped` values have no place there. */
export function arrivingValues(
  attributes: Annotation['attributes'],
  mapping: LayerMapping['attributes'],
  into: readonly Attribute[],
): { readonly attributes: Annotation['attributes']; readonly dropped: number } {
  const found: Record<string, AttributeValue> = {};
  let dropped = 0;
  for (const [id, value] of Object.entries(attributes)) {
    const asked = Object.hasOwn(mapping, id) ? mapping[id]! : undefined;
    if (typeof asked?.to !== 'object') continue;
    const { attribute: ours } = asked.to;
    const attribute = into.find((own) => own.id === ours);
    if (!attribute || Object.hasOwn(found, ours)) {
      dropped++;
      continue;
    }
    const next = valueAs(attribute, value, asked.values);
    if (next !== undefined && isPossible(attribute, next)) found[ours] = next;
    const kept = next === undefined ? 0 : 'values' in attribute ? textsOf(next).length : 1;
    if ('values' in attribute)
      dropped += Math.max(0, textsOf(value).filter((text) => text !== '').length - kept);
    else if (!Object.hasOwn(found, ours)) dropped++;
  }
  return { attributes: found, dropped };
}

function valueAs(
  attribute: Attribute,
  value: AttributeValue,
  values: AttributeMapping['values'],
): AttributeValue | undefined {
  const texts = textsOf(value);
  if (attribute.kind === 'text') return texts.join('; ');
  if (attribute.kind === 'date') return texts[0];
  if (attribute.kind === 'number') return texts[0]?.trim() ? Number(texts[0]) : undefined;
  const mapped = texts.flatMap((text) => {
    const to = Object.hasOwn(values, text) ? values[text]! : 'out';
    return typeof to === 'object' ? to.value : [];
  });
  if (attribute.kind === 'multiple') {
    return mapped.length > 0 || texts.length === 0 ? [...new Set(mapped)] : undefined;
  }
  const [first] = mapped;
  return attribute.kind === 'scale' && first !== undefined ? Number(first) : first;
}
