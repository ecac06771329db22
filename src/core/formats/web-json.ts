/** JSON-LD as it comes: one thing where a list is allowed, a string where a record is, and nothing certain. */
export type Json = Readonly<Record<string, unknown>>;

/** The value as a record; empty for anything else. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list: itself, the one thing alone, or nothing. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

/** A number, or what digits say; NaN for anything else: `Number` itself throws for `{"toString": 1}`. */
export function numberIn(value: unknown): number {
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

/** What a word, a number or a truth value says; nothing for anything else, of which `String` may throw. */
export function wordsIn(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? `${value}`
    : '';
}

/** The bodies of an annotation; a body that is only a string is a comment. */
export function bodiesOf(item: Json): readonly Json[] {
  const bodies = [...listOf(item.body), ...listOf(item.bodyValue)];
  return bodies.map((body) =>
    typeof body === 'string' ? { value: body, purpose: 'commenting' } : record(body),
  );
}

/** What a body is for; one that does not say so comments. */
export function purposesOf(body: Json): readonly unknown[] {
  return body.purpose === undefined ? ['commenting'] : listOf(body.purpose);
}

/** The annotations of a collection, a page, a list, or one alone, each with its path; null if it is neither. */
export function itemsOf(
  value: unknown,
): { readonly list: readonly { readonly item: Json; readonly path: readonly (string | number)[] }[] } | null {
  const numbered = (items: readonly unknown[], path: readonly string[]) => ({
    list: items.map((item, index) => ({ item: record(item), path: [...path, index] })),
  });
  if (Array.isArray(value)) return numbered(value, []);
  const { items, first, type } = record(value);
  if (Array.isArray(items)) return numbered(items, ['items']);
  const page = record(first).items;
  if (Array.isArray(page)) return numbered(page, ['first', 'items']);
  return listOf(type).includes('Annotation') ? { list: [{ item: record(value), path: [] }] } : null;
}
