import type { SortedBy } from './table-store';

/**
 * What a press on a head makes of the sorting: up, down, not at all; with `also` the other keys stay and this
 * one comes after them. Passages stand in article order when nothing else is asked for, so theirs only turns.
 */
export function pressed(sorting: SortedBy, column: string, also: boolean): SortedBy {
  const at = sorting.findIndex((key) => key.column === column);
  const key = sorting[at];
  if (column === 'passage') {
    const turned = [{ column, descending: true }];
    if (also) return key ? sorting.toSpliced(at, 1) : [...sorting, ...turned];
    return sorting.length === 0 ? turned : [];
  }
  const next =
    key === undefined
      ? [{ column, descending: false }]
      : key.descending
        ? []
        : [{ column, descending: true }];
  if (!also) return next;
  return at < 0 ? [...sorting, ...next] : sorting.toSpliced(at, 1, ...next);
}

/** How a column is sorted, as `aria-sort` says it, and its place among several keys (from 1). */
export function sortOf(
  sorting: SortedBy,
  column: string,
): { readonly aria: 'ascending' | 'descending' | 'none'; readonly place: number | null } {
  if (sorting.length === 0) return { aria: column === 'passage' ? 'ascending' : 'none', place: null };
  const at = sorting.findIndex((key) => key.column === column);
  if (at < 0) return { aria: 'none', place: null };
  const aria = sorting[at]!.descending ? 'descending' : 'ascending';
  return { aria, place: sorting.length > 1 ? at + 1 : null };
}
