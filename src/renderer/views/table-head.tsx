import { ArrowDown, ArrowUp } from 'lucide-react';
import { memo, useState } from 'react';
import type { Table } from './table-data';
import { chooseAll, chooseNone } from './table-move';
import { cellId } from './table-row';
import { pressed, sortOf } from './table-sort';
import { setTable, tableState, useTable } from './table-store';
import { bounded, setWidth } from './table-widths';

interface Props {
  readonly table: Table;
  /** The column the cursor is in, or -1 when it is not in the head. */
  readonly cursor: number;
  /** How many of the rows are chosen. */
  readonly chosen: number;
}

/** Sorts by a column, or also by it. */
export function sortBy(column: string, also: boolean): void {
  setTable({ sorting: pressed(tableState().sorting, column, also) });
}

/** The names of the columns: a press sorts, the edge between two makes the left one wider. */
export const TableHead = memo(function TableHead({ table, cursor, chosen }: Props) {
  const { columns, rows } = table;
  const sorting = useTable((state) => state.sorting);
  const every = chosen > 0 && chosen === rows.length;
  return (
    <div role="rowgroup" className="table-head">
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell */}
      <div role="row" className="table-row" aria-rowindex={1}>
        {/* For the pointer only; Ctrl A does it with the keyboard. */}
        <span
          className="table-tick"
          aria-hidden="true"
          onClick={() => (every ? chooseNone() : chooseAll(table))}
          title="Choose all rows"
        >
          <i className={every ? 'tickbox on' : chosen > 0 ? 'tickbox some' : 'tickbox'} />
        </span>
        {columns.map(({ id, label }, at) => {
          const { aria, place } = sortOf(sorting, id);
          const Arrow = aria === 'descending' ? ArrowUp : ArrowDown;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the cell
            <div
              key={id}
              role="columnheader"
              id={cellId(-1, at)}
              aria-colindex={at + 1}
              aria-sort={aria}
              data-column={at}
              className={at === cursor ? 'table-cell here' : 'table-cell'}
              title="Enter or a click sorts, with Shift also by this. Alt and an arrow: wider, narrower."
            >
              <span>{label}</span>
              {id === 'passage' && sorting.length === 0 && <span className="aside">in article order</span>}
              {aria !== 'none' && <Arrow aria-hidden="true" />}
              {place !== null && <sup>{place}</sup>}
              <Edge id={id} />
            </div>
          );
        })}
      </div>
    </div>
  );
});

/** The right edge of a head, to be drawn; two presses let the column be as it was. */
function Edge({ id }: { id: string }) {
  const [from, setFrom] = useState<{ readonly x: number; readonly width: number } | null>(null);
  const drawn = ({ clientX }: React.PointerEvent) => bounded(from!.width + clientX - from!.x);
  return (
    <span
      className={from ? 'edge drawing' : 'edge'}
      aria-hidden="true"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => {
        event.stopPropagation();
        setWidth(id, undefined);
      }}
      onPointerDown={(event) => {
        const { width } = event.currentTarget.parentElement!.getBoundingClientRect();
        setFrom({ x: event.clientX, width });
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (from) setTable({ drawing: { id, width: drawn(event) } });
      }}
      onPointerUp={(event) => {
        if (!from) return;
        if (drawn(event) !== bounded(from.width)) setWidth(id, drawn(event));
        setTable({ drawing: null });
        setFrom(null);
      }}
    />
  );
}
