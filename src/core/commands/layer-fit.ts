import type { Attribute, Layer, Role } from '../project/codebook';

/** May this role of the layer point at such a target? */
export function allows(layer: Layer | undefined, role: string, target: Role['targets'][number]): boolean {
  return layer?.roles.some(({ id, targets }) => id === role && targets.includes(target)) ?? false;
}

/** Of values for choices (attribute id -> value id), those that the layer has. */
export function possible(
  layer: Layer,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const has = (attribute: Attribute, value: string) =>
    attribute.kind === 'choice' && attribute.values.some(({ id }) => id === value);
  const found = Object.entries(values).filter(([id, value]) =>
    layer.attributes.some((attribute) => attribute.id === id && has(attribute, value)),
  );
  return Object.fromEntries(found);
}
