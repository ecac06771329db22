import type { ColumnChoice } from './choice';
import type { CorpusField } from './columns';
import { recogniseColumns } from './columns';
import { dateOf } from './dates';
import type { CorpusRecord } from './record';

/** A column of a corpus, for a person to say what it holds. */
export interface ColumnSeen {
  readonly name: string;
  /** In how many records it is not empty. */
  readonly filled: number;
  /** The beginning of its first value. */
  readonly sample: string;
  /** The mean length of its values, in UTF-16 units. */
  readonly length: number;
}

/** Of so many records the columns are looked at. */
const ENOUGH = 1000;
/** More columns than a person would look through. */
const MOST_COLUMNS = 300;
/** A longer text is no metadata but an article of its own. UTF-16 units. */
const LONGEST_KEPT = 500;
const SHORTEST_TEXT = 200;

/** The columns of the first records, in the order of the file; also those that are empty throughout. */
export function seenColumns(records: readonly CorpusRecord[]): readonly ColumnSeen[] {
  const seen = new Map<string, { filled: number; sample: string; sum: number }>();
  for (const { fields } of records.slice(0, ENOUGH)) {
    for (const [name, value] of fields) {
      const column = seen.get(name) ?? { filled: 0, sample: '', sum: 0 };
      if (!seen.has(name) && seen.size < MOST_COLUMNS) seen.set(name, column);
      const clean = value.slice(0, 400).trim();
      if (clean === '') continue;
      column.filled++;
      column.sum += value.length;
      if (column.sample === '') column.sample = clean.replace(/\s+/gu, ' ').slice(0, 160);
    }
  }
  return [...seen].map(([name, { filled, sample, sum }]) => ({
    name,
    filled,
    sample,
    length: filled === 0 ? 0 : Math.round(sum / filled),
  }));
}

/**
 * What each column probably holds: by its name, or else by its values (the longest text, dates, addresses of
 * the web). What else is short is kept.
 */
export function guessChoice(columns: readonly ColumnSeen[]): ColumnChoice {
  const filled = columns.filter((column) => column.filled > 0);
  const fields: Partial<Record<CorpusField, string>> = recogniseColumns(filled.map(({ name }) => name));
  const free = () => filled.filter(({ name }) => !Object.values(fields).includes(name));
  const known = (field: CorpusField, column: ColumnSeen | undefined) => {
    if (column) fields[field] ??= column.name;
  };
  const texts = free().filter(({ length, sample }) => length >= SHORTEST_TEXT && sample.includes(' '));
  known('text', texts.toSorted((a, b) => b.length - a.length)[0]);
  known(
    'publishedAt',
    free().find(({ sample }) => isDate(sample)),
  );
  known(
    'url',
    free().find(({ sample }) => /^https?:\/\/\S+\/\S*$/u.test(sample)),
  );
  const kept = free().filter(({ length, name }) => length <= LONGEST_KEPT && name !== '__proto__');
  return { fields, kept: kept.map(({ name }) => name) };
}

/** A value that is a date and little else. */
function isDate(value: string): boolean {
  return value.length <= 40 && !/^\d+$/u.test(value) && dateOf(value, 'day') !== undefined;
}
