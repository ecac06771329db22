import { useDeferredValue, useEffect, useMemo } from 'react';
import { selected } from '../../core/project/matching';
import type { Annotation, Project } from '../../core/project/model';
import type { CellReader } from '../../core/project/table-cells';
import { cellReader } from '../../core/project/table-cells';
import type { Column } from '../../core/project/table-columns';
import { columnsNamed } from '../../core/project/table-columns';
import { sortedRows } from '../../core/project/table-rows';
import { useStore } from '../store';
import { setTable, useTable } from './table-store';

/** What the table shows now. */
export interface Table {
  readonly project: Project;
  readonly columns: readonly Column[];
  readonly cells: CellReader;
  readonly rows: readonly Annotation[];
}

/** The table of the open project as it is filtered, sorted and set up now. */
export function useTableData(): Table {
  const project = useStore((state) => state.project)!;
  const chosen = useStore((state) => state.settings.table.columns);
  // A filter being typed is shown at once, its answer a moment later.
  const selection = useDeferredValue(useTable((state) => state.selection));
  const sorting = useTable((state) => state.sorting);
  const { articles, annotations, codebook, speakers, claims, annotators } = project;
  const columns = useMemo(() => columnsNamed(codebook, chosen), [codebook, chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the project only these matter here
  const cells = useMemo(
    () => cellReader(project),
    [articles, annotations, codebook, speakers, claims, annotators],
  );
  const found = useMemo(() => selected(cells.project, selection), [cells, selection]);
  const rows = useMemo(() => {
    const by = sorting.flatMap(({ column, descending }) => {
      const [known] = columnsNamed(codebook, [column]);
      return known ? { column: known, descending } : [];
    });
    return sortedRows(found, cells, by);
  }, [found, cells, sorting, codebook]);
  useEffect(() => setTable({ shown: rows.length }), [rows]);
  return useMemo(() => ({ project, columns, cells, rows }), [project, columns, cells, rows]);
}

/** The rows that are chosen and shown, in the order shown. */
export function chosenRows(rows: readonly Annotation[], chosen: ReadonlySet<string>): readonly Annotation[] {
  if (chosen.size === 0) return [];
  return rows.filter(({ id }) => chosen.has(id));
}
