import { describe, expect, it } from 'vitest';
import { COUNTS, SEED } from './counts';
import { fuzz, importerIds, lineOf, said } from './drive';

/**
 * A share of what `npm run test:fuzz` does, the same in every run: files gone wrong on the way are read, or refused
 * in a sentence. What is said of a failure has the command that repeats it.
 */
describe('files that went wrong on the way', () => {
  it('have a number of cases for every importer', () => {
    expect([...COUNTS.keys()].sort()).toEqual([...importerIds()].sort());
  });

  it(
    'are read or refused by every importer, and nothing else comes of them',
    async () => {
      const lines: string[] = [];
      const onDone = (id: string, sum: Parameters<typeof lineOf>[1]) => lines.push(lineOf(id, sum));
      const failures = await fuzz({ counts: COUNTS, seed: SEED, onDone });
      console.log(`seed ${SEED}\n${lines.join('\n')}`);
      expect(failures.map(said)).toEqual([]);
    },
    20 * 60_000,
  );
});
