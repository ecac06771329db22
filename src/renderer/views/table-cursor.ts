import { useEffect } from 'react';
import type { Table } from './table-data';
import { setTable, useTable } from './table-store';

/** The row of the cursor: it follows its annotation when rows come, go or are sorted, else it keeps its place. */
export function useCursor({ rows }: Table): number {
  const row = useTable((state) => state.row);
  const id = useTable((state) => state.id);
  const moved = row >= 0 && (rows[row]?.id ?? null) !== id;
  const found = moved && id !== null ? rows.findIndex((next) => next.id === id) : row;
  const at = moved ? Math.max(0, Math.min(found < 0 ? row : found, rows.length - 1)) : row;
  useEffect(() => {
    if (moved) setTable({ row: at, anchor: Math.max(0, at), id: rows[at]?.id ?? null });
  }, [moved, at, rows]);
  return at;
}
