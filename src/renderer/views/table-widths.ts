import type { Column } from '../../core/project/table-columns';
import { setSettings, state } from '../store';

/** Height of a row, of the head, and width of the column with the boxes to tick (CSS px). */
export const ROW = 35;
export const HEAD = 30;
const GUTTER = 30;

const NARROWEST = 48;
const WIDEST = 1200;
/** The passage takes what the others leave, but never less than this. */
const PASSAGE = 240;
const USUAL = 132;
const WIDTHS: Readonly<Record<string, number>> = {
  layer: 112,
  value: 108,
  speaker: 168,
  about: 160,
  claim: 240,
  article: 240,
  outlet: 148,
  date: 106,
  status: 80,
  certainty: 146,
  annotator: 110,
  note: 240,
  changed: 150,
  version: 138,
};

type Widths = Readonly<Record<string, number>>;

/** How wide a column is (CSS px); for a passage that takes the rest: at least. */
export function widthOf({ id }: Pick<Column, 'id'>, widths: Widths): number {
  return widths[id] ?? WIDTHS[id] ?? (id === 'passage' ? PASSAGE : USUAL);
}

/** The columns of the grid for CSS, and how wide they are at least. */
export function layoutOf(
  columns: readonly Column[],
  widths: Widths,
): { readonly template: string; readonly least: number } {
  const flexible = (id: string) => id === 'passage' && widths[id] === undefined;
  const tracks = columns.map((column) => {
    const width = widthOf(column, widths);
    return flexible(column.id) ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  const least = columns.reduce((sum, column) => sum + widthOf(column, widths), GUTTER);
  // Without a column that takes the rest, the rest stays empty.
  const rest = columns.some(({ id }) => flexible(id)) ? [] : ['minmax(0, 1fr)'];
  return { template: [`${GUTTER}px`, ...tracks, ...rest].join(' '), least };
}

/** Keeps a column's width, or with undefined lets it be as it was. */
export function setWidth(id: string, width: number | undefined): void {
  const { table } = state().settings;
  const { [id]: _, ...others } = table.widths;
  const kept = width === undefined ? {} : { [id]: bounded(width) };
  setSettings({ table: { ...table, widths: { ...others, ...kept } } });
}

/** A width that is neither too narrow to be seen nor wider than any window. */
export const bounded = (width: number): number => Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
