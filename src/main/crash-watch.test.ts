import { expect, test } from 'vitest';
import { createCrashWatch } from './crash-watch';

test('a page that stops comes back, then from its beginning, and then its person is asked', () => {
  let time = 0;
  const crashed = createCrashWatch(() => time);
  expect(crashed()).toBe('back');
  time += 30_000;
  expect(crashed()).toBe('anew');
  time += 10_000;
  expect([crashed(), crashed()]).toEqual(['ask', 'ask']);
});

test('crashes far from each other are no trouble', () => {
  let time = 0;
  const crashed = createCrashWatch(() => time);
  for (let count = 0; count < 5; count++) {
    expect(crashed()).toBe('back');
    time += 60_000;
  }
});
