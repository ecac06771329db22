import { isPlace } from '../text/find-roughly';
import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';
import { splitsSurrogatePair } from '../text/span';
import type { Quote, Searchable } from './marks/searchable';

/** How a passage was found: by its position in one of two units, by its quote alone, or by something like it. */
export type Found = { readonly span: Span; readonly by: 'codepoint' | 'utf16' | 'quote' | 'roughly' };

/** What the two kinds of selector say; offsets in whatever unit their writer counted. */
export interface Selected {
  readonly position?: Span;
  readonly quote?: Quote;
}

/**
 * Where a passage is in a text, in UTF-16. The specification counts code points, but most tools write UTF-16
 * (Recogito, Hypothesis, Zotero): whichever unit gives the quote is taken, code points first; if neither
 * does, the quote is looked for with its surroundings, then alone if it occurs once, then something very like it where
 * its surroundings are. Null = not found.
 * `alone`: what a position without a quote counts, and one with a quote first of all; null = it is not believed.
 * `roughly`: is something like the quote enough?
 */
export function place(
  searched: Searchable,
  { position, quote }: Selected,
  alone: 'codepoint' | 'utf16' | null = 'codepoint',
  roughly = false,
): Found | null {
  const { text, codepoints } = searched;
  const isQuote = (span: Span | null): span is Span =>
    span !== null && span.start < span.end && text.slice(span.start, span.end) === quote?.exact;
  if (position) {
    const points = converted(codepoints, position);
    if (alone === 'utf16' && isQuote(position)) return { span: position, by: 'utf16' };
    if (isQuote(points)) return { span: points, by: 'codepoint' };
    if (isQuote(position)) return { span: position, by: 'utf16' };
    if (!quote && alone !== null) {
      const span = alone === 'codepoint' ? points : whole(text, position);
      return span && span.start < span.end ? { span, by: alone } : null;
    }
  }
  if (!quote || quote.exact === '') return null;
  const { exact, prefix, suffix } = quote;
  const withContext = only(text, prefix + exact + suffix);
  if (withContext !== null) {
    const start = withContext + prefix.length;
    return { span: { start, end: start + exact.length }, by: 'quote' };
  }
  const start = only(text, exact);
  const span = start === null ? searched.find(quote) : { start, end: start + exact.length };
  const isSure = !roughly || prefix + suffix === '' || (span && searched.holds(quote));
  const rough = isSure ? null : searched.findRoughly(quote);
  if (rough === null) return span && { span, by: 'quote' };
  // The same words may stand elsewhere, and those that are meant may have changed.
  return isPlace(rough)
    ? { span: rough, by: text.slice(rough.start, rough.end) === exact ? 'quote' : 'roughly' }
    : null;
}

function converted(codepoints: Offsets, { start, end }: Span): Span | null {
  const inside = (offset: number) =>
    Number.isSafeInteger(offset) && offset >= 0 && offset <= codepoints.length;
  if (!inside(start) || !inside(end)) return null;
  return { start: codepoints.toUtf16(start), end: codepoints.toUtf16(end) };
}

/** The span itself, when it is one of the text in UTF-16. */
function whole(text: string, { start, end }: Span): Span | null {
  const inside = (offset: number) =>
    Number.isSafeInteger(offset) &&
    offset >= 0 &&
    offset <= text.length &&
    !splitsSurrogatePair(text, offset);
  return inside(start) && inside(end) ? { start, end } : null;
}

/** Where `part` is in `text`, if it is there exactly once. */
function only(text: string, part: string): number | null {
  const at = text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : null;
}
