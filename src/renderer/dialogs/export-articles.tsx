import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Project } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';

interface Props {
  readonly project: Project;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
}

const ROW = 26;

/** The articles as a compact list of boxes to tick; only the rows in view are drawn. */
export function ArticleChecklist({ project, chosen, onChosen }: Props) {
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const listed = useMemo(() => {
    const wanted = query.trim().toLowerCase();
    const all = articlesInOrder(project);
    return wanted === ''
      ? all
      : all.filter(({ title, outlet }) => `${title}\n${outlet ?? ''}`.toLowerCase().includes(wanted));
  }, [project, query]);
  const rows = useVirtualizer({
    count: listed.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const every = listed.length > 0 && listed.every(({ id }) => chosen.has(id));
  const flip = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChosen(next);
  };
  return (
    <div className="checklist">
      <div className="checklist-head">
        <input
          type="search"
          className="field"
          aria-label="Find an article"
          placeholder="Find an article"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button
          type="button"
          className="text-button"
          disabled={listed.length === 0}
          onClick={() =>
            flip(
              listed.map(({ id }) => id),
              !every,
            )
          }
        >
          {every ? 'Untick these' : 'Tick these'}
        </button>
      </div>
      <div className="checklist-rows" ref={box} role="group" aria-label="Articles to export">
        {listed.length === 0 && <p className="none">No article matches.</p>}
        <div style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const { id, title, outlet } = listed[index]!;
            return (
              <label key={id} className="row-place" style={{ transform: `translateY(${start}px)` }}>
                <input
                  type="checkbox"
                  checked={chosen.has(id)}
                  onChange={() => flip([id], !chosen.has(id))}
                />
                <span>{title}</span>
                {outlet && <small>{outlet}</small>}
              </label>
            );
          })}
        </div>
      </div>
    </div>
  );
}
