import { describe, expect, it } from 'vitest';
import { filesOf } from './cases';
import { COUNTS, SEED } from './counts';
import { fuzz, importerIds, lineOf, ROOT, said } from './drive';
import { messageFault } from './faults';
import { importersOf } from './importers';

/**
 * A share of what `npm run test:fuzz` does, the same in every run: files gone wrong on the way are read, or refused
 * in a sentence. What is said of a failure has the command that repeats it.
 */
describe('files that went wrong on the way', () => {
  it('have a number of cases for every importer', () => {
    expect([...COUNTS.keys()].sort()).toEqual([...importerIds()].sort());
  });

  it('are the same for the same seed and number, and others for others', () => {
    for (const importer of importersOf(ROOT)) {
      const made = (seed: string, at: number) =>
        filesOf(importer, seed, at).map(
          ({ path, bytes }) => `${path} ${Buffer.from(bytes).toString('base64')}`,
        );
      const first = Array.from({ length: 20 }, (_, at) => made('a', at));
      expect(Array.from({ length: 20 }, (_, at) => made('a', at))).toEqual(first);
      expect(new Set(first.map(String)).size).toBeGreaterThan(10);
      expect(Array.from({ length: 20 }, (_, at) => made('b', at))).not.toEqual(first);
    }
  });

  it.each([
    ['a.json:1:2: the row has no text', null],
    ['a.json:1:2: there is no label “undefined”', null],
    ['This file is damaged: its XML is broken (undefined entity.).', null],
    ['', 'nothing is said'],
    ["Cannot read properties of undefined (reading 'a')", 'no sentence'],
    ['x.csv:3:1: x.map is not a function', 'no sentence'],
    ['Unexpected token } in JSON at position 3', 'no sentence'],
    ['offset [object Object] is outside', 'no sentence'],
  ])('are refused in sentences: is %j one?', (message, fault) => {
    if (fault === null) expect(messageFault(message)).toBeNull();
    else expect(messageFault(message)).toContain(fault);
  });

  it(
    'are read or refused by every importer, and nothing else comes of them',
    async () => {
      const lines: string[] = [];
      const blind: string[] = [];
      const onDone = (id: string, sum: Parameters<typeof lineOf>[1]) => {
        lines.push(lineOf(id, sum));
        // An importer that refuses everything is tested for nothing.
        if (sum.read === 0) blind.push(id);
      };
      const failures = await fuzz({ counts: COUNTS, seed: SEED, onDone });
      console.log(`seed ${SEED}\n${lines.join('\n')}`);
      expect(failures.map(said)).toEqual([]);
      expect(blind).toEqual([]);
    },
    60 * 60_000,
  );
});
