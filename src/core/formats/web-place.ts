import type { Offsets } from '../text/offsets';
import type { Span } from '../text/span';

/** How a passage was found: by its position in one of two units, or by its quote alone. */
export type Found = { readonly span: Span; readonly by: 'codepoint' | 'utf16' | 'quote' };

/** What the two kinds of selector say; offsets in whatever unit their writer counted. */
export interface Selected {
  readonly position?: { readonly start: number; readonly end: number };
  readonly quote?: { readonly exact: string; readonly prefix: string; readonly suffix: string };
}

/**
 * Where a passage is in a text, in UTF-16. The specification counts code points, but most tools write UTF-16
 * (Recogito, Hypothesis, Zotero): whichever unit gives the quote is taken, code points first; if neither
 * does, the quote is looked for with its surroundings, then alone if it occurs once. Null = not found.
 */
export function place(text: string, codepoints: Offsets, { position, quote }: Selected): Found | null {
  const isQuote = (span: Span | null) =>
    span !== null && span.start < span.end && (!quote || text.slice(span.start, span.end) === quote.exact);
  if (position) {
    const span = converted(codepoints, position);
    if (span && isQuote(span)) return { span, by: 'codepoint' };
    if (quote && isQuote(position)) return { span: position, by: 'utf16' };
  }
  if (!quote || quote.exact === '') return null;
  const { exact, prefix, suffix } = quote;
  const withContext = only(text, prefix + exact + suffix);
  const start = withContext === null ? only(text, exact) : withContext + prefix.length;
  return start === null ? null : { span: { start, end: start + exact.length }, by: 'quote' };
}

function converted(codepoints: Offsets, { start, end }: Span): Span | null {
  const inside = (offset: number) =>
    Number.isSafeInteger(offset) && offset >= 0 && offset <= codepoints.length;
  if (!inside(start) || !inside(end)) return null;
  return { start: codepoints.toUtf16(start), end: codepoints.toUtf16(end) };
}

/** Where `part` is in `text`, if it is there exactly once. */
function only(text: string, part: string): number | null {
  const at = text.indexOf(part);
  return at >= 0 && text.indexOf(part, at + 1) < 0 ? at : null;
}
