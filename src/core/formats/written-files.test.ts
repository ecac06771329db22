import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FormatError } from './format';
import { filesInMemory, textOf } from './written-files';

it('reads a file whole, or says that it is too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (data, longest) => {
      const files = filesInMemory([{ path: 'a.jsonl', data }]);
      if (data.length <= longest) expect(textOf(files, 'a.jsonl', longest)).toBe(data);
      else expect(() => textOf(files, 'a.jsonl', longest)).toThrow(FormatError);
    }),
    { numRuns: 1000 },
  );
});
