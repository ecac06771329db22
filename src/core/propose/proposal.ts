import type { Span } from '../text/span';

/**
 * What the rules found in an article: shown as a ghost, and saved only when a person accepts it. All spans
 * are UTF-16 offsets of the article's text. `key` says what is proposed where, in the same words each time, so
 * that a rejection can be remembered (model.ts, Reading).
 */
export type Proposal = QuoteProposal | MentionProposal | SentimentHint;

/** Who says it, as far as the text tells. */
export interface ProposedSource {
  /** The words that name the source: a name, a description, a pronoun; the author line of a post. */
  readonly span: Span;
  /**
   * The name to register when `speaker` is null: the fullest one found in the article. Empty where the words
   * only describe someone (“a former clerk”, “she” when nobody fits): then nobody is registered.
   */
  readonly name: string;
  /** Id of the entry of the register that is meant, or null when there is none yet. */
  readonly speaker: string | null;
}

/** An attribution: content, and where they were found cue and source. */
export interface QuoteProposal {
  readonly kind: 'quote';
  readonly key: string;
  /** The content, quotation marks included; more than one where a cue splits it. In canonical form. */
  readonly spans: readonly Span[];
  readonly form: 'direct' | 'indirect' | 'mixed';
  readonly medium: 'speech' | 'writing';
  readonly cue: Span | null;
  readonly source: ProposedSource | null;
}

/** A mention of someone: a name of the register, or one that the text introduces. */
export interface MentionProposal {
  readonly kind: 'mention';
  readonly key: string;
  readonly spans: readonly [Span];
  readonly name: string;
  readonly speaker: string | null;
}

/** A word that often carries feeling. Only a hint: it proposes no value. */
export interface SentimentHint {
  readonly kind: 'sentiment';
  readonly key: string;
  readonly spans: readonly [Span];
}

/** The layer that a kind of proposal is saved in, as the built-in codebook calls it. */
export const LAYER_OF = { quote: 'quote', mention: 'speaker', sentiment: 'sentiment' } as const;

/** The key of a proposal. */
export function keyOf(kind: Proposal['kind'], spans: readonly Span[]): string {
  return `${kind}:${spans.map(({ start, end }) => `${start}-${end}`).join(',')}`;
}
