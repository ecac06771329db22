import { expect, test } from 'vitest';
import { deleteArticle } from '../../core/commands/edit-article';
import { outsideFolder } from './backup-place';
import { listBackups, readAbout, readBackup } from './backups';
import type { Disk } from './disk';
import { copyOf, filesIn, get, put } from './disk-files.arbitrary';
import { faultyDisk } from './faulty-disk.arbitrary';
import { MemoryDisk } from './memory-disk.arbitrary';
import { projectOf, tag } from './project-on-disk.arbitrary';
import { createProject, openProject } from './project-store';

const FOLDER = '/home/project';
const BASE = '/other/backups';
const AT = '2026-03-12T10:11:12.000Z';
const QUIET = { followAfter: 1e9 };
const outside = () => BASE;
const PLACE = outsideFolder(BASE, 'p1', FOLDER);

async function made(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder('/home');
  await (await createProject(FOLDER, projectOf(2, 2), new Map(), { disk, ...QUIET })).close();
  return disk;
}

const namesIn = async (disk: Disk, folder: string) =>
  (await listBackups(disk, folder)).map(({ path }) => path.slice(folder.length + 1));

test('every backup goes outside the project as well, the same to the last byte', async () => {
  const disk = await made();
  // A clock that is never twice the same: both have the name of one moment all the same.
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 2, 12, 10, 0, seconds++));
  const store = await openProject(FOLDER, { disk, outside, now, ...QUIET });
  await store.commit('tag', tag(store.project, 1));
  await store.backup('asked for');
  await store.commit('delete', deleteArticle(store.project, { id: 'a1', at: AT }));
  await store.commit('tag', tag(store.project, 1, 'a2'));
  await store.backup('asked for again');
  await store.close();
  const inside = await filesIn(disk, `${FOLDER}/backups`);
  const kept = await filesIn(disk, PLACE);
  expect(kept.size).toBe(2);
  for (const [path, bytes] of kept) expect(inside.get(path)).toEqual(bytes);
  const [newest] = await listBackups(disk, PLACE);
  expect((await readBackup(disk, newest!.path)).project).toEqual(store.project);
});

test('a backup says what it holds before it is read, and damage there is no reason to fail', async () => {
  const disk = await made();
  const store = await openProject(FOLDER, { disk, ...QUIET });
  const { info } = store.project;
  const name = 'A “name”\n    }\n with \\ and 😀';
  await store.commit('rename', { info: { p1: [info, { ...info, name }] } });
  const path = await store.backup('before “it”');
  await store.close();
  const about = { name, folder: FOLDER, articles: 2, annotations: 4 };
  expect(await readAbout(disk, path)).toEqual({ reason: 'before “it”', about });
  const bytes = await get(disk, path);
  for (const spoilt of [
    bytes.subarray(0, 150),
    Buffer.alloc(9000),
    Buffer.from('{"reason"'),
    Buffer.alloc(0),
  ]) {
    await put(disk, path, spoilt);
    expect((await readAbout(disk, path)).about).toBeNull();
  }
});

test('a backup that does not read back as it was written is no backup: it is said, and nothing is done', async () => {
  const disk = await made();
  const lying = faultyDisk(disk, () => null);
  const spoil: Disk = {
    ...lying,
    open: async (path, flags) => {
      const file = await lying.open(path, flags);
      if (!path.includes('/backups/') || flags !== 'r') return file;
      return {
        ...file,
        read: async (into, position) => {
          const count = await file.read(into, position);
          if (position === 0) into[20]! ^= 1;
          return count;
        },
      };
    },
  };
  const store = await openProject(FOLDER, { disk: spoil, ...QUIET });
  await store.commit('tag', tag(store.project, 1));
  await expect(store.backup('asked for')).rejects.toThrow('No backup was made: the disk reported an error.');
  const deletion = store.commit('delete', deleteArticle(store.project, { id: 'a1', at: AT }));
  deletion.catch(() => {});
  await expect(store.flush()).rejects.toThrow('the disk reported an error');
  await store.close();
  const again = await openProject(FOLDER, { disk, ...QUIET });
  expect(again.project.articles.has('a1')).toBe(true);
  await again.close();
});

