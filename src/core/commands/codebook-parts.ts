import type { Attribute, Codebook, Layer } from '../project/codebook';
import { layerOf } from '../project/codebook';

/** What layers, attributes, values and roles have in common. */
interface Part {
  readonly id: string;
  readonly label: string;
}

/** Which layer is meant, and when. */
export interface InLayer {
  readonly layer: string;
  readonly at: string;
}

export interface InAttribute extends InLayer {
  readonly attribute: string;
}

/** A label without white space around it. Throws when it is empty, or another of the `others` has it. */
export function labelAmong(label: string, others: readonly Part[], kind: string): string {
  const plain = label.trim();
  if (plain === '') throw new Error(`${kind} needs a name`);
  if (others.some((other) => other.label.toLowerCase() === plain.toLowerCase())) {
    throw new Error(`there is ${kind} called “${plain}” already`);
  }
  return plain;
}

/** The part with the fields set; a field given as undefined is removed. The label is checked. */
export function withFields<P extends Part>(
  part: P,
  fields: { readonly [K in keyof P]?: P[K] | undefined },
  siblings: readonly Part[],
  kind: string,
): P {
  const others = siblings.filter(({ id }) => id !== part.id);
  const label = fields.label === undefined ? part.label : labelAmong(fields.label, others, kind);
  const entries = Object.entries({ ...part, ...fields, label }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as unknown as P;
}

/** What was done to a part, for the list of versions: renamed, or something else about it. */
export function editWords(before: Part, after: Part, kind: string, place: string): string {
  return before.label === after.label
    ? `edited the ${kind} “${after.label}”${place}`
    : `renamed the ${kind} “${before.label}” to “${after.label}”${place}`;
}

/** The list with one of it at another index, counted without it; too great or small an index is the nearest. */
export function moved<P extends Part>(list: readonly P[], id: string, to: number): readonly P[] {
  const part = list.find((next) => next.id === id);
  if (!part) throw new Error(`no ${id} in the codebook`);
  const rest = list.filter((next) => next !== part);
  return rest.toSpliced(Math.max(0, to), 0, part);
}

/** The layer, or an error that says that there is none. */
export function layerIn(codebook: Codebook, id: string): Layer {
  const layer = layerOf(codebook, id);
  if (!layer) throw new Error(`no layer ${id} in the codebook`);
  return layer;
}

/** The attribute, or an error that says that there is none. */
export function attributeIn(layer: Layer, id: string): Attribute {
  const attribute = layer.attributes.find((next) => next.id === id);
  if (!attribute) throw new Error(`${layer.label} has no attribute ${id}`);
  return attribute;
}

/** The codebook with one of its layers edited. */
export function withLayer(codebook: Codebook, id: string, edit: (layer: Layer) => Layer): Codebook {
  const before = layerIn(codebook, id);
  return { ...codebook, layers: codebook.layers.map((next) => (next === before ? edit(before) : next)) };
}

/** The codebook with one attribute of a layer edited. */
export function withAttribute(
  codebook: Codebook,
  { layer, attribute }: { readonly layer: string; readonly attribute: string },
  edit: (attribute: Attribute) => Attribute,
): Codebook {
  return withLayer(codebook, layer, (before) => {
    const own = attributeIn(before, attribute);
    return { ...before, attributes: before.attributes.map((next) => (next === own ? edit(own) : next)) };
  });
}
