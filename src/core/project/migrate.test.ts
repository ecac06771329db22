import { describe, expect, it } from 'vitest';
import type { Migration } from './migrate';
import { migrate } from './migrate';

/** Two invented versions: the first renamed a field, the second counted it. */
const steps: readonly Migration[] = [
  (kind, data) => (kind === 'speakers' ? { names: (data as { list: string[] }).list } : data),
  (_kind, data) => ({ ...(data as object), version: 3 }),
];

describe('migration', () => {
  it('goes through every version between, once each and in order', () => {
    expect(migrate('speakers', 1, { list: ['Ida'] }, steps, 3)).toEqual({ names: ['Ida'], version: 3 });
    expect(migrate('speakers', 2, { names: ['Ida'] }, steps, 3)).toEqual({ names: ['Ida'], version: 3 });
    expect(migrate('claims', 1, { list: [] }, steps, 3)).toEqual({ list: [], version: 3 });
  });

  it('leaves what is of this version untouched, the very same object', () => {
    const data = { names: [] };
    expect(migrate('speakers', 3, data, steps, 3)).toBe(data);
    expect(migrate('speakers', 1, data)).toBe(data);
  });

  it('refuses a step on which a record would be lost', () => {
    const losing: Migration = (_kind, data) => ({ list: (data as { list: unknown[] }).list.slice(1) });
    expect(() => migrate('claims', 1, { list: ['a', 'b'] }, [losing], 2)).toThrow('would lose 1 records');
    const dropping: Migration = (_kind, data) => (data as unknown[]).slice(2);
    expect(() => migrate('claims', 1, [1, 2, 3], [dropping], 2)).toThrow('would lose 2 records');
  });

  it('refuses what is newer, and what never was', () => {
    expect(() => migrate('speakers', 4, {}, steps, 3)).toThrow('newer');
    for (const schema of [0, -1, 1.5, Number.NaN])
      expect(() => migrate('speakers', schema, {}, steps, 3)).toThrow('never');
  });
});
