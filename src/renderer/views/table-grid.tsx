import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { useStore } from '../store';
import { fillClipboard } from './table-copy';
import { useCursor } from './table-cursor';
import type { Table } from './table-data';
import { chosenRows } from './table-data';
import { TableEditor } from './table-editor';
import { TableHead } from './table-head';
import { handleGridKey } from './table-keys';
import { HEAD_ROW } from './table-move';
import { handleClick, handleDoubleClick } from './table-pointer';
import { cellId, TableRow } from './table-row';
import { around, drawnRows, inSlots, OVERSCAN } from './table-slots';
import { setTable, tableState, useTable } from './table-store';
import { HEAD, layoutOf, ROW } from './table-widths';

/** Room below the last row for the bar that floats there (CSS px). */
const FOOT = 76;

/** The grid: only the rows in view are drawn; the grid has the focus, and a cell in it the cursor. */
export function TableGrid({ table }: { table: Table }) {
  const { rows, columns, cells } = table;
  const box = useRef<HTMLDivElement>(null);
  /** The first row in view when it was drawn last. */
  const top = useRef(0);
  const extra = useRef(OVERSCAN);
  const widths = useStore((state) => state.settings.table.widths);
  const drawing = useTable((state) => state.drawing);
  const chosen = useTable((state) => state.chosen);
  const column = Math.min(
    useTable((state) => state.column),
    columns.length - 1,
  );
  const editing = useTable((state) => state.editing);
  const selection = useTable((state) => state.selection);
  const sorting = useTable((state) => state.sorting);
  const row = useCursor(table);
  const { template, least } = layoutOf(
    columns,
    drawing ? { ...widths, [drawing.id]: drawing.width } : widths,
  );
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    paddingStart: HEAD,
    paddingEnd: FOOT,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: FOOT,
    rangeExtractor: (range) => {
      extra.current = around(range.startIndex - top.current);
      top.current = range.startIndex;
      return drawnRows(range, row, extra.current);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    // Back from a passage the table stands where it was left, and the keyboard is in it at once.
    if (row > 0) list.scrollToIndex(row, { align: 'center' });
    box.current?.focus({ preventScroll: true });
  }, []);
  const asked = useRef({ selection, sorting });
  useEffect(() => {
    // What is asked anew is read from the top.
    if (asked.current.selection !== selection || asked.current.sorting !== sorting) list.scrollToOffset(0);
    asked.current = { selection, sorting };
  }, [selection, sorting, list]);
  useEffect(() => {
    const copy = (event: ClipboardEvent) => {
      if (document.activeElement === box.current) fillClipboard(event, table);
    };
    document.addEventListener('copy', copy);
    return () => document.removeEventListener('copy', copy);
  }, [table]);

  const inView = () => {
    const { row: to, column: at } = tableState();
    if (to >= 0) list.scrollToIndex(to);
    // The cell is drawn with the next frame, if it was far away.
    requestAnimationFrame(() =>
      document.getElementById(cellId(to, at))?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.target !== box.current) return;
    const page = Math.max(1, Math.floor((box.current.clientHeight - HEAD) / ROW) - 1);
    if (!handleGridKey(event, table, page)) return;
    event.preventDefault();
    event.stopPropagation();
    inView();
  };
  const items = list.getVirtualItems();
  const count = useMemo(() => chosenRows(rows, chosen).length, [rows, chosen]);
  return (
    <>
      <div
        ref={box}
        className={editing ? 'table-grid editing' : 'table-grid'}
        role="grid"
        aria-label="Annotations"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={cellId(row, column)}
        tabIndex={0}
        style={{ '--columns': template, '--least': `${least}px` } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onClick={(event) => handleClick(event, table)}
        onDoubleClick={(event) => handleDoubleClick(event, table)}
      >
        <TableHead table={table} cursor={row === HEAD_ROW ? column : -1} chosen={count} />
        <div role="rowgroup" className="table-rows" style={{ height: list.getTotalSize() - HEAD }}>
          {inSlots(items, row, list.scrollRect?.height ?? 0, list.isScrolling, extra.current).map(
            ({ slot, index, start }) => (
              <TableRow
                key={slot}
                annotation={rows[index]!}
                columns={columns}
                cells={cells}
                index={index}
                top={start}
                chosen={chosen.has(rows[index]!.id)}
                cursor={index === row ? column : -1}
              />
            ),
          )}
        </div>
      </div>
      {editing && rows[row] && columns[column] && (
        <TableEditor
          key={`${rows[row].id} ${columns[column].id}`}
          table={table}
          annotation={rows[row]}
          column={columns[column]}
          cell={cellId(row, column)}
          onDone={() => {
            setTable({ editing: false });
            box.current?.focus({ preventScroll: true });
          }}
        />
      )}
    </>
  );
}
