import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../core/project/model';
import { useStore } from '../store';
import type { CardSize } from './card';
import { Card } from './card';
import type { Geometry } from './geometry';
import type { Wish } from './margin-layout';
import { placeCards, sizeFor } from './margin-layout';

const GAP = 8;
/** What a card of each size is taken to need before it was measured (CSS px). */
const HEIGHTS: Readonly<Record<CardSize, number>> = { full: 96, brief: 54, line: 30 };
/** More cards than this near the window are not drawn until focused: nobody can read them side by side. */
const THRONG = 160;

interface Props {
  /** Every annotation of the article: how many there are decides how much each card may say. */
  readonly all: readonly Annotation[];
  /** Those near the viewport, in reading order. */
  readonly near: readonly Annotation[];
  readonly geometry: Geometry;
}

/** Cards beside their lines. Mentions of speakers have one only while they have the focus, as they are many. */
export function Margin({ all, near, geometry }: Props) {
  const focusId = useStore((state) => state.focusId);
  const codebook = useStore((state) => state.project!.codebook);
  const hidden = useStore((state) => state.hiddenLayers);
  const loud = useMemo(
    () =>
      new Set(
        codebook.layers
          .filter(({ form, on, id }) => on && form !== 'underline' && !hidden.has(id))
          .map(({ id }) => id),
      ),
    [codebook, hidden],
  );
  const usual = useMemo(() => {
    const count = all.reduce((sum, { layer }) => sum + (loud.has(layer) ? 1 : 0), 0);
    return sizeFor(geometry.height, count, HEIGHTS, GAP);
  }, [all, loud, geometry.height]);
  const shown = useMemo(() => {
    const wanted = near.filter(
      ({ id, layer }) => geometry.anchors.has(id) && (id === focusId ? !hidden.has(layer) : loud.has(layer)),
    );
    const few = wanted.length > THRONG ? wanted.filter(({ id }) => id === focusId) : wanted;
    return few.sort((a, b) => geometry.anchors.get(a.id)! - geometry.anchors.get(b.id)!);
  }, [near, geometry, focusId, hidden, loud]);

  const box = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => {
      const next = new Map<string, number>();
      for (const card of element.children) {
        next.set((card as HTMLElement).dataset.card!, (card as HTMLElement).offsetHeight);
      }
      setHeights((old) =>
        next.size === old.size && [...next].every(([id, height]) => old.get(id) === height) ? old : next,
      );
    };
    read();
    const observer = new ResizeObserver(read);
    for (const card of element.children) observer.observe(card);
    return () => observer.disconnect();
  });

  const pinned = shown.findIndex(({ id }) => id === focusId);
  // The focused card must stand at its line: those above it say less when they would push it down.
  const room = pinned < 0 ? Number.POSITIVE_INFINITY : geometry.anchors.get(focusId!)!;
  const crowded = pinned * (HEIGHTS[usual] + GAP) > room;
  const sizeOf = (index: number): CardSize =>
    index === pinned ? 'full' : crowded && index < pinned ? 'line' : usual;
  const wishes = shown.map(
    ({ id }, index): Wish => ({
      id,
      want: geometry.anchors.get(id)! - 6,
      height: heights.get(id) ?? HEIGHTS[sizeOf(index)],
    }),
  );
  const tops = placeCards(wishes, focusId, GAP, 8);
  return (
    <div className="margin" ref={box} role="list" aria-label="Annotations beside the text">
      {shown.map((annotation, index) => (
        <div
          key={annotation.id}
          data-card={annotation.id}
          role="listitem"
          className="card-place"
          style={{ transform: `translateY(${tops[index]}px)` }}
        >
          <Card annotation={annotation} size={sizeOf(index)} />
        </div>
      ))}
    </div>
  );
}
