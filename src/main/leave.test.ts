import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Leaving } from './leave';
import { leave } from './leave';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const never = () => new Promise<never>(() => {});
const well: Leaving = {
  leaveFields: async () => ({ sent: Promise.resolve() }),
  unsaved: async () => null,
  waitingFor: () => 'The disk does not answer.',
  mayLeave: async () => false,
  close: async () => {},
  isTerminated: () => false,
};

/** What leaving comes to, and how long it took (ms). */
async function timed(window: Partial<Leaving>): Promise<readonly [boolean, number]> {
  const began = Date.now();
  const left = leave({ ...well, ...window }).then((result) => [result, Date.now() - began] as const);
  await vi.runAllTimersAsync();
  return left;
}

test('a window goes at once when all is saved, and nobody is asked', async () => {
  expect(await timed({ mayLeave: never })).toEqual([true, 0]);
});

test('the system that ends the app is obeyed within five seconds, whatever hangs or fails', async () => {
  const fails = () => Promise.reject(new Error('no'));
  const sends = async () => ({ sent: never() });
  for (const leaveFields of [never, fails, sends])
    for (const unsaved of [never, fails])
      for (const close of [never, fails]) {
        const all = { leaveFields, unsaved, close, mayLeave: never, isTerminated: () => true };
        const [left, took] = await timed(all);
        expect(left).toBe(true);
        expect(took).toBeLessThan(5000);
      }
});

test('what is not saved is asked about, and the window stays when its person says so', async () => {
  const asked: string[] = [];
  const mayLeave = async (problem: string) => {
    asked.push(problem);
    return asked.length > 1;
  };
  const closed = vi.fn(async () => {});
  const full = { unsaved: async () => 'The disk is full.', mayLeave, close: closed };
  expect((await timed(full))[0]).toBe(false);
  expect(closed).not.toHaveBeenCalled();
  expect((await timed(full))[0]).toBe(true);
  expect(closed).toHaveBeenCalledTimes(1);
  await timed({ unsaved: never, mayLeave });
  expect(asked).toEqual(['The disk is full.', 'The disk is full.', 'The disk does not answer.']);
});

test('what the page is still sending is waited for before anything is said to be saved', async () => {
  const order: string[] = [];
  const leaveFields = async () => ({
    sent: new Promise<void>((done) => setTimeout(done, 2000)).then(() => void order.push('sent')),
  });
  const unsaved = async () => {
    order.push('asked the disk');
    return null;
  };
  expect(await timed({ leaveFields, unsaved })).toEqual([true, 2000]);
  expect(order).toEqual(['sent', 'asked the disk']);
  const asked: string[] = [];
  const mayLeave = async (problem: string) => {
    asked.push(problem);
    return false;
  };
  const stuck = {
    leaveFields: async () => ({ sent: never() }),
    waitingFor: () => 'It is still being written.',
  };
  expect((await timed({ ...stuck, mayLeave }))[0]).toBe(false);
  expect(asked).toEqual(['It is still being written.']);
});
