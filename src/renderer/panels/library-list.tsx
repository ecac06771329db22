import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import { readingOf } from '../../core/commands/readings';
import type { Article, Project } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import { moveTo, withActive } from '../dialogs/import-focus';
import { openMemo } from '../dialogs/memo-store';
import { openArticle, setState, useStore } from '../store';
import { Item } from './library-item';
import { popupArticles } from './library-menu';

interface Props {
  readonly project: Project;
  readonly articles: readonly Article[];
  readonly box: RefObject<HTMLDivElement | null>;
}

/** The list box: arrows open, Shift and Ctrl choose several, the context menu marks them. */
export function LibraryList({ project, articles, box }: Props) {
  const articleId = useStore((state) => state.articleId);
  const marked = useStore((state) => state.markedArticles);
  // Where the keys are while several are chosen; otherwise they are at the open article.
  const [cursor, setCursor] = useState<string | null>(null);
  const activeId = marked.size > 0 && cursor !== null ? cursor : articleId;
  const at = articles.findIndex(({ id }) => id === activeId);
  const rows = useVirtualizer({
    count: articles.length,
    getScrollElement: () => box.current,
    estimateSize: () => 84,
    getItemKey: (index) => articles[index]!.id,
    overscan: 6,
    // The row that has the keyboard must be there, wherever the list was scrolled to.
    rangeExtractor: withActive(at, articles.length),
  });
  useEffect(() => {
    if (at >= 0) rows.scrollToIndex(at);
  }, [at, rows]);

  const mark = (ids: Iterable<string>, to: string) => {
    setState({ markedArticles: new Set(ids) });
    setCursor(to);
  };
  const toggle = (id: string) => {
    const next = new Set(marked.size > 0 || articleId === null ? marked : [articleId]);
    if (!next.delete(id)) next.add(id);
    // Back to one, the open one: nothing special is chosen any more.
    mark(next.size === 1 && articleId !== null && next.has(articleId) ? [] : next, id);
  };
  /** Everything from the open article to there. */
  const reach = (to: number) => {
    const anchor = Math.max(
      articles.findIndex(({ id }) => id === articleId),
      0,
    );
    const ids = articles.slice(Math.min(anchor, to), Math.max(anchor, to) + 1).map(({ id }) => id);
    mark(ids.length > 1 ? ids : [], articles[to]!.id);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const { key, shiftKey, altKey } = event;
    const mod = event.ctrlKey || event.metaKey;
    const to = moveTo(key, at, articles.length);
    if (altKey || (mod && key !== 'a' && key !== ' ')) return;
    if (mod && key === 'a') mark(new Set(articles.map(({ id }) => id)), activeId ?? articles[0]!.id);
    else if (to !== null && shiftKey) reach(to);
    else if (to !== null) openArticle(articles[to]!.id);
    else if (key === ' ' && activeId !== null) toggle(activeId);
    else if (key === 'Escape' && marked.size > 0) mark([], '');
    else if (key === 'Enter' && activeId !== null) {
      if (activeId !== articleId) openArticle(activeId);
      enterReader();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const idAt = ({ target }: React.SyntheticEvent) =>
    (target as HTMLElement).closest<HTMLElement>('[data-article]')?.dataset.article;
  const onClick = (event: React.MouseEvent) => {
    const id = idAt(event);
    if (id === undefined) return;
    if (event.shiftKey) return reach(articles.findIndex((article) => article.id === id));
    if (event.ctrlKey || event.metaKey) return toggle(id);
    openArticle(id);
    if ((event.target as HTMLElement).closest('[data-memo]')) openMemo('article');
    else enterReader();
  };
  return (
    <div
      className="articles"
      ref={box}
      role="listbox"
      aria-label="Articles"
      aria-multiselectable="true"
      tabIndex={articles.length > 0 ? 0 : -1}
      aria-activedescendant={at < 0 ? undefined : `article-${activeId}`}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={(event) => {
        const id = idAt(event) ?? activeId;
        if (id !== null) popupArticles(marked.has(id) ? [...marked] : [id]);
        event.preventDefault();
      }}
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
                status={readingOf(project, article.id).status}
                selected={marked.size > 0 ? marked.has(article.id) : article.id === articleId}
                open={article.id === articleId}
                active={index === at}
                place={index + 1}
                of={articles.length}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Gives the keys to the text that was just opened. */
function enterReader(): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>('.content')?.focus({ preventScroll: true }),
  );
}
