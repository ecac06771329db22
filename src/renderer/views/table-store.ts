import { create } from 'zustand';
import type { Selection } from '../../core/project/select';
import { useStore } from '../store';

/** By which columns the table is sorted, the weightiest first; empty = as the articles stand and are read. */
export type SortedBy = readonly { readonly column: string; readonly descending: boolean }[];

/** What can be done to many rows at once. */
export type BulkDoing = 'value' | 'speaker' | 'layer' | 'status' | 'certainty' | 'delete';

export interface TableState {
  readonly selection: Selection;
  readonly sorting: SortedBy;
  /** Ids of annotations; only those that are shown count. */
  readonly chosen: ReadonlySet<string>;
  /** Where the cell cursor is: a row (-1 = the head) and a column; the row's annotation, to follow it. */
  readonly row: number;
  readonly column: number;
  readonly id: string | null;
  /** Where a stretch of chosen rows begins. */
  readonly anchor: number;
  /** Is the cell under the cursor being edited? */
  readonly editing: boolean;
  readonly doing: BulkDoing | null;
  /** The column whose edge is being drawn, and how wide it is meanwhile (CSS px). */
  readonly drawing: { readonly id: string; readonly width: number } | null;
  /** How many annotations are shown now, for the status bar. */
  readonly shown: number;
}

export const NO_ROWS: ReadonlySet<string> = new Set();

const FIRST: TableState = {
  selection: {},
  sorting: [],
  chosen: NO_ROWS,
  row: 0,
  column: 0,
  id: null,
  anchor: 0,
  editing: false,
  doing: null,
  drawing: null,
  shown: 0,
};

/** What the table remembers while other views are shown; forgotten with the project. */
export const useTable = create<TableState>(() => FIRST);

export const tableState = (): TableState => useTable.getState();
export const setTable = useTable.setState;

useStore.subscribe((now, before) => {
  if (now.open !== before.open) setTable(FIRST, true);
});
