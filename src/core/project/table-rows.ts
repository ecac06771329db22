import type { Annotation } from './model';
import type { CellReader, SortKey } from './table-cells';
import type { Column } from './table-columns';

/** By what rows are sorted, the weightiest first. */
export type Sorting = readonly { readonly column: Column; readonly descending: boolean }[];

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

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

/**
 * Ranks the few different keys of the many rows, then counts the rows of each rank and puts every row in its
 * place: linear in the rows, where comparing texts of each with each other would take a second for 200,000.
 */
function sortedBy(
  rows: readonly Annotation[],
  keyOf: (row: Annotation) => SortKey,
  descending: boolean,
): readonly Annotation[] {
  const ids = new Map<SortKey, number>();
  const idOf = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const key = keyOf(rows[at]!);
    const id = ids.get(key) ?? ids.size;
    if (id === ids.size) ids.set(key, id);
    idOf[at] = id;
  }
  const ranks = ranksOf([...ids.keys()], descending);
  const starts = new Uint32Array(ids.size + 1);
  for (let at = 0; at < rows.length; at++) starts[ranks[idOf[at]!]! + 1]!++;
  for (let rank = 0; rank < ids.size; rank++) starts[rank + 1]! += starts[rank]!;
  const sorted = new Array<Annotation>(rows.length);
  for (let at = 0; at < rows.length; at++) sorted[starts[ranks[idOf[at]!]!]!++] = rows[at]!;
  return sorted;
}

/** The place of each key among all; texts that compare equal (that differ in case, say) share one. */
function ranksOf(keys: readonly SortKey[], descending: boolean): Uint32Array {
  const numbers = Float64Array.from(keys.filter((key) => typeof key === 'number')).sort();
  const texts = keys.filter((key) => typeof key === 'string').sort(collator.compare);
  const order: SortKey[] = descending ? [...texts.reverse(), ...numbers.reverse()] : [...numbers, ...texts];
  const ranks = new Map<SortKey, number>([[null, order.length]]);
  for (let place = 0; place < order.length; place++) {
    const [before, here] = [order[place - 1], order[place]!];
    const same =
      typeof before === 'string' && typeof here === 'string' && collator.compare(before, here) === 0;
    ranks.set(here, same ? ranks.get(before)! : place);
  }
  return Uint32Array.from(keys, (key) => ranks.get(key)!);
}
