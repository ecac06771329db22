import { memo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import { BlockView } from './block-view';

/**
 * How many blocks stand in one chunk of an article. Small chunks are drawn in little time as they come near; but the
 * browser looks at each chunk in each frame, so that long articles need fewer and larger ones.
 */
export function chunkSize(blocks: readonly Block[]): number {
  return blocks.length > LONG ? 8 : 4;
}

/** More blocks than this make an article long. */
const LONG = 600;
/** How tall a block is taken to be before it was laid out (CSS px). */
const BLOCK_HEIGHT = 137.5;

const NONE: readonly Annotation[] = [];

interface Props {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly numbers: readonly (number | null)[];
  /** Index of its first block, and how many it has. */
  readonly from: number;
  readonly size: number;
  /** What touches each block of the article. */
  readonly lists: readonly (readonly Annotation[])[];
  /** Are its marks drawn? */
  readonly drawn: boolean;
  readonly codebook: Codebook;
  readonly hidden: ReadonlySet<string>;
  readonly leading: number;
  readonly hovered: string | null;
  readonly focused: string | null;
}

/** Some blocks that the browser and React pass over together while they are far from the window. */
export const Chunk = memo(function Chunk(props: Props) {
  const { blocks, from, size, lists, drawn, hovered, focused } = props;
  return (
    <div
      className="chunk"
      data-chunk={from / size}
      style={{ containIntrinsicSize: `auto ${size * BLOCK_HEIGHT}px` }}
    >
      {blocks.slice(from, from + size).map((block, at) => {
        const own = drawn ? (lists[from + at] ?? NONE) : NONE;
        const here = (id: string | null) => (touches(own, id) ? id : null);
        return (
          <BlockView
            key={block.start}
            text={props.text}
            block={block}
            index={from + at}
            number={props.numbers[from + at]!}
            annotations={own}
            codebook={props.codebook}
            hidden={props.hidden}
            leading={props.leading}
            hovered={here(hovered)}
            focused={here(focused)}
          />
        );
      })}
    </div>
  );
}, isSame);

/** A chunk without marks is the same whatever is marked in it; focus and pointer concern only what they touch. */
function isSame(a: Props, b: Props): boolean {
  if (a.text !== b.text || a.blocks !== b.blocks || a.size !== b.size || a.drawn !== b.drawn) return false;
  if (!b.drawn) return true;
  if (a.codebook !== b.codebook || a.hidden !== b.hidden || a.leading !== b.leading) return false;
  for (let at = b.from; at < b.from + b.size; at++) if (a.lists[at] !== b.lists[at]) return false;
  return isUntouched(b, a.hovered, b.hovered) && isUntouched(b, a.focused, b.focused);
}

function isUntouched({ lists, from, size }: Props, before: string | null, after: string | null): boolean {
  if (before === after) return true;
  const own = lists.slice(from, from + size);
  return !own.some((list) => touches(list, before) || touches(list, after));
}

/** The ids in each list, which never changes: it is asked for at each move of the pointer. */
const known = new WeakMap<readonly Annotation[], ReadonlySet<string>>();

function touches(list: readonly Annotation[], id: string | null): boolean {
  if (id === null) return false;
  let ids = known.get(list);
  if (!ids) {
    ids = new Set(list.map((annotation) => annotation.id));
    known.set(list, ids);
  }
  return ids.has(id);
}
