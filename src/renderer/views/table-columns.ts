import type { Column } from '../../core/project/table-columns';
import { columnsNamed, columnsOf } from '../../core/project/table-columns';
import { setSettings, state } from '../store';

/** The ids of the columns shown now, in order. */
export function shownColumns(): readonly string[] {
  const { project, settings } = state();
  return project ? columnsNamed(project.codebook, settings.table.columns).map(({ id }) => id) : [];
}

/** Shows these columns in this order, and remembers it for the person; the last one cannot go. */
export function showColumns(columns: readonly string[]): void {
  if (columns.length > 0) setSettings({ table: { ...state().settings.table, columns } });
}

/** As it was before anybody chose. */
export function resetColumns(): void {
  setSettings({ table: { columns: [], widths: {} } });
}

/** Shows a column after the others, or no longer. */
export function toggleColumn(id: string): void {
  const shown = shownColumns();
  showColumns(shown.includes(id) ? shown.filter((next) => next !== id) : [...shown, id]);
}

/** Moves a shown column to another place among those shown; places past the ends are the ends. */
export function moveColumn(id: string, to: number): void {
  const others = shownColumns().filter((next) => next !== id);
  showColumns(others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, id));
}

/** The columns as the menu lists them: those shown in their order, then the others. */
export function listedColumns(shown: readonly string[]): readonly { column: Column; on: boolean }[] {
  const codebook = state().project!.codebook;
  return [
    ...columnsNamed(codebook, shown).map((column) => ({ column, on: true })),
    ...columnsOf(codebook)
      .filter(({ id }) => !shown.includes(id))
      .map((column) => ({ column, on: false })),
  ];
}
