import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { Annotation } from '../../core/project/model';
import type { Standing } from '../../core/project/standing';
import { state } from '../store';
import { Entry } from './speakers-entry';

interface Props {
  readonly standings: readonly Standing[];
  readonly speakerId: string | null;
  readonly label: string;
  /** Something to do beside each entry. */
  readonly beside?: (annotation: Annotation, at: number) => ReactNode;
}

/** Passages in article order, each a button that leads to it; only those in view are drawn. */
export function Entries({ standings, speakerId, label, beside }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: standings.length,
    getScrollElement: () => box.current,
    estimateSize: () => 74,
    getItemKey: (index) => standings[index]!.annotation.id,
    overscan: 6,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    // Back from a passage: the list stands where it was left.
    const { focusId } = state();
    const at = standings.findIndex(({ annotation }) => annotation.id === focusId);
    if (at >= 0) rows.scrollToIndex(at, { align: 'center' });
  }, []);
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const button = (event.target as HTMLElement).closest<HTMLElement>('.entry');
    if (step === 0 || !button) return;
    event.preventDefault();
    event.stopPropagation();
    const to = Number(button.dataset.at) + step;
    if (to < 0 || to >= standings.length) return;
    rows.scrollToIndex(to);
    const find = () => box.current?.querySelector<HTMLElement>(`.entry[data-at="${to}"]`);
    if (find()) find()?.focus({ preventScroll: true });
    else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
  };
  return (
    <div className="entries" ref={box}>
      <ul style={{ height: rows.getTotalSize() }} aria-label={label} onKeyDown={onKeyDown}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const standing = standings[index]!;
          return (
            <li
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              aria-posinset={index + 1}
              aria-setsize={standings.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Entry standing={standing} speakerId={speakerId} at={index} />
              {beside?.(standing.annotation, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
