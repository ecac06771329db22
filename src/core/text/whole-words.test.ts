import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeWords } from './whole-words';

const found = (text: string, ...names: string[]) =>
  wholeWords(names.map((name) => [name, name]))(text).map(({ span }) => text.slice(span.start, span.end));

describe('whole words', () => {
  it('are found where no letter or digit goes on, with a genitive left out', () => {
    expect(found('Holm’s log, Holms log, Holmgren, (Holm) Holm.', 'Holm')).toEqual(['Holm', 'Holm', 'Holm']);
    expect(found('HOLM: Ida\n  Holm and Ida\u00a0Holm', 'Holm', 'Ida Holm')).toEqual([
      'HOLM',
      'Ida\n  Holm',
      'Ida\u00a0Holm',
    ]);
  });

  it('keep their case, but may begin a sentence', () => {
    expect(found('rosa Rosa. The union and the union', 'Rosa', 'the union')).toEqual([
      'Rosa',
      'The union',
      'the union',
    ]);
  });

  it('fall back to a shorter name where the longer goes on', () => {
    expect(found('Ida Holmgren met Ida Holm', 'Ida Holm', 'Ida')).toEqual(['Ida', 'Ida Holm']);
  });

  it('may be written with any apostrophe, composed or not, with signs, and without spaces between them', () => {
    expect(found("O'Brien O’Brien", 'O’Brien')).toEqual(["O'Brien", 'O’Brien']);
    expect(found('Émile E\u0301mile', 'Émile')).toEqual(['Émile', 'E\u0301mile']);
    expect(found('Smith (MP) and C++', 'Smith (MP)', 'C++')).toEqual(['Smith (MP)', 'C++']);
    expect(found('昨日山田氏は', '山田')).toEqual(['山田']);
    expect(found('𝒜bc 𝒜', '𝒜')).toEqual(['𝒜']);
  });

  it('are those that trying every place and every name finds', () => {
    const letters = fc.constantFrom('a', 'b', 'B', ' ', '-', '’', '\n');
    const text = fc.array(letters, { maxLength: 24 }).map((list) => list.join(''));
    const name = fc
      .array(letters, { minLength: 1, maxLength: 4 })
      .map((list) => list.join('').trim())
      .filter((made) => /\w/.test(made) && !/[\n’]|\s\s/.test(made));
    fc.assert(
      fc.property(text, fc.array(name, { maxLength: 4 }), (whole, names) => {
        const letter = (at: number) => /[a-z]/i.test(whole[at] ?? ' ');
        const parted = (at: number) => !letter(at - 1) || !letter(at);
        const expected: [number, number][] = [];
        for (let start = 0; start < whole.length; start++) {
          let best = 0;
          for (const written of names.flatMap((next) => [
            next,
            next[0]!.toUpperCase() + next.slice(1),
            ...(next.length > 3 ? [next.toUpperCase()] : []),
          ])) {
            const pattern = new RegExp(`^${written.replaceAll(' ', '\\s+')}`);
            const length = pattern.exec(whole.slice(start))?.[0].length ?? 0;
            if (length > best && parted(start) && parted(start + length)) best = length;
          }
          if (best === 0) continue;
          expected.push([start, start + best]);
          start += best - 1;
        }
        const actual = wholeWords(names.map((next) => [next, next]))(whole);
        expect(actual.map(({ span }) => [span.start, span.end])).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });
});
