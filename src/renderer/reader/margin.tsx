import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation, Project } from '../../core/project/model';
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

/** What the margin shows, all of one moment. */
export interface MarginView {
  readonly project: Project;
  readonly focusId: string | null;
  readonly hidden: ReadonlySet<string>;
  /** Every annotation of the article: how many there are decides how much each card may say. */
  readonly all: readonly Annotation[];
  /** Those near the viewport, in reading order. */
  readonly near: readonly Annotation[];
  readonly geometry: Geometry;
}

/** Cards beside their lines. Mentions of speakers have one only while they have the focus, as they are many. */
export const Margin = memo(function Margin({ view }: { view: MarginView }) {
  const { project, focusId, hidden, all, near, geometry } = view;
  const { codebook } = project;
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

  const pinned = shown.findIndex(({ id }) => id === focusId);
  // The focused card must stand at its line: those above it say less when they would push it down.
  const room = pinned < 0 ? Number.POSITIVE_INFINITY : geometry.anchors.get(focusId!)!;
  const crowded = pinned * (HEIGHTS[usual] + GAP) > room;
  const sizeOf = (index: number): CardSize =>
    index === pinned ? 'full' : crowded && index < pinned ? 'line' : usual;
  const watch = usePlaces((heights) => {
    const wishes = shown.map(
      ({ id }, index): Wish => ({
        id,
        want: geometry.anchors.get(id)! - 6,
        height: heights.get(id) ?? HEIGHTS[sizeOf(index)],
      }),
    );
    const tops = placeCards(wishes, focusId, GAP, 8);
    return new Map(shown.map(({ id }, index) => [id, tops[index]!]));
  });
  return (
    <div className="margin" role="list" aria-label="Annotations beside the text">
      {shown.map((annotation, index) => (
        <div key={annotation.id} ref={watch} data-card={annotation.id} role="listitem" className="card-place">
          <Card annotation={annotation} size={sizeOf(index)} project={project} />
        </div>
      ))}
    </div>
  );
});

/** Where each card stands (CSS px by annotation id), given how tall those are that were laid out already. */
type Placing = (heights: ReadonlyMap<string, number>) => ReadonlyMap<string, number>;

/**
 * Keeps cards at their places; returns the ref of their elements. The browser tells how tall they are when it has
 * laid them out, and before it paints. Asking them would make it lay out the page once more at each change.
 */
function usePlaces(placing: Placing) {
  const latest = useRef(placing);
  latest.current = placing;
  const [{ watch, place }] = useState(() => {
    const cards = new Map<string, HTMLElement>();
    const heights = new Map<string, number>();
    const place = () => {
      for (const [id, top] of latest.current(heights)) {
        const card = cards.get(id);
        const transform = `translateY(${top}px)`;
        if (card && card.style.transform !== transform) card.style.transform = transform;
      }
    };
    const observer = new ResizeObserver((entries) => {
      for (const { target, borderBoxSize } of entries) {
        const id = (target as HTMLElement).dataset.card!;
        if (cards.get(id) === target) heights.set(id, Math.round(borderBoxSize[0]!.blockSize));
      }
      place();
    });
    const watch = (card: HTMLElement | null) => {
      if (!card) return;
      const id = card.dataset.card!;
      cards.set(id, card);
      observer.observe(card);
      return () => {
        cards.delete(id);
        heights.delete(id);
        observer.unobserve(card);
      };
    };
    return { watch, place };
  });
  useLayoutEffect(place);
  return watch;
}
