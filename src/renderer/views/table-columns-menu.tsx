import { GripVertical } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useStore } from '../store';
import { listedColumns, moveColumn, resetColumns, shownColumns, toggleColumn } from './table-columns';
import { setWidth, widthOf } from './table-widths';

/** How much an arrow makes a column wider or narrower (CSS px). */
const STEP = 16;

/** Which columns are shown, in which order and how wide; remembered for the person. */
export function ColumnsMenu() {
  // What is chosen decides what is shown.
  useStore((state) => state.settings.table.columns);
  const shown = shownColumns();
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="query-chip menu">
          Columns
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="popover columns-menu"
          align="end"
          sideOffset={6}
          collisionPadding={12}
          aria-label="Columns"
        >
          <ColumnsList shown={shown} />
          <div className="menu-foot">
            <span>
              <kbd>Alt ↑ ↓</kbd> move <kbd>Alt ← →</kbd> width
            </span>
            <button type="button" className="text-button" onClick={resetColumns}>
              Reset
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function ColumnsList({ shown }: { shown: readonly string[] }) {
  const widths = useStore((state) => state.settings.table.widths);
  const [dragged, setDragged] = useState<string | null>(null);
  const onKeyDown = (event: React.KeyboardEvent, id: string) => {
    const down = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const right = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey && down !== 0 && shown.includes(id)) moveColumn(id, shown.indexOf(id) + down);
    else if (event.altKey && right !== 0) setWidth(id, widthOf({ id: id as never }, widths) + right * STEP);
    else if (down !== 0) {
      const row = event.currentTarget.closest('li')!;
      const to = down > 0 ? row.nextElementSibling : row.previousElementSibling;
      to?.querySelector('input')?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <ul>
      {listedColumns(shown).map(({ column: { id, label }, on }) => (
        <li
          key={id}
          className={dragged === id ? 'dragged' : undefined}
          draggable={on}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            setDragged(id);
          }}
          onDragOver={(event) => {
            if (dragged === null || !on) return;
            event.preventDefault();
            // Each place it is drawn over is where it stands at once.
            if (dragged !== id) moveColumn(dragged, shown.indexOf(id));
          }}
          onDragEnd={() => setDragged(null)}
        >
          <label>
            <input
              type="checkbox"
              checked={on}
              disabled={on && shown.length === 1}
              onChange={() => toggleColumn(id)}
              onKeyDown={(event) => onKeyDown(event, id)}
            />
            {label}
          </label>
          {on && <GripVertical aria-hidden="true" />}
        </li>
      ))}
    </ul>
  );
}
