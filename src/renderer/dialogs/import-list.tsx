import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter } from 'lucide-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { plural } from '../ui/words';
import { ImportFileRow } from './import-file-row';
import { focusSoon, moveTo, withActive } from './import-focus';
import type { ListLine } from './import-lines';
import { listLines } from './import-lines';
import type { Marks } from './import-marks';
import { ImportProblems } from './import-problems';
import { ImportRow } from './import-row';
import { choose, pick, setPreview, usePreview } from './import-store';

/** A list shorter than this is taken in at a glance. */
const FEW = 8;

/** What was read: the problems, then the articles, each to be ticked and looked at. */
export function ImportList({ marks }: { marks: Marks }) {
  const work = usePreview((preview) => preview.work.now);
  const problems = usePreview((preview) => preview.problems);
  const picked = usePreview((preview) => preview.picked);
  const current = usePreview((preview) => preview.current);
  const filter = usePreview((preview) => preview.filter);
  const wanted = useDeferredValue(filter.trim().toLowerCase());
  const lines = useMemo(() => listLines(work, marks, wanted), [work, marks, wanted]);
  const items = useMemo(() => lines.flatMap((line) => (line.kind === 'article' ? [line.item] : [])), [lines]);
  const at = useMemo(() => lines.findIndex(({ name }) => name === current), [lines, current]);
  const all = work.items;
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => 62,
    getItemKey: (index) => lines[index]!.name,
    rangeExtractor: withActive(at, lines.length),
    overscan: 8,
  });
  const words =
    wanted === ''
      ? `${plural(items.length, 'article')} to add`
      : `${items.length.toLocaleString()} listed to add`;
  const ticked = items.filter(({ stage }) => picked.has(stage)).length;
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = moveTo(event.key, at, lines.length);
    const here = lines[at];
    if (to !== null) {
      rows.scrollToIndex(to);
      // Chosen on arrival: the row that has the focus must not go before the other takes it.
      focusSoon(list.current, `[data-row="${to}"]`, () => choose(lines[to]!.name));
    } else if (event.key === ' ' && here && event.target instanceof HTMLButtonElement) {
      const own = here.kind === 'file' ? here.items : [here.item];
      const stages = own.map(({ stage }) => stage);
      pick(stages, !stages.every((stage) => picked.has(stage)));
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
      {items.length > 0 && (
        <label className="import-all">
          <input
            type="checkbox"
            checked={ticked === items.length}
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
      )}
      {lines.length === 0 && <p className="empty">No article matches.</p>}
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
              aria-setsize={lines.length}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Line line={lines[index]!} index={index} at={at} picked={picked} marks={marks} />
            </div>
          ))}
        </div>
      </div>
    </section>
  );
}

interface LineProps {
  readonly line: ListLine;
  readonly index: number;
  /** The line that is shown. */
  readonly at: number;
  readonly picked: ReadonlySet<string>;
  readonly marks: Marks;
}

function Line({ line, index, at, picked, marks }: LineProps) {
  const place = { index, current: index === at, stop: index === Math.max(0, at) };
  if (line.kind === 'file') {
    const ticked = line.items.filter(({ stage }) => picked.has(stage)).length;
    return <ImportFileRow file={line.file} items={line.items} ticked={ticked} {...place} />;
  }
  const { stage } = line.item;
  return (
    <ImportRow
      item={line.item}
      number={line.number}
      picked={picked.has(stage)}
      mark={marks.get(stage)}
      {...place}
    />
  );
}
