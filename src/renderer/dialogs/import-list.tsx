import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter } from 'lucide-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { plural } from '../ui/words';
import { focusSoon, moveTo, withActive } from './import-focus';
import type { Marks } from './import-marks';
import { ImportProblems } from './import-problems';
import { ImportRow } from './import-row';
import { choose, pick, setPreview, usePreview } from './import-store';

/** A list shorter than this is taken in at a glance. */
const FEW = 8;

/** What was read: the problems, then the articles, each to be ticked and looked at. */
export function ImportList({ marks }: { marks: Marks }) {
  const all = usePreview(({ items }) => items.now);
  const problems = usePreview((preview) => preview.problems);
  const picked = usePreview((preview) => preview.picked);
  const current = usePreview((preview) => preview.current);
  const filter = usePreview((preview) => preview.filter);
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const items = useMemo(() => {
    if (wanted === '') return all;
    return all.filter(({ draft, stage }) =>
      `${draft.title}\n${draft.origin.fileName}\n${marks.get(stage)}`.toLowerCase().includes(wanted),
    );
  }, [all, wanted, marks]);
  const at = useMemo(() => items.findIndex(({ stage }) => stage === current), [items, current]);
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize: () => 62,
    getItemKey: (index) => items[index]!.stage,
    rangeExtractor: withActive(at, items.length),
    overscan: 8,
  });
  const words =
    wanted === ''
      ? `${plural(items.length, 'article')} to add`
      : `the ${items.length.toLocaleString()} listed to add`;
  const ticked = items.filter(({ stage }) => picked.has(stage)).length;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveTo(event.key, at, items.length);
    const here = items[at];
    if (to !== null) {
      rows.scrollToIndex(to);
      // Chosen on arrival: the row that has the focus must not go before the other takes it.
      focusSoon(list.current, `[data-row="${to}"]`, () => choose(items[to]!.stage));
    } else if (event.key === ' ' && here && event.target instanceof HTMLButtonElement) {
      pick([here.stage], !picked.has(here.stage));
    } else return;
    event.preventDefault();
  };
  return (
    <section className="import-list" aria-label="What was read">
      {problems.length > 0 && <ImportProblems problems={problems} folded />}
      {all.length > FEW && (
        <label className="filter">
          <ListFilter aria-hidden="true" />
          <input
            type="search"
            aria-label="Filter what was read"
            placeholder={`Filter ${plural(all.length, 'article')}`}
            value={filter}
            onChange={(event) => {
              setPreview({ filter: event.target.value });
              rows.scrollToOffset(0);
            }}
          />
        </label>
      )}
      <label className="import-all">
        <input
          type="checkbox"
          checked={items.length > 0 && ticked === items.length}
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && ticked < items.length;
          }}
          onChange={(event) =>
            pick(
              items.map(({ stage }) => stage),
              event.target.checked,
            )
          }
        />
        {ticked.toLocaleString()} of {words}
      </label>
      <div className="import-rows" role="list" aria-label="Articles" ref={list} onKeyDown={onKeyDown}>
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.getVirtualItems().map(({ key, index, start }) => (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              role="listitem"
              aria-posinset={index + 1}
              aria-setsize={items.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <ImportRow
                item={items[index]!}
                index={index}
                picked={picked.has(items[index]!.stage)}
                current={index === at}
                stop={index === Math.max(0, at)}
                mark={marks.get(items[index]!.stage)}
              />
            </div>
          ))}
        </div>
      </div>
      {items.length === 0 && <p className="empty">No article matches.</p>}
    </section>
  );
}
