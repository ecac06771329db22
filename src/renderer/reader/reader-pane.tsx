import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Article } from '../../core/project/model';
import { annotationsOf } from '../../core/project/query';
import { blockAt } from '../../core/text/motion';
import { focusedGhost } from '../actions/propose';
import { focusedAnnotation, useStore } from '../store';
import { Ask } from './ask';
import { Chunk, chunkSize } from './chunk';
import { FindBar } from './find-bar';
import type { Geometry, Measured } from './geometry';
import { measure, NO_GEOMETRY } from './geometry';
import { GhostBar } from './ghost-bar';
import { Gutter } from './gutter';
import { Handles } from './handles';
import type { ByBlock } from './layout';
import { annotationsByBlock, NOTHING } from './layout';
import { Margin } from './margin';
import { Masthead } from './masthead';
import { Palette } from './palette';
import { usePointer } from './pointer';
import { linesOf, rangeOf, writeSelection } from './selection';
import { useFrame } from './use-frame';
import { useGhosts } from './use-ghosts';
import { useNearBlocks } from './use-near-blocks';

const NUMBERED = new Set(['paragraph', 'blockquote', 'post']);
/** From so many annotations near the window on, they are measured less often. */
const DENSE = 400;
/** The least time between two measurements (ms). */
const PAUSE = 150;
const DENSE_PAUSE = 500;
let cuts = 0;

