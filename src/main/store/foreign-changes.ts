import { join } from 'node:path';
import type { Disk } from './disk';
import type { OnForeign } from './journal';
import { keepAs } from './keep-file';
import type { Lock } from './lock';
import { Refusal } from './refusal';
import { uniqueStamp } from './times';

/** Whom to tell of what others do to the folder; the store is made last, so there may be nobody yet. */
export interface Told {
  store: {
    stop(why: string): void;
    conflict(message: string): void;
  } | null;
}

/** Stops everything when the lock is no longer ours: another window was told to take the project over. */
export function guardOf(lock: Lock, told: Told): () => Promise<void> {
  return async () => {
    if (await lock.isOurs()) return;
    const why = 'This project was taken over by another window. Nothing more is saved here.';
    told.store?.stop(why);
    throw new Refusal('read-only', why);
  };
}

/** When the journal is not as it was left, that version is kept; ours is then written again. */
export function keepForeignJournal(
  disk: Disk,
  now: () => Date,
  guard: () => Promise<void>,
  told: Told,
): OnForeign {
  return async (path) => {
    await guard();
    const copy = `${path}.conflict-${uniqueStamp(now())}`;
    const kept = await keepAs(disk, path, copy);
    told.store?.conflict(
      kept
        ? `The journal was changed by another program. Its version is kept as ${copy}; your edits are saved in a new one.`
        : 'The journal was removed by another program. It was written anew, with your edits.',
    );
  };
}

/** When another file is not as it was left, it stays; the result is where our version goes instead. */
export function yieldToForeign(
  folder: string,
  now: () => Date,
  guard: () => Promise<void>,
  told: Told,
): (path: string) => Promise<string> {
  return async (path) => {
    await guard();
    const copy = `${path}.conflict-${uniqueStamp(now())}`;
    const what = `${join(folder, path)} was changed by another program while it was open.`;
    told.store?.conflict(`${what} It was left alone; your version is kept as ${copy} and in the journal.`);
    return copy;
  };
}
