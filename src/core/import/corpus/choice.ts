import type { ColumnMapping, CorpusField } from './columns';
import { CORPUS_FIELDS } from './columns';
import type { DateOrder } from './dates';

/** How the columns of a corpus are read. */
export interface ColumnChoice {
  readonly fields: ColumnMapping;
  /** Columns kept with the article under their own names; what is neither here nor a field is left out. */
  readonly kept: readonly string[];
  /** How "03/04/2024" is read; absent: as the other dates of the column tell, if they do. */
  readonly dates?: DateOrder;
}

/** What becomes of a column. */
export type ColumnUse = CorpusField | 'kept' | 'out';

/** What becomes of this column. */
export function columnUse({ fields, kept }: ColumnChoice, column: string): ColumnUse {
  return CORPUS_FIELDS.find((field) => fields[field] === column) ?? (kept.includes(column) ? 'kept' : 'out');
}

/** Puts a column to another use. A field is told by one column: one that told it before is kept instead. */
export function withUse(choice: ColumnChoice, column: string, use: ColumnUse): ColumnChoice {
  if (columnUse(choice, column) === use) return choice;
  const fields: Partial<Record<CorpusField, string>> = { ...choice.fields };
  const kept = new Set(choice.kept);
  for (const field of CORPUS_FIELDS) if (fields[field] === column) delete fields[field];
  kept.delete(column);
  if (use === 'kept') kept.add(column);
  else if (use !== 'out') {
    const before = fields[use];
    if (before !== undefined) kept.add(before);
    fields[use] = column;
  }
  return { ...choice, fields, kept: [...kept] };
}

/** The choice without columns that the file does not have. */
export function choiceWithin(choice: ColumnChoice, columns: readonly string[]): ColumnChoice {
  const there = new Set(columns);
  const fields = Object.fromEntries(
    Object.entries(choice.fields).filter(([, column]) => there.has(column)),
  ) as ColumnMapping;
  return { ...choice, fields, kept: choice.kept.filter((column) => there.has(column)) };
}

/** Names the columns of a file whatever their order: files with the same are read alike. */
export function columnsKey(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}
