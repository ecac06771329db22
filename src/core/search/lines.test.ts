import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySpans, arbitraryText } from '../project/text.arbitrary';
import { lineAt, neighbours } from './lines';

const graphemes = (text: string) => [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
const oneLine = (text: string) => text.replace(/\s*\n\s*/g, ' ¶ ').replace(/\s+/g, ' ');

const place = arbitraryText(60)
  .filter((text) => text !== '')
  .chain((text) => fc.tuple(fc.constant(text), arbitrarySpans(text, 1)))
  .map(([text, spans]) => ({ text, span: spans[0]! }));

describe('a line of the concordance', () => {
  it('is the text around the hit, cut between characters and no longer than asked for', () => {
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 60 }), ({ text, span }, most) => {
        const { left, hit, right } = lineAt(text, span, most);
        const before = graphemes(text.slice(0, span.start)).map(({ segment }) => segment);
        const after = graphemes(text.slice(span.end)).map(({ segment }) => segment);
        expect(left).toBe(oneLine(before.slice(-most).join('').trimStart()));
        expect(right).toBe(oneLine(after.slice(0, most).join('').trimEnd()));
        expect(hit).toBe(oneLine(text.slice(span.start, span.end)));
      }),
      { numRuns: 1000 },
    );
  });

  it('does not walk a long text', () => {
    const text = `${'a'.repeat(2_000_000)}hit${'\u0301'.repeat(2_000_000)}`;
    const { left } = lineAt(text, { start: 2_000_000, end: 2_000_003 });
    expect(left).toBe('a'.repeat(60));
  });
});

it('sorts by the words beside a hit, the nearest first', () => {
  const text = 'Été came late: “The crane”, says Ida Holm, fell. 🐟';
  const start = text.indexOf('crane');
  const span = { start, end: start + 5 };
  expect(neighbours(text, span, 'left')).toBe('the late came');
  expect(neighbours(text, span, 'right')).toBe('says ida holm');
  expect(neighbours(text, { start: 0, end: 1 }, 'left')).toBe('');
  expect(neighbours(text, { start: text.length - 2, end: text.length }, 'right')).toBe('');
});
