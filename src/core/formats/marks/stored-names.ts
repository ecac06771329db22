import type { Attribute, Codebook } from '../../project/codebook';

/** A name as configurations of other tools can hold it: letters, digits, hyphens and underscores of ASCII. */
export function stored(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_') || '_';
}

/** Names that were worked out, which takes a look at all of the codebook: by layer and attribute. */
const known = new WeakMap<Codebook, Map<string, string>>();

/** An attribute's name; the layer's is put before it when another layer has a different attribute of that id. */
export function attributeName(codebook: Codebook, layer: string, id: string): string {
  const names = known.get(codebook) ?? new Map<string, string>();
  known.set(codebook, names);
  const key = JSON.stringify([layer, id]);
  const name = names.get(key) ?? nameOf(codebook, layer, id);
  names.set(key, name);
  return name;
}

function nameOf(codebook: Codebook, layer: string, id: string): string {
  const own = codebook.layers.find((known) => known.id === layer);
  const attribute = own?.attributes.find((known) => known.id === id);
  const clash = codebook.layers.some((other) =>
    other.attributes.some(
      (known) => stored(known.id) === stored(id) && !(attribute && alike(known, attribute)),
    ),
  );
  return clash ? `${stored(layer)}_${stored(id)}` : stored(id);
}

function alike(one: Attribute, other: Attribute): boolean {
  const essence = (attribute: Attribute) =>
    JSON.stringify([
      attribute.kind,
      'values' in attribute ? attribute.values.map(({ id }) => id) : [],
      'min' in attribute ? [attribute.min, attribute.max] : [],
    ]);
  return one === other || (one.id === other.id && essence(one) === essence(other));
}
