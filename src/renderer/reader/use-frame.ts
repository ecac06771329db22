import { useEffect } from 'react';
import { frameAround } from '../../core/project/attribution';
import type { Annotation } from '../../core/project/model';
import { useStore } from '../store';
import { paint } from './selection';

const NONE: ReadonlySet<string> = new Set();

/**
 * Lights what belongs together with the annotation that has the focus or the pointer: content, cue and source
 * of one attribution. Returns the ids of the annotations lit, none when it stands alone.
 */
export function useFrame(
  content: HTMLElement | null,
  near: readonly Annotation[],
  focusId: string | null,
  hoverId: string | null,
): ReadonlySet<string> {
  const hidden = useStore((state) => state.hiddenLayers);
  const centre = near.find(({ id }) => id === hoverId) ?? near.find(({ id }) => id === focusId);
  const shown = centre && !hidden.has(centre.layer) ? centre : undefined;
  const frame = shown ? frameAround(near, shown).filter(({ layer }) => !hidden.has(layer)) : [];
  const passages = frame.flatMap((annotation) => [
    ...(annotation === shown ? [] : annotation.spans),
    ...Object.values(annotation.roles).flatMap((targets) =>
      targets.flatMap((target) => ('spans' in target ? target.spans : [])),
    ),
  ]);
  const drawn = JSON.stringify(passages);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` says what is in the passages
  useEffect(() => {
    if (!content) return;
    paint('frame', content, passages);
    return () => paint('frame', content, []);
  }, [content, drawn, near]);
  return frame.length > 1 ? new Set(frame.map(({ id }) => id)) : NONE;
}
