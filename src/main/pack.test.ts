import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf, claimOn, projectOf } from '../core/formats/fixtures/small-project';
import { formatById } from '../core/formats/registry';
import { gathered } from '../core/formats/writing';
import { readBackJob } from './import/read-back-job';
import { unpack } from './import/unpack';
import { filesInZip } from './import/zip-on-disk';
import { packed } from './pack';
import { writeExport } from './write-export';

const article = articleOf('a1', '\ufeffThe brakes 😀 failed.\r\n');
const project = projectOf([article], [claimOn(article, 'c1', [[5, 11]])]);
const refi = formatById('refi-qda');

test('a format that is a zip is written as one, the same each time, and read back from the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const { files } = await writeExport(folder, packed(refi, project));
    expect(await readdir(folder)).toEqual(['Ferry-study.qdpx']);
    const bytes = await readFile(join(folder, 'Ferry-study.qdpx'));
    expect(Buffer.from(gathered(packed(refi, project)).files[0]!.bytes!)).toEqual(bytes);
    expect(await unpack('Ferry-study.qdpx', bytes)).toEqual(refi.serialize(project).files);
    const task = { project, formatId: 'refi-qda', options: {}, scope: {}, folder, files };
    expect(await readBackJob(task)).toEqual({ annotations: 1, differences: [] });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a zip that was spoilt on the disk is told as a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const whole = gathered(packed(refi, project));
    const [file] = whole.files;
    await writeExport(folder, { ...whole, files: [{ ...file!, bytes: file!.bytes!.subarray(0, 100) }] });
    const task = { project, formatId: 'refi-qda', options: {}, scope: {}, folder, files: [file!.path] };
    expect(await readBackJob(task)).toMatchObject({ problem: expect.stringContaining('damaged') });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a zip that is cut off or changed anywhere is found, whatever is in it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const whole = gathered(packed(refi, project));
    const [file] = whole.files;
    const bytes = file!.bytes!;
    const task = { project, formatId: 'refi-qda', options: {}, scope: {}, folder, files: [file!.path] };
    const path = join(folder, file!.path);
    await writeFile(path, bytes);
    const names = await unpack(file!.path, bytes);
    expect((await filesInZip(path)).paths).toEqual(names.map(({ path }) => path));
    // Names and times in the heads of its parts are told twice, and only one of each is believed.
    const said = Buffer.from(bytes).indexOf('project.qde') + 'project.qde'.length;
    for (let at = said; at < bytes.length; at += 97) {
      await writeFile(path, bytes.subarray(0, at));
      expect(await readBackJob(task)).toMatchObject({ problem: expect.stringContaining('damaged') });
    }
    const data = Buffer.from(bytes).indexOf('PK\u0007\u0008', said);
    for (let at = said; at < data; at += 61) {
      const changed = Uint8Array.from(bytes);
      changed[at]! ^= 0x10;
      await writeFile(path, changed);
      expect(await readBackJob(task)).toMatchObject({ problem: expect.any(String) });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('blocks that are packed one by one are one file, wherever they are cut', async () => {
  const words = Array.from({ length: 120_000 }, (_, at) => `word ${(at * 7919) % 1000}`).join(' ');
  const long = articleOf('a1', words);
  const large = projectOf([long], [claimOn(long, 'c1', [[5, 11]])]);
  const [zip] = gathered(packed(refi, large)).files;
  expect(await unpack(zip!.path, zip!.bytes!)).toEqual(refi.serialize(large).files);
});

test('other formats are left as they are', () => {
  const csv = formatById('csv');
  expect(gathered(packed(csv, project))).toEqual(csv.serialize(project));
});

test('a zip has each of its files at a stretch', () => {
  function* write() {
    for (const path of ['a.txt', 'b.txt', 'a.txt']) yield { path, data: path };
    return { unit: 'utf16' as const, losses: [] };
  }
  expect(() => gathered(packed({ ...refi, write }, project))).toThrow('a.txt cannot be packed in two parts');
});
