import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../project/model';
import type { Readable, Unit } from './motion';
import { blockAt, moveHead, nudge, step, unitsOf } from './motion';

const word = fc.constantFrom(
  'Said',
  'the',
  '“ferry”',
  'U.S.',
  'Mr.',
  'brakes,',
  'won’t',
  '👩‍🚒',
  '#tag',
  'end.',
  'A',
  'well-known',
);
const readable = fc
  .array(
    fc.array(word, { minLength: 1, maxLength: 14 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 5 },
  )
  .map((paragraphs): Readable => {
    const blocks: Block[] = [];
    let text = '';
    for (const paragraph of paragraphs) {
      if (text !== '') text += '\n\n';
      blocks.push({ kind: 'paragraph', start: text.length, end: text.length + paragraph.length });
      text += paragraph;
    }
    return { text, blocks, language: 'en' };
  });
const unit = fc.constantFrom<Unit>('word', 'sentence', 'block');

const all = (text: Readable, by: Unit) => text.blocks.flatMap((block) => unitsOf(text, block, by));

describe('the reading cursor', () => {
  it('visits every unit once, in order, forwards and backwards', () => {
    fc.assert(
      fc.property(readable, unit, (text, by) => {
        const units = all(text, by);
        const forward = [];
        for (let at = step(text, null, by, 1); at; at = step(text, at, by, 1))
          forward.push({ start: at.start, end: at.end });
        expect(forward).toEqual(units.map(({ start, end }) => ({ start, end })));
        const backward = [];
        for (let at = step(text, null, by, -1); at; at = step(text, at, by, -1))
          backward.push({ start: at.start, end: at.end });
        expect(backward.reverse()).toEqual(forward);
      }),
      { numRuns: 1000 },
    );
  });

  it('goes from a part of a sentence to the whole of it first', () => {
    const text = plain('One two three. Four five.');
    expect(step(text, { start: 4, end: 7 }, 'sentence', 1)).toEqual({ start: 0, end: 14 });
    expect(step(text, { start: 0, end: 14 }, 'sentence', 1)).toEqual({ start: 15, end: 25 });
  });

  it('goes from a sentence into it when asked for words', () => {
    const text = plain('One two three. Four five.');
    expect(step(text, { start: 0, end: 14 }, 'word', 1)).toEqual({ start: 0, end: 3 });
    expect(step(text, { start: 0, end: 14 }, 'word', -1)).toEqual({ start: 8, end: 13 });
  });
});

describe('extending a selection', () => {
  it('moves its head strictly forward, and never past the text', () => {
    fc.assert(
      fc.property(readable, unit, fc.nat(400), (text, by, seed) => {
        const units = all(text, by);
        fc.pre(units.length > 0);
        const from = units[seed % units.length]!;
        const head = moveHead(text, from.start, from.end, by, 1);
        expect(head).toBeGreaterThanOrEqual(from.end);
        expect(head).toBeLessThanOrEqual(text.text.length);
        if (from !== units.at(-1)) expect(head).toBeGreaterThan(from.end);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back by Shift+Left what Shift+Right took', () => {
    const text = plain('One two three four.');
    const grown = moveHead(text, 0, 7, 'word', 1);
    expect(grown).toBe(13);
    expect(moveHead(text, 0, grown, 'word', -1)).toBe(7);
  });
});

describe('nudging an end by a word', () => {
  it('always leaves a non-empty span inside the text with the other end where it was', () => {
    fc.assert(
      fc.property(
        readable,
        fc.nat(400),
        fc.nat(6),
        fc.constantFrom('start', 'end'),
        fc.constantFrom(1, -1),
        (text, seed, more, end, way) => {
          const units = all(text, 'word');
          fc.pre(units.length > 0);
          const first = seed % units.length;
          const span = {
            start: units[first]!.start,
            end: units[Math.min(units.length - 1, first + more)]!.end,
          };
          const next = nudge(text, span, end as 'start' | 'end', way as 1 | -1);
          expect(next.end).toBeGreaterThan(next.start);
          expect(next.start).toBeGreaterThanOrEqual(0);
          expect(next.end).toBeLessThanOrEqual(text.text.length);
          expect(end === 'start' ? next.end : next.start).toBe(end === 'start' ? span.end : span.start);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('moves each end by one word either way', () => {
    const text = plain('One two three four five.');
    const span = { start: 8, end: 18 };
    expect(nudge(text, span, 'start', -1)).toEqual({ start: 4, end: 18 });
    expect(nudge(text, span, 'start', 1)).toEqual({ start: 14, end: 18 });
    expect(nudge(text, span, 'end', -1)).toEqual({ start: 8, end: 13 });
    expect(nudge(text, span, 'end', 1)).toEqual({ start: 8, end: 23 });
  });
});

describe('the block at an offset', () => {
  it('is the one that holds it, or the next', () => {
    const text = plain('One.', 'Two.');
    expect([0, 3, 4, 6, 9, 10].map((offset) => blockAt(text.blocks, offset))).toEqual([0, 0, 1, 1, 1, 2]);
  });
});

function plain(...paragraphs: readonly string[]): Readable {
  let at = 0;
  const blocks = paragraphs.map((paragraph): Block => {
    const start = at;
    at += paragraph.length + 2;
    return { kind: 'paragraph', start, end: start + paragraph.length };
  });
  return { text: paragraphs.join('\n\n'), blocks, language: 'en' };
}
