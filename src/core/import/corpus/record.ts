/** One record of a corpus. */
export interface CorpusRecord {
  /** From 1, in the order of the file. */
  readonly number: number;
  /** The line of the file it begins on, from 1, where that is known. */
  readonly line?: number;
  /** Values by the names of their columns. */
  readonly fields: ReadonlyMap<string, string>;
  /** The record as a file of its own, of the same kind. */
  readonly source: string;
}

/** Records, and what could not be read as one, by its line or its number. */
export interface CorpusRecords {
  readonly records: readonly CorpusRecord[];
  /** How many there are in the file, with those that could not be read. */
  readonly total: number;
  readonly problems: readonly string[];
}

/** "Line 12" or, where lines say nothing to a person, "Record 5". */
export function placeOf({ line, number }: Pick<CorpusRecord, 'line' | 'number'>): string {
  return line === undefined ? `Record ${number}` : `Line ${line}`;
}

/** Objects are opened so many levels deep, and give no more columns than this. */
const DEEPEST = 4;
const MOST_FIELDS = 500;

/**
 * The fields of a JSON object. Objects in it are opened ("meta.source.name"); lists become "a, b"; of a thing
 * with a name in a list or a field of people the name is taken.
 */
export function fieldsOf(object: object): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  const open = (inner: object, prefix: string, depth: number) => {
    for (const [name, value] of Object.entries(inner)) {
      if (fields.size >= MOST_FIELDS) return;
      const path = prefix + name;
      // What a thing is called stands under the thing's own name already.
      if (depth > 1 && name === 'name' && typeof value === 'string') continue;
      fields.set(path, textOf(value));
      if (depth < DEEPEST && typeof value === 'object' && value !== null && !Array.isArray(value))
        open(value, `${path}.`, depth + 1);
    }
  };
  open(object, '', 1);
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
