import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Annotation } from '../../core/project/model';
import { state } from '../store';
import { Entry } from './speakers-entry';
import { goal } from './speakers-list-keys';
import type { Row } from './speakers-rows';

interface Props {
  readonly rows: readonly Row[];
  readonly speakerId: string | null;
  readonly label: string;
  /** Ids of the ticked ones; null = rows lead to their passages. */
  readonly ticked?: ReadonlySet<string> | null;
  /** Ticks one, or with `reach` all from the last one on. */
  readonly onTick?: (annotationId: string, reach: boolean) => void;
  /** Leaves ticking. */
  readonly onEscape?: () => void;
  /** Something to do beside each row. */
  readonly beside?: (annotation: Annotation, at: number) => ReactNode;
}

/** Passages, each a button that leads to it; arrows move, and only those in view are drawn. */
export function Entries({ rows: all, speakerId, label, ticked = null, onTick, onEscape, beside }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(() => {
    // Back from a passage: the list stands where it was left.
    const { focusId } = state();
    return Math.max(
      0,
      all.findIndex(({ annotation }) => annotation.id === focusId),
    );
  });
  const at = Math.min(chosen, all.length - 1);
  const rows = useVirtualizer({
    count: all.length,
    getScrollElement: () => box.current,
    estimateSize: () => 74,
    getItemKey: (index) => all[index]!.annotation.id,
    overscan: 6,
    // The row that has the keyboard must be there, wherever the list was scrolled to.
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    if (at > 0) rows.scrollToIndex(at, { align: 'center' });
  }, []);
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('.entry');
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && ticked) {
      event.stopPropagation();
      onEscape?.();
      return;
    }
    const to = goal(event.key, Number(button.dataset.at), all.length);
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    setChosen(to);
    rows.scrollToIndex(to);
    if (event.shiftKey && ticked) onTick?.(all[to]!.annotation.id, true);
    // Far away, the row is drawn in the next frame.
    const find = () => box.current?.querySelector<HTMLElement>(`.entry[data-at="${to}"]`);
    if (find()) find()?.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  };
  return (
    <div className="entries" ref={box}>
      <ul
        style={{ height: rows.getTotalSize() }}
        aria-label={label}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const focused = (event.target as HTMLElement).closest<HTMLElement>('.entry');
          if (focused) setChosen(Number(focused.dataset.at));
        }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const row = all[index]!;
          return (
            <li
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              aria-posinset={index + 1}
              aria-setsize={all.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Entry
                row={row}
                speakerId={speakerId}
                at={index}
                current={index === at}
                ticked={ticked?.has(row.annotation.id) ?? null}
                onTick={onTick}
              />
              {beside?.(row.annotation, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
