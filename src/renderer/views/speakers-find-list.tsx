import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Found } from '../../core/project/find-mentions';
import { openArticle, setState } from '../store';
import type { Finding } from './speakers-desk';
import { FoundLine } from './speakers-find-line';
import type { Line } from './speakers-found';
import { isTicked, keyOf, ticking } from './speakers-found';
import { goal } from './speakers-list-keys';

interface Props {
  readonly lines: readonly Line[];
  readonly speakerId: string;
  readonly finding: Finding;
  readonly onChange: (finding: Finding) => void;
}

/** Opens the article at a place, which is selected if nothing is tagged there yet. */
function openPlace({ articleId, span, mention }: Found): void {
  openArticle(articleId, mention?.id ?? null);
  if (!mention) setState({ passage: { span, head: span.end } });
}

/** The places found, under their articles; arrows move, Space ticks, Enter reads; only those in view are drawn. */
export function FoundList({ lines, speakerId, finding, onChange }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const at = Math.min(finding.at, lines.length - 1);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (lines[index]!.place ? 34 : 52),
    getItemKey: (index) => {
      const { group, place } = lines[index]!;
      return place ? keyOf(place) : group.article.id;
    },
    overscan: 10,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(at < 0 ? [] : [at])])],
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when it opens
  useEffect(() => {
    if (at > 0) rows.scrollToIndex(at, { align: 'center' });
  }, []);
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>('.found-line');
    if (!button || event.ctrlKey || event.metaKey || event.altKey) return;
    const index = Number(button.dataset.at);
    const place = lines[index]?.place;
    const to = goal(event.key, index, lines.length);
    if (event.key === 'Enter' && place) {
      onChange({ ...finding, at: index });
      openPlace(place);
    } else if (to !== undefined) {
      onChange({ ...finding, at: to });
      rows.scrollToIndex(to);
      const find = () => box.current?.querySelector<HTMLElement>(`.found-line[data-at="${to}"]`);
      if (find()) find()?.focus({ preventScroll: true });
      else requestAnimationFrame(() => find()?.focus({ preventScroll: true }));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="entries found-list" ref={box}>
      <ul style={{ height: rows.getTotalSize() }} aria-label="Places found" onKeyDown={onKeyDown}>
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const line = lines[index]!;
          const places = line.place ? [line.place] : line.group.places;
          const ticked = places.filter((place) => isTicked(place, finding)).length;
          return (
            <li
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              aria-posinset={index + 1}
              aria-setsize={lines.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <FoundLine
                line={line}
                at={index}
                speakerId={speakerId}
                current={index === at}
                ticked={ticked}
                onTick={() => onChange({ ...ticking(finding, places, ticked < places.length), at: index })}
                onOpen={() => line.place && openPlace(line.place)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
