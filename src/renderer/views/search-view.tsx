import { useEffect } from 'react';
import { QueryChips } from '../query/query-chips';
import { useStore } from '../store';
import { focusField, focusLines } from './search-actions';
import { NothingAsked, NothingFound, PatternHelp } from './search-empty';
import { SearchFacets } from './search-facets';
import { SearchField } from './search-field';
import { SearchLines } from './search-lines';
import type { Lines } from './search-lines-shown';
import { linesNow, useLines } from './search-lines-shown';
import { SearchOutcome } from './search-outcome';
import { askIfStale } from './search-run';
import { SearchScope } from './search-scope';
import { lookAnew, searchState, setSearch, useSearch } from './search-store';
import { SearchTagBar } from './search-tag-bar';

const TABS = [
  { id: 'text', label: 'Text' },
  { id: 'annotations', label: 'Annotations' },
] as const;

/** Searching all articles: the question, the concordance of what was found, and where it was found. */
export function SearchView() {
  const project = useStore((state) => state.project)!;
  const { tab, selection } = useSearch();
  const lines = useLines();
  useFresh();
  useEffect(() => {
    void window.desktop.prepareSearch();
    // Back from an article, the lines stand as they were left.
    if (linesNow().shown.length > 0 && searchState().here !== null) focusLines();
    else focusField();
  }, []);
  const open = (id: (typeof TABS)[number]['id']) => {
    lookAnew();
    setSearch({ tab: id });
  };
  return (
    <main className="search-view">
      <SearchFacets facets={lines.facets} total={lines.all.length} />
      <section className="sheet search-sheet">
        <div className="search-head">
          <h1 className="visually-hidden">Search</h1>
          <div className="search-tabs" role="tablist" aria-label="What to search">
            {TABS.map(({ id, label }) => (
              <button
                key={id}
                id={`search-tab-${id}`}
                type="button"
                role="tab"
                aria-selected={tab === id}
                aria-controls="search-panel"
                onClick={() => open(id)}
              >
                {label}
              </button>
            ))}
          </div>
          {tab === 'text' ? (
            <>
              <SearchField />
              <SearchScope />
            </>
          ) : (
            <QueryChips
              project={project}
              selection={selection}
              onChange={(next) => {
                lookAnew();
                setSearch({ selection: next });
              }}
            />
          )}
          <SearchOutcome lines={lines} />
        </div>
        <div className="search-panel" id="search-panel" role="tabpanel" aria-labelledby={`search-tab-${tab}`}>
          <SearchBody lines={lines} />
          <SearchTagBar lines={lines} />
        </div>
      </section>
    </main>
  );
}

function SearchBody({ lines }: { lines: Lines }) {
  const { tab, query, answered, problem, ending } = useSearch();
  if (lines.shown.length > 0) return <SearchLines lines={lines} />;
  if (tab === 'annotations')
    return (
      <div className="search-blank">
        <h2>No annotation</h2>
        <p>No annotation is like this. Take a chip away to find more.</p>
      </div>
    );
  if (problem !== null) return query.mode === 'regex' ? <PatternHelp /> : null;
  if (!answered) return <NothingAsked />;
  return ending === 'all' ? <NothingFound /> : null;
}

/** Asks again when there are other texts, once main has them too. */
function useFresh(): void {
  const project = useStore((state) => state.project);
  const saved = useStore((state) => state.pending === 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is stale is found out from the project
  useEffect(() => {
    if (saved) askIfStale();
  }, [project, saved]);
}
