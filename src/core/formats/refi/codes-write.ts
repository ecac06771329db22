import type { Attribute, Codebook, Layer } from '../../project/codebook';
import { signed } from '../../project/codebook';
import { type Described, inWords } from '../codes/in-words';
import { HEX } from '../marks/colours';
import { xmlSafe } from '../uima/xml-text';
import { element, textElement } from './elements';
import { guidOf } from './guid';
import { printOurs } from './ours';

/** A scale of more steps than this has no code for each of them. */
const MOST_STEPS = 50;

/** GUIDs of the codes that parts of a codebook are: the same in every project that has this codebook. */
export function codeGuid(codebook: Codebook, layer: string, attribute?: string, value?: string): string {
  const steps = [layer, attribute, value].filter((step) => step !== undefined);
  return guidOf('code', codebook.id, ...steps);
}

/** Does the attribute have a code for each of its values? Others are told in words beside the passage. */
export function hasCodes(attribute: Attribute | undefined): boolean {
  if (attribute?.kind === 'scale') return attribute.max - attribute.min < MOST_STEPS;
  return attribute?.kind === 'choice' || attribute?.kind === 'multiple';
}

/**
 * The codes of a codebook: layers, in them their attributes, which only group, and in these their values. `unlisted`:
 * layers that annotations have although the codebook does not know them.
 */
export function codeElements(codebook: Codebook, unlisted: readonly string[] = []): readonly string[] {
  return [
    ...codebook.layers.map((layer) => layerElement(codebook, layer)),
    ...unlisted.map((id) =>
      element('Code', { guid: codeGuid(codebook, id), name: id, isCodable: true }, [
        printOurs({ id, unlisted: true }),
      ]),
    ),
  ];
}

function layerElement(codebook: Codebook, layer: Layer): string {
  const { attributes, ...rest } = layer;
  const color = HEX[layer.colour].line;
  return element('Code', { guid: codeGuid(codebook, layer.id), name: layer.label, isCodable: true, color }, [
    printOurs(unsaid(rest)),
    ...description(layer),
    ...attributes.map((attribute) => {
      const { values: _, ...own } = 'values' in attribute ? attribute : { ...attribute, values: [] };
      const guid = codeGuid(codebook, layer.id, attribute.id);
      const children = [
        printOurs(unsaid(own)),
        ...description(attribute),
        ...valueElements(codebook, layer, attribute),
      ];
      return element('Code', { guid, name: attribute.label, isCodable: false, color }, children);
    }),
  ]);
}

function valueElements(codebook: Codebook, layer: Layer, attribute: Attribute): readonly string[] {
  const color = HEX[layer.colour].line;
  const code = (id: string, name: string, ours: object, words: readonly string[]) => {
    const guid = codeGuid(codebook, layer.id, attribute.id, id);
    return element('Code', { guid, name, isCodable: true, color }, [printOurs(ours), ...words]);
  };
  if ('values' in attribute) {
    return attribute.values.map((value) => code(value.id, value.label, unsaid(value), description(value)));
  }
  if (attribute.kind !== 'scale' || !hasCodes(attribute)) return [];
  const steps = Array.from({ length: attribute.max - attribute.min + 1 }, (_, at) => attribute.min + at);
  return steps.map((step) =>
    code(String(step), attribute.diverging ? signed(step) : String(step), { step }, []),
  );
}

/** A part of the codebook without the name and description that its code says just so. */
function unsaid({ label, description, ...part }: Described & { readonly label: string }): object {
  const plain = (text: string | undefined) =>
    text === undefined || (xmlSafe(text) === text && text.trim() === text);
  const alone = part.rules === undefined && part.examples === undefined && description !== '';
  return {
    ...part,
    ...(plain(label) ? {} : { label }),
    ...(description === undefined || (alone && plain(description)) ? {} : { description }),
  };
}

function description(part: Described): readonly string[] {
  const text = inWords(part);
  return text === '' ? [] : [textElement('Description', text)];
}
