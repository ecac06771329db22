import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './matcher';
import { readPattern } from './pattern-reader';

const isValid = (source: string) => {
  try {
    new RegExp(source, 'gmu');
    return true;
  } catch {
    return false;
  }
};
const isRead = (source: string) => {
  try {
    readPattern(source);
    return true;
  } catch {
    return false;
  }
};

const PIECES = [
  ...[
    'a',
    'é',
    '🐟',
    '-',
    ' ',
    '.',
    '^',
    '$',
    '|',
    '/',
    '(',
    ')',
    '(?:',
    '(?=',
    '(?<!',
    '(?<n>',
    '(?',
    '[',
    '[^',
    ']',
  ],
  ...[
    '*',
    '+',
    '?',
    '{2}',
    '{2,}',
    '{3,1}',
    '{',
    '}',
    '{a}',
    '\\',
    '\\d',
    '\\b',
    '\\B',
    '\\q',
    '\\-',
    '\\1',
    '\\0',
  ],
  ...[
    '\\x41',
    '\\x4',
    '\\u0041',
    '\\u{1f41f}',
    '\\u{110000}',
    '\\u',
    '\\p{L}',
    '\\P{Lu}',
    '\\p{Foo}',
    '\\p',
    '\\k<n>',
  ],
  ...['\\k', '\\cA', '\\c', '\\n', 'a-z', 'z-a', '\\ud83d\\udc1f', '\\/'],
];

describe('a pattern that is none', () => {
  it('is told by our reading exactly when the engine refuses it', () => {
    const source = fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }).map((list) => list.join(''));
    fc.assert(
      fc.property(source, (pattern) => {
        expect(isRead(pattern)).toBe(isValid(pattern));
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['crane(s', 'At character 6: the ( is never closed.'],
    ['crane)', 'At character 6: this ) closes nothing.'],
    ['*crane', 'At character 1: there is nothing before the * to repeat.'],
    ['a|*', 'At character 3: there is nothing before the * to repeat.'],
    ['a**', 'At character 3: there is nothing before the * to repeat.'],
    ['[a-', 'At character 1: the [ is never closed.'],
    ['🐟[z-a]', 'At character 3: the range z-a is the wrong way round.'],
    ['\\q', 'At character 1: \\q means nothing.'],
    ['fish\\', 'At character 5: after the \\ must come something; write \\\\ for the sign itself.'],
    ['a{5,2}', 'At character 2: the numbers in {5,2} are the wrong way round.'],
    ['\\p{Fish}', 'At character 1: there is no property “Fish”.'],
    ['(a)\\2', 'At character 4: there is no group 2.'],
    ['\\b+', 'At character 3: “\\b” cannot be repeated with +.'],
  ])('%s', (text, message) => {
    const compiled = compile({ text, mode: 'regex', matchCase: false, wholeWord: false });
    expect(compiled).toMatchObject({ ok: false, problem: { message } });
  });
});
