import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberIn, wordsIn } from './web-json';

describe('what a value says', () => {
  it('is had of any JSON, also of a record that would pass for a word', () => {
    const anyJson = fc.oneof(
      fc.jsonValue(),
      fc.constant(JSON.parse('{"toString": 1, "valueOf": null}')),
      fc.constant(JSON.parse('[{"toString": 1}]')),
    );
    fc.assert(
      fc.property(anyJson, (value) => {
        expect(typeof wordsIn(value)).toBe('string');
        expect(typeof numberIn(value)).toBe('number');
      }),
      { numRuns: 1000 },
    );
  });

  it('is what words and numbers are', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (words, number) => {
        expect(wordsIn(words)).toBe(words);
        expect(wordsIn(number)).toBe(String(number));
        expect(numberIn(number)).toBe(number);
        expect(numberIn(String(number))).toBe(number);
      }),
    );
    expect(numberIn(null)).toBeNaN();
    expect(wordsIn(undefined)).toBe('');
  });
});
