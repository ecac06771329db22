import type { Offsets } from '../../text/offsets';
import type { Span } from '../../text/span';
import { type Claimed, type Counting, sameWords, spanIn } from './counting';
import { findQuote } from './find-quote';

/** What may be odd about the place of a row. */
export type Trouble = 'nowhere' | 'moved' | 'misquoted' | 'often';

/**
 * The place of a row in its text (UTF-16): where it says, if its words are there; else where its words are, nearest to
 * that. A row that says neither speaks of the whole text (no spans). Undefined = it is nowhere.
 */
export function placeRow(
  claim: Claimed,
  counting: Counting,
  known: Map<string, Offsets>,
): { readonly spans?: readonly Span[]; readonly trouble?: Trouble } {
  const { text, quote } = claim;
  const isPlaced = !Number.isNaN(claim.start);
  if (!isPlaced && quote.trim() === '') return { spans: [] };
  const span = isPlaced ? spanIn(claim, counting, known) : null;
  const fits = span && (quote.trim() === '' || sameWords(text.slice(span.start, span.end), quote));
  if (fits) return { spans: [span] };
  const found = findQuote(text, quote, span?.start);
  if (found) {
    const trouble = isPlaced ? 'moved' : found.isOnly ? undefined : 'often';
    return { spans: [{ start: found.start, end: found.end }], ...(trouble ? { trouble } : {}) };
  }
  return span ? { spans: [span], trouble: 'misquoted' } : { trouble: 'nowhere' };
}
