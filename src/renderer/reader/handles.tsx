import { useRef, useState } from 'react';
import { setSpans } from '../../core/commands/edit-annotation';
import type { Annotation, Article } from '../../core/project/model';
import { snapToWords } from '../../core/text/sentences';
import type { Span } from '../../core/text/span';
import { splitsSurrogatePair } from '../../core/text/span';
import { now, perform } from '../store';
import { linesOf, offsetAtPoint, paint } from './selection';

interface Props {
  readonly content: HTMLElement;
  readonly article: Article;
  readonly annotation: Annotation;
  /** Changes whenever the text may have moved. */
  readonly layout: unknown;
}

/** The two ends of each passage of the focused annotation, to be dragged. Ends snap to words; with Alt they do not. */
export function Handles({ content, article, annotation }: Props) {
  const [drag, setDrag] = useState<{ passage: number; span: Span } | null>(null);
  const origin = content.getBoundingClientRect();
  const latest = useRef(drag);
  latest.current = drag;

  const begin = (passage: number, end: 'start' | 'end') => (event: React.PointerEvent<HTMLElement>) => {
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    const fixed = annotation.spans[passage]!;
    const box = handle.getBoundingClientRect();
    const drop = event.clientY - (box.top + box.bottom) / 2;
    const move = (next: PointerEvent) => {
      // The grip hangs below or above its line; the text meant is at the line's height.
      const offset = offsetAtPoint(next.clientX, next.clientY - drop);
      if (offset === null || splitsSurrogatePair(article.text, offset)) return;
      const raw = end === 'start' ? { start: offset, end: fixed.end } : { start: fixed.start, end: offset };
      if (raw.start >= raw.end) return;
      const span = next.altKey ? raw : snapToWords(article.text, raw, article.blocks, article.language);
      if (!span) return;
      setDrag({ passage, span });
      paint('resizing', content, [span]);
    };
    const finish = (keep: boolean) => {
      handle.removeEventListener('pointermove', move);
      paint('resizing', content, []);
      const done = latest.current;
      setDrag(null);
      if (!keep || !done) return;
      const spans = annotation.spans.with(done.passage, done.span);
      perform('resize', (project) => setSpans(project, { id: annotation.id, spans, at: now() }));
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', () => finish(true), { once: true });
    handle.addEventListener('pointercancel', () => finish(false), { once: true });
  };

  return (
    <div aria-hidden="true">
      {annotation.spans.map((span, passage) => {
        const lines = linesOf(content, drag?.passage === passage ? drag.span : span);
        const first = lines[0];
        const last = lines.at(-1);
        if (!first || !last) return null;
        const place = (x: number, line: DOMRect) => ({
          left: x - origin.left,
          top: line.top - origin.top,
          height: line.height,
        });
        return [
          <i
            key={`s${span.start}`}
            className="handle start"
            style={place(first.left, first)}
            onPointerDown={begin(passage, 'start')}
          />,
          <i
            key={`e${span.start}`}
            className="handle end"
            style={place(last.right, last)}
            onPointerDown={begin(passage, 'end')}
          />,
        ];
      })}
    </div>
  );
}
