import type { CSSProperties } from 'react';
import type { Mark } from './layout';

/** One background layer: an image, its size and place, and how it repeats. */
type Layer = readonly [image: string, size: string, place: string, repeat?: string];

/** Pixels from one rule under the text to the next. */
const LANE = 4;
/** Pixels by which each deeper tint is inset from the top. */
const INSET = 2;

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
): CSSProperties {
  const tints = marks.filter((mark) => mark.form === 'tint').reverse();
  const layers: Layer[] = [
    ...marks.filter((mark) => mark.form !== 'tint' && mark.form !== 'bracket').flatMap(rule),
    ...(tints.length > 1 ? tints.flatMap((mark) => strokes(mark, start, end)) : []),
    ...tints.map((mark) => tint(mark, lit.includes(mark))),
  ];
  for (const mark of lit) {
    if (mark.form !== 'tint') layers.push([flat(`var(--${mark.colour}-tint)`), size(0), place(0)]);
  }
  return {
    backgroundImage: layers.map(([image]) => image).join(', '),
    backgroundSize: layers.map(([, extent]) => extent).join(', '),
    backgroundPosition: layers.map(([, , at]) => at).join(', '),
    backgroundRepeat: layers.map(([, , , repeat = 'no-repeat']) => repeat).join(', '),
    ...(sign ? ({ '--mark': `var(--${sign.colour})` } as CSSProperties) : {}),
  };
}

/** A rule under the text: solid for mentions, double for sentiment, dotted for a role's passage. */
function rule(mark: Mark): readonly Layer[] {
  const colour = `var(--${mark.colour})`;
  const from = `calc(100% - (var(--under) - ${mark.lane * LANE}px))`;
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
    [flat(colour), '100% 1px', `0 calc(${from} + 2px)`],
  ];
}

/** Thin strokes at the ends of a tint, so that overlapping ones can be told apart. */
function strokes(mark: Mark, start: number, end: number): readonly Layer[] {
  const image = flat(`var(--${mark.colour})`);
  const height = size(mark.depth).slice('100% '.length);
  return [
    ...(mark.start === start ? [[image, `1.5px ${height}`, place(mark.depth)] as const] : []),
    ...(mark.end === end ? [[image, `1.5px ${height}`, place(mark.depth, '100%')] as const] : []),
  ];
}

function tint(mark: Mark, isLit: boolean): Layer {
  const strength = isLit ? 28 : Math.min(mark.depth, 5) * 9;
  const colour =
    isLit && mark.colour === 'claim'
      ? 'var(--claim-tint-2)'
      : `color-mix(in oklab, var(--${mark.colour}) ${strength}%, var(--${mark.colour}-tint))`;
  return [flat(colour), size(mark.depth), place(mark.depth)];
}

/** A tint ends above the rules and begins below the line before, where lines stand close. */
const size = (depth: number) => `100% calc(100% - var(--pad) - var(--top) - ${depth * INSET}px)`;
const place = (depth: number, x = '0') => `${x} calc(var(--top) + ${depth * INSET}px)`;
