import fc from 'fast-check';
import type { Span } from '../text/span';
import { normalise } from '../text/span';

/** What goes wrong in texts, in small pieces; no lone surrogate, no NUL, line ends are "\n". */
const PIECES = [
  'the ferry ',
  'said ',
  'Sen. J. Ek ',
  '“we knew” ',
  'a',
  ' ',
  '. ',
  '\n',
  '\n\n',
  '\t',
  '7,5 %',
  '=1+1',
  '-3',
  "'",
  '"',
  ',;|\\',
  '😀',
  '🇩🇪',
  '👩‍👩‍👧',
  '👨🏻‍🚒',
  'Cafe\u0301',
  'Caf\u00e9',
  'שלום',
  'مرحبا ',
  '漢字',
  'กำ',
  '\u2028',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '</script>',
] as const;

/** A text as articles have it after import; `pieces` bounds its length, from nothing to a few lines. */
export function arbitraryText(pieces = 16): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...PIECES), { maxLength: pieces, size: 'max' })
    .map((list) => list.join(''));
}

/** What a person may type into a field: like a text, and with what spreadsheets and parsers stumble over. */
export function arbitraryField(): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...PIECES, '@', '+', '＝', '\r', '\r\n', '; ', ': '), { maxLength: 3 })
    .map((list) => list.join(''));
}

/** The same, never empty. */
export function arbitraryName(): fc.Arbitrary<string> {
  return arbitraryField().map((field) => field || 'Ada Ek');
}

/** The UTF-16 offsets of `text` that name a boundary between code points, the ends included. */
export function boundariesOf(text: string): readonly number[] {
  const found = [0];
  for (const character of text) found.push(found.at(-1)! + character.length);
  return found;
}

/**
 * Canonical spans of `text` drawn from plain numbers, two for each span, so that generating and shrinking
 * stay cheap. Fewer spans come out where numbers coincide or passages touch; none for an empty text.
 */
export function spansFrom(text: string, cuts: readonly number[]): readonly Span[] {
  const boundaries = boundariesOf(text);
  const at = (cut: number) => boundaries[cut % boundaries.length]!;
  const spans: Span[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 2) {
    const [one, other] = [at(cuts[index]!), at(cuts[index + 1]!)];
    spans.push({ start: Math.min(one, other), end: Math.max(one, other) });
  }
  return normalise(spans);
}

/** One non-empty canonical set of spans of a non-empty text; the whole text when nothing else came up. */
export function arbitrarySpans(text: string, most = 3): fc.Arbitrary<readonly Span[]> {
  return fc.array(fc.nat(9999), { minLength: 2, maxLength: 2 * most }).map((cuts) => {
    const spans = spansFrom(text, cuts);
    return spans.length > 0 ? spans : [{ start: 0, end: text.length }];
  });
}
