import type { Annotation, Block } from '../../core/project/model';
import type { Span } from '../../core/text/span';
import { linesOf } from './selection';

/** A bracket in the gutter beside the lines of a quote; CSS px from the top of the reader's content. */
export interface Bracket {
  readonly id: string;
  readonly top: number;
  readonly bottom: number;
  /** 0 is nearest the text's edge on the left; nested quotes step inwards. */
  readonly lane: number;
  readonly colour: string;
}

/** Where things stand in the reader's content, in CSS px from its top. */
export interface Geometry {
  /** Annotation id -> top of its first line. */
  readonly anchors: ReadonlyMap<string, number>;
  readonly brackets: readonly Bracket[];
  /** How tall the content is. */
  readonly height: number;
}

export const NO_GEOMETRY: Geometry = { anchors: new Map(), brackets: [], height: 0 };

/** How a layer's brackets are coloured, or null when the layer is not drawn as brackets. */
export type BracketColour = (annotation: Annotation) => string | null;

/**
 * Measures the annotations of the blocks near the viewport. `content` is the positioned element that the
 * gutter and the margin are laid over.
 */
export function measure(
  content: HTMLElement,
  blocks: readonly Block[],
  near: readonly (readonly Annotation[])[],
  from: number,
  bracketColour: BracketColour,
): Geometry {
  const origin = content.getBoundingClientRect().top;
  const anchors = new Map<string, number>();
  const pieces: (Omit<Bracket, 'lane'> & { span: Span })[] = [];
  near.forEach((annotations, index) => {
    const block = blocks[from + index]!;
    for (const annotation of annotations) {
      const first = annotation.spans[0];
      if (!first) anchors.set(annotation.id, 0);
      else if (first.start >= block.start && first.start < block.end && !anchors.has(annotation.id)) {
        const line = linesOf(content, { start: first.start, end: Math.min(first.start + 1, block.end) })[0];
        if (line) anchors.set(annotation.id, line.top - origin);
      }
      const colour = bracketColour(annotation);
      if (colour === null) continue;
      const inBlock = annotation.spans.filter((span) => span.start < block.end && span.end > block.start);
      if (inBlock.length === 0) continue;
      const span = {
        start: Math.max(block.start, inBlock[0]!.start),
        end: Math.min(block.end, inBlock.at(-1)!.end),
      };
      const lines = linesOf(content, span);
      if (lines.length === 0) continue;
      const top = Math.min(...lines.map((line) => line.top)) - origin;
      const bottom = Math.max(...lines.map((line) => line.bottom)) - origin;
      pieces.push({ id: annotation.id, top: top + 1, bottom: bottom - 1, colour, span });
    }
  });
  return { anchors, brackets: lanes(pieces), height: content.offsetHeight };
}

/** The outer of two brackets that share a line stands farther left; the rest take the first free lane. */
function lanes(pieces: readonly (Omit<Bracket, 'lane'> & { span: Span })[]): readonly Bracket[] {
  const ordered = [...pieces].sort(
    (a, b) => b.bottom - b.top - (a.bottom - a.top) || a.top - b.top || a.span.start - b.span.start,
  );
  const placed: Bracket[] = [];
  for (const { span: _, ...piece } of ordered) {
    const taken = new Set(
      placed.filter((other) => other.top < piece.bottom && piece.top < other.bottom).map(({ lane }) => lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane++;
    placed.push({ ...piece, lane });
  }
  return placed;
}