test('without room outside it is said once, everything else goes on, and once more when it failed again', async () => {
  const disk = await made();
  let full = true;
  const told: string[] = [];
  const faulty = faultyDisk(disk, (operation, path) =>
    full && path.startsWith('/other') && operation === 'write' ? { code: 'ENOSPC' } : null,
  );
  const options = { disk: faulty, outside, tell: (line: string) => told.push(line), ...QUIET };
  const store = await openProject(FOLDER, options);
  const backUp = async (number: number) => {
    await store.commit('tag', tag(store.project, number));
    await store.backup('asked for');
    await store.settled();
  };
  await backUp(1);
  await backUp(2);
  expect(told).toEqual([
    'No backup was made outside the project folder: the disk is full. The one inside is not affected.',
  ]);
  expect(store.saveState.kind).toBe('saved');
  full = false;
  await backUp(3);
  full = true;
  await backUp(4);
  expect(told).toHaveLength(2);
  await store.close();
  expect(await namesIn(disk, PLACE)).toHaveLength(1);
  // The first was made when the new project was closed.
  expect(await namesIn(disk, `${FOLDER}/backups`)).toHaveLength(5);
});

test('it can be switched off and moved while the project is open', async () => {
  const disk = await made();
  let base: string | null = null;
  const store = await openProject(FOLDER, { disk, outside: () => base, ...QUIET });
  const counts = async () =>
    Promise.all(
      [BASE, '/third'].map(async (place) => (await namesIn(disk, outsideFolder(place, 'p1', FOLDER))).length),
    );
  for (const [number, place, expected] of [
    [1, null, [0, 0]],
    [2, BASE, [1, 0]],
    [3, '/third', [1, 1]],
    [4, null, [1, 1]],
  ] as const) {
    base = place;
    await store.commit('tag', tag(store.project, number));
    await store.backup('asked for');
    await store.settled();
    expect(await counts()).toEqual(expected);
  }
  await store.close();
});

test('a copy of a project in another folder never prunes the backups of the first', async () => {
  const disk = await made();
  let time = Date.parse(AT);
  const now = () => {
    time += 1000;
    return new Date(time);
  };
  const first = await openProject(FOLDER, { disk, outside, now, ...QUIET });
  for (let number = 0; number < 5; number++) {
    await first.commit('tag', tag(first.project, number));
    await first.backup('asked for');
  }
  await first.close();
  const kept = await filesIn(disk, PLACE);
  const copy = copyOf(disk);
  for (const [path, bytes] of await filesIn(disk, FOLDER)) {
    await copy.makeFolder(`/home/copy/${path}`.replace(/\/[^/]*$/, ''));
    await put(copy, `/home/copy/${path}`, bytes);
  }
  const second = await openProject('/home/copy', { disk: copy, outside, now, ...QUIET });
  for (let number = 10; number < 40; number++) {
    await second.commit('tag', tag(second.project, number));
    await second.backup('asked for');
  }
  await second.close();
  expect(await filesIn(copy, PLACE)).toEqual(kept);
  const other = await namesIn(copy, outsideFolder(BASE, 'p1', '/home/copy'));
  expect(other.length).toBeGreaterThan(5);
  expect(other.length).toBeLessThan(30);
});

test('a backup that somebody deleted is made again', async () => {
  const disk = await made();
  const store = await openProject(FOLDER, { disk, ...QUIET });
  await store.commit('tag', tag(store.project, 1));
  const path = await store.backup('asked for');
  await disk.remove(path);
  expect((await readBackup(disk, await store.backup('again'))).project).toEqual(store.project);
  await store.close();
});
