import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { realDisk } from './disk';
import { faultyDisk } from './faulty-disk.arbitrary';
import type { Locking } from './lock';
import { acquireLock } from './lock';
import type { Holder } from './lock-holder';
import { thisProcess } from './lock-holder';
import { inFolder } from './project-on-disk.arbitrary';

const NOW = new Date('2026-03-12T12:03:04.000Z');
const inPlace = (
  task: (folder: string, held: (change: Partial<Holder>) => Promise<Locking>) => Promise<void>,
) =>
  inFolder(async (folder) => {
    await mkdir(folder);
    /** What happens when such a lock is there already. */
    const held = async (change: Partial<Holder>) => {
      await writeFile(join(folder, '.lock'), JSON.stringify({ ...thisProcess('theirs', NOW), ...change }));
      return acquireLock(realDisk, folder, NOW);
    };
    await task(folder, held);
  });

async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid!;
}

test('one may write; the next is told who does, and may once it is free', () =>
  inPlace(async (folder) => {
    const first = await acquireLock(realDisk, folder, NOW);
    const second = await acquireLock(realDisk, folder, NOW);
    expect(second.lock).toBeNull();
    expect(second.refused).toBe(
      `Another window (process ${process.pid} on ${hostname()}, since 2026-03-12 12:03 UTC) has this project open. Read only here.`,
    );
    await first.lock!.release();
    expect((await acquireLock(realDisk, folder, NOW)).lock).not.toBeNull();
  }));

test('of many at once exactly one gets it, with and without a stale lock in the way', () =>
  inPlace(async (folder) => {
    for (const stale of [false, true]) {
      await rm(join(folder, '.lock'), { force: true });
      if (stale) {
        const holder = { ...thisProcess('theirs', NOW), pid: await deadPid() };
        await writeFile(join(folder, '.lock'), JSON.stringify(holder));
      }
      const all = await Promise.all(Array.from({ length: 8 }, () => acquireLock(realDisk, folder, NOW)));
      expect(all.filter(({ lock }) => lock !== null)).toHaveLength(1);
      expect(await all.find(({ lock }) => lock)!.lock!.isOurs()).toBe(true);
    }
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  }));

test('a lock whose process is dead on this computer is taken over, and so is one from before a restart', () =>
  inPlace(async (_folder, held) => {
    expect((await held({ pid: await deadPid() })).lock).not.toBeNull();
    expect((await held({ boot: 'another start' })).lock).not.toBeNull();
    // The number was given to another process since.
    expect((await held({ pid: process.pid, born: '1' })).lock).not.toBeNull();
  }));

test('any other lock is respected: a living process, another computer, one that cannot be read', () =>
  inPlace(async (folder, held) => {
    expect((await held({})).lock).toBeNull();
    expect((await held({ host: 'elsewhere', pid: await deadPid() })).refused).toContain('on elsewhere');
    expect((await held({ host: 'elsewhere', boot: 'x', pid: 1 })).lock).toBeNull();
    for (const text of ['', 'null', '{"pid":-1}', '\0\0\0']) {
      await writeFile(join(folder, '.lock'), text);
      const found = await acquireLock(realDisk, folder, NOW);
      expect(found.refused).toContain('cannot be read');
      expect(await readFile(join(folder, '.lock'), 'utf8')).toBe(text);
    }
  }));

test('a person may decide to take over; the other one then knows that it has lost the lock', () =>
  inPlace(async (folder) => {
    const first = await acquireLock(realDisk, folder, NOW);
    const second = await acquireLock(realDisk, folder, NOW, { takeOver: true });
    expect(second.lock).not.toBeNull();
    expect(await first.lock!.isOurs()).toBe(false);
    await first.lock!.release();
    expect(await second.lock!.isOurs()).toBe(true);
  }));

test('a lock that was deleted under its holder is made again', () =>
  inPlace(async (folder) => {
    const { lock } = await acquireLock(realDisk, folder, NOW);
    await rm(join(folder, '.lock'));
    // Not where nothing of a project is left, either.
    await expect(lock!.isOurs()).rejects.toThrow('holds no project any more');
    await writeFile(join(folder, 'project.json'), '');
    expect(await lock!.isOurs()).toBe(true);
    expect((await acquireLock(realDisk, folder, NOW)).lock).toBeNull();
    await lock!.release();
    expect(await lock!.isOurs()).toBe(false);
    expect(await readdir(folder)).toEqual(['project.json']);
  }));

test('a folder that cannot be written is said to be so, and nothing is left there', () =>
  inPlace(async (folder) => {
    const words = { EROFS: 'the disk is read-only', EACCES: 'no permission', ENOSPC: 'the disk is full' };
    for (const [code, said] of Object.entries(words)) {
      for (const operation of ['open wx+', 'write']) {
        const disk = faultyDisk(realDisk, (called) => (called === operation ? { code } : null));
        const found = await acquireLock(disk, folder, NOW);
        expect(found.lock).toBeNull();
        expect(found.refused).toContain(said);
        expect(await readdir(folder)).toEqual([]);
      }
    }
  }));

test('on a disk without links the lock is made directly', () =>
  inPlace(async (folder) => {
    const disk = faultyDisk(realDisk, (called) => (called === 'link' ? { code: 'EPERM' } : null));
    expect((await acquireLock(disk, folder, NOW)).lock).not.toBeNull();
    expect((await acquireLock(disk, folder, NOW)).lock).toBeNull();
  }));
