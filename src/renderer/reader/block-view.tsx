import type { CSSProperties, ReactNode } from 'react';
import { Fragment, memo, useMemo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import type { Mark } from './layout';
import { blockMarks } from './layout';
import type { Room } from './mark-style';
import { markStyle, roomFor } from './mark-style';
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
  /** How far lines stand apart, in their size. */
  readonly leading: number;
  /** The annotation under the pointer and the one with the focus, if they touch this block. */
  readonly hovered: string | null;
  readonly focused: string | null;
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
  const { text, block, annotations, codebook, hidden, hovered, focused } = props;
  const { marks, lanes, segments } = useMemo(
    () => blockMarks(block, annotations, codebook, hidden),
    [block, annotations, codebook, hidden],
  );
  const Tag = TAGS[block.kind];
  const credit = block.kind === 'post' ? attributionStart(text, block) : null;
  const room = roomFor(block.kind, lanes, props.leading);
  const style = lanes > 2 ? ({ '--lanes': lanes } as CSSProperties) : undefined;
  return (
    <Tag
      className={`block ${block.kind}${lanes > 2 ? ' stacked' : ''}`}
      data-start={block.start}
      data-block={props.index}
      data-n={props.number ?? undefined}
      style={style}
    >
      {segments.map((segment) =>
        draw({
          text,
          start: block.start + segment.start,
          end: block.start + segment.end,
          marks: segment.marks.map((index) => marks[index]!),
          room,
          hovered,
          focused,
          credit,
        }),
      )}
    </Tag>
  );
});

/** One stretch of text under one set of marks. */
interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly marks: readonly Mark[];
  readonly room: Room;
  readonly hovered: string | null;
  readonly focused: string | null;
  /** Where the author line of an embedded post begins, if this is one. */
  readonly credit: number | null;
}

/** Plain text, or an element that draws the marks. No component: there may be thousands, drawn with their block. */
function draw(piece: Piece): ReactNode {
  const { text, start, end, marks, hovered, focused, credit } = piece;
  if (credit !== null && start < credit && credit < end) {
    return [draw({ ...piece, end: credit, credit: null }), draw({ ...piece, start: credit })];
  }
  const isCredit = credit !== null && start >= credit;
  const content = text.slice(start, end);
  if (marks.length === 0) {
    return isCredit ? <cite key={start}>{content}</cite> : <Fragment key={start}>{content}</Fragment>;
  }
  const own = marks.filter(({ annotation: { id } }) => id === hovered || id === focused);
  const sign = marks.find((mark) => mark.sign !== undefined && mark.end === end);
  let classes = 'mark';
  if (own.length > 0) {
    classes += own.some((mark) => mark.annotation.id === focused) ? ' lit focused' : ' lit hovered';
    if (own.some((mark) => mark.start === start)) classes += ' first';
    if (own.some((mark) => mark.end === end)) classes += ' last';
  }
  if (isCredit) classes += ' credit';
  return (
    <span
      key={start}
      className={classes}
      data-marks={[...new Set(marks.map((mark) => mark.annotation.id))].join(' ')}
      data-cues={cuesOf(marks)}
      data-sign={sign?.sign}
      style={markStyle(marks, own, sign, start, end, piece.room)}
    >
      {content}
    </span>
  );
}

/** The annotations of which only a role's passage is here; mostly there are none. */
function cuesOf(marks: readonly Mark[]): string | undefined {
  if (!marks.some(({ form }) => form === 'cue')) return undefined;
  const standing = new Set(marks.filter(({ form }) => form !== 'cue').map(({ annotation: { id } }) => id));
  const cues = marks.filter(({ annotation: { id } }) => !standing.has(id));
  return cues.length > 0 ? cues.map(({ annotation: { id } }) => id).join(' ') : undefined;
}
