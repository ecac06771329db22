import type { Article, Block } from '../../project/model';
import { sentences } from '../../text/sentences';
import type { Span } from '../../text/span';
import type { QuotedPassage } from './quoted-passages';
import type { Token } from './tokens';
import { tokens } from './tokens';

/** A stretch of text cut into tokens and sentences: a block, or the inside of a quoted passage. */
export interface Region extends Span {
  readonly tokens: readonly Token[];
  /** Ranges of indexes of `tokens`, in order; a quoted passage never lies across two. */
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
  readonly block: Block;
  /** The index of the block in the article. */
  readonly at: number;
  /** The passage whose inside this is; null for a block. */
  readonly within: QuotedPassage | null;
}

/** Cuts one region; sentences that end inside a passage go on to the end of it. */
export function regionOf(
  { text, language }: Article,
  {
    span,
    block,
    at,
    passages,
    within,
  }: {
    readonly span: Span;
    readonly block: Block;
    readonly at: number;
    readonly passages: readonly QuotedPassage[];
    readonly within: QuotedPassage | null;
  },
): Region {
  const cut = tokens(text, span, passages);
  const ends = sentences(text, span, language).map(({ end }) => end);
  const ranges: { from: number; to: number }[] = [];
  let from = 0;
  let next = 0;
  const opening = within ? 0 : dateline(cut, text.slice(span.start, span.start + 60));
  if (opening > 0) ranges.push({ from, to: opening });
  from = opening;
  for (let index = opening; index < cut.length; index++) {
    const { end } = cut[index]!;
    while (next < ends.length && ends[next]! < end) next++;
    const last = index + 1 === cut.length;
    if (last || ends[next] === end) {
      ranges.push({ from, to: index + 1 });
      from = index + 1;
    }
  }
  return { start: span.start, end: span.end, tokens: cut, sentences: ranges, block, at, within };
}

/** “LINDEN, NV (Coast Wire) - ”: how many tokens of a block say where it was written. */
function dateline(cut: readonly Token[], opening: string): number {
  const found = /^\p{Lu}[\p{Lu}.’' -]+(?:,[^—–:-]{1,24})?(?:\([^)]{1,24}\))?\s*(?:[—–]|-(?=\s))\s*/u.exec(
    opening,
  );
  if (!found || !/\p{Lu}{3}/u.test(found[0])) return 0;
  const end = (cut[0]?.start ?? 0) + found[0].trimEnd().length;
  const next = cut.findIndex(({ start }) => start >= end);
  return Math.max(next, 0);
}

/** The sentence that a token of a region belongs to, by the token's index. O(log n). */
export function sentenceOf(
  { sentences }: Region,
  at: number,
): { readonly from: number; readonly to: number } {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sentences[middle]!.to <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low]!;
}

/** The index of the last token that begins before an offset (UTF-16); -1 when there is none. O(log n). */
export function tokenBefore({ tokens }: Region, offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
