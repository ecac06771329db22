import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from './read-json';
import { MAX_DEPTH } from './scan-json';

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('reading JSON', () => {
  it('is the same whether it stands as we print it or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const printed = JSON.stringify(value);
        for (const text of [printed, ` ${printed}`, JSON.stringify(value, null, 1)]) {
          const { value: read, warnings } = readJson('a.jsonl', text);
          expect(read).toEqual(JSON.parse(printed));
          expect(warnings).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('tells of keys given twice, and refuses what is nested too deep, however it is printed', () => {
    expect(readJson('a.jsonl', '{"a":1,"a":2}', 7).warnings).toEqual([
      'a.jsonl:7:8: the key is given twice; the last one counts',
    ]);
    for (const space of ['', ' ']) {
      expect(() => readJson('a.jsonl', space + nested(MAX_DEPTH))).not.toThrow();
      expect(() => readJson('a.jsonl', space + nested(MAX_DEPTH + 1))).toThrow(/200 levels deep/);
      expect(() => readJson('a.jsonl', space + nested(50_000))).toThrow(/200 levels deep/);
    }
  });
});
