import type { Attribute, Codebook } from '../../project/codebook';
import type { AttributeValue } from '../../project/model';
import { attributeName, stored } from '../marks/stored-names';
import { listOf, wordsIn } from '../web-json';

/** Names of the two controls that every configuration of ours has. */
export const LABELS = 'label';
export const TEXT = 'text';

/** Names that are taken, and names that Label Studio would take for a number or a truth value. */
const UNFIT = /^(?:label|text|true|false|nan|inf(?:inity)?)$|^[^a-z_]/i;

/** The control that an attribute of a layer is set with, by its name. */
export function controlName(codebook: Codebook, layer: string, id: string): string {
  const name = attributeName(codebook, layer, id);
  return UNFIT.test(name) ? `${stored(layer).replace(/^(?![a-z_])/i, '_')}_${name}` : name;
}

/** Kinds of controls by the type of their results. */
export type ControlType = 'choices' | 'number' | 'textarea' | 'datetime';

/** The type of control for an attribute; one that the codebook does not know goes by its value. */
export function controlType(attribute: Attribute | undefined, value?: AttributeValue): ControlType {
  switch (attribute?.kind) {
    case 'choice':
    case 'multiple':
      return 'choices';
    case 'scale':
    case 'number':
      return 'number';
    case 'date':
      return 'datetime';
    case 'text':
      return 'textarea';
    default:
      return typeof value === 'number' ? 'number' : typeof value === 'string' ? 'textarea' : 'choices';
  }
}

/** What a result of a control says, by its type (`value.choices`, `value.number` …). */
export function controlValue(type: ControlType, value: AttributeValue): Readonly<Record<string, unknown>> {
  const texts = typeof value === 'object' ? value : [String(value)];
  if (type === 'choices') return { choices: texts };
  if (type === 'number' && typeof value === 'number') return { number: value };
  if (type === 'datetime') return { datetime: texts.join(' ') };
  return { text: texts };
}

/** The other way: what a result of any control says, a list where it is one; undefined when it says nothing. */
export function valueOfControl(
  type: string,
  value: Readonly<Record<string, unknown>>,
): AttributeValue | undefined {
  const said = type === 'textarea' ? value.text : (value[type] ?? value.choices ?? value.rating);
  if (typeof said === 'number' || typeof said === 'boolean') return said;
  if (typeof said === 'string') return said === '' ? undefined : said;
  if (!Array.isArray(said)) return undefined;
  const texts = said.map((item) => listOf(item).map(wordsIn).join(' / '));
  return texts.length === 0 ? undefined : texts;
}
