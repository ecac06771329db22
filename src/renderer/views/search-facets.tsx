import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import { Chips } from '../ui/chips';
import type { Facet } from './search-data';
import { goal } from './search-keys';
import { setSearch, useSearch } from './search-store';

const GROUPINGS = [
  { value: 'article' as const, label: 'By article' },
  { value: 'outlet' as const, label: 'By outlet' },
];

/** How many lines each article or outlet has; pressing some shows only theirs. */
export function SearchFacets({ facets, total }: { facets: readonly Facet[]; total: number }) {
  const { grouping, narrowed } = useSearch();
  return (
    <aside className="library facets" aria-label="Found in">
      <div className="facets-head">
        {total > 0 && (
          <Chips
            label="Count"
            options={GROUPINGS}
            chosen={[grouping]}
            onPress={(next) => setSearch({ grouping: next, narrowed: new Set() })}
          />
        )}
        {narrowed.size > 0 && (
          <button type="button" className="text-button" onClick={() => setSearch({ narrowed: new Set() })}>
            Show all
          </button>
        )}
      </div>
      {total > 0 && <FacetList facets={facets} narrowed={narrowed} />}
    </aside>
  );
}

function FacetList({ facets, narrowed }: { facets: readonly Facet[]; narrowed: ReadonlySet<string> }) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: facets.length,
    getScrollElement: () => list.current,
    estimateSize: () => 48,
    getItemKey: (index) => facets[index]!.id,
    overscan: 6,
  });
  const press = (index: number) => {
    const next = new Set(narrowed);
    const { id } = facets[index]!;
    if (!next.delete(id)) next.add(id);
    setSearch({ narrowed: next });
    setAt(index);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const to = goal(event.key, at, facets.length);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (to !== undefined) {
      setAt(to);
      rows.scrollToIndex(to);
    } else if (event.key === ' ' || event.key === 'Enter') press(Math.min(at, facets.length - 1));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const here = rows.getVirtualItems().some(({ index }) => index === at);
  return (
    <div
      className="articles"
      ref={list}
      role="listbox"
      aria-label="Show only"
      aria-multiselectable="true"
      tabIndex={0}
      aria-activedescendant={here ? `facet-${at}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
        {rows.getVirtualItems().map(({ key, index, start }) => {
          const { id, label, sub, count } = facets[index]!;
          return (
            <div
              key={key}
              data-index={index}
              ref={rows.measureElement}
              className="row-place"
              role="presentation"
              style={{ transform: `translateY(${start}px)` }}
            >
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys */}
              <div
                id={`facet-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={narrowed.has(id)}
                aria-posinset={index + 1}
                aria-setsize={facets.length}
                className={`item facet${index === at ? ' active' : ''}`}
                onClick={() => press(index)}
              >
                <b>{label}</b> <i>{count.toLocaleString()}</i>
                {sub !== '' && <small>{sub}</small>}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
