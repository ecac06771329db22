import type { Annotation } from '../../project/model';
import type { Offsets } from '../../text/offsets';
import { type Token, tokens, withoutOuterSpace } from '../../text/tokens';
import type { Shown } from '../marks/piece';
import { showPassages } from '../marks/show-passages';

/** Annotations as tools show them that mark whole tokens: passages without the white space at their ends. */
export function showOnTokens(text: string, annotations: readonly Annotation[], links: boolean): Shown {
  return showPassages(annotations, { links, passage: (span) => withoutOuterSpace(text, span) });
}

/** The tokens of a text, cut also where pieces begin and end, so that every piece is made of whole tokens. */
export function tokensFor(text: string, language: string, { pieces }: Shown): readonly Token[] {
  const cuts = new Set(pieces.flatMap(({ spans: [span] }) => [span!.start, span!.end]));
  return tokens(text, language, cuts);
}

/** A piece's place in characters (code points, end excluded) and in tokens (end included). */
export interface TokenPlace {
  readonly start: number;
  readonly end: number;
  readonly token_start: number;
  readonly token_end: number;
}

/** Finds places of spans that begin and end where tokens do. */
export function placer(
  list: readonly Token[],
  offsets: Offsets,
): (span: Token | { start: number; end: number }) => TokenPlace {
  const starts = new Map(list.map(({ start }, at) => [start, at]));
  const ends = new Map(list.map(({ end }, at) => [end, at]));
  return ({ start, end }) => ({
    start: offsets.fromUtf16(start),
    end: offsets.fromUtf16(end),
    token_start: starts.get(start)!,
    token_end: ends.get(end)!,
  });
}
