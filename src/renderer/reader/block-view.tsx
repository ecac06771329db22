import type { CSSProperties } from 'react';
import { memo, useMemo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import type { Mark } from './layout';
import { blockMarks } from './layout';
import { markStyle } from './mark-style';
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
            hovered={hovered}
            focused={focused}
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
  readonly hovered: string | null;
  readonly focused: string | null;
  /** Where the author line of an embedded post begins, if this is one. */
  readonly credit: number | null;
}

function Piece(props: PieceProps) {
  const { text, start, end, marks, hovered, focused, credit } = props;
  if (credit !== null && start < credit && credit < end) {
    return (
      <>
        <Piece {...props} end={credit} credit={null} />
        <Piece {...props} start={credit} />
      </>
    );
  }
  const isCredit = credit !== null && start >= credit;
  const content = text.slice(start, end);
  if (marks.length === 0) return isCredit ? <cite>{content}</cite> : content;
  const own = marks.filter(({ annotation: { id } }) => id === hovered || id === focused);
  const sign = marks.find((mark) => mark.sign !== undefined && mark.end === end);
  const standing = new Set(marks.filter(({ form }) => form !== 'cue').map(({ annotation: { id } }) => id));
  const cues = marks
    .filter(({ annotation: { id } }) => !standing.has(id))
    .map(({ annotation: { id } }) => id);
  const classes = ['mark'];
  if (own.length > 0)
    classes.push('lit', own.some((mark) => mark.annotation.id === focused) ? 'focused' : 'hovered');
  if (own.some((mark) => mark.start === start)) classes.push('first');
  if (own.some((mark) => mark.end === end)) classes.push('last');
  if (isCredit) classes.push('credit');
  return (
    <span
      className={classes.join(' ')}
      data-marks={[...new Set(marks.map((mark) => mark.annotation.id))].join(' ')}
      data-cues={cues.length > 0 ? cues.join(' ') : undefined}
      data-sign={sign?.sign}
      style={markStyle(marks, own, sign, start, end)}
    >
      {content}
    </span>
  );
}
