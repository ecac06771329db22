/** Can the codebook hold it as the id of a layer, attribute, value or role? */
export function isUsableName(name: string): boolean {
  return name !== '' && name !== '__proto__' && name.length <= 200;
}

/** A tool's name for a layer, attribute or role as one the codebook can hold; `otherwise` for an empty one. */
export function usableName(name: string, otherwise: string): string {
  const plain = name
    .trim()
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, '');
  return plain === '' || plain === '__proto__' ? otherwise : plain;
}
