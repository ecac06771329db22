import type { Attribute } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Project } from '../project/model';

/** An attribute's value as texts: one, or as many as a list has. */
export function textsOfValue(value: AttributeValue): readonly string[] {
  return typeof value === 'object' ? value : [String(value)];
}

/**
 * The value that texts stand for, in formats that write no types: the codebook says whether it is a number, a
 * list or a text. Undefined (unset) for no text at all, and for a single empty one.
 */
export function valueOfTexts(
  texts: readonly string[],
  attribute: Attribute | undefined,
): AttributeValue | undefined {
  if (texts.length === 0 || (texts.length === 1 && texts[0] === '')) return undefined;
  if (attribute?.kind === 'multiple') return texts;
  const text = texts.join('; ');
  if (attribute?.kind !== 'scale' && attribute?.kind !== 'number') return text;
  const number = Number(text);
  return Number.isFinite(number) && text.trim() !== '' ? number : text;
}

/** The attribute of a layer as the codebook has it. */
export function attributeOf(codebook: Project['codebook'], layer: string, id: string): Attribute | undefined {
  return layerOf(codebook, layer)?.attributes.find((attribute) => attribute.id === id);
}

/** How many values of the annotation do not survive being written as texts: empty ones, and odd types. */
export function countUntyped({ codebook }: Project, { layer, attributes }: Annotation): number {
  return Object.entries(attributes).filter(([id, value]) => {
    const back = valueOfTexts(textsOfValue(value), attributeOf(codebook, layer, id));
    return JSON.stringify(back) !== JSON.stringify(value);
  }).length;
}