/** The article, its marks and its margin. The text is always in the DOM; marks are only near the viewport. */
export function ReaderPane({ article }: { article: Article }) {
  const project = useStore((current) => current.project)!;
  const focusId = useStore((current) => current.focusId);
  const hoverId = useStore((current) => current.hoverId);
  const hidden = useStore((current) => current.hiddenLayers);
  const passage = useStore((current) => current.passage);
  const settings = useStore((current) => current.settings);
  const finding = useStore((current) => current.finding !== null);
  const picking = useStore((current) => current.picking);
  const focused = useStore(focusedAnnotation);
  const scroller = useRef<HTMLDivElement>(null);
  const [content, setContent] = useState<HTMLDivElement | null>(null);
  const [geometry, setGeometry] = useState<Geometry>(NO_GEOMETRY);
  const lastRead = useRef(0);
  const measured = useRef<Measured>(new WeakMap());

  const annotations = annotationsOf(project, article.id);
  const byBlock = useRef<ByBlock>(NOTHING);
  byBlock.current = useMemo(
    () => annotationsByBlock(article.blocks, annotations, byBlock.current),
    [article.blocks, annotations],
  );
  const { range: near, drawn, seen } = useNearBlocks(scroller, article.blocks, focused?.spans[0]?.start ?? 0);
  const numbers = useMemo(() => {
    let count = 0;
    return article.blocks.map(({ kind }) => (NUMBERED.has(kind) ? ++count : null));
  }, [article.blocks]);
  const nearAnnotations = useMemo(
    () => [
      ...new Set([
        ...annotations.filter(({ spans }) => spans.length === 0),
        ...byBlock.current.lists.slice(near.from, near.to).flat(),
      ]),
    ],
    [annotations, near],
  );
  const frame = useFrame(content, nearAnnotations, focusId, hoverId);
  useGhosts(content, article, near);
  const size = chunkSize(article.blocks);
  const chunks = useMemo(
    () => Array.from({ length: Math.ceil(article.blocks.length / size) }, (_, index) => index * size),
    [article.blocks, size],
  );
  // Whoever keeps hold of block elements sees by this that there are others now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number for each cutting into blocks
  const cut = useMemo(() => ++cuts, [article.blocks]);
  // Marks outside the window may wait a moment when many come at once.
  const { lists } = byBlock.current;
  const laterLists = useDeferredValue(lists);
  // The margin follows when the marks stand: its cards are many, and nobody waits for them to go on reading.
  const marginView = useDeferredValue(
    useMemo(
      () => ({ project, focusId, hidden, all: annotations, near: nearAnnotations, geometry }),
      [project, focusId, hidden, annotations, nearAnnotations, geometry],
    ),
  );
  const { palette, ...pointer } = usePointer(article, scroller);

  // Lines are measured a frame after the marks are painted, so that measuring never delays the paint.
  useEffect(() => {
    if (!content) return;
    const layers = new Map(project.codebook.layers.map((layer) => [layer.id, layer]));
    const brackets = new Map<string, string>();
    for (const { id, layer } of nearAnnotations) {
      const found = layers.get(layer);
      if (found?.form === 'bracket' && found.on && !hidden.has(layer)) brackets.set(id, found.colour);
    }
    const whole = nearAnnotations.filter(({ spans }) => spans.length === 0).map(({ id }) => id);
    let frame = 0;
    const read = () => {
      lastRead.current = performance.now();
      const chunks = [...content.querySelectorAll<HTMLElement>('[data-chunk]')]
        .slice(Math.floor(near.from / size), Math.ceil(near.to / size))
        .map((element, at) => {
          const from = (Math.floor(near.from / size) + at) * size;
          return { element, holds: [...lists.slice(from, from + size), hidden, project.codebook, settings] };
        });
      setGeometry(measure(content, chunks, whole, (id) => brackets.get(id) ?? null, measured.current));
    };
    // While the text scrolls by, measuring it every frame would be what makes it stutter.
    const pause = nearAnnotations.length > DENSE ? DENSE_PAUSE : PAUSE;
    const soon = () => {
      frame = requestAnimationFrame(read);
    };
    let timer = setTimeout(soon, Math.max(0, lastRead.current + pause - performance.now()));
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      timer = setTimeout(soon, Math.max(0, lastRead.current + pause - performance.now()));
    });
    observer.observe(content);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [content, near, nearAnnotations, lists, size, hidden, project.codebook, settings]);

  // The keys that scroll are the reader's unless something else has asked for them.
  useEffect(() => {
    if (document.activeElement === document.body) content?.focus({ preventScroll: true });
  }, [content]);

  // The DOM selection follows the passage, so that copying and screen readers see what is selected.
  useLayoutEffect(() => {
    if (content) writeSelection(content, passage?.span ?? null);
  }, [content, passage]);

  // Whatever the keys moved to comes into view, with a little air around it.
  const ghostAt = useStore((current) => focusedGhost(current)?.spans[0]?.start ?? null);
  const goal = passage ? passage.head : (focused?.spans[0]?.start ?? ghostAt);
  useLayoutEffect(() => {
    const root = scroller.current;
    if (!content || !root || goal === null) return;
    if (passage && palette) return; // drawn with the mouse: it is in view already
    reveal(root, content, article, goal);
  }, [content, goal, article, passage, palette]);

  const style = {
    '--read-size': `${settings.readingSize}px`,
    '--read-measure': `${settings.measure}ch`,
    '--read-leading': settings.leading,
  } as React.CSSProperties;
  return (
    <section className="page" style={style} aria-label={article.title}>
      {finding && content && <FindBar article={article} content={content} />}
      <div className={`scroller${picking ? ' picking' : ''}`} ref={scroller} {...pointer}>
        <div
          className={settings.marginOpen ? 'content' : 'content no-margin'}
          data-cut={cut}
          ref={setContent}
          tabIndex={-1}
        >
          <article lang={article.language} aria-label={article.title}>
            <Masthead article={article} />
            {chunks.map((from) => (
              <Chunk
                key={from}
                text={article.text}
                blocks={article.blocks}
                numbers={numbers}
                from={from}
                size={size}
                lists={seen.size === 0 || seen.has(from / size) ? lists : laterLists}
                drawn={drawn.has(from / size)}
                codebook={project.codebook}
                hidden={hidden}
                leading={settings.leading}
                hovered={hoverId}
                focused={focusId}
              />
            ))}
            <Gutter brackets={geometry.brackets} hovered={hoverId} focused={focusId} frame={frame} />
          </article>
          {settings.marginOpen && <Margin view={marginView} />}
          {content && focused && !hidden.has(focused.layer) && (
            <Handles content={content} article={article} annotation={focused} layout={geometry} />
          )}
          {content && <Palette content={content} shown={palette} />}
          {content && <Ask content={content} />}
          {content && <GhostBar content={content} />}
        </div>
      </div>
    </section>
  );
}

/** Scrolls only as far as needed for the line at `offset` (UTF-16) to stand clear of the window's edges. */
function reveal(root: HTMLElement, content: HTMLElement, article: Article, offset: number): void {
  const block = article.blocks[Math.min(blockAt(article.blocks, offset), article.blocks.length - 1)];
  if (!block) return;
  const at = Math.min(Math.max(offset, block.start), block.end - 1);
  const view = root.getBoundingClientRect();
  const line = () =>
    linesOf(content, { start: at, end: at + 1 })[0] ??
    rangeOf(content, { start: at, end: at + 1 })?.getBoundingClientRect();
  const before = line();
  if (before && before.height > 0 && before.top > view.top + 72 && before.bottom < view.bottom - 96) return;
  // Blocks far away have only estimated heights: bring the block in first, then the line.
  content.querySelector(`[data-start="${block.start}"]`)?.scrollIntoView({ block: 'nearest' });
  const after = line();
  if (after) root.scrollTop += after.top - view.top - view.height / 3;
}
