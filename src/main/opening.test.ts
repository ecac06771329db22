import { expect, test } from 'vitest';
import type { OpenProject } from '../shared/api';
import { Opening } from './opening';
import type { ProjectStore } from './store/project-store';

/** A window that is one list of what happened, and projects whose reading the test carries on and ends. */
function world() {
  const log: string[] = [];
  const readings = new Map<string, { step: () => void; end: () => void; fail: () => void }>();
  const taken = new Map<string, () => Promise<void>>();
  const opening = new Opening({
    read: (folder, _takeOver, onRead) =>
      new Promise((resolve, reject) => {
        const step = () => {
          try {
            onRead({ name: folder, done: 1, total: 2 });
          } catch (error) {
            log.push(`unlocked ${folder}`);
            reject(error as Error);
          }
        };
        const store = { folder, close: async () => void log.push(`closed ${folder}`) };
        const end = () => resolve(store as unknown as ProjectStore);
        readings.set(folder, { step, end, fail: () => reject(new Error(`${folder} is damaged`)) });
      }),
    handOver({ folder }, onTaken) {
      taken.set(folder, onTaken);
      return { folder, rows: { list: `list of ${folder}`, length: 2 } } as OpenProject;
    },
    forget: (list) => void log.push(`forgot ${list}`),
    take: async ({ folder }) => void log.push(`took ${folder}`),
    onProgress: ({ name, done }) => void log.push(`${name}: ${done}`),
  });
  return { log, opening, reading: (folder: string) => readings.get(folder)!, taken };
}

test('a project takes the place of the one before when the page has all of it, and not before', async () => {
  const { log, opening, reading, taken } = world();
  const open = opening.open('a', false);
  await Promise.resolve();
  reading('a').step();
  reading('a').end();
  expect((await open)?.folder).toBe('a');
  expect(log).toEqual(['a: 1']);
  await taken.get('a')!();
  expect(log).toEqual(['a: 1', 'took a']);
  expect(await opening.cancel()).toBe(false);
});

test('cancelled while it is read, it is read no further and its folder is free', async () => {
  const { log, opening, reading } = world();
  const open = opening.open('a', false);
  await Promise.resolve();
  const cancelled = opening.cancel();
  reading('a').step();
  expect(await cancelled).toBe(true);
  expect(await open).toBeNull();
  expect(log).toEqual(['unlocked a']);
});

test('cancelled when it was read and is handed over, it is closed and never taken', async () => {
  const { log, opening, reading, taken } = world();
  const open = opening.open('a', false);
  await Promise.resolve();
  reading('a').end();
  await open;
  expect(await opening.cancel()).toBe(true);
  await taken.get('a')!();
  expect(log).toEqual(['forgot list of a', 'closed a']);
});

test('cancelled in the moment it is read, it is closed', async () => {
  const { log, opening, reading } = world();
  const open = opening.open('a', false);
  await Promise.resolve();
  const cancelled = opening.cancel();
  reading('a').end();
  expect(await cancelled).toBe(true);
  expect(await open).toBeNull();
  expect(log).toEqual(['closed a']);
});

test('another one that is opened cancels the first; one that fails leaves nothing', async () => {
  const { log, opening, reading, taken } = world();
  const first = opening.open('a', false);
  await Promise.resolve();
  reading('a').end();
  await first;
  const second = opening.open('b', false);
  await expect.poll(() => reading('b')).toBeTruthy();
  reading('b').fail();
  await expect(second).rejects.toThrow('b is damaged');
  await taken.get('a')!();
  expect(log).toEqual(['forgot list of a', 'closed a']);
  expect(await opening.cancel()).toBe(false);
});

test('when the page has gone, what was read is shown to the next one, and what was not is opened again', async () => {
  const { log, opening, reading } = world();
  const first = opening.open('a', false);
  await Promise.resolve();
  const left = opening.leave();
  reading('a').step();
  expect(await left).toBe('a');
  expect(await first).toBeNull();
  const second = opening.open('b', false);
  await Promise.resolve();
  reading('b').end();
  await second;
  expect(await opening.leave()).toBeNull();
  expect(log).toEqual(['unlocked a', 'took b']);
  expect(await opening.leave()).toBeNull();
});
