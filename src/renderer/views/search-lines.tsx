import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef } from 'react';
import { annotationsOf } from '../../core/project/query';
import { useStore } from '../store';
import { allChosen, decide, openLine, toggle, toggleAll } from './search-actions';
import type { Found } from './search-data';
import { goal } from './search-keys';
import { SearchLine } from './search-line';
import { SearchLinesHead } from './search-lines-head';
import type { Lines } from './search-lines-shown';
import { searchState, setSearch, useSearch } from './search-store';
import { useHitWidth } from './search-width';

const HEIGHT = 34;
/** Room for the bar that floats over the foot (CSS px). */
const FOOT = 112;

/** The concordance: arrows move, Space chooses, Enter opens; only the lines in view are drawn. */
export function SearchLines({ lines: { shown } }: { lines: Lines }) {
  const project = useStore((state) => state.project)!;
  const { tab, here, chosen, skipped, reviewing } = useSearch();
  const box = useRef<HTMLDivElement>(null);
  const at = Math.max(0, here === null ? 0 : shown.findIndex(({ key }) => key === here));
  const current = shown[at]!;
  const choosing = tab === 'text';
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => box.current,
    estimateSize: () => HEIGHT,
    getItemKey: (index) => shown[index]!.key,
    overscan: 10,
    paddingEnd: FOOT,
    scrollPaddingEnd: chosen.size > 0 || reviewing ? FOOT : 0,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), at])],
  });
  useEffect(() => {
    // While they still come in, the list stays where its reader has it.
    if (here !== null) rows.scrollToIndex(at);
  }, [at, here, rows]);
  const width = useHitWidth(shown, project.articles);

  const reach = (to: number) => {
    const range = shown.slice(Math.min(at, to), Math.max(at, to) + 1).map(({ key }) => key);
    setSearch({ here: shown[to]!.key, chosen: new Set([...searchState().chosen, ...range]) });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / HEIGHT) - 1);
    const to = mod || altKey ? undefined : goal(key, at, shown.length, page);
    if (to !== undefined && shiftKey && choosing) reach(to);
    else if (to !== undefined) setSearch({ here: shown[to]!.key });
    else if (mod && key === 'a' && choosing) toggleAll();
    else if (mod || altKey) return;
    else if (key === ' ' && choosing) toggle(current.key);
    else if (key === 'Enter' && reviewing) decide(true);
    else if (key === 'Enter') openLine(current);
    else if (key === 'Delete' && reviewing) decide(false);
    else if (key === 'Escape' && reviewing) setSearch({ reviewing: false });
    else if (key === 'Escape' && chosen.size > 0) setSearch({ chosen: new Set() });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onMark = useCallback((one: Found, event: React.MouseEvent) => {
    event.stopPropagation();
    setSearch({ here: one.key });
    if (searchState().tab === 'text') toggle(one.key);
    else openLine(one);
  }, []);
  const onOpen = (one: Found, event: React.MouseEvent) => {
    if (choosing && event.shiftKey) reach(shown.indexOf(one));
    else if (choosing && (event.ctrlKey || event.metaKey || reviewing)) onMark(one, event);
    else openLine(one);
  };
  const visible = rows.getVirtualItems();
  return (
    <div className="lines" style={{ '--hit': `${width}px` } as React.CSSProperties}>
      <SearchLinesHead choosing={choosing} all={allChosen(shown, chosen)} some={chosen.size > 0} />
      <div
        className={reviewing ? 'lines-box reviewing' : 'lines-box'}
        ref={box}
        role="listbox"
        aria-label={choosing ? 'Matches' : 'Annotations'}
        aria-multiselectable={choosing}
        tabIndex={0}
        aria-activedescendant={visible.some(({ index }) => index === at) ? `line-${at + 1}` : undefined}
        onKeyDown={onKeyDown}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
          {visible.map(({ key, index, start }) => {
            const one = shown[index]!;
            return (
              <div
                key={key}
                className="row-place"
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                <SearchLine
                  one={one}
                  article={project.articles.get(one.articleId)!}
                  annotations={annotationsOf(project, one.articleId)}
                  codebook={project.codebook}
                  place={[index + 1, shown.length]}
                  here={index === at}
                  chosen={choosing ? chosen.has(one.key) : undefined}
                  skipped={skipped.has(one.key)}
                  onOpen={onOpen}
                  onMark={onMark}
                />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
