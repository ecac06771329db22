import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAMAGES } from './damages.arbitrary';
import { realDisk } from './disk';
import { readWhole } from './file-bytes';
import type { FileRead, ManyFiles } from './many-files';
import { manyFiles, unpacked } from './many-files';
import { projectOf } from './project-on-disk.arbitrary';
import { createProject, openProject } from './project-store';
import { readMany } from './read-many';
import type { TableReading } from './table-reading';
import { readTables } from './table-reading';

let folder: string;
const paths = new Set<string>();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'many-'));
  await (await createProject(join(folder, 'p'), projectOf(450, 2))).close();
  for (let at = 1; at <= 450; at++) {
    paths.add(`articles/a${at}.json`);
    paths.add(`annotations/me/a${at}.json`);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The threads' work, done here. */
const here = (read: ManyFiles['read'] = async (all) => unpacked(readMany(all))) => {
  const ended: string[] = [];
  const many = () => ({ atOnce: 2, read, end: () => void ended.push('ended') });
  return { disk: { ...realDisk, many }, ended };
};
const plain = ({ rows, seen, damaged, unusable }: TableReading) => ({
  rows: new Map([...rows].sort()),
  seen: new Map([...seen].sort()),
  damaged: [...damaged].map(([path, { message, unread }]) => [path, message, unread]).sort(),
  unusable: [...unusable.keys()].sort(),
});

test('files read by threads are what they are, with the same stamps, whatever has happened to them', async () => {
  const project = join(folder, 'p');
  const names = Object.keys(DAMAGES);
  for (const [at, name] of names.entries())
    for (const path of [`articles/a${at + 1}.json`, `annotations/me/a${at + 30}.json`])
      await writeFile(join(project, path), DAMAGES[name]!(await readFile(join(project, path))));
  const crlf = (await readFile(join(project, 'articles/a100.json'), 'latin1')).replaceAll('\n', '\r\n');
  await writeFile(join(project, 'articles/a100.json'), crlf, 'latin1');
  await unlink(join(project, 'articles/a101.json'));

  const one = await readTables(realDisk, project, paths);
  const { disk, ended } = here();
  expect(plain(await readTables(disk, project, paths))).toStrictEqual(plain(one));
  expect(one.damaged.size).toBe(2 * names.length + 1);
  expect(one.rows.has('articles/a100.json')).toBe(true);
  expect(ended).toEqual(['ended']);
});

test('bytes come in the order asked for, however long, and errors with their codes', async () => {
  const path = (name: string) => join(folder, name);
  await writeFile(path('empty'), '');
  await writeFile(path('long'), Buffer.alloc(3_000_000, 'ä'));
  await writeFile(path('short'), 'short');
  const [long, gone, empty, short, inside] = unpacked(
    readMany(['long', 'gone', 'empty', 'short', '.'].map(path)),
  );
  for (const [name, read] of [
    ['long', long],
    ['empty', empty],
    ['short', short],
  ] as const) {
    const { bytes, stamp } = await readWhole(realDisk, path(name));
    const found = read as FileRead;
    expect(Buffer.compare(found.bytes, bytes)).toBe(0);
    expect(found.stamp).toEqual(stamp);
  }
  expect(gone).toMatchObject({ code: 'ENOENT' });
  expect(inside).toBeInstanceOf(Error);
});

test('threads that cannot start, or break down, cost nothing but time', async () => {
  const project = join(folder, 'p');
  const expected = plain(await readTables(realDisk, project, paths));
  let turn = 0;
  const broken = here(async (all) => {
    if (++turn > 3) throw new Error('the thread has gone');
    return unpacked(readMany(all));
  });
  expect(plain(await readTables(broken.disk, project, paths))).toStrictEqual(expected);
  const nothing = { ...realDisk, many: () => manyFiles(join(folder, 'not-there.js')) };
  expect(plain(await readTables(nothing, project, paths))).toStrictEqual(expected);
});

test('reading that is stopped ends the threads, gives the lock back and changes nothing', async () => {
  const project = join(folder, 'p');
  const { disk, ended } = here();
  const before = (await realDisk.list(project)).map(({ name }) => name).sort();
  const seen: (string | null)[] = [];
  const stop = openProject(project, {
    disk,
    onRead({ name, done }) {
      seen.push(name);
      if (done > 200) throw new Error('stopped');
    },
  });
  await expect(stop).rejects.toThrow('stopped');
  expect(ended).toEqual(['ended']);
  expect((await realDisk.list(project)).map(({ name }) => name).sort()).toEqual(before);
  expect(seen.at(-1)).toBe('Water');
});
