import { ListFilter } from 'lucide-react';
import { useDeferredValue, useMemo, useRef } from 'react';
import { articlesListed } from '../../core/project/library';
import { openArticle, useStore } from '../store';
import { plural } from '../ui/words';
import { Conditions } from './library-conditions';
import { FilterMenu } from './library-filter';
import { LibraryList } from './library-list';
import { Marked } from './library-marked';
import { Progress } from './library-progress';
import { filterBy, showInLibrary, useLibrary } from './library-store';

export { shortDate } from '../ui/words';

/** The articles of the project: filter and order, how far they are, counts by layer. */
export function LibraryPane() {
  // Counts may lag a frame behind the reader, never the other way round.
  const project = useDeferredValue(useStore((state) => state.project)!);
  const { filter, order } = useLibrary();
  const articles = useMemo(() => articlesListed(project, filter, order), [project, filter, order]);
  const list = useRef<HTMLDivElement>(null);
  const total = project.articles.size;
  return (
    <aside className="library" aria-label="Library">
      <div className="library-find">
        <label className="filter">
          <ListFilter aria-hidden="true" />
          <input
            id="filter-articles"
            type="search"
            aria-label="Filter articles"
            placeholder={`Filter ${plural(total, 'article')}`}
            value={filter.text ?? ''}
            onChange={(event) => filterBy({ text: event.target.value || undefined })}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && filter.text) filterBy({ text: undefined });
              else if (event.key === 'ArrowDown') list.current?.focus();
              else if (event.key === 'Enter' && articles[0]) openArticle(articles[0].id);
              else return;
              event.preventDefault();
              event.stopPropagation();
            }}
          />
        </label>
        <FilterMenu />
      </div>
      <Progress />
      <Conditions shown={articles.length} total={total} />
      {articles.length === 0 && (
        <div className="empty">
          {total === 0 ? (
            <p>No articles yet. Drop files or a folder anywhere in this window.</p>
          ) : (
            <>
              <p>No article is like that.</p>
              <button type="button" className="button outlined" onClick={() => showInLibrary({ filter: {} })}>
                Show all {total.toLocaleString()}
              </button>
            </>
          )}
        </div>
      )}
      <LibraryList project={project} articles={articles} box={list} />
      <Marked />
    </aside>
  );
}
