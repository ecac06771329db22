import type { Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor } from '@tanstack/react-virtual';

/** Where a key leads in a list of `count`, from `at`; null when the key leads nowhere. */
export function moveTo(key: string, at: number, count: number): number | null {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 8,
    PageUp: at - 8,
    Home: 0,
    End: count - 1,
  }[key];
  if (to === undefined || count === 0) return null;
  return Math.max(0, Math.min(count - 1, to));
}

/** Focuses what a virtual list may be about to draw, and says so when it is done. */
export function focusSoon(root: HTMLElement | null, selector: string, onDone?: () => void, tries = 6): void {
  const found = root?.querySelector<HTMLElement>(selector);
  if (found) {
    found.focus({ preventScroll: true });
    onDone?.();
  } else if (tries > 0) requestAnimationFrame(() => focusSoon(root, selector, onDone, tries - 1));
}

/** The rows to draw: those in view, and the one the Tab key leads to, so that focus is never lost. */
export function withActive(active: number, count: number): (range: Range) => number[] {
  return (range) => {
    const rows = defaultRangeExtractor(range);
    if (active < 0 || active >= count || rows.includes(active)) return rows;
    return [...rows, active].sort((a, b) => a - b);
  };
}
