import { memo } from 'react';
import type { Codebook } from '../../core/project/codebook';
import type { Annotation, Block } from '../../core/project/model';
import { BlockView } from './block-view';

/** How many blocks stand in one chunk. */
export const CHUNK = 8;

const NONE: readonly Annotation[] = [];

interface Props {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly numbers: readonly (number | null)[];
  /** Index of its first block. */
  readonly from: number;
  /** What touches each block of the article. */
  readonly lists: readonly (readonly Annotation[])[];
  readonly near: boolean;
  readonly codebook: Codebook;
  readonly hidden: ReadonlySet<string>;
  readonly leading: number;
  readonly hovered: string | null;
  readonly focused: string | null;
}

/** Some blocks that the browser and React pass over together while they are far from the window. */
export const Chunk = memo(function Chunk(props: Props) {
  const { blocks, from, lists, near, hovered, focused } = props;
  return (
    <div className="chunk" data-chunk={from / CHUNK}>
      {blocks.slice(from, from + CHUNK).map((block, at) => {
        const own = near ? (lists[from + at] ?? NONE) : NONE;
        const here = (id: string | null) => (own.some((annotation) => annotation.id === id) ? id : null);
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

/** A chunk far away is the same whatever is marked in it. */
function isSame(a: Props, b: Props): boolean {
  if (a.text !== b.text || a.blocks !== b.blocks || a.near !== b.near) return false;
  if (!b.near) return true;
  if (
    a.codebook !== b.codebook ||
    a.hidden !== b.hidden ||
    a.leading !== b.leading ||
    a.hovered !== b.hovered ||
    a.focused !== b.focused
  )
    return false;
  for (let at = b.from; at < b.from + CHUNK; at++) if (a.lists[at] !== b.lists[at]) return false;
  return true;
}
