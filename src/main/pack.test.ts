import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf, claimOn, projectOf } from '../core/formats/fixtures/small-project';
import { formatById } from '../core/formats/registry';
import { gathered } from '../core/formats/writing';
import { readBackJob } from './import/read-back-job';
import { unpack } from './import/unpack';
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
