import type { Attribute, CodebookValue } from '../codebook';

/** A value by its label alone, or with a description. */
type Written = string | readonly [label: string, description: string];

/** Values whose stored id is the label itself with hyphens for spaces. */
function values(list: readonly Written[]): readonly CodebookValue[] {
  return list.map((written) => {
    const [label, description] = typeof written === 'string' ? [written] : written;
    const id = label.replaceAll(' ', '-');
    return description === undefined ? { id, label } : { id, label, description };
  });
}

/** A choice that begins unset. */
export function choice(
  id: string,
  label: string,
  description: string,
  list: readonly Written[],
): Extract<Attribute, { readonly kind: 'choice' }> {
  return { id, label, description, kind: 'choice', values: values(list) };
}

/** A choice that begins with its first value. */
export function preset(id: string, label: string, description: string, list: readonly Written[]): Attribute {
  const attribute = choice(id, label, description, list);
  return { ...attribute, default: attribute.values[0]!.id };
}
