import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryName } from '../project/text.arbitrary';
import { fileNameOf } from './file-name';

describe('the name of a file', () => {
  it.each([
    ['Ferry study', 'Ferry-study'],
    ['  #MeToo: who / said "what"?  ', '#MeToo-who-said-what'],
    ['../../etc/passwd', 'etc-passwd'],
    ['CON', 'project-CON'],
    ['lpt1.txt', 'project-lpt1.txt'],
    ['...', 'project'],
    ['', 'project'],
    ['Cafe\u0301', 'Caf\u00e9'],
    ['日本語', '日本語'],
  ])('of %j is %j', (name, expected) => {
    expect(fileNameOf(name)).toBe(expected);
  });

  it('is one that every system takes, and does not change when it is made again', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryName(), fc.string({ unit: 'binary', maxLength: 120 })), (name) => {
        const made = fileNameOf(name);
        expect(made).toMatch(
          /^[^\0-\x1f<>:"/\\|?*.\s-](?:[^\0-\x1f<>:"/\\|?*\s]*[^\0-\x1f<>:"/\\|?*.\s-])?$/u,
        );
        expect([...made].length).toBeLessThanOrEqual(90);
        expect(fileNameOf(made)).toBe(made);
      }),
      { numRuns: 2000 },
    );
  });
});
