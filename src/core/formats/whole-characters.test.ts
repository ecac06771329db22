import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySpans, arbitraryText } from '../project/text.arbitrary';
import { normalise } from '../text/span';
import { wholeCharacters } from './whole-characters';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const letters = fc.array(
  fc.constantFrom('a', '漢', 'ש', '\u0301', '\u200d', '👩', '🏻', '🇩', '🇪', '\r', '\n', ' ', 'é', 'ำ', 'ก'),
  { minLength: 1, maxLength: 14 },
);
const placed = fc
  .oneof(
    arbitraryText().filter((text) => text !== ''),
    letters.map((list) => list.join('')),
  )
  .chain((text) => fc.tuple(fc.constant(text), arbitrarySpans(text)));

describe('whole characters', () => {
  it('are the least that holds the spans and cuts no grapheme cluster', () => {
    fc.assert(
      fc.property(placed, ([text, spans]) => {
        const edges = [...Array.from(segmenter.segment(text), ({ index }) => index), text.length];
        const least = spans.map(({ start, end }) => ({
          start: edges.findLast((edge) => edge <= start)!,
          end: edges.find((edge) => edge >= end)!,
        }));
        expect(wholeCharacters(text, spans)).toEqual(normalise(least));
      }),
      { numRuns: 5000 },
    );
  });

  it('are the very same spans when nothing was cut', () => {
    const spans = [{ start: 0, end: 3 }];
    expect(wholeCharacters('one two', spans)).toBe(spans);
  });

  it('are found in time in a text of 2 MB without a line end', () => {
    const text = 'כן הם '.repeat(350_000);
    const spans = [{ start: text.length - 3, end: text.length - 1 }];
    const before = performance.now();
    expect(wholeCharacters(text, spans)).toBe(spans);
    // It must end; one that takes time with the square of the text would take hours.
    expect(performance.now() - before).toBeLessThan(50_000);
  });
});
