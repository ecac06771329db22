import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataset } from '../../core/formats/dataset/dataset';
import { articleOf, claimOn, projectOf } from '../../core/formats/fixtures/small-project';
import { realDisk } from '../store/disk';
import type { Fault } from '../store/faulty-disk.arbitrary';
import { faultyDisk } from '../store/faulty-disk.arbitrary';
import { writeExport } from '../write-export';

const text = articleOf('a1', 'The ferry is late, said Mara Lind.');
const claim = claimOn(text, 'c1', [[4, 9]]);
const quote = { ...claimOn(text, 'q1', [[24, 33]]), layer: 'quote' };
const both = projectOf([text], [claim, quote]);
const one = projectOf([text], [claim]);
const parts = 'parquet/annotations';
const sumOf = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-stale-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (path: string, data: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), data);
};
const layers = () => readdirSync(join(folder, parts)).sort();
/** Every file with its bytes, but those in a stage. */
const all = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('.export-'))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), sumOf(path)]),
  );

describe('a smaller dataset in the folder of a larger one', () => {
  it('leaves no partitions that are not of it', async () => {
    await writeExport(folder, dataset.serialize(both));
    expect(layers()).toEqual(['layer=claim', 'layer=quote']);
    await writeExport(folder, dataset.serialize(one));
    expect(layers()).toEqual(['layer=claim']);
    const sums = readFileSync(join(folder, 'checksums.sha256'), 'utf8').trim().split('\n');
    const told = Object.fromEntries(sums.map((line) => [line.slice(66), line.slice(0, 64)]));
    const { 'checksums.sha256': _, ...found } = all();
    expect(found).toEqual(told);
    await writeExport(folder, dataset.serialize(both));
    expect(layers()).toEqual(['layer=claim', 'layer=quote']);
  });

  it('touches nothing that the older one did not write, or that was changed since', async () => {
    await writeExport(folder, dataset.serialize(both));
    put(`${parts}/layer=mine/part-0.parquet`, 'mine');
    put(`${parts}/layer=quote/notes.txt`, 'mine');
    put('other.jsonl', 'mine');
    // A list may name what is not of a dataset.
    const list = join(folder, 'checksums.sha256');
    const line = (path: string) => `${sumOf(join(folder, path))}  ${path}\n`;
    writeFileSync(list, `${readFileSync(list, 'utf8')}${line('other.jsonl')}${'0'.repeat(64)}  ../x\n`);
    await writeExport(folder, dataset.serialize(one));
    expect(layers()).toEqual(['layer=claim', 'layer=mine', 'layer=quote']);
    expect(readdirSync(join(folder, parts, 'layer=quote'))).toEqual(['notes.txt']);
    expect(readFileSync(join(folder, 'other.jsonl'), 'utf8')).toBe('mine');

    await writeExport(folder, dataset.serialize(both));
    put(`${parts}/layer=quote/part-0.parquet`, 'changed by hand');
    await writeExport(folder, dataset.serialize(one));
    expect(readFileSync(join(folder, parts, 'layer=quote/part-0.parquet'), 'utf8')).toBe('changed by hand');
  });

  it('is not what another format in the same folder is', async () => {
    await writeExport(folder, dataset.serialize(both));
    await writeExport(folder, { files: [{ path: 'a.txt', data: 'x' }], loss: { unit: 'utf16', losses: [] } });
    expect(layers()).toEqual(['layer=claim', 'layer=quote']);
  });

  it('is there as a whole, or the larger one still is, whichever call of the disk fails', async () => {
    await writeExport(folder, dataset.serialize(both));
    const before = all();
    const small = dataset.serialize(one);
    const fault: Fault = { code: 'EIO' };
    let calls = 0;
    await writeExport(
      folder,
      small,
      faultyDisk(realDisk, () => {
        calls++;
        return null;
      }),
    );
    const after = all();
    expect(existsSync(join(folder, parts, 'layer=quote'))).toBe(false);
    // The last third of the calls is where files are put in their places.
    for (let failing = Math.floor((2 * calls) / 3); failing <= calls; failing++) {
      await writeExport(folder, dataset.serialize(both));
      let call = 0;
      const faulty = faultyDisk(realDisk, () => (++call === failing ? fault : null));
      const done = await writeExport(folder, small, faulty).catch(() => null);
      expect(all(), `call ${failing}`).toEqual(done ? after : before);
      for (const name of readdirSync(folder))
        if (name.startsWith('.export-')) rmSync(join(folder, name), { recursive: true });
    }
  });
});
