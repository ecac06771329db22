import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { note, UserError } from './run.mjs';

const TEMPORARY = 'tmp-';
const HEARTBEAT = 3_000;
const ABANDONED_AFTER = 15_000;

/** The folder for what can be fetched again: `$MARGINALIA_CACHE`, else the user's cache folder. */
export function cacheFolder() {
  if (process.env.MARGINALIA_CACHE) return resolve(process.env.MARGINALIA_CACHE);
  const xdg = process.env.XDG_CACHE_HOME;
  // The XDG specification says to ignore a relative path.
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'marginalia');
}

/**
 * Runs `work` with a new folder in the cache that is removed afterwards, and resolves with its result.
 * To be called under `withLock`, which removes what a killed process left.
 */
export async function inTemporaryFolder(work) {
  const folder = await mkdtemp(join(cacheFolder(), TEMPORARY));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Runs `work` while no other process works on the cache; waits for its turn, and says so.
 *
 * The holder touches the file every few seconds, so a lock whose holder was killed frees itself. Two
 * processes that take over the same abandoned lock in the same instant could both go on: what `work` does
 * must still be safe then (here: one download too many, and an atomic rename at the end).
 */
export async function withLock(work) {
  await mkdir(cacheFolder(), { recursive: true }).catch((error) => Promise.reject(unwritable(error)));
  const file = join(cacheFolder(), 'lock');
  let told = false;
  while (!(await take(file))) {
    if (!told) note(`Waiting for another process that is filling the cache (${file}) …`);
    told = true;
    await sleep(500);
  }
  const release = () => rmSync(file, { force: true });
  const heart = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), HEARTBEAT);
  process.once('exit', release);
  try {
    await removeLeftovers();
    return await work();
  } finally {
    clearInterval(heart);
    process.removeListener('exit', release);
    release();
  }
}

function unwritable(error) {
  return new UserError(
    `The cache folder cannot be written (${error.message}); set MARGINALIA_CACHE to another.`,
  );
}

async function removeLeftovers() {
  for (const name of await readdir(cacheFolder())) {
    if (name.startsWith(TEMPORARY)) await rm(join(cacheFolder(), name), { recursive: true, force: true });
  }
}

async function take(file) {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw unwritable(error);
    if (error.code !== 'EEXIST') throw error;
  }
  const beat = await stat(file).catch(() => undefined);
  if (beat && Date.now() - beat.mtimeMs > ABANDONED_AFTER) await rm(file, { force: true });
  return false;
}
