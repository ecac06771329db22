import type { Annotation } from './model';
import { orderOf } from './sort-order';
import type { CellReader, SortKey } from './table-cells';
import type { Column } from './table-columns';

/** By what rows are sorted, the weightiest first. */
export type Sorting = readonly { readonly column: Column; readonly descending: boolean }[];

/**
 * The annotations sorted. What is equal keeps its order, and what has nothing in a column comes last, in
 * either direction. One stable pass for each key, the lightest first.
 */
export function sortedRows(
  rows: readonly Annotation[],
  cells: CellReader,
  sorting: Sorting,
): readonly Annotation[] {
  let sorted = rows;
  for (const { column, descending } of sorting.toReversed()) {
    // The passages of all articles in order: that is how rows come, and turned round how they go.
    if (column.id === 'passage') sorted = descending ? sorted.toReversed() : sorted;
    else sorted = sortedBy(sorted, (row) => cells.sortKey(column, row), descending);
  }
  return sorted;
}

function sortedBy(
  rows: readonly Annotation[],
  keyOf: (row: Annotation) => SortKey,
  descending: boolean,
): readonly Annotation[] {
  const order = orderOf(rows.map(keyOf), descending);
  return Array.from(order, (at) => rows[at]!);
}
