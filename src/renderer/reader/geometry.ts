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
  /** Annotation id -> top of the first of its lines that is drawn. */
  readonly anchors: ReadonlyMap<string, number>;
  readonly brackets: readonly Bracket[];
  /** How tall the content is. */
  readonly height: number;
}

export const NO_GEOMETRY: Geometry = { anchors: new Map(), brackets: [], height: 0 };

/** The colour of an annotation's brackets by its id, or null when it is not drawn as brackets. */
export type BracketColour = (id: string) => string | null;

type Extent = Omit<Bracket, 'lane'>;

/** What was found in one chunk, from its top, and what it held then. */
interface Found {
  readonly held: readonly unknown[];
  readonly height: number;
  readonly width: number;
  readonly anchors: ReadonlyMap<string, number>;
  readonly extents: readonly Extent[];
}

/** What was measured before: by the element of the chunk, which is not asked again while it holds the same. */
export type Measured = WeakMap<HTMLElement, Found>;

/** A chunk whose marks are drawn, and everything that decides how its lines run. */
export interface DrawnChunk {
  readonly element: HTMLElement;
  readonly holds: readonly unknown[];
}

/**
 * Where the marks of these chunks stand. Chunks that hold what they held when they were last measured have only moved;
 * while the text scrolls by, that is nearly all of them. `content` is the positioned element that the gutter and the
 * margin are laid over; `whole` are annotations of the whole article, which stand at its top.
 */
export function measure(
  content: HTMLElement,
  chunks: readonly DrawnChunk[],
  whole: readonly string[],
  bracketColour: BracketColour,
  before: Measured,
): Geometry {
  const origin = content.getBoundingClientRect().top;
  const anchors = new Map<string, number>(whole.map((id) => [id, 0]));
  const extents: Extent[] = [];
  for (const { element, holds } of chunks) {
    const { top, height, width } = element.getBoundingClientRect();
    let found = before.get(element);
    if (!found || found.height !== height || found.width !== width || !areSame(found.held, holds)) {
      found = { held: holds, height, width, ...measureChunk(element, top, bracketColour) };
      before.set(element, found);
    }
    const down = top - origin;
    for (const [id, at] of found.anchors) if (!anchors.has(id)) anchors.set(id, at + down);
    for (const extent of found.extents)
      extents.push({ ...extent, top: extent.top + down, bottom: extent.bottom + down });
  }
  return { anchors, brackets: lanes(extents), height: content.offsetHeight };
}

const areSame = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((one, at) => one === b[at]);

/**
 * Measures what is drawn in a chunk, from `origin` (its top in the window). The marks are elements already, and asking
 * an element for its boxes costs far less than a range; only those are asked at which an annotation begins, or a bracket ends.
 */
function measureChunk(
  chunk: HTMLElement,
  origin: number,
  bracketColour: BracketColour,
): Pick<Found, 'anchors' | 'extents'> {
  const anchors = new Map<string, number>();
  const extents: Extent[] = [];
  for (const block of chunk.children as HTMLCollectionOf<HTMLElement>) {
    const here = new Map<string, { first: DOMRect; last: HTMLElement; colour: string }>();
    for (const mark of block.querySelectorAll<HTMLElement>('[data-marks]')) {
      const cues = mark.dataset.cues?.split(' ') ?? [];
      let first: DOMRect | undefined;
      for (const id of mark.dataset.marks!.split(' ')) {
        // The passage of a role lights up with its annotation, but is not where the annotation stands.
        if (cues.includes(id)) continue;
        const known = here.get(id);
        if (known) known.last = mark;
        const colour = known ? null : bracketColour(id);
        if (anchors.has(id) && colour === null) continue;
        first ??= mark.getClientRects()[0];
        if (!first) break;
        if (!anchors.has(id)) anchors.set(id, first.top - origin);
        if (colour !== null) here.set(id, { first, last: mark, colour });
      }
    }
    if (here.size === 0) continue;
    const under = padding(block);
    for (const [id, { first, last, colour }] of here) {
      const bottom = [...last.getClientRects()].at(-1)!.bottom - origin - under - 1;
      extents.push({ id, top: first.top - origin + 1, bottom, colour });
    }
  }
  return { anchors, extents };
}

/** What a mark's box has below its line for the rules under it (CSS px); see reader.css. */
function padding(block: HTMLElement | null): number {
  const stacked = Number(block?.style.getPropertyValue('--lanes') ?? 0);
  return stacked > 2 ? stacked * 4 + 1 : 9;
}

/** The outer of two brackets that share a line stands farther left; the rest take the first free lane. */
function lanes(extents: readonly Extent[]): readonly Bracket[] {
  const ordered = [...extents].sort((a, b) => b.bottom - b.top - (a.bottom - a.top) || a.top - b.top);
  const placed: Bracket[] = [];
  for (const extent of ordered) {
    const taken = new Set(
      placed
        .filter((other) => other.top < extent.bottom && extent.top < other.bottom)
        .map(({ lane }) => lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane++;
    placed.push({ ...extent, lane });
  }
  return placed;
}
