import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitrarySpans, arbitraryText } from '../project/text.arbitrary';
import { CONTEXT_LENGTH, contextOf, PASSAGE_JOINT } from './context';

const LONE = /\p{Surrogate}/u;
const placed = arbitraryText(40)
  .filter((text) => text !== '')
  .chain((text) => fc.tuple(fc.constant(text), arbitrarySpans(text)));

describe('the context of spans', () => {
  it('is what stands before, in and after them', () => {
    fc.assert(
      fc.property(placed, ([text, spans]) => {
        const { quote, prefix, suffix } = contextOf(text, spans);
        const [first, last] = [spans[0]!, spans.at(-1)!];
        expect(text.slice(0, first.start).endsWith(prefix)).toBe(true);
        expect(text.slice(last.end).startsWith(suffix)).toBe(true);
        expect(quote).toBe(spans.map(({ start, end }) => text.slice(start, end)).join(PASSAGE_JOINT));
        expect(LONE.test(quote + prefix + suffix)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is as long as it may be: short only at an end of the text or to keep a character whole', () => {
    fc.assert(
      fc.property(placed, ([text, spans]) => {
        const { prefix, suffix } = contextOf(text, spans);
        const before = Math.min(CONTEXT_LENGTH, spans[0]!.start);
        const after = Math.min(CONTEXT_LENGTH, text.length - spans.at(-1)!.end);
        expect(before - prefix.length).toBeLessThanOrEqual(1);
        expect(after - suffix.length).toBeLessThanOrEqual(1);
        expect(prefix.length).toBeLessThanOrEqual(before);
        expect(suffix.length).toBeLessThanOrEqual(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves out half a character at its far ends', () => {
    const text = `😀${'a'.repeat(31)}X${'b'.repeat(31)}😀`;
    expect(contextOf(text, [{ start: 33, end: 34 }])).toEqual({
      quote: 'X',
      prefix: 'a'.repeat(31),
      suffix: 'b'.repeat(31),
    });
  });

  it('of no spans is empty', () => {
    expect(contextOf('text', [])).toEqual({ quote: '', prefix: '', suffix: '' });
  });
});
