import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../project/text.arbitrary';
import { sentences, snapToWords, trim, words } from './sentences';

const runs = { numRuns: 1000 };
const whole = (text: string) => ({ start: 0, end: text.length });
const slices = (text: string, spans: readonly { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    // One sentence each: a full stop that ends nothing.
    [['Mr. Smith met Mrs. Jones and Dr. Who on Jan. 5 at St. Mary’s.']],
    [['Sens. Ron Wyden and Karin Gilroy (D-N.Y.) wrote to Gov. Newsom.']],
    [['Sen. Chuck Schumer, D-N.Y., said no.']],
    [['Rep. Kevin McCarthy, R-Calif., agreed.']],
    [['J. K. Rowling and George W. Bush met Sgt. Pepper.']],
    [['The U.S. Senate and the U.K. Parliament agreed with U.N. officials.']],
    [['At 5 p.m. Tuesday the No. 2 train stopped.']],
    [['Apple Inc. Chief Tim Cook spoke.']],
    [['It costs 3.5 million, i.e. more than e.g. Mr. Orr paid.']],
    // Two: the same abbreviations at the end of a sentence.
    [['He moved to the U.S.', 'The trip was long.']],
    [['She arrived at 5 p.m.', 'He left.']],
    [['They sell apples, pears, etc.', 'But not plums.']],
    [['“We knew,” said Ms. Ek.', 'Mr. Orr did not.']],
    [['“Is it?” he asked.', '“It is!”', 'They left.']],
    [['Yahoo! was not amused.', 'Why?']],
    [['It cost £2m.', 'Critics laughed.']],
  ])('%j', (expected) => {
    const text = expected.join(' ');
    expect(slices(text, sentences(text, whole(text)))).toEqual(expected);
  });

  it.each([
    ['initials', 'J. '],
    ['one endless word', 'a'],
    ['shouting', '! '],
    ['questions', 'why? '],
  ])('are found in time in %s without end', (_, piece) => {
    const text = piece.repeat(200_000 / piece.length);
    const before = performance.now();
    sentences(text, whole(text));
    expect(performance.now() - before).toBeLessThan(30_000);
  });

  it('are ordered, trimmed, inside their block, and leave out nothing but white space', () => {
    const blocks = fc.tuple(arbitraryText(30), fc.nat(500), fc.nat(500));
    fc.assert(
      fc.property(blocks, fc.constantFrom('en', 'de', 'he', 'zz-nonsense', ''), ([text, a, b], language) => {
        const [one, other] = [a % (text.length + 1), b % (text.length + 1)];
        const block = { start: Math.min(one, other), end: Math.max(one, other) };
        const found = sentences(text, block, language);
        let at = block.start;
        for (const span of found) {
          expect(text.slice(at, span.start).trim()).toBe('');
          expect(trim(text, span)).toEqual(span);
          at = span.end;
        }
        expect(text.slice(at, block.end).trim()).toBe('');
        expect(at).toBeLessThanOrEqual(block.end);
      }),
      runs,
    );
  });
});

describe('words', () => {
  it.each([
    ['the well-known “ferry” won’t sail', ['the', 'well-known', 'ferry', 'won’t', 'sail']],
    ['#MeToo, said @milano: 7 ships', ['#MeToo', 'said', '@milano', '7', 'ships']],
    ['Ek–Orr talks — over', ['Ek', 'Orr', 'talks', 'over']],
    ['', []],
    [' … ', []],
  ])('of %j', (text, expected) => {
    expect(slices(text, words(text, whole(text)))).toEqual(expected);
  });

  it('are ordered, disjoint, and each holds a letter or a digit', () => {
    fc.assert(
      fc.property(arbitraryText(30), (text) => {
        let at = 0;
        for (const span of words(text, whole(text))) {
          expect(span.start).toBeGreaterThanOrEqual(at);
          expect(text.slice(span.start, span.end)).toMatch(/[\p{L}\p{N}]/u);
          at = span.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      runs,
    );
  });
});

describe('snapping a selection to words', () => {
  const text = 'She said: “We knew, of course.” Then the well-known ferry left.';
  const snapped = (part: string) => {
    const start = text.indexOf(part);
    const span = snapToWords(text, { start, end: start + part.length }, [whole(text)]);
    return span && text.slice(span.start, span.end);
  };

  it.each([
    ['aid: “We kn', 'said: “We knew'],
    ['“We knew, of course.”', '“We knew, of course.”'],
    ['e knew, ', 'We knew,'],
    ['nown fer', 'well-known ferry'],
    [' ', null],
  ])('%j becomes %j', (part, expected) => {
    expect(snapped(part)).toBe(expected);
  });

  it('only ever grows what is not white space, and doing it twice changes nothing', () => {
    fc.assert(
      fc.property(arbitraryText(20), fc.nat(300), fc.nat(300), (source, a, b) => {
        const [one, other] = [a % (source.length + 1), b % (source.length + 1)];
        const span = { start: Math.min(one, other), end: Math.max(one, other) };
        const found = snapToWords(source, span, [whole(source)]);
        const inner = trim(source, span);
        if (!inner || !found) {
          expect(found).toEqual(inner);
          return;
        }
        expect(found.start).toBeLessThanOrEqual(inner.start);
        expect(found.end).toBeGreaterThanOrEqual(inner.end);
        expect(snapToWords(source, found, [whole(source)])).toEqual(found);
      }),
      runs,
    );
  });
});
