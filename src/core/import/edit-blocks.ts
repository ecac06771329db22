import type { Block, BlockKind } from '../project/model';
import { trim } from '../text/sentences';
import { parseByline } from './detect/bylines';
import { withoutDates } from './detect/dates';
import { detectBlocks } from './detect/detect-blocks';
import { labelledLine } from './detect/labels';
import { isHeadingShaped } from './detect/shapes';
import type { ArticleDraft } from './draft';
import { oneLine, webAddress } from './facts';
import { titleFromWords } from './title-words';

/** What is edited here: the blocks, and the metadata that repeats what they say. A draft or an article. */
export type BlockedText = Pick<ArticleDraft, 'title' | 'text' | 'blocks'> &
  Partial<Pick<ArticleDraft, 'standfirst' | 'byline'>>;

/**
 * Gives one block another kind and keeps the metadata in step: a new title sets `title` and makes the old
 * one a heading or a paragraph, likewise the standfirst and the byline. Without a title block the title is
 * made of the first words. The text stays. The same object when nothing changes. Throws a RangeError when
 * there is no block `index`.
 */
export function setBlockKind<Text extends BlockedText>(draft: Text, index: number, kind: BlockKind): Text {
  const block = blockAt(draft, index);
  if (block.kind === kind) return draft;
  const single = kind === 'title' || kind === 'standfirst';
  const blocks = draft.blocks.map((other, at): Block => {
    if (at === index) return { ...other, kind };
    return single && other.kind === kind ? { ...other, kind: demoted(draft.text, other) } : other;
  });
  return withMetadata(draft, blocks);
}

/**
 * Joins block `index` and the next into one of the first's kind, with the white space between them. Throws
 * a RangeError when there is no next block.
 */
export function joinBlocks<Text extends BlockedText>(draft: Text, index: number): Text {
  const first = blockAt(draft, index);
  const second = blockAt(draft, index + 1);
  return withMetadata(draft, draft.blocks.toSpliced(index, 2, { ...first, end: second.end }));
}

/**
 * Splits block `index` at `offset` (UTF-16, of the text). Both parts keep the kind, but a title or standfirst
 * stays one: the second part becomes a paragraph. The same object when one part would be empty or a
 * character would be cut.
 */
export function splitBlock<Text extends BlockedText>(draft: Text, index: number, offset: number): Text {
  const block = blockAt(draft, index);
  const before = trim(draft.text, { start: block.start, end: Math.min(offset, block.end) });
  const after = trim(draft.text, { start: Math.max(offset, block.start), end: block.end });
  if (!before || !after || /\p{Surrogate}/u.test(draft.text.slice(block.start, offset))) return draft;
  const rest: BlockKind = block.kind === 'title' || block.kind === 'standfirst' ? 'paragraph' : block.kind;
  const parts: Block[] = [
    { ...block, ...before },
    { kind: rest, ...after },
  ];
  return withMetadata(draft, draft.blocks.toSpliced(index, 1, ...parts));
}

/** Finds the blocks anew from the text alone, as if it had been plain text. */
export function redetectBlocks<Text extends BlockedText>(draft: Text): Text {
  return withMetadata(draft, detectBlocks(draft.text).blocks);
}

function blockAt(draft: BlockedText, index: number): Block {
  const block = draft.blocks[index];
  if (!block) throw new RangeError(`no block ${index}: there are ${draft.blocks.length}`);
  return block;
}

function demoted(text: string, block: Block): BlockKind {
  return isHeadingShaped(text.slice(block.start, block.end)) ? 'heading' : 'paragraph';
}

/**
 * Follows the blocks with title, standfirst and byline, where these speak of the same kind of block before
 * or after. A byline known from elsewhere (front matter, a page's head) is not lost to an unrelated edit.
 */
function withMetadata<Text extends BlockedText>(draft: Text, blocks: readonly Block[]): Text {
  const before = said(draft.text, draft.blocks);
  const after = said(draft.text, blocks);
  const next: BlockedText = { ...draft, blocks };
  if (before.title !== after.title) {
    const first = blocks.find(({ kind }) => kind === 'paragraph') ?? blocks[0];
    Object.assign(next, {
      title: after.title ?? (first ? titleFromWords(words(draft.text, first)) : draft.title),
    });
  }
  for (const field of ['standfirst', 'byline'] as const) {
    if (before[field] === after[field]) continue;
    if (after[field] !== undefined) Object.assign(next, { [field]: after[field] });
    else if (draft[field] === before[field]) delete (next as { [F in typeof field]?: string })[field];
  }
  return next as Text;
}

/** What the blocks themselves say of title, standfirst and author; the first of each kind speaks. */
function said(
  text: string,
  blocks: readonly Block[],
): { title?: string; standfirst?: string; byline?: string } {
  const of = (kind: BlockKind) =>
    blocks.filter((block) => block.kind === kind).map((block) => oneLine(words(text, block)));
  const [title] = of('title').map((line) => labelledLine(line)?.value ?? line);
  const [standfirst] = of('standfirst');
  const lines = of('byline');
  const named = lines.map((line) => parseByline(line)?.author).find((author) => author !== undefined);
  // Dates, addresses and "Source: …" stand in byline blocks too, and name no author.
  const byline =
    named ?? lines.find((line) => withoutDates(line) !== '' && !labelledLine(line) && !webAddress(line));
  return {
    ...(title ? { title } : {}),
    ...(standfirst ? { standfirst } : {}),
    ...(byline ? { byline } : {}),
  };
}

function words(text: string, block: Block): string {
  return text.slice(block.start, block.end);
}
