import type { Span } from '../../text/span';
import type { QuoteProposal } from '../proposal';
import type { QuotedPassage } from '../read/quoted-passages';
import type { Region } from '../read/region';
import type { Phrase } from './phrase';

/** A quote found in the text, before it is asked who is meant. Spans are UTF-16. */
export interface Attribution {
  readonly spans: readonly Span[];
  readonly form: QuoteProposal['form'];
  readonly medium: QuoteProposal['medium'];
  readonly cue: Span | null;
  readonly source: SourceWords | null;
  /** The quoted passages that are the content or part of it. */
  readonly passages: readonly QuotedPassage[];
}

/** The words that name a source. `phrase` says where in the region they stand, null for the author line of a post. */
export interface SourceWords {
  readonly span: Span;
  readonly region: Region;
  readonly phrase: Phrase | null;
}

/** The text of a range of tokens as a span of the article. */
export function spanOf(region: Region, { from, to }: { readonly from: number; readonly to: number }): Span {
  return { start: region.tokens[from]!.start, end: region.tokens[to - 1]!.end };
}

/** The phrase as the words of a source; null stays null. */
export function placed(region: Region, phrase: Phrase | null): SourceWords | null {
  return phrase && { span: spanOf(region, phrase), region, phrase };
}

/** Reading order; what holds another comes first. */
export function compareByPlace(a: Pick<Attribution, 'spans'>, b: Pick<Attribution, 'spans'>): number {
  return a.spans[0]!.start - b.spans[0]!.start || b.spans.at(-1)!.end - a.spans.at(-1)!.end;
}
