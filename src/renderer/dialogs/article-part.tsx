import { FoldVertical } from 'lucide-react';
import { memo } from 'react';
import type { Block, BlockKind } from '../../core/project/model';
import { attributionStart } from '../reader/post';
import { KindMenu, kindLabel } from './article-kinds';

/** A part longer than this is shown by its first lines. */
const LONG = 420;
/** Not more is ever shown, since a window cannot lay out a line of a hundred megabytes. */
const MOST = 40_000;

interface Props {
  readonly text: string;
  readonly language: string;
  readonly block: Block;
  readonly index: number;
  readonly last: boolean;
  /** Is this the part that the Tab key leads to? */
  readonly active: boolean;
  /** Is all of a long part shown? */
  readonly full: boolean;
  readonly readOnly: boolean;
  readonly onKind: (index: number, kind: BlockKind) => void;
  readonly onJoin: (index: number) => void;
  readonly onFull: (start: number) => void;
}

/** One part of the article as the reader will show it, its kind beside it. */
export const Part = memo(function Part(props: Props) {
  const { text, language, block, index, last, active, full, readOnly, onKind, onJoin, onFull } = props;
  const length = block.end - block.start;
  const long = length > LONG || text.slice(block.start, block.end).split('\n', 7).length > 6;
  const shown = Math.min(length, full ? MOST : LONG * 2);
  const tabIndex = active ? 0 : -1;
  return (
    <div className={`part ${block.kind}${active ? ' active' : ''}`}>
      {readOnly ? (
        <span className="kind">{kindLabel(block.kind)}</span>
      ) : (
        <KindMenu
          kind={block.kind}
          index={index}
          words={text.slice(block.start, Math.min(block.end, block.start + 60)).replace(/\s+/g, ' ')}
          tabIndex={tabIndex}
          onKind={onKind}
        />
      )}
      <div className="part-body">
        <div className={long && !full ? 'words cut' : 'words'} lang={language} dir="auto">
          <Words text={text} block={block} shown={shown} />
        </div>
        {full && length > MOST && <small>{(length - MOST).toLocaleString()} more characters</small>}
        {long && (
          <button
            type="button"
            className="text-button"
            tabIndex={tabIndex}
            onClick={() => onFull(block.start)}
          >
            {full ? 'Show less' : 'Show all of it'}
          </button>
        )}
      </div>
      {!readOnly && !last && (
        <button
          type="button"
          className="icon-button join"
          tabIndex={tabIndex}
          aria-label="Join with the next part"
          title="Join with the next part (J)"
          onClick={() => onJoin(index)}
        >
          <FoldVertical aria-hidden="true" />
        </button>
      )}
    </div>
  );
});

function Words({ text, block, shown }: { text: string; block: Block; shown: number }) {
  const end = block.start + shown;
  const credit = block.kind === 'post' && end === block.end ? attributionStart(text, block) : null;
  if (credit === null) return text.slice(block.start, end);
  return (
    <>
      {text.slice(block.start, credit)}
      <cite>{text.slice(credit, end)}</cite>
    </>
  );
}
