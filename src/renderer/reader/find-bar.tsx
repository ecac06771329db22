import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { Article } from '../../core/project/model';
import type { Span } from '../../core/text/span';
import { setState, useStore } from '../store';
import { paint, rangeOf } from './selection';

/** Every place of `query` in the text, ignoring case; UTF-16 spans that do not overlap. */
export function findAll(text: string, query: string): readonly Span[] {
  if (query === '') return [];
  // Lower-casing may change lengths ("İ"), so the search is by pattern on the text itself.
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    start: index,
    end: index + match.length,
  }));
}

/** Find in article: every hit is painted, the current one stronger; Enter goes on, Escape closes with it selected. */
export function FindBar({ article, content }: { article: Article; content: HTMLElement }) {
  const finding = useStore((state) => state.finding);
  const query = finding?.query ?? '';
  const hits = useMemo(() => findAll(article.text, query), [article, query]);
  const at = hits.length === 0 ? 0 : ((finding?.at ?? 0) + hits.length) % hits.length;
  useEffect(() => {
    const current = hits[at];
    paint('found', content, hits.slice(0, 2000));
    paint('found-here', content, current ? [current] : []);
    if (current)
      rangeOf(content, current)?.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
    return () => {
      paint('found', content, []);
      paint('found-here', content, []);
    };
  }, [content, hits, at]);
  if (!finding) return null;
  const go = (by: number) => setState({ finding: { query, at: at + by } });
  const close = () => {
    const current = hits[at];
    setState({ finding: null, ...(current ? { passage: { span: current, head: current.end } } : {}) });
    content.focus({ preventScroll: true });
  };
  return (
    <search className="find-bar">
      <input
        id="find-in-article"
        aria-label="Find in article"
        placeholder="Find in article"
        autoFocus
        value={query}
        onChange={(event) => setState({ finding: { query: event.target.value, at: 0 } })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <output aria-live="polite">
        {query === '' ? '' : hits.length === 0 ? 'no hits' : `${at + 1} of ${hits.length}`}
      </output>
      <button
        type="button"
        className="icon-button"
        aria-label="Previous hit"
        disabled={hits.length === 0}
        onClick={() => go(-1)}
      >
        <ChevronUp aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Next hit"
        disabled={hits.length === 0}
        onClick={() => go(1)}
      >
        <ChevronDown aria-hidden="true" />
      </button>
      <button type="button" className="icon-button" aria-label="Close" onClick={close}>
        <X aria-hidden="true" />
      </button>
    </search>
  );
}
