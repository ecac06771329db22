import type { Codebook } from '../../core/project/codebook';
import { signed } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import { compareAnnotations } from '../../core/project/order';
import { blockAt } from '../../core/text/motion';
import type { Segment } from '../../core/text/segments';
import { segments } from '../../core/text/segments';
import type { Span } from '../../core/text/span';

/** One stretch of marked text inside one block, and how it is drawn. Offsets are UTF-16 of the article. */
export interface Mark extends Span {
  readonly annotation: Annotation;
  /** 'cue' is the passage of a role, drawn dotted in its layer's colour. */
  readonly form: 'tint' | 'underline' | 'bracket' | 'edge' | 'cue';
  /** Name of the custom property of its colour, without the dashes. */
  readonly colour: string;
  /** For rules under the text: which of the stacked rules it is, 0 the nearest. */
  readonly lane: number;
  /** For tints: how many tints lie under it. */
  readonly depth: number;
  /** The sign to show behind the last passage of a diverging scale ("−2"). */
  readonly sign?: string;
}

/** The marks of one block and the number of lanes of rules they need. */
export interface BlockMarks {
  readonly marks: readonly Mark[];
  readonly lanes: number;
  readonly segments: readonly Segment[];
}

/** The annotations of each block, in reading order, and what they were sorted out from. */
export interface ByBlock {
  readonly blocks: readonly Block[];
  readonly annotations: readonly Annotation[];
  readonly lists: readonly (readonly Annotation[])[];
}

export const NOTHING: ByBlock = { blocks: [], annotations: [], lists: [] };

/** More changed annotations than this are sorted out anew. */
const MANY = 1000;

/**
 * Which annotations touch which block: an array by block index. Only what differs from `before` is looked at,
 * and the other blocks keep the very same array, so that they need not be drawn again.
 */
export function annotationsByBlock(
  blocks: readonly Block[],
  annotations: readonly Annotation[],
  before: ByBlock,
): ByBlock {
  const old = before.annotations;
  const least = Math.min(old.length, annotations.length);
  let head = 0;
  while (head < least && old[head] === annotations[head]) head++;
  let tail = 0;
  while (tail < least - head && old[old.length - 1 - tail] === annotations[annotations.length - 1 - tail])
    tail++;
  const gone = old.slice(head, old.length - tail);
  const come = annotations.slice(head, annotations.length - tail);
  if (before.blocks !== blocks || gone.length + come.length > MANY) {
    const lists: Annotation[][] = Array.from(blocks, () => []);
    for (const annotation of annotations) {
      for (const at of blocksOf(blocks, annotation)) lists[at]!.push(annotation);
    }
    return { blocks, annotations, lists };
  }
  const lists = [...before.lists];
  for (const annotation of gone) {
    for (const at of blocksOf(blocks, annotation))
      lists[at] = lists[at]!.filter((other) => other !== annotation);
  }
  for (const annotation of come) {
    for (const at of blocksOf(blocks, annotation))
      lists[at] = [...lists[at]!, annotation].sort(compareAnnotations);
  }
  return { blocks, annotations, lists };
}

/** Annotations and blocks never change, so where one lies in the other is worked out once. */
const known = new WeakMap<readonly Block[], WeakMap<Annotation, readonly number[]>>();

/** The indexes of the blocks that an annotation touches, each once. */
function blocksOf(blocks: readonly Block[], annotation: Annotation): readonly number[] {
  let places = known.get(blocks);
  if (!places) {
    places = new WeakMap();
    known.set(blocks, places);
  }
  let found = places.get(annotation);
  if (!found) {
    const indexes = new Set<number>();
    for (const span of touched(annotation)) {
      for (let at = blockAt(blocks, span.start); at < blocks.length && blocks[at]!.start < span.end; at++) {
        indexes.add(at);
      }
    }
    found = [...indexes];
    places.set(annotation, found);
  }
  return found;
}

/** The passages an annotation draws: its own, and those of its roles. */
function* touched(annotation: Annotation): Generator<Span> {
  yield* annotation.spans;
  for (const targets of Object.values(annotation.roles)) {
    for (const target of targets) if ('spans' in target) yield* target.spans;
  }
}

/** How the annotations of one block are drawn: clipped to it, stacked, and cut into segments. */
export function blockMarks(
  block: Span,
  annotations: readonly Annotation[],
  codebook: Codebook,
  hidden: ReadonlySet<string>,
): BlockMarks {
  const marks: Mark[] = [];
  for (const annotation of annotations) {
    const layer = codebook.layers.find(({ id }) => id === annotation.layer);
    if (hidden.has(annotation.layer) || (layer && !layer.on)) continue;
    const scale =
      layer?.attributes[0]?.kind === 'scale' && layer.attributes[0].diverging ? layer.attributes[0] : null;
    const value = scale ? annotation.attributes[scale.id] : undefined;
    const number = typeof value === 'number' ? value : null;
    const colour = scale
      ? number === null || number === 0
        ? 'neu'
        : number < 0
          ? 'neg'
          : 'pos'
      : (layer?.colour ?? 'neu');
    const end = annotation.spans.at(-1)?.end;
    for (const span of annotation.spans) {
      const sign =
        number !== null && span.end === end && span.end <= block.end ? { sign: signed(number) } : {};
      push(marks, block, span, {
        annotation,
        form: layer?.form ?? 'edge',
        colour,
        lane: 0,
        depth: 0,
        ...sign,
      });
    }
    for (const [role, targets] of Object.entries(annotation.roles)) {
      if (role !== 'cue') continue;
      for (const target of targets) {
        if (!('spans' in target)) continue;
        for (const span of target.spans)
          push(marks, block, span, { annotation, form: 'cue', colour, lane: 0, depth: 0 });
      }
    }
  }
  const placed = stack(marks);
  return {
    ...placed,
    segments: segments(
      block.end - block.start,
      placed.marks.map((mark) => shift(mark, -block.start)),
    ),
  };
}

function push(marks: Mark[], block: Span, span: Span, mark: Omit<Mark, 'start' | 'end'>): void {
  const start = Math.max(block.start, span.start);
  const end = Math.min(block.end, span.end);
  if (start < end) marks.push({ ...mark, start, end });
}

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

/**
 * Rules under the text take the nearest free lane, outer marks farther out only when they must; tints count
 * how deep they lie. Greedy in reading order, which is optimal for intervals.
 */
function stack(marks: readonly Mark[]): { marks: readonly Mark[]; lanes: number } {
  const ends: number[] = [];
  const tints: Span[] = [];
  const ordered = [...marks].sort((a, b) => a.start - b.start || b.end - a.end);
  const placed = ordered.map((mark): Mark => {
    if (mark.form === 'bracket') return mark;
    if (mark.form === 'tint') {
      const depth = tints.filter((tint) => tint.end > mark.start).length;
      tints.push(mark);
      return { ...mark, depth };
    }
    let lane = ends.findIndex((end) => end <= mark.start);
    if (lane < 0) lane = ends.length;
    ends[lane] = mark.end;
    return { ...mark, lane };
  });
  return { marks: placed, lanes: ends.length };
}

/** The smallest mark first: what a click on stacked marks means, and what it offers next. */
export function bySize(annotations: readonly Annotation[]): readonly Annotation[] {
  const size = ({ spans }: Annotation) => spans.reduce((sum, span) => sum + span.end - span.start, 0);
  return [...annotations].sort((a, b) => size(a) - size(b));
}
