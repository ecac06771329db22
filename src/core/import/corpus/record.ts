/** One record of a corpus. */
export interface CorpusRecord {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** Values by the names of their columns. */
  readonly fields: ReadonlyMap<string, string>;
  /** The record as a file of its own, of the same kind. */
  readonly source: string;
}

/** Records, and what could not be read as one, by its number or its line. */
export interface CorpusRecords {
  readonly records: readonly CorpusRecord[];
  readonly problems: readonly string[];
}

/**
 * The fields of a JSON object. Objects in it are opened once ("meta.title"); lists become "a, b"; of a thing
 * with a name in a list or a field of people the name is taken.
 */
export function fieldsOf(object: object): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(object)) {
    fields.set(name, textOf(value));
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    for (const [inner, deep] of Object.entries(value)) fields.set(`${name}.${inner}`, textOf(deep));
  }
  return fields;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    // Paragraphs in a list stay apart; names and tags stand in a row.
    const parts = value
      .slice(0, 100_000)
      .map(nameOf)
      .filter((part) => part !== '');
    return parts.join(parts.some((part) => part.length > 100) ? '\n\n' : ', ');
  }
  return nameOf(value);
}

function nameOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'name')) return '';
  const { name } = value as { readonly name: unknown };
  return typeof name === 'string' ? name : '';
}
