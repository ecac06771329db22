import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contextOf } from './context';
import { article, edit, edited } from './edited-text.arbitrary';
import { isPlace, RoughSearch } from './find-roughly';

describe('words whose text was edited', () => {
  it('are found where they are now, or not at all; never elsewhere', () => {
    let found = 0;
    let all = 0;
    fc.assert(
      fc.property(
        article.chain((text) =>
          fc.tuple(
            fc.constant(text),
            fc.nat(text.length - 40),
            fc.integer({ min: 4, max: 120 }),
            fc.array(edit(text.length), { maxLength: 6 }),
            fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), edit(60)), { maxLength: 3 }),
          ),
        ),
        ([text, start, length, anywhere, inside]) => {
          const end = Math.min(text.length, start + length);
          // Edits anywhere, and some in the quote itself or just beside it.
          const edits = [
            ...anywhere,
            ...inside.map(([share, own]) => ({ ...own, at: Math.floor(start + share * (end - start)) })),
          ].filter(({ at, remove }) => at + remove <= text.length);
          const { now, moved, count } = edited(text, edits);
          const words = contextOf(text, [{ start, end }]);
          const place = new RoughSearch(now).find(words);
          all++;
          if (!isPlace(place)) return;
          found++;
          const slack = count + 4;
          expect(Math.abs(place.start - moved(start))).toBeLessThanOrEqual(slack);
          expect(Math.abs(place.end - moved(end))).toBeLessThanOrEqual(slack);
        },
      ),
      { numRuns: 2000 },
    );
    expect(found / all).toBeGreaterThan(0.85);
  });

  it('are not found once they and their surroundings are gone', () => {
    fc.assert(
      fc.property(article, fc.nat(), fc.integer({ min: 6, max: 80 }), (text, from, length) => {
        const start = from % Math.max(1, text.length - length - 32);
        const words = contextOf(text, [{ start, end: start + length }]);
        const without = text.slice(0, Math.max(0, start - 32)) + text.slice(start + length + 32);
        expect(isPlace(new RoughSearch(without).find(words))).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [
      'a letter changed in them',
      'He said the plan is foolish, twice.',
      'the plan is follish',
      'He said ',
      ', twice.',
    ],
    [
      'words put in around them',
      'He then said the plan is foolish, twice.',
      'the plan is foolish',
      'He said ',
      ', twice.',
    ],
    [
      'words put in among them',
      'He said the new plan is foolish, twice.',
      'the plan is foolish',
      'He said ',
      ', twice.',
    ],
  ])('are found with %s', (_, text, quote, prefix, suffix) => {
    const place = new RoughSearch(text).find({ quote, prefix, suffix });
    expect(isPlace(place) && text.slice(place.start, place.end)).toMatch(/^the (?:new )?plan is foolish$/);
  });

  it('are whole words where they were whole words', () => {
    const text = 'Here the Xferry stops at the harbour.';
    const place = new RoughSearch(text).find({
      quote: 'ferry',
      prefix: 'Here the ',
      suffix: ' stops at the',
    });
    expect(isPlace(place) && text.slice(place.start, place.end)).toBe('Xferry');
  });

  it.each([
    ['other words stand there', 'He called the plan wise, and left at noon.', 'gone'],
    [
      'two places are alike',
      'He called the plan folish, and left. He called the plan follish, and left.',
      'unsure',
    ],
    ['nothing is like them', 'Nobody said a word about anything today.', null],
  ])('are told from what they are not: %s', (_, text, told) => {
    const words = { quote: 'foolish', prefix: 'He called the plan ', suffix: ', and left' };
    expect(new RoughSearch(text).find(words)).toBe(told);
  });

  it('speak for themselves when they are many, whatever stands around them now', () => {
    const quote = 'The ferry that was to be replaced last winter is still at the pier, waiting for parts.';
    const now = `Menu Home News ${quote.replace('winter', 'wintre')} Share this`;
    const place = new RoughSearch(now).find({ quote, prefix: 'x'.repeat(32), suffix: 'y'.repeat(32) });
    expect(place).toEqual({ start: 15, end: 15 + quote.length });
  });

  it('are found by their ends when they are long', () => {
    const body = Array.from({ length: 90 }, (_, at) => `line ${at * 7919} of the log`).join('. ');
    const now = `Before. ${body.replace('line 79190 ', 'lime 79190 ')} After.`;
    const place = new RoughSearch(now).find({ quote: body, prefix: 'Before. ', suffix: ' After.' });
    expect(place).toEqual({ start: 8, end: 8 + body.length });
  });

  it('are given up on in a text that would take too long', () => {
    const search = new RoughSearch('ab'.repeat(300_000));
    expect(search.find({ quote: 'foolish', prefix: 'He called it ', suffix: ' and left' })).toBeNull();
  });
});
