import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../text/context';
import { normalise } from '../text/span';
import { anchor } from './anchor';

const letters = (alphabet: string) =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength: 20, maxLength: 60 });

describe('finding words again', () => {
  it('finds every annotation where it stands, or says that it cannot tell', () => {
    fc.assert(
      fc.property(letters('ab😀 '), fc.array(fc.nat(60), { minLength: 2, maxLength: 6 }), (drawn, cuts) => {
        const text = [...drawn].join('');
        const ends = [...new Set(cuts.map((cut) => Math.min(cut, text.length)))].sort((a, b) => a - b);
        const spans = normalise(
          ends.flatMap((start, index) =>
            index % 2 === 0 && ends[index + 1] ? [{ start, end: ends[index + 1]! }] : [],
          ),
        );
        const halves = spans.some(({ start, end }) =>
          [start, end].some((at) => /^[\udc00-\udfff]/.test(text.slice(at))),
        );
        fc.pre(spans.length > 0 && !halves);
        const words = contextOf(text, spans);
        const found = anchor(text, words);
        if (found) expect(contextOf(text, found).quote).toBe(words.quote);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds unique words wherever the text around them went', () => {
    fc.assert(
      fc.property(letters('abc '), letters('abc '), letters('abc '), (before, after, inserted) => {
        const text = `${before}Ida Holm${after}`;
        const words = contextOf(text, [{ start: before.length, end: before.length + 8 }]);
        const changed = `${inserted}${text}`;
        const start = inserted.length + before.length;
        expect(anchor(changed, words)).toEqual([{ start, end: start + 8 }]);
      }),
      { numRuns: 1000 },
    );
  });

  it('tells words that stand twice apart by what stands around them, and does not guess', () => {
    const text = 'He said yes. She said yes. They said no.';
    const [first] = [text.indexOf('yes')];
    const second = text.lastIndexOf('yes');
    for (const start of [first, second])
      expect(anchor(text, contextOf(text, [{ start, end: start + 3 }]))).toEqual([{ start, end: start + 3 }]);
    expect(anchor(text, { quote: 'said', prefix: '', suffix: '' })).toBeNull();
    expect(anchor(text, { quote: 'never', prefix: '', suffix: '' })).toBeNull();
    expect(anchor(text, { quote: '', prefix: 'He', suffix: '' })).toBeNull();
  });

  it('finds passages one after the other, and takes an ellipsis of the text for itself', () => {
    const text = 'One … two, and one, and two … three.';
    const quote = 'One … two';
    expect(anchor(text, { quote, prefix: '', suffix: ', and' })).toEqual([{ start: 0, end: 9 }]);
    const parts = [
      { start: 15, end: 18 },
      { start: 24, end: 27 },
    ];
    expect(anchor(text, contextOf(text, parts))).toEqual(parts);
  });
});
