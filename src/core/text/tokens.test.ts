import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText, boundariesOf } from '../project/text.arbitrary';
import { tokens, withoutOuterSpace, words } from './tokens';

const PYTHON_SPACE = /^[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
const cut = fc.tuple(arbitraryText(), fc.array(fc.nat(999), { maxLength: 5 })).map(([text, picks]) => {
  const boundaries = boundariesOf(text);
  return [text, new Set(picks.map((pick) => boundaries[pick % boundaries.length]!))] as const;
});

/** spaCy's own way from words and a text to tokens, as its `get_words_and_spaces` goes it. */
function spacyTiles(text: string, words: readonly string[]): readonly [string, boolean][] {
  const tiles: [string, boolean][] = [];
  let at = 0;
  for (const word of words.filter((each) => ![...each].every((character) => PYTHON_SPACE.test(character)))) {
    const start = text.indexOf(word, at);
    if (start > at) tiles.push([text.slice(at, start), false]);
    at = start + word.length;
    const space = text[at] === ' ';
    if (space) at++;
    tiles.push([word, space]);
  }
  if (at < text.length) tiles.push([text.slice(at), false]);
  return tiles;
}

describe('tokens', () => {
  it('put the text together again, and are those that spaCy makes of their words', () => {
    fc.assert(
      fc.property(cut, ([text, cuts]) => {
        const tiles = tokens(text, 'en', cuts);
        const said = tiles.map(({ start, end, spaceAfter }) => [text.slice(start, end), spaceAfter] as const);
        expect(said.map(([word, space]) => word + (space ? ' ' : '')).join('')).toBe(text);
        expect(said).toEqual(
          spacyTiles(
            text,
            said.map(([word]) => word),
          ),
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('end at every cut that is not next to white space', () => {
    fc.assert(
      fc.property(cut, ([text, cuts]) => {
        const edges = new Set(words(text, 'he', cuts).flatMap(({ start, end }) => [start, end]));
        for (const at of cuts) {
          const around = [text[at - 1] ?? ' ', text[at] ?? ' '];
          if (!around.some((character) => PYTHON_SPACE.test(character))) expect(edges.has(at)).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are words as people see them', () => {
    const said = (text: string) => tokens(text, 'en').map(({ start, end }) => text.slice(start, end));
    expect(said('“We can’t,” said Ek.  No.\n')).toEqual([
      '“',
      'We',
      'can’t',
      ',',
      '”',
      'said',
      'Ek',
      '.',
      ' ',
      'No',
      '.',
      '\n',
    ]);
    expect(said('')).toEqual([]);
  });
});

describe('a span without outer space', () => {
  it.each([
    ['a b', [0, 3], [0, 3]],
    [' a b\u00a0', [0, 5], [1, 4]],
    ['\n\t ', [0, 3], null],
    ['x  y', [1, 3], null],
  ])('of %j', (text, [start, end], expected) => {
    const span = withoutOuterSpace(text, { start: start!, end: end! });
    expect(span && [span.start, span.end]).toEqual(expected);
  });
});
