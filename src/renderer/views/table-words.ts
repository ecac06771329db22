import type { Annotation } from '../../core/project/model';
import type { CellReader } from '../../core/project/table-cells';
import type { Column } from '../../core/project/table-columns';
import { dayInWords } from '../query/words';

/** A cell as it is shown: dates as the locale writes them, a dash where there is nothing. */
export interface CellWords {
  readonly text: string;
  readonly quiet: boolean;
  /** More than fits, or where it comes from; shown while the pointer rests. */
  readonly title?: string;
}

const EMPTY: CellWords = { text: '–', quiet: true };
/** What is said of the article or of the work rather than of the passage steps back. */
const QUIET: ReadonlySet<string> = new Set([
  'article',
  'outlet',
  'date',
  'status',
  'certainty',
  'annotator',
  'changed',
  'version',
]);
/** What often does not fit its column. */
const LONG: ReadonlySet<string> = new Set(['passage', 'claim', 'article', 'note']);
const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });

/** What a cell says, in words. */
export function cellWords(cells: CellReader, column: Column, annotation: Annotation): CellWords {
  const { text, inherited } = cells.cell(column, annotation);
  if (text === '') return column.id === 'passage' ? { text: 'the whole article', quiet: true } : EMPTY;
  if (inherited) return { text, quiet: true, title: `${text}, taken from around it` };
  const quiet = QUIET.has(column.id);
  if (LONG.has(column.id)) return { text: cut(text), quiet, title: text };
  if (column.id === 'date') return { text: dayInWords(text), quiet };
  if (column.id === 'changed') return { text: timeInWords(text), quiet };
  return { text, quiet };
}

/** More than the widest window shows in a line (UTF-16 units) need not be set in type to be cut off. */
const WIDEST = 300;
const cut = (text: string) => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text);

function timeInWords(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : times.format(time);
}
