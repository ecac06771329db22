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
