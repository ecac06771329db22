import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inBlocks, prettyJson } from './pretty-json';

test('is what JSON.stringify with an indent of two gives, for every value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      expect([...prettyJson(value)].join('')).toBe(JSON.stringify(value, null, 2));
    }),
    { numRuns: 1000 },
  );
});

test('leaves out undefined fields as JSON does, and keeps line ends in strings apart from its own', () => {
  const value = { a: undefined, b: 'one\ntwo', c: [{ d: undefined, e: { f: { g: { h: ['x\n'] } } } }] };
  expect([...prettyJson(value)].join('')).toBe(JSON.stringify(value, null, 2));
});

test('blocks joined are the text, and none is much longer than it has to be', () => {
  const pieces = Array.from({ length: 5000 }, (_, index) => `piece ${index} 😀 `.repeat(5));
  const blocks = [...inBlocks(pieces)];
  expect(Buffer.concat(blocks).toString()).toBe(pieces.join(''));
  expect(blocks.length).toBeGreaterThan(1);
  for (const block of blocks) expect(block.length).toBeLessThan(400_000);
});
