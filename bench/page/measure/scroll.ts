import type { Sample } from '../../sample/sample';
import { quiet, withinFrame } from '../frames';
import type { Surface } from '../peers/surface';

export interface Scroll {
  /** The time of each frame, ms. */
  readonly frames: readonly number[];
  /** Frames in which some visible text lacked its marks. */
  readonly unmarked: number;
  /** Frames in which a part of the window had no text at all. */
  readonly blank: number;
}

const FRAMES = 60;
/** The text does not begin and end at the edges of the page (CSS px). */
const EDGE = 240;
/** Height of a strip that always holds some text (CSS px). */
const STRIP = 100;

/** Scrolls by `step` px a frame: once against the clock, and once more looking at what each frame shows. */
export async function measureScroll(surface: Surface, sample: Sample, step: number): Promise<Scroll> {
  const frames: number[] = [];
  await scroll(surface, step, (time) => frames.push(time));
  const marked = coverage(sample);
  let unmarked = 0;
  let blank = 0;
  await scroll(surface, step, () => {
    const seen = look(surface, marked);
    if (seen.unmarked) unmarked += 1;
    if (seen.blank) blank += 1;
  });
  return { frames: frames.slice(1), unmarked, blank };
}

/**
 * Sixty frames, back and forth where the text is too short. The page is scrolled between two frames, as by
 * input: whoever listens for that can still act before the frame is painted. `each` is called when it has
 * been, before anything else can happen: what it finds in the DOM is what the frame shows.
 */
async function scroll({ scroller }: Surface, step: number, each: (time: number) => void): Promise<void> {
  const last = scroller.scrollHeight - scroller.clientHeight;
  scroller.scrollTop = last > FRAMES * step * 1.5 ? last * 0.2 : EDGE;
  await quiet(20);
  let direction = 1;
  let before = await withinFrame(() => performance.now());
  for (let frame = 0; frame < FRAMES; frame++) {
    if (scroller.scrollTop + step > scroller.scrollHeight - scroller.clientHeight - EDGE) direction = -1;
    else if (scroller.scrollTop < step + EDGE) direction = 1;
    scroller.scrollTop += step * direction;
    const now = await withinFrame(() => performance.now());
    each(now - before);
    before = now;
  }
}

/** Which characters have an annotation. */
function coverage({ text, marks }: Sample): Uint8Array {
  const marked = new Uint8Array(text.length);
  for (const { start, end } of marks) marked.fill(1, start, end);
  return marked;
}

/**
 * Looks down the window along the left edge of the text, at one character in every strip. It must be quick, or
 * peers that draw after a pause would find one here that they do not have when somebody scrolls.
 */
function look({ textAt, isMarked }: Surface, marked: Uint8Array): { unmarked: boolean; blank: boolean } {
  const block = document.querySelector('.standfirst, .peer-column p, .cm-line')!;
  const left =
    block.getBoundingClientRect().left + Number.parseFloat(getComputedStyle(block).paddingLeft) + 30;
  let unmarked = false;
  let blank = false;
  for (let top = 0; top + STRIP <= window.innerHeight; top += STRIP) {
    const places = [0.5, 0.2, 0.8].values().map((part) => textAt(left, top + STRIP * part));
    const place = places.find((found) => found && found.box.bottom > top && found.box.top < top + STRIP);
    if (!place) blank = true;
    else if (marked[place.offset] && !isMarked(place)) unmarked = true;
  }
  return { unmarked, blank };
}
