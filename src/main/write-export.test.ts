import { describe, expect, it } from 'vitest';
import type { FormatFile, LossReport, Writing } from '../core/formats/format';
import type { Disk } from './store/disk';
import type { Fault } from './store/faulty-disk.arbitrary';
import { faultyDisk } from './store/faulty-disk.arbitrary';
import { readWhole } from './store/file-bytes';
import { MemoryDisk } from './store/memory-disk.arbitrary';
import { writeExport } from './write-export';

const NOTHING: LossReport = { unit: 'utf16', losses: [] };
const SOMETHING: LossReport = { unit: 'utf16', losses: [{ kind: 'project', label: 'note', count: 1 }] };
const ROOT = '/home/out';

function* writing(pieces: readonly FormatFile[], loss: LossReport): Writing {
  yield* pieces;
  return loss;
}

/** Every file under a folder, by its path in it, stages too. */
async function filesIn(disk: Disk, folder: string, path = ''): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { name, kind } of await disk.list(folder)) {
    const inside = path === '' ? name : `${path}/${name}`;
    if (kind === 'folder')
      Object.assign(found, { [`${inside}/`]: '' }, await filesIn(disk, `${folder}/${name}`, inside));
    else found[inside] = String((await readWhole(disk, `${folder}/${name}`)).bytes);
  }
  return found;
}

async function diskWith(files: Readonly<Record<string, string>>): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder(ROOT);
  for (const [path, data] of Object.entries(files)) {
    const file = await disk.open(`${ROOT}/${path}`, 'wx+');
    await file.write(Buffer.from(data), 0);
    await file.sync();
    await file.close();
  }
  return disk;
}

/** The disk, but for some of its calls. */
function passing(disk: Disk, others: Partial<Disk>): Disk {
  return {
    open: (path, flags) => disk.open(path, flags),
    rename: (from, to) => disk.rename(from, to),
    link: (from, to) => disk.link(from, to),
    remove: (path) => disk.remove(path),
    makeFolder: (path) => disk.makeFolder(path),
    removeFolder: (path) => disk.removeFolder(path),
    list: (path) => disk.list(path),
    stat: (path) => disk.stat(path),
    ...others,
  };
}

const PIECES: readonly FormatFile[] = [
  { path: 'a.jsonl', data: 'one\n' },
  { path: 'texts/a.txt', data: 'Käse 😀' },
  { path: 'a.jsonl', data: 'two\n' },
  { path: 'b.bin', data: '', bytes: new Uint8Array([65, 66]) },
  { path: 'empty.jsonl', data: '' },
  { path: 'a.jsonl', data: 'three\n' },
];
const WRITTEN = {
  'a.jsonl': 'one\ntwo\nthree\n',
  'texts/': '',
  'texts/a.txt': 'Käse 😀',
  'b.bin': 'AB',
  'empty.jsonl': '',
};

describe('writing an export', () => {
  it('puts the pieces of every file together, and the report of losses beside them', async () => {
    const disk = new MemoryDisk();
    const { folder, files, beside } = await writeExport(`${ROOT}/new`, writing(PIECES, SOMETHING), disk);
    expect(folder).toBe(`${ROOT}/new`);
    expect(files).toEqual(['a.jsonl', 'texts/a.txt', 'b.bin', 'empty.jsonl']);
    expect(beside).toEqual(['losses.json']);
    const { 'losses.json': report, ...others } = await filesIn(disk, folder);
    expect(others).toEqual(WRITTEN);
    expect(JSON.parse(report!)).toEqual(SOMETHING);
  });

  it('writes thousands of files with few of them open', async () => {
    const disk = new MemoryDisk();
    let open = 0;
    let most = 0;
    const counting = passing(disk, {
      open: async (path, flags) => {
        const file = await disk.open(path, flags);
        most = Math.max(most, ++open);
        const close = () => {
          open--;
          return file.close();
        };
        return { ...file, close };
      },
    });
    const many = Array.from({ length: 1000 }, (_, at) => ({ path: `${at % 500}.txt`, data: `${at} ` }));
    await writeExport(ROOT, writing(many, NOTHING), counting);
    const found = await filesIn(disk, ROOT);
    expect(Object.keys(found)).toHaveLength(500);
    expect(found['7.txt']).toBe('7 507 ');
    expect(open).toBe(0);
    expect(most).toBeLessThan(70);
  });

  it.each([
    ['fails in the middle', () => new Error('a text that no file can carry')],
    ['is stopped', () => null],
  ])('leaves the folder as it was when writing %s', async (_, failing) => {
    const before = { 'a.jsonl': 'of last week', 'other.txt': 'not ours' };
    const disk = await diskWith(before);
    const controller = new AbortController();
    function* broken(): Writing {
      yield* PIECES.slice(0, 4);
      const error = failing();
      if (error) throw error;
      controller.abort();
      yield* PIECES.slice(4);
      return NOTHING;
    }
    await expect(writeExport(ROOT, broken(), disk, controller.signal)).rejects.toThrow();
    expect(await filesIn(disk, ROOT)).toEqual(before);
    await expect(writeExport(`${ROOT}/deep/er`, broken(), disk, controller.signal)).rejects.toThrow();
    expect(await filesIn(disk, ROOT)).toEqual(before);
  });

  it('writes nothing outside its folder', async () => {
    const disk = await diskWith({});
    const out = [{ path: '../outside.txt', data: 'x' }];
    await expect(writeExport(ROOT, writing(out, NOTHING), disk)).rejects.toThrow('outside its folder');
    expect(await filesIn(disk, '/home')).toEqual({ 'out/': '' });
  });

  it('replaces all files of an earlier export or none, whichever call of the disk fails', async () => {
    const before = { 'a.jsonl': 'of last week', 'b.bin': 'old' };
    const done = { ...before, ...WRITTEN };
    const faults: readonly Fault[] = [{ code: 'ENOSPC' }, { code: 'EACCES' }, { partly: true }];
    for (const fault of faults) {
      for (let failing = 1, calls = Number.POSITIVE_INFINITY; failing <= calls; failing++) {
        const disk = await diskWith(before);
        let call = 0;
        let hit = '';
        const faulty = faultyDisk(disk, (name: string) => {
          if (++call !== failing) return null;
          hit = name;
          return fault;
        });
        const told = await writeExport(ROOT, writing(PIECES, NOTHING), faulty).catch(() => null);
        const found = await filesIn(disk, ROOT);
        // The stage itself may stay where it was its removal that failed.
        const seen = Object.fromEntries(
          Object.entries(found).filter(([path]) => !path.startsWith('.export-')),
        );
        expect(seen, `${hit} as call ${failing}`).toEqual(told ? done : before);
        if (call < failing) calls = call;
      }
    }
  });

  it('sweeps stages that a crash left, and no other folder', async () => {
    const disk = await diskWith({});
    await disk.makeFolder(`${ROOT}/.export-0123456789ab/texts`);
    await disk.makeFolder(`${ROOT}/.export-of-mine`);
    const twoDays = 2 * 24 * 3600 * 1000;
    const old = passing(disk, { stat: async () => ({ size: 0, modified: Date.now() - twoDays, number: 1 }) });
    await writeExport(ROOT, writing(PIECES.slice(0, 1), NOTHING), old);
    expect(Object.keys(await filesIn(disk, ROOT)).sort()).toEqual(['.export-of-mine/', 'a.jsonl']);
  });
});
