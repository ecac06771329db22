import type { CSSProperties } from 'react';
import { memo, useMemo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import type { Mark } from './layout';
import { blockMarks } from './layout';
import { attributionStart } from './post';

interface Props {
  readonly text: string;
  readonly block: Block;
  readonly index: number;
  /** The number in the gutter, or null for blocks that have none. */
  readonly number: number | null;
  /** What touches this block; an empty list for a block far from the viewport. */
  readonly annotations: readonly Annotation[];
  readonly codebook: Codebook;
  readonly hidden: ReadonlySet<string>;
  /** The annotation that is focused or hovered, if it touches this block. */
  readonly lit: string | null;
  readonly focused: boolean;
}

const TAGS = {
  title: 'h1',
  standfirst: 'p',
  heading: 'h2',
  paragraph: 'p',
  blockquote: 'blockquote',
  post: 'blockquote',
  caption: 'p',
  byline: 'p',
} as const;

/** One block of the article: its text, cut where marks begin and end. Drawn again only when its props change. */
export const BlockView = memo(function BlockView(props: Props) {
  const { text, block, annotations, codebook, hidden, lit } = props;
  const { marks, lanes, segments } = useMemo(
    () => blockMarks(block, annotations, codebook, hidden),
    [block, annotations, codebook, hidden],
  );
  const Tag = TAGS[block.kind];
  const credit = block.kind === 'post' ? attributionStart(text, block) : null;
  const style = lanes > 2 ? ({ '--lanes': lanes } as CSSProperties) : undefined;
  return (
    <Tag
      className={`block ${block.kind}${lanes > 2 ? ' stacked' : ''}`}
      data-start={block.start}
      data-block={props.index}
      data-n={props.number ?? undefined}
      style={style}
    >
      {segments.map((segment) => {
        const start = block.start + segment.start;
        const end = block.start + segment.end;
        const own = segment.marks.map((index) => marks[index]!);
        return (
          <Piece
            key={start}
            text={text}
            start={start}
            end={end}
            marks={own}
            lit={lit}
            focused={props.focused}
            credit={credit}
          />
        );
      })}
    </Tag>
  );
});

interface PieceProps {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly lit: string | null;
  readonly focused: boolean;
  /** Where the author line of an embedded post begins, if this is one. */
  readonly credit: number | null;
}

function Piece({ text, start, end, marks, lit, focused, credit }: PieceProps) {
  if (credit !== null && start < credit && credit < end) {
    return (
      <>
        <Piece
          text={text}
          start={start}
          end={credit}
          marks={marks}
          lit={lit}
          focused={focused}
          credit={null}
        />
        <Piece
          text={text}
          start={credit}
          end={end}
          marks={marks}
          lit={lit}
          focused={focused}
          credit={credit}
        />
      </>
    );
  }
  const isCredit = credit !== null && start >= credit;
  const content = text.slice(start, end);
  if (marks.length === 0) return isCredit ? <cite>{content}</cite> : content;
  const own = marks.filter((mark) => mark.annotation.id === lit);
  const sign = marks.find((mark) => mark.sign !== undefined && mark.end === end);
  const classes = ['mark'];
  if (own.length > 0) classes.push('lit', focused ? 'focused' : 'hovered');
  if (own.some((mark) => mark.start === start)) classes.push('first');
  if (own.some((mark) => mark.end === end)) classes.push('last');
  if (isCredit) classes.push('credit');
  return (
    <span
      className={classes.join(' ')}
      data-marks={[...new Set(marks.map((mark) => mark.annotation.id))].join(' ')}
      data-sign={sign?.sign}
      style={markStyle(marks, own[0], sign, start, end)}
    >
      {content}
    </span>
  );
}

/** Pixels from one rule under the text to the next. */
const LANE = 4;

/**
 * Layers as stacked backgrounds of one element: rules in their lanes below the line, tints above them, each
 * deeper tint inset and stronger, and a thin stroke where an overlapped tint begins and ends. Background
 * layers never move the text, however many there are.
 */
function markStyle(
  marks: readonly Mark[],
  lit: Mark | undefined,
  sign: Mark | undefined,
  start: number,
  end: number,
): CSSProperties {
  const images: string[] = [];
  const sizes: string[] = [];
  const places: string[] = [];
  const repeats: string[] = [];
  const add = (image: string, size: string, place: string, repeat = 'no-repeat') => {
    images.push(image);
    sizes.push(size);
    places.push(place);
    repeats.push(repeat);
  };
  const flat = (colour: string) => `linear-gradient(${colour}, ${colour})`;
  const tints = marks.filter((mark) => mark.form === 'tint');
  const rules = marks.filter((mark) => mark.form !== 'tint' && mark.form !== 'bracket');
  for (const mark of rules) {
    const colour = `var(--${mark.colour})`;
    const from = `calc(100% - (var(--under) - ${mark.lane * LANE}px))`;
    if (mark.form === 'cue') {
      add(
        `radial-gradient(circle at 1px 1px, ${colour} 1px, transparent 1.2px)`,
        '4px 2px',
        `0 ${from}`,
        'repeat-x',
      );
    } else if (mark.form === 'edge') {
      add(flat(colour), '100% 1px', `0 ${from}`);
      add(flat(colour), '100% 1px', `0 calc(${from} + 2px)`);
    } else {
      add(flat(colour), '100% 2px', `0 ${from}`);
    }
  }
  for (const mark of [...tints].reverse()) {
    if (tints.length < 2) continue;
    const colour = `var(--${mark.colour})`;
    const height = `calc(100% - var(--pad) - ${mark.depth * 2}px)`;
    if (mark.start === start) add(flat(colour), `1.5px ${height}`, `0 ${mark.depth * 2}px`);
    if (mark.end === end) add(flat(colour), `1.5px ${height}`, `100% ${mark.depth * 2}px`);
  }
  for (const mark of [...tints].reverse()) {
    const strength = Math.min(mark.depth, 5) * 9;
    const tint =
      mark === lit || mark.annotation.id === lit?.annotation.id
        ? litTint(mark.colour)
        : `color-mix(in oklab, var(--${mark.colour}) ${strength}%, var(--${mark.colour}-tint))`;
    add(flat(tint), `100% calc(100% - var(--pad) - ${mark.depth * 2}px)`, `0 ${mark.depth * 2}px`);
  }
  if (lit && lit.form !== 'tint')
    add(flat(`var(--${lit.colour}-tint)`), '100% calc(100% - var(--pad))', '0 0');
  return {
    backgroundImage: images.join(', '),
    backgroundSize: sizes.join(', '),
    backgroundPosition: places.join(', '),
    backgroundRepeat: repeats.join(', '),
    ...(sign ? ({ '--mark': `var(--${sign.colour})` } as CSSProperties) : {}),
  };
}

const litTint = (colour: string) =>
  colour === 'claim'
    ? 'var(--claim-tint-2)'
    : `color-mix(in oklab, var(--${colour}) 28%, var(--${colour}-tint))`;
