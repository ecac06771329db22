import { useVirtualizer } from '@tanstack/react-virtual';
import { ListFilter } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Article } from '../../core/project/model';
import { annotationsOf, articlesInOrder } from '../../core/project/query';
import { openArticle, useStore } from '../store';
import { plural } from '../ui/words';

/** The articles of the project: filter, progress, counts by layer. */
export function LibraryPane() {
  // Counts may lag a frame behind the reader, never the other way round.
  const project = useDeferredValue(useStore((state) => state.project)!);
  const articleId = useStore((state) => state.articleId);
  const [filter, setFilter] = useState('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the table of articles matters, not every annotation
  const articles = useMemo(() => {
    const wanted = filter.trim().toLowerCase();
    const all = articlesInOrder(project);
    if (wanted === '') return all;
    return all.filter(({ title, outlet, byline }) =>
      `${title}\n${outlet ?? ''}\n${byline ?? ''}`.toLowerCase().includes(wanted),
    );
  }, [project.articles, filter]);
  const list = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: articles.length,
    getScrollElement: () => list.current,
    estimateSize: () => 84,
    getItemKey: (index) => articles[index]!.id,
    overscan: 6,
  });
  const total = project.articles.size;
  const move = (event: React.KeyboardEvent) => {
    if (event.key === 'Enter') return enterReader();
    const at = articles.findIndex(({ id }) => id === articleId);
    const to =
      event.key === 'ArrowDown'
        ? at + 1
        : event.key === 'ArrowUp'
          ? at - 1
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? articles.length - 1
              : -1;
    const next = articles[to];
    if (!next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    openArticle(next.id);
    rows.scrollToIndex(to);
  };
  return (
    <aside className="library" aria-label="Library">
      <label className="filter">
        <ListFilter aria-hidden="true" />
        <input
          type="search"
          aria-label="Filter articles"
          placeholder={`Filter ${plural(total, 'article')}`}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </label>
      {articles.length === 0 && (
        <p className="empty">
          {total === 0
            ? 'No articles yet. Drop files or a folder anywhere in this window.'
            : 'No article matches.'}
        </p>
      )}
      <div
        className="articles"
        ref={list}
        role="listbox"
        aria-label="Articles"
        tabIndex={articles.length > 0 ? 0 : -1}
        aria-activedescendant={articleId ? `article-${articleId}` : undefined}
        onKeyDown={move}
      >
        <div style={{ height: rows.getTotalSize(), position: 'relative' }} role="presentation">
          {rows.getVirtualItems().map(({ key, index, start }) => {
            const article = articles[index]!;
            return (
              <div
                key={key}
                data-index={index}
                ref={rows.measureElement}
                className="row-place"
                role="presentation"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Item
                  article={article}
                  annotations={annotationsOf(project, article.id)}
                  codebook={project.codebook}
                  selected={article.id === articleId}
                />
              </div>
            );
          })}
        </div>
      </div>
    </aside>
  );
}

/** Gives the keys to the text that was just opened. */
function enterReader(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.content')?.focus({ preventScroll: true }),
  );
}

interface ItemProps {
  readonly article: Article;
  readonly annotations: readonly Annotation[];
  readonly codebook: Codebook;
  readonly selected: boolean;
}

function Item({ article, annotations, codebook, selected }: ItemProps) {
  const byLayer = new Map<string, number>();
  for (const { layer } of annotations) byLayer.set(layer, (byLayer.get(layer) ?? 0) + 1);
  const counts = codebook.layers
    .map((layer) => ({ layer, count: byLayer.get(layer.id) ?? 0 }))
    .filter(({ count }) => count > 0);
  const final = annotations.length > 0 && annotations.every(({ status }) => status === 'final');
  const line = [article.outlet, article.publishedAt && shortDate(article.publishedAt)]
    .filter(Boolean)
    .join(' · ');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box around it handles the keys
    <div
      id={`article-${article.id}`}
      role="option"
      aria-selected={selected}
      tabIndex={-1}
      className="item"
      onClick={() => {
        openArticle(article.id);
        enterReader();
      }}
    >
      <b>{article.title}</b>
      {line !== '' && <small>{line}</small>}
      <span className="ticks">
        {counts.length === 0 && 'not started'}
        {counts.map(({ layer, count }) => (
          <i
            key={layer.id}
            className={`tick ${layer.colour}`}
            title={plural(count, layer.label.toLowerCase())}
          >
            <span className="visually-hidden">{layer.label} </span>
            {count}
          </i>
        ))}
        {final && <em>final</em>}
      </span>
    </div>
  );
}

/** A date in the short form of the system's locale. */
export function shortDate(iso: string): string {
  const date = new Date(`${iso}T12:00:00`);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleDateString(undefined, { day: 'numeric', month: 'short', year: 'numeric' });
}
