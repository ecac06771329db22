import type { Article } from '../../project/model';
import { sentences } from '../../text/sentences';
import type { Span } from '../../text/span';

/** A sentence with its words and marks; UTF-16. */
export interface TokenSentence extends Span {
  readonly tokens: readonly Span[];
}

/**
 * Words with their inner stops and apostrophes, pictures with what belongs to them, or any other one character, but for
 * control characters: XML has spaces for them, and a token of nothing but white space is none.
 */
const TOKEN =
  /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[-'’.][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|\p{RI}{2}|\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)*|[^\s\x00-\x1f\x85]\p{M}*/gu;

/** An article's sentences and tokens, for formats that stand on them. Every visible character is in a token. */
export function tokenSentences({ text, blocks, language }: Article): readonly TokenSentence[] {
  const places = blocks.length > 0 ? blocks : [{ start: 0, end: text.length }];
  return places.flatMap((block) =>
    sentences(text, block, language).flatMap(({ start, end }): readonly TokenSentence[] => {
      const tokens = Array.from(text.slice(start, end).matchAll(TOKEN), ({ 0: token, index }) => ({
        start: start + index,
        end: start + index + token.length,
      }));
      return tokens.length > 0 ? [{ start, end, tokens }] : [];
    }),
  );
}
