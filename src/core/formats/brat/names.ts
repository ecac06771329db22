import type { Attribute, Codebook, Layer } from '../../project/codebook';

/** The type of the words that are attributed, in the frames of PolNeAR and ours. */
export const CONTENT = 'Content';

/** Databases that normalisations to our registers name. */
export const SPEAKERS = 'speakers';
export const CLAIMS = 'claims';

/** The relation that `*` lines stand for: the same thing, marked several times. */
export const EQUIV = 'Equiv';

/** The attribute that normalisations to any other database are kept in: "Wikipedia:534366 Barack Obama". */
export const REFERENCE = 'Reference';

/** A name as brat stores it: letters, digits, hyphens and underscores of ASCII. */
export function stored(name: string): string {
  return name.replace(/[^a-zA-Z0-9_-]/g, '_') || '_';
}

/** A role's name among the arguments of an event, which may be followed by a number. */
export function argumentName(role: string): string {
  return stored(role).replace(/\d$/, '$&_');
}

/** An attribute's name; the layer's is put before it when another layer has a different attribute of that id. */
export function attributeName(codebook: Codebook, layer: string, id: string): string {
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

/** Does an annotation of the layer become an event? Those do that may point at passages. */
export function isEventLayer(layer: Layer | undefined): boolean {
  return layer?.roles.some(({ targets }) => targets.includes('spans')) ?? false;
}

/** The role of the words that attribute, in a layer of attributions: the one for a single contiguous passage. */
export function cueRole(layer: Layer | undefined): string | undefined {
  return layer?.roles.find(({ targets, contiguous }) => contiguous && targets.join() === 'spans')?.id;
}
