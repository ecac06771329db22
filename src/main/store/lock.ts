import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Disk, Stamp } from './disk';
import { codeOf, isMissing, sayWhy } from './disk-errors';
import { readWhole, stampOf, writeAll } from './file-bytes';
import { JOURNAL, LOCK, PROJECT } from './layout';
import type { Holder } from './lock-holder';
import { isGone, parseHolder, sayHeld, thisProcess } from './lock-holder';

/** The right to write a project folder. */
export interface Lock {
  /**
   * Is the lock on the disk still this one? False once someone has taken the project over. One that somebody
   * has deleted is made again; throws ENOENT when the project has gone with it, as when a disk was taken away.
   */
  isOurs(): Promise<boolean>;
  /** Removes the lock if it is still this one. */
  release(): Promise<void>;
}

/**
 * The lock, or the sentence that says why the folder can only be read; `held` when that is because of somebody
 * else's lock, which a person may decide to take over.
 */
export type Locking =
  | { readonly lock: Lock; readonly refused: null; readonly held: false }
  | { readonly lock: null; readonly refused: string; readonly held: boolean };

/**
 * Takes the `.lock` of a project folder. A lock whose holder is gone is taken over without a question; any
 * other only with `takeOver`, after a person was asked.
 */
export async function acquireLock(
  disk: Disk,
  folder: string,
  now: Date,
  { takeOver = false }: { readonly takeOver?: boolean } = {},
): Promise<Locking> {
  const path = join(folder, LOCK);
  const self = thisProcess(randomUUID(), now);
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await create(disk, path, self))
        return { lock: lockOf(disk, path, self), refused: null, held: false };
      const found = await holderOf(disk, path);
      if (found === 'none') continue;
      if (!takeOver && !(found && isGone(found, self)))
        return { lock: null, refused: sayHeld(found), held: true };
      await moveAway(disk, path, found, self.token);
    }
    return {
      lock: null,
      refused: 'This project is being opened elsewhere at the same moment. Read only here.',
      held: false,
    };
  } catch (error) {
    const refused = `Nothing can be saved in this folder: ${sayWhy(error)}. Read only.`;
    return { lock: null, refused, held: false };
  }
}

/** True when the lock is made; false when there is one. A link, so that a lock is never seen half written. */
async function create(disk: Disk, path: string, self: Holder): Promise<boolean> {
  const temp = `${path}.${self.token.replaceAll('-', '').slice(0, 12)}.tmp`;
  const bytes = Buffer.from(`${JSON.stringify(self, null, 2)}\n`);
  try {
    await writeNew(disk, temp, bytes);
    await disk.link(temp, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    if (['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EIO'].includes(codeOf(error) ?? '')) throw error;
    return await createWithoutLink(disk, path, bytes);
  } finally {
    await disk.remove(temp).catch(() => {});
  }
}

async function createWithoutLink(disk: Disk, path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeNew(disk, path, bytes);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const file = await disk.open(path, 'wx+');
  try {
    await writeAll(file, bytes, 0);
    await file.sync();
  } catch (error) {
    await disk.remove(path).catch(() => {});
    throw error;
  } finally {
    await file.close();
  }
}

async function holderOf(disk: Disk, path: string): Promise<Holder | null | 'none'> {
  try {
    return parseHolder((await readWhole(disk, path)).bytes);
  } catch (error) {
    if (isMissing(error)) return 'none';
    throw error;
  }
}

/**
 * Two windows may find the same stale lock at once, and the slower one must not remove the faster one's new
 * lock: what was moved away is looked at, and put back when it is another than the one that was stale.
 */
async function moveAway(disk: Disk, path: string, stale: Holder | null, token: string): Promise<void> {
  const away = `${path}.${token.replaceAll('-', '').slice(-12)}.tmp`;
  try {
    await disk.rename(path, away);
  } catch (error) {
    if (isMissing(error)) return;
    throw error;
  }
  const moved = await holderOf(disk, away);
  if (moved !== 'none' && moved?.token !== stale?.token) await disk.link(away, path).catch(() => {});
  await disk.remove(away).catch(() => {});
}

/** An empty folder may be all that is left where a disk was: what is written there is found by nobody. */
async function checkIsThere(disk: Disk, folder: string): Promise<void> {
  for (const name of [PROJECT, JOURNAL]) if (await stampOf(disk, join(folder, name))) return;
  throw Object.assign(new Error(`${folder} holds no project any more`), { code: 'ENOENT' });
}

function lockOf(disk: Disk, path: string, self: Holder): Lock {
  let seen: Stamp | null = null;
  let released = false;
  const isOnDisk = async () => {
    const stamp = await stampOf(disk, path);
    // One look at the file's number is enough before every save; its content only when that is another.
    if (stamp && stamp.number === seen?.number && stamp.modified === seen.modified) return true;
    const found = stamp ? await holderOf(disk, path) : 'none';
    if (found === 'none') return 'none';
    if (found?.token === self.token) seen = stamp;
    return found?.token === self.token;
  };
  return {
    isOurs: async () => {
      if (released) return false;
      const found = await isOnDisk();
      if (found !== 'none') return found;
      await checkIsThere(disk, dirname(path));
      return create(disk, path, self);
    },
    release: async () => {
      released = true;
      if ((await isOnDisk()) === true) await disk.remove(path);
    },
  };
}
