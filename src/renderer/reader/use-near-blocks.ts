import type { RefObject } from 'react';
import { useEffect, useState } from 'react';
import type { Block } from '../../core/project/model';
import { blockAt } from '../../core/text/motion';
import { CHUNK } from './chunk';

/** Blocks `from` (inclusive) to `to` (exclusive) by index. */
export interface BlockRange {
  readonly from: number;
  readonly to: number;
}

/** How far beyond the window marks are drawn (CSS px): more than the eye can scroll before they are. */
const AHEAD = 1000;
/** How much text is taken as visible before the first measurement (UTF-16 units): more than a tall window. */
const FIRST_SCREEN = 6000;

function firstGuess(blocks: readonly Block[], around: number): BlockRange {
  const from = blockAt(blocks, Math.max(0, around - FIRST_SCREEN / 2));
  return {
    from,
    to: Math.min(blocks.length, blockAt(blocks, (blocks[from]?.start ?? 0) + FIRST_SCREEN) + 1),
  };
}

/**
 * Which blocks are near the viewport of `scroller`. The text of all blocks is always in the DOM; only
 * near ones draw their marks. Before anything is measured it is the blocks around offset `around` (UTF-16).
 */
export function useNearBlocks(
  scroller: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  around: number,
): BlockRange {
  const [range, setRange] = useState<BlockRange>(() => firstGuess(blocks, around));
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const near = new Set<number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = Number((target as HTMLElement).dataset.chunk);
          if (isIntersecting) near.add(index);
          else near.delete(index);
        }
        if (near.size === 0) return;
        const from = Math.min(...near) * CHUNK;
        const to = Math.min(blocks.length, (Math.max(...near) + 1) * CHUNK);
        setRange((old) => (old.from === from && old.to === to ? old : { from, to }));
      },
      { root, rootMargin: `${AHEAD}px 0px` },
    );
    for (const element of root.querySelectorAll('[data-chunk]')) observer.observe(element);
    return () => observer.disconnect();
  }, [scroller, blocks]);
  return range;
}
