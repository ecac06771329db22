import type { PlainMark, Sample } from '../../sample/sample';

/** A character on the screen. */
export interface Place {
  readonly node: Text;
  /** Its offset in the node, and in the whole text (UTF-16). */
  readonly inNode: number;
  readonly offset: number;
  /** Where the character is drawn, in the window (CSS px). */
  readonly box: DOMRect;
}

/** A text on the screen that takes annotations: what a peer must be able to do to be measured. */
export interface Surface {
  /** Hands over all annotations of the sample, synchronously. Building objects for it belongs to `mount`. */
  hand(): void;
  /** What a person has done just before adding: selecting the passage. Not timed. */
  select?(mark: PlainMark): void;
  /** Adds one annotation, synchronously; the id under which it can be found on the screen. */
  add(mark: PlainMark): string;
  /** Makes the annotation that was added last longer or shorter, or takes it away. */
  resize?(): void;
  remove?(): void;
  readonly scroller: HTMLElement;
  /** How much of the annotation is drawn now, in a unit of the peer's own; 0 when nothing is. */
  extentOf(id: string): number;
  /** The text at a point of the window, or null when there is none there. */
  textAt(x: number, y: number): Place | null;
  /** Does this text look marked? */
  isMarked(place: Place): boolean;
  unmount(): void;
}

/** One way of showing annotated text. Resolves when the text stands on the screen, without annotations. */
export type Peer = (host: HTMLElement, sample: Sample) => Promise<Surface>;
