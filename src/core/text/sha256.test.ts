import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../project/text.arbitrary';
import { sha256 } from './sha256';

const known = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

describe('SHA-256', () => {
  it('is what everyone else computes', () => {
    const texts = fc.oneof(arbitraryText(200), fc.string({ unit: 'binary', maxLength: 300 }));
    fc.assert(
      fc.property(texts, (text) => {
        expect(sha256(text)).toBe(known(text));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([0, 55, 56, 63, 64, 65, 119, 120, 1_000_003])(
    'holds for %i bytes, where padding changes',
    (size) => {
      expect(sha256('a'.repeat(size))).toBe(known('a'.repeat(size)));
    },
  );
});
