import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../project/text.arbitrary';
import { pieces, wordPieces } from './segmentation';

const GRANULARITIES = ['grapheme', 'word', 'sentence'] as const;
const direct = (text: string, segmenter: Intl.Segmenter) =>
  Array.from(segmenter.segment(text), ({ index, segment, isWordLike }) => ({
    start: index,
    end: index + segment.length,
    wordLike: isWordLike ?? false,
  }));

describe.each(GRANULARITIES)('cutting a text into %ss by windows', (granularity) => {
  const segmenter = new Intl.Segmenter('en', { granularity });

  it('gives what the segmenter gives for the whole', () => {
    fc.assert(
      fc.property(arbitraryText(24), fc.integer({ min: 40, max: 80 }), (text, window) => {
        // Whether a sentence ends is decided by the next letter, however far (UAX #29, SB8).
        fc.pre(
          granularity !== 'sentence' || !(text.match(/\P{L}+/gu) ?? []).some(({ length }) => length > 24),
        );
        const span = { start: 0, end: text.length };
        expect([...pieces(text, span, segmenter, { window, margin: 32 })]).toEqual(direct(text, segmenter));
      }),
      { numRuns: 1000 },
    );
  });

  it('tiles any part of the text, however small the window', () => {
    fc.assert(
      fc.property(arbitraryText(12), fc.nat(99), fc.integer({ min: 1, max: 9 }), (text, skip, window) => {
        const characters = [...text];
        const start = characters.slice(0, skip % (characters.length + 1)).join('').length;
        let at = start;
        for (const piece of pieces(text, { start, end: text.length }, segmenter, { window, margin: 0 })) {
          expect(piece.start).toBe(at);
          expect(piece.end).toBeGreaterThan(at);
          at = piece.end;
        }
        expect(at).toBe(text.length);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes seconds, not hours, for 2 MB in one line', () => {
    const text = 'Ships sail on. 😀 '.repeat(120_000);
    const before = performance.now();
    let count = 0;
    for (const _ of pieces(text, { start: 0, end: text.length }, segmenter)) count++;
    expect(count).toBeGreaterThanOrEqual(120_000);
    expect(performance.now() - before).toBeLessThan(50_000);
  });
});

describe('grapheme clusters cut by windows', () => {
  it('are exact even where a window ends inside one', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const part = fc.constantFrom(
      '👨🏻‍🚒',
      '🇩🇪',
      '🇩',
      'e\u0301\u0302\u0303',
      '👩‍👩‍👧',
      'a',
      '\r\n',
      'กำ',
      '\u200d',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), fc.integer({ min: 1, max: 12 }), (parts, window) => {
        const text = parts.join('');
        const found = [...pieces(text, { start: 0, end: text.length }, segmenter, { window, margin: 1 })];
        expect(found).toEqual(direct(text, segmenter));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('words between seams', () => {
  const word = fc.constantFrom(
    'The',
    'a',
    'said',
    'U.S.',
    'o’clock',
    "don't",
    'x:y',
    '3.5m',
    'é',
    'naïve',
    '東京都',
    'ไทยคำ',
    '_',
  );
  const between = fc.constantFrom(
    ' ',
    ' ',
    ' ',
    ', ',
    '. ',
    ': ',
    '.',
    ':',
    "'",
    '-',
    '  ',
    '\n',
    ' \u0301',
    '\u00ad ',
    '\u200d',
    ' \u2060',
  );
  const prose = fc
    .array(fc.tuple(fc.oneof(word, arbitraryText(4)), between), { maxLength: 30 })
    .map((parts) => parts.flat().join(''));

  it.each(['en', 'fi', 'sv', 'ja', 'el'])(
    'are those that the segmenter finds in the whole (%s)',
    (language) => {
      const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
      fc.assert(
        fc.property(prose, (text) => {
          expect([...wordPieces(text, { start: 0, end: text.length }, segmenter)]).toEqual(
            direct(text, segmenter),
          );
        }),
        { numRuns: 1000 },
      );
    },
  );

  it('end where the span ends', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    for (const [start, end] of [
      [0, 3],
      [0, 4],
      [0, 5],
      [1, 9],
      [4, 6],
    ] as const) {
      const text = 'One, two. Three';
      const cut = [...wordPieces(text, { start, end }, segmenter)];
      expect(cut.map((piece) => text.slice(piece.start, piece.end))).toEqual(
        direct(text.slice(start, end), segmenter).map((piece) =>
          text.slice(start + piece.start, start + piece.end),
        ),
      );
    }
  });
});
