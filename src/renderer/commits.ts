import type { Change } from '../core/change/change';
import { inPortions, isLarge } from '../core/change/portions';
import type { HandedOver } from '../shared/api';
import { drawn } from './at-length';

/** Resolves when everything that was to be sent until now has been; null when nothing waits. */
let sending: Promise<unknown> | null = null;
let last = 0;

/**
 * Sends a change to main. A large one goes before in portions, so that the window stays alive meanwhile, and what is
 * done after it waits until it has gone: main gets all changes in the order in which they were made.
 */
export function send<Answer>(
  change: Change,
  call: (change: Change | HandedOver) => Promise<Answer>,
): Promise<Answer> {
  const large = isLarge(change);
  if (!large && sending === null) return call(change);
  const before = sending ?? Promise.resolve();
  const sent = before.then(async () => ({ answer: call(large ? await handOver(change) : change) }));
  const done = sent.then(
    () => {},
    () => {},
  );
  sending = done;
  void done.then(() => {
    if (sending === done) sending = null;
  });
  return sent.then(({ answer }) => answer);
}

/** Resolves when all changes have been sent; null when none waits. */
export const stillSending = (): Promise<unknown> | null => sending;

async function handOver(change: Change): Promise<HandedOver> {
  const name = `change-${++last}`;
  // What was done is shown before the first portion is made of it, which takes as long as a frame.
  await drawn();
  for (const portion of inPortions(change)) await window.desktop.handOver({ name, portion });
  return { handedOver: name };
}
