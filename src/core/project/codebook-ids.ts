/**
 * The id of a new part of a codebook, made from its label: "Call to action" -> "call-to-action". Ids that are
 * `taken` get a number behind them. A label without a Latin letter or digit gives `fallback`.
 * At most 60 characters, a letter first.
 */
export function idFrom(label: string, taken: ReadonlySet<string>, fallback: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const named = plain === '' ? fallback : /^[a-z]/.test(plain) ? plain : `${fallback}-${plain}`;
  const id = named.slice(0, 54).replace(/-+$/, '');
  let free = id;
  for (let number = 2; taken.has(free); number++) free = `${id}-${number}`;
  return free;
}
