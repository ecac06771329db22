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

/**
 * Measures what is drawn, mark by mark in one pass: the marks are elements already, and asking an element
 * for its boxes costs far less than a range. `content` is the positioned element that the gutter and the
 * margin are laid over; `whole` are annotations of the whole article, which stand at its top.
 */
export function measure(
  content: HTMLElement,
  whole: readonly string[],
  bracketColour: BracketColour,
): Geometry {
  const origin = content.getBoundingClientRect().top;
  const anchors = new Map<string, number>(whole.map((id) => [id, 0]));
  const extents: Extent[] = [];
  let block: HTMLElement | null = null;
  let here = new Map<string, { id: string; top: number; bottom: number; colour: string }>();
  let under = 0;
  for (const mark of content.querySelectorAll<HTMLElement>('[data-marks]')) {
    if (mark.parentElement !== block) {
      extents.push(...here.values());
      here = new Map();
      block = mark.parentElement;
      under = padding(block);
    }
    const lines = mark.getClientRects();
    const first = lines[0];
    const last = lines[lines.length - 1];
    if (!first || !last) continue;
    const top = first.top - origin + 1;
    const bottom = last.bottom - origin - under - 1;
    const cues = mark.dataset.cues?.split(' ') ?? [];
    for (const id of mark.dataset.marks!.split(' ')) {
      // The passage of a role lights up with its annotation, but is not where the annotation stands.
      if (cues.includes(id)) continue;
      if (!anchors.has(id)) anchors.set(id, top - 1);
      const known = here.get(id);
      const colour = known ? null : bracketColour(id);
      if (known) known.bottom = bottom;
      else if (colour !== null) here.set(id, { id, top, bottom, colour });
    }
  }
  extents.push(...here.values());
  return { anchors, brackets: lanes(extents), height: content.offsetHeight };
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
