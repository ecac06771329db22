import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CommitQueue } from './commit-queue';
import { projectOf } from './project-on-disk.arbitrary';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('when there is room again what waits is saved within seconds, however often it was refused before', async () => {
  let full = true;
  const saved: number[] = [];
  const queue = new CommitQueue({
    append: async (entries) => {
      if (full) throw Object.assign(new Error('no room'), { code: 'ENOSPC' });
      saved.push(...entries.map(({ seq }) => seq));
    },
    now: () => new Date(),
    onSaved: () => {},
    onFailed: () => {},
  });
  const after = projectOf(0, 0);
  const done: Promise<unknown>[] = [];
  for (let seq = 1; seq <= 20; seq++) {
    done.push(queue.add({ entry: { seq, at: '', label: 'tag', change: {} }, after }));
    await vi.advanceTimersByTimeAsync(1000);
  }
  await vi.advanceTimersByTimeAsync(600_000);
  expect(saved).toEqual([]);
  full = false;
  await vi.advanceTimersByTimeAsync(5000);
  await Promise.all(done);
  expect(saved).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});
