import { useState } from 'react';

interface Drag {
  readonly id: string;
  /** Index before which it would land. */
  readonly to: number;
}

/**
 * A list whose rows change place, with Alt+Up and Alt+Down or by drawing their grips. `move` is told the
 * index at which the row stands afterwards, counted without it.
 */
export function useSorting(
  ids: readonly string[],
  move: (id: string, to: number) => void,
  disabled: boolean,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const place = (id: string, before: number) => {
    const from = ids.indexOf(id);
    const to = before > from ? before - 1 : before;
    if (to !== from && to >= 0 && to < ids.length) keepFocus(() => move(id, to));
  };
  return (id: string) => {
    const at = ids.indexOf(id);
    const dropping = drag && drag.to === at ? 'before' : drag && drag.to === at + 1 ? 'after' : undefined;
    return {
      row: {
        // A row further down would show the same line at its upper edge.
        'data-drop': dropping === 'after' && at < ids.length - 1 ? undefined : dropping,
        onKeyDown: (event: React.KeyboardEvent) => {
          if (disabled || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
          event.preventDefault();
          event.stopPropagation();
          place(id, event.key === 'ArrowUp' ? at - 1 : at + 2);
        },
        onDragOver: (event: React.DragEvent) => {
          if (!drag) return;
          event.preventDefault();
          event.stopPropagation();
          const { top, height } = event.currentTarget.getBoundingClientRect();
          const to = event.clientY < top + height / 2 ? at : at + 1;
          if (to !== drag.to) setDrag({ ...drag, to });
        },
        onDrop: (event: React.DragEvent) => {
          if (!drag) return;
          event.preventDefault();
          event.stopPropagation();
          setDrag(null);
          place(drag.id, drag.to);
        },
      },
      grip: {
        draggable: !disabled,
        onDragStart: (event: React.DragEvent) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', id);
          const row = event.currentTarget.closest('li');
          if (row) event.dataTransfer.setDragImage(row, 12, 12);
          event.stopPropagation();
          setDrag({ id, to: at });
        },
        onDragEnd: () => setDrag(null),
      },
    };
  };
}

/** A row that changes place in the document loses the keyboard; it gets it back. */
function keepFocus(move: () => void): void {
  const focused = document.activeElement;
  move();
  requestAnimationFrame(() => {
    if (focused instanceof HTMLElement && focused.isConnected && document.activeElement !== focused)
      focused.focus();
  });
}
