import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryField } from '../project/text.arbitrary';
import { plainCell, safeCell } from './csv-cells';
import { joinEscaped, splitEscaped } from './escaped-list';

const cell = fc.oneof(
  arbitraryField(),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom("'", '=', '-', '+', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '3', '.', 'a'),
      { maxLength: 4 },
    )
    .map((list) => list.join('')),
);
const PLAIN_NUMBER = /^[-+]?\d+(\.\d+)?(e[-+]?\d+)?$/i;

describe('a safe cell', () => {
  it('is given back exactly, whatever its text: escaping is a bijection', () => {
    fc.assert(
      fc.property(cell, (text) => {
        expect(plainCell(safeCell(text))).toBe(text);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(cell, cell, (one, other) => {
        expect(safeCell(one) === safeCell(other)).toBe(one === other);
      }),
      { numRuns: 5000 },
    );
  });

  it('never begins like a formula, unless it is a number', () => {
    fc.assert(
      fc.property(cell, (text) => {
        const safe = safeCell(text);
        if (!PLAIN_NUMBER.test(safe)) expect('=+-@\t\r\n＝＋－＠').not.toContain(safe[0] ?? 'x');
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    ['-3', '-3'],
    ['+3', '+3'],
    ['-0.5', '-0.5'],
    ['-1e-7', '-1e-7'],
    ['2024-05-01', '2024-05-01'],
    ['plain', 'plain'],
    ['', ''],
    ['-3+2', "'-3+2"],
    ['-', "'-"],
    ['- a dash', "'- a dash"],
    ['=HYPERLINK("x")', '\'=HYPERLINK("x")'],
    ['@milano', "'@milano"],
    ['＝1+1', "'＝1+1"],
    ['\tx', "'\tx"],
    ["'tis", "''tis"],
    ["'=1", "''=1"],
  ])('%j is written %j', (text, written) => {
    expect(safeCell(text)).toBe(written);
  });
});

describe('an escaped list', () => {
  it.each(['; ', '.'] as const)('with %j between gives its texts back', (separator) => {
    const piece = fc.constantFrom('a', ';', '; ', '.', '\\', ' ', '😀');
    const texts = fc.array(
      fc.array(piece, { maxLength: 4 }).map((list) => list.join('')),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(texts, (list) => {
        expect(splitEscaped(joinEscaped(list, separator), separator)).toEqual(list);
      }),
      { numRuns: 2000 },
    );
  });

  it('is what a person would write where there is nothing to escape', () => {
    expect(joinEscaped(['Ada Ek', 'Bo Orr'], '; ')).toBe('Ada Ek; Bo Orr');
    expect(splitEscaped('Ada Ek; Bo Orr', '; ')).toEqual(['Ada Ek', 'Bo Orr']);
  });
});
