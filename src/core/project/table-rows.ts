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
 * Ranks the keys, then counts the rows of each rank and puts every row in its place: hardly more than linear
 * in the rows, where comparing texts of each with each other would take a second for 200,000.
 */
function sortedBy(
  rows: readonly Annotation[],
  keyOf: (row: Annotation) => SortKey,
  descending: boolean,
): readonly Annotation[] {
  const ranks = ranksOf(rows.map(keyOf), descending);
  const starts = new Uint32Array(rows.length + 2);
  for (const rank of ranks) starts[rank + 1]!++;
  for (let rank = 0; rank < rows.length; rank++) starts[rank + 1]! += starts[rank]!;
  const sorted = new Array<Annotation>(rows.length);
  for (let at = 0; at < rows.length; at++) sorted[starts[ranks[at]!]!++] = rows[at]!;
  return sorted;
}

/**
 * The place of each key among all, from 0 to as many as there are: numbers by halving the sorted ones, texts
 * by comparing the different ones. Keys that compare equal (texts that differ in case, say) share a place.
 */
function ranksOf(keys: readonly SortKey[], descending: boolean): Uint32Array {
  const found = new Float64Array(keys.length);
  const different = new Set<string>();
  let count = 0;
  for (const key of keys) {
    if (typeof key === 'number') found[count++] = key;
    else if (key !== null) different.add(key);
  }
  const numbers = found.subarray(0, count).sort();
  const texts = textRanks(different);
  const last = numbers.length + texts.size;
  return Uint32Array.from(keys, (key) => {
    if (key === null) return last;
    const place = typeof key === 'number' ? below(numbers, key) : numbers.length + texts.get(key)!;
    return descending ? last - 1 - place : place;
  });
}

function textRanks(texts: ReadonlySet<string>): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  let before: string | undefined;
  for (const text of [...texts].sort(collator.compare)) {
    const same = before !== undefined && collator.compare(before, text) === 0;
    ranks.set(text, same ? ranks.get(before!)! : ranks.size);
    before = text;
  }
  return ranks;
}

/** How many of the sorted numbers are less. */
function below(sorted: Float64Array, number: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
