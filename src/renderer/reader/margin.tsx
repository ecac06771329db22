import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Annotation } from '../../core/project/model';
import { useStore } from '../store';
import { Card } from './card';
import type { Geometry } from './geometry';
import type { Wish } from './margin-layout';
import { placeCards } from './margin-layout';

const GAP = 8;
/** More cards than this near the window are drawn in one line each, so that they stay beside their text. */
const CROWD = 40;
/** More than this are not drawn at all until they are focused or hovered: nobody can read them side by side. */
const THRONG = 160;

interface Props {
  /** Annotations near the viewport, in reading order. */
  readonly annotations: readonly Annotation[];
  readonly geometry: Geometry;
}

/** Cards beside their lines. Mentions of speakers have one only while they have the focus, as they are many. */
export function Margin({ annotations, geometry }: Props) {
  const focusId = useStore((state) => state.focusId);
  const project = useStore((state) => state.project)!;
  const hidden = useStore((state) => state.hiddenLayers);
  const shown = useMemo(() => {
    const quiet = new Set(
      project.codebook.layers.filter(({ form, on }) => form === 'underline' || !on).map(({ id }) => id),
    );
    const wanted = annotations.filter(
      ({ id, layer }) =>
        geometry.anchors.has(id) && !hidden.has(layer) && (id === focusId || !quiet.has(layer)),
    );
    return wanted.length > THRONG ? wanted.filter(({ id }) => id === focusId) : wanted;
  }, [annotations, geometry, focusId, hidden, project.codebook]);
  const box = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map());

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const read = () => {
      const next = new Map<string, number>();
      for (const card of element.children)
        next.set((card as HTMLElement).dataset.card!, (card as HTMLElement).offsetHeight);
      setHeights((old) =>
        next.size === old.size && [...next].every(([id, height]) => old.get(id) === height) ? old : next,
      );
    };
    read();
    const observer = new ResizeObserver(read);
    for (const card of element.children) observer.observe(card);
    return () => observer.disconnect();
  });

  const ordered = [...shown].sort((a, b) => geometry.anchors.get(a.id)! - geometry.anchors.get(b.id)!);
  const wishes = ordered.map(
    ({ id }): Wish => ({ id, want: geometry.anchors.get(id)! - 6, height: heights.get(id) ?? 64 }),
  );
  const tops = placeCards(wishes, focusId, GAP, 8);
  return (
    <div className="margin" ref={box} role="list" aria-label="Annotations beside the text">
      {ordered.map((annotation, index) => (
        <div
          key={annotation.id}
          data-card={annotation.id}
          role="listitem"
          className="card-place"
          style={{ transform: `translateY(${tops[index]}px)` }}
        >
          <Card annotation={annotation} compact={ordered.length > CROWD} />
        </div>
      ))}
    </div>
  );
}
