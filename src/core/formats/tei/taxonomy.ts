import type { Attribute, Codebook, CodebookValue, Layer } from '../../project/codebook';
import { xmlAttribute, xmlText } from '../uima/xml-text';
import { xmlId } from './names';

/** Layers of the codebook as a taxonomy: a category for each layer, in it one for each attribute and each of its values. */
export function taxonomy({ name, version }: Codebook, layers: readonly Layer[]): string {
  const categories = layers.map(layerCategory).join('');
  return `        <taxonomy xml:id="codebook"${xmlAttribute('n', version)}>
          <desc>${xmlText(name)}</desc>
${categories}        </taxonomy>
`;
}

function layerCategory(layer: Layer): string {
  const inner = layer.attributes.flatMap((attribute) => attributeCategory(layer, attribute)).join('');
  return category(xmlId('layer', layer.id), layer, inner, 10);
}

function attributeCategory({ id }: Layer, attribute: Attribute): string {
  const values = 'values' in attribute ? attribute.values : [];
  const inner = values.map((value) => category(xmlId('value', id, attribute.id, value.id), value, '', 14));
  return category(xmlId('value', id, attribute.id), attribute, inner.join(''), 12);
}

function category(
  id: string,
  { label, description }: Pick<CodebookValue, 'label' | 'description'>,
  inner: string,
  indent: number,
): string {
  const space = ' '.repeat(indent);
  const more = description ? `: ${xmlText(description)}` : '';
  return `${space}<category xml:id="${id}">
${space}  <catDesc><term>${xmlText(label)}</term>${more}</catDesc>
${inner}${space}</category>
`;
}
