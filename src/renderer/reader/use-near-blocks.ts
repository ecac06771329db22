import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Block } from '../../core/project/model';
import { blockAt } from '../../core/text/motion';
import { chunkSize } from './chunk';

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

/** So many chunks keep their marks after they have scrolled away, until there is time to take them off. */
const KEPT = 40;
/** How long nothing must come near before they are taken off (ms). */
const CALM = 2000;

/** What is near the window now. */
export interface Near {
  readonly range: BlockRange;
  /** The chunks whose marks are drawn: those in the range, and those that were not long ago. */
  readonly drawn: ReadonlySet<number>;
}

/**
 * The chunks to draw when `from` to `to` (exclusive) are near: those, and the nearest of the ones drawn `before`, as
 * taking marks off while the text scrolls by costs as much as drawing them. Never more than `most`, unless more are near.
 */
export function drawnChunks(
  before: Iterable<number>,
  from: number,
  to: number,
  most: number,
): ReadonlySet<number> {
  const drawn = new Set<number>();
  for (let at = from; at < to; at++) drawn.add(at);
  const distance = (at: number) => Math.max(from - at, at - to + 1);
  const others = [...before].filter((at) => !drawn.has(at)).sort((a, b) => distance(a) - distance(b));
  for (const at of others) if (drawn.size < most) drawn.add(at);
  return drawn;
}

function nearOf(range: BlockRange, size: number, before: Iterable<number> = []): Near {
  const drawn = drawnChunks(before, Math.floor(range.from / size), Math.ceil(range.to / size), KEPT);
  return { range, drawn };
}

/**
 * Which blocks are near the viewport of `scroller`. The text of all blocks is always in the DOM; only
 * near ones draw their marks. Before anything is measured it is the blocks around offset `around` (UTF-16).
 * `seen` holds the chunks in the viewport itself, as far as is known: their marks cannot wait.
 */
export function useNearBlocks(
  scroller: RefObject<HTMLElement | null>,
  blocks: readonly Block[],
  around: number,
): Near & { readonly seen: ReadonlySet<number> } {
  const [current, setCurrent] = useState<Near>(() => nearOf(firstGuess(blocks, around), chunkSize(blocks)));
  const seen = useRef(new Set<number>());
  useEffect(() => {
    const root = scroller.current;
    if (!root) return;
    const size = chunkSize(blocks);
    const near = new Set<number>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const takeOff = () => setCurrent(({ range }) => nearOf(range, size));
    const inView = new IntersectionObserver((entries) => note(entries, seen.current), { root });
    const observer = new IntersectionObserver(
      (entries) => {
        note(entries, near);
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inView.observe(target);
          else inView.unobserve(target);
        }
        if (near.size === 0) return;
        const from = Math.min(...near) * size;
        const to = Math.min(blocks.length, (Math.max(...near) + 1) * size);
        setCurrent((old) =>
          old.range.from === from && old.range.to === to ? old : nearOf({ from, to }, size, old.drawn),
        );
        clearTimeout(timer);
        timer = setTimeout(() => requestIdleCallback(takeOff), CALM);
      },
      { root, rootMargin: `${AHEAD}px 0px` },
    );
    for (const element of root.querySelectorAll('[data-chunk]')) observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      inView.disconnect();
      seen.current.clear();
    };
  }, [scroller, blocks]);
  return { ...current, seen: seen.current };
}

function note(entries: readonly IntersectionObserverEntry[], chunks: Set<number>): void {
  for (const { target, isIntersecting } of entries) {
    const index = Number((target as HTMLElement).dataset.chunk);
    if (isIntersecting) chunks.add(index);
    else chunks.delete(index);
  }
}
