import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeCards, sizeFor } from './margin-layout';

const wishes = fc
  .array(fc.record({ want: fc.integer({ min: 0, max: 5000 }), height: fc.integer({ min: 20, max: 300 }) }), {
    maxLength: 40,
  })
  .map((list) => list.sort((a, b) => a.want - b.want).map((wish, index) => ({ id: `c${index}`, ...wish })));

describe('the cards of the margin', () => {
  it('never overlap and never rise above the page', () => {
    fc.assert(
      fc.property(wishes, fc.nat(60), (list, pin) => {
        const tops = placeCards(list, `c${pin}`, 8);
        tops.forEach((top, at) => {
          expect(top).toBeGreaterThanOrEqual(0);
          if (at > 0) expect(top).toBeGreaterThanOrEqual(tops[at - 1]! + list[at - 1]!.height + 8);
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('keep the pinned card at its line whenever those above it have room', () => {
    fc.assert(
      fc.property(wishes, fc.nat(39), (list, pin) => {
        fc.pre(pin < list.length);
        const above = list.slice(0, pin).reduce((sum, { height }) => sum + height + 8, 0);
        const tops = placeCards(list, `c${pin}`, 8);
        if (above <= list[pin]!.want) expect(tops[pin]).toBe(list[pin]!.want);
      }),
      { numRuns: 1000 },
    );
  });

  it('stand exactly at their lines when nothing is in the way', () => {
    const list = [0, 200, 400].map((want, index) => ({ id: `c${index}`, want, height: 100 }));
    expect(placeCards(list, null, 8)).toEqual([0, 200, 400]);
  });
});

describe('how much a card says', () => {
  const heights = { full: 96, brief: 54, line: 30 };

  it('is as much as leaves room for all of them beside the text', () => {
    fc.assert(
      fc.property(fc.nat(20_000), fc.nat(400), (height, count) => {
        const size = sizeFor(height, count, heights, 8);
        const fits = (each: number) => count * (each + 8) <= height;
        if (size !== 'line') expect(fits(heights[size])).toBe(true);
        if (size !== 'full') expect(fits(heights.full)).toBe(false);
        if (size === 'line') expect(fits(heights.brief)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
