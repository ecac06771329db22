import { QueryChips } from '../query/query-chips';
import { SavedQueries } from '../query/saved-queries';
import { TableBulk } from './table-bulk';
import { ColumnsMenu } from './table-columns-menu';
import { useTableData } from './table-data';
import { TableEmpty } from './table-empty';
import { TableGrid } from './table-grid';
import { setTable, useTable } from './table-store';

/** Every annotation of the project as a row: asked for by chips, sorted, edited one by one or many at once. */
export function TableView() {
  const table = useTableData();
  const selection = useTable((state) => state.selection);
  const ask = {
    project: table.project,
    selection,
    onChange: (next: typeof selection) => setTable({ selection: next }),
  };
  return (
    <main className="table-view">
      <h1 className="visually-hidden">Table</h1>
      <div className="table-bar">
        <QueryChips {...ask} />
        <ColumnsMenu />
        <SavedQueries {...ask} />
      </div>
      <TableGrid table={table} />
      {table.rows.length === 0 && <TableEmpty />}
      <TableBulk table={table} />
    </main>
  );
}
