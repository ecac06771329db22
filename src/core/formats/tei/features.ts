import type { AttributeValue } from '../../project/model';
import type { PieceValue } from '../marks/piece';
import { xmlAttribute, xmlText } from '../uima/xml-text';
import { teiName } from './names';

/** Values as a feature structure: `<fs type="claim"><f name="kind"><symbol value="factual"/></f></fs>`. */
export function featureStructure(type: string, values: readonly PieceValue[]): string {
  const features = values.map(({ name, value }) => `<f name="${teiName(name)}">${featureValue(value)}</f>`);
  return `<fs type="${teiName(type)}">${features.join('')}</fs>`;
}

function featureValue(value: AttributeValue): string {
  if (typeof value === 'object') return `<vColl org="list">${value.map(textValue).join('')}</vColl>`;
  if (typeof value === 'string') return textValue(value);
  return `<${typeof value === 'number' ? 'numeric' : 'binary'} value="${value}"/>`;
}

/** A symbol is one of a list, and one word; anything else is a string. */
function textValue(text: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(text)
    ? `<symbol${xmlAttribute('value', text)}/>`
    : `<string>${xmlText(text)}</string>`;
}
