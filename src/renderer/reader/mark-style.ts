import type { CSSProperties } from 'react';
import type { BlockKind } from '../../core/project/model';
import type { Mark } from './layout';

/** One background layer: an image, its size and place, and how it repeats. */
type Layer = readonly [image: string, size: string, place: string, repeat?: string];

/** Pixels from one rule under the text to the next. */
const LANE = 4;
/** Pixels by which each deeper tint is inset from the top. */
const INSET = 2;

/**
 * The room that a mark's box has below its line for rules (px), and what a tint leaves free above (a CSS length).
 * They are written out, for a style that refers to variables is worked out anew for each of thousands of elements.
 */
export interface Room {
  readonly below: number;
  readonly top: string;
}

/** The room of marks in a block with so many lanes of rules, where lines are `leading` times their size apart. */
export function roomFor(kind: BlockKind, lanes: number, leading: number): Room {
  const below = lanes > 2 ? lanes * LANE + 1 : 9;
  if (kind === 'title') return { below, top: '0.2em' };
  // Where lines stand closer than a glyph is tall, a tint must not cover the line above.
  return { below, top: leading < 1.42 ? `${((1.42 - leading) / 2).toFixed(3)}em` : '0px' };
}

const flat = (colour: string) => `linear-gradient(${colour}, ${colour})`;

/**
 * The marks over one stretch of text (UTF-16 `start` to `end`) as stacked backgrounds of one element: rules
 * in their lanes below the line, tints above them, each deeper tint inset and stronger, a thin stroke where
 * an overlapped tint begins and ends. Backgrounds never move the text, however many there are.
 * `lit` are those with the focus or the pointer, `sign` is the one whose sign is shown here.
 */
export function markStyle(
  marks: readonly Mark[],
  lit: readonly Mark[],
  sign: Mark | undefined,
  start: number,
  end: number,
  room: Room,
): CSSProperties {
  const tints = marks.filter((mark) => mark.form === 'tint').reverse();
  const layers: Layer[] = [
    ...marks
      .filter((mark) => mark.form !== 'tint' && mark.form !== 'bracket')
      .flatMap((mark) => rule(mark, room)),
    ...(tints.length > 1 ? tints.flatMap((mark) => strokes(mark, start, end, room)) : []),
    ...tints.map((mark) => tint(mark, lit.includes(mark), room)),
  ];
  for (const mark of lit) {
    if (mark.form !== 'tint')
      layers.push([flat(`var(--${mark.colour}-tint)`), size(0, room), place(0, room)]);
  }
  return {
    backgroundImage: layers.map(([image]) => image).join(', '),
    backgroundSize: layers.map(([, extent]) => extent).join(', '),
    backgroundPosition: layers.map(([, , at]) => at).join(', '),
    backgroundRepeat: layers.some(([, , , repeat]) => repeat)
      ? layers.map(([, , , repeat = 'no-repeat']) => repeat).join(', ')
      : 'no-repeat',
    ...(room.below === 9 ? {} : { paddingBottom: `${room.below}px` }),
    ...(sign ? ({ '--mark': `var(--${sign.colour})` } as CSSProperties) : {}),
  };
}

/** A rule under the text: solid for mentions, double for sentiment, dotted for a role's passage. */
function rule(mark: Mark, room: Room): readonly Layer[] {
  const colour = `var(--${mark.colour})`;
  const above = room.below - mark.lane * LANE;
  const from = `calc(100% - ${above}px)`;
  if (mark.form === 'cue') {
    return [
      [
        `radial-gradient(circle at 1px 1px, ${colour} 1px, transparent 1.2px)`,
        '4px 2px',
        `0 ${from}`,
        'repeat-x',
      ],
    ];
  }
  if (mark.form === 'underline') return [[flat(colour), '100% 2px', `0 ${from}`]];
  return [
    [flat(colour), '100% 1px', `0 ${from}`],
    [flat(colour), '100% 1px', `0 calc(100% - ${above - 2}px)`],
  ];
}

/** Thin strokes at the ends of a tint, so that overlapping ones can be told apart. */
function strokes(mark: Mark, start: number, end: number, room: Room): readonly Layer[] {
  const image = flat(`var(--${mark.colour})`);
  const height = size(mark.depth, room).slice('100% '.length);
  return [
    ...(mark.start === start ? [[image, `1.5px ${height}`, place(mark.depth, room)] as const] : []),
    ...(mark.end === end ? [[image, `1.5px ${height}`, place(mark.depth, room, '100%')] as const] : []),
  ];
}

function tint(mark: Mark, isLit: boolean, room: Room): Layer {
  const strength = isLit ? 28 : Math.min(mark.depth, 5) * 9;
  const colour =
    isLit && mark.colour === 'claim'
      ? 'var(--claim-tint-2)'
      : strength === 0
        ? `var(--${mark.colour}-tint)`
        : `color-mix(in oklab, var(--${mark.colour}) ${strength}%, var(--${mark.colour}-tint))`;
  return [flat(colour), size(mark.depth, room), place(mark.depth, room)];
}

/** A tint ends above the rules and begins below the line before, where lines stand close. */
function size(depth: number, { below, top }: Room): string {
  const free = below + depth * INSET;
  return top === '0px' ? `100% calc(100% - ${free}px)` : `100% calc(100% - ${free}px - ${top})`;
}

function place(depth: number, { top }: Room, x = '0'): string {
  const down = `${depth * INSET}px`;
  return top === '0px' ? `${x} ${down}` : `${x} calc(${top} + ${down})`;
}
