import type { Span } from './span';
import { splitsSurrogatePair } from './span';

/** How much text is kept on either side of an annotation, in UTF-16 code units. */
export const CONTEXT_LENGTH = 32;

/** What joins the passages of a discontinuous annotation in its quote. */
export const PASSAGE_JOINT = ' … ';

/** What an annotation stores of its text, so that damage is noticed and corrected text re-anchored. */
export interface Context {
  /** The marked passages, joined with PASSAGE_JOINT. */
  readonly quote: string;
  /** Up to CONTEXT_LENGTH code units before the first passage, never half a character. */
  readonly prefix: string;
  /** Up to CONTEXT_LENGTH code units after the last passage, never half a character. */
  readonly suffix: string;
}

/** The quote and surroundings of canonical spans (UTF-16). No spans: three empty strings. */
export function contextOf(text: string, spans: readonly Span[]): Context {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return { quote: '', prefix: '', suffix: '' };
  let from = Math.max(0, first.start - CONTEXT_LENGTH);
  if (splitsSurrogatePair(text, from)) from++;
  let to = Math.min(text.length, last.end + CONTEXT_LENGTH);
  if (splitsSurrogatePair(text, to)) to--;
  return {
    quote: spans.map((span) => text.slice(span.start, span.end)).join(PASSAGE_JOINT),
    prefix: text.slice(from, first.start),
    suffix: text.slice(last.end, to),
  };
}
