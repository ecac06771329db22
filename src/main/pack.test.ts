import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { articleOf, claimOn, projectOf } from '../core/formats/fixtures/small-project';
import { formatById } from '../core/formats/registry';
import { readBackJob } from './import/read-back-job';
import { unpack } from './import/unpack';
import { pack } from './pack';
import { writeExport } from './write-export';

const article = articleOf('a1', '\ufeffThe brakes 😀 failed.\r\n');
const project = projectOf([article], [claimOn(article, 'c1', [[5, 11]])]);
const refi = formatById('refi-qda');

test('a format that is a zip is written as one, the same each time, and read back from the disk', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const { files } = await writeExport(folder, refi.serialize(project));
    expect(await readdir(folder)).toEqual(['Ferry-study.qdpx']);
    const bytes = await readFile(join(folder, 'Ferry-study.qdpx'));
    expect(Buffer.from(pack(refi.serialize(project)).files[0]!.bytes!)).toEqual(bytes);
    expect(await unpack('Ferry-study.qdpx', bytes)).toEqual(refi.serialize(project).files);
    const task = { project, formatId: 'refi-qda', scope: {}, folder, files };
    expect(await readBackJob(task)).toEqual({ annotations: 1, differences: [] });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a zip that was spoilt on the disk is told as a sentence', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pack-'));
  try {
    const packed = pack(refi.serialize(project));
    const [file] = packed.files;
    await writeExport(folder, { ...packed, files: [{ ...file!, bytes: file!.bytes!.subarray(0, 100) }] });
    const task = { project, formatId: 'refi-qda', scope: {}, folder, files: [file!.path] };
    expect(await readBackJob(task)).toMatchObject({ problem: expect.stringContaining('damaged') });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('other formats are left as they are', () => {
  const written = formatById('csv').serialize(project);
  expect(pack(written)).toBe(written);
});
