import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SCHEMA } from '../../core/project/model';
import { DamagedFile, NewerSchema } from './damage';
import { realDisk } from './disk';
import { asIs, DurableJson, readStored, writeStored } from './durable-json';
import { seal, unseal } from './envelope';
import { faultyDisk } from './faulty-disk.arbitrary';
import { inFolder } from './project-on-disk.arbitrary';

const FORMAT = 'marginalia/claims';
const sealed = (data: unknown, schema?: number) =>
  Buffer.concat([...seal(FORMAT, { sequence: 7, data }, schema)]);
const adapter = (path: string, disk = realDisk) => new DurableJson(disk, path, FORMAT, asIs);
const inPlace = (task: (path: string) => Promise<void>) =>
  inFolder(async (folder) => {
    await mkdir(folder);
    await task(join(folder, 'claims.json'));
  });

test('any JSON comes back as it was, with its sequence', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      // JSON has no minus zero.
      const expected = JSON.parse(JSON.stringify(data));
      expect(unseal('x', FORMAT, sealed(data))).toEqual({ schema: SCHEMA, sequence: 7, data: expected });
    }),
    { numRuns: 500 },
  );
});

test('a person can read the file: indented JSON with the data in the middle', () => {
  const text = sealed([{ id: 'c1', wording: 'Prices “rose”' }]).toString();
  expect(JSON.parse(text)).toMatchObject({ format: FORMAT, schema: SCHEMA, sequence: 7 });
  expect(text).toContain('\n    {\n      "id": "c1",\n      "wording": "Prices “rose”"\n    }\n');
});

test('every cut and every changed byte is damage', () => {
  const good = sealed({ rows: ['one', 'two'] });
  for (let index = 0; index < good.length; index++) {
    expect(() => unseal('x', FORMAT, good.subarray(0, index))).toThrow(DamagedFile);
    for (const bit of [1, 8, 32]) {
      const bad = Buffer.from(good);
      bad[index]! ^= bit;
      expect(() => unseal('x', FORMAT, bad)).toThrow(DamagedFile);
    }
  }
});

test('says in words what is wrong', () => {
  const good = sealed([]);
  const what = (bytes: Uint8Array) => {
    try {
      unseal('claims.json', FORMAT, bytes);
      return 'nothing';
    } catch (error) {
      return (error as DamagedFile).what;
    }
  };
  expect(what(Buffer.alloc(0))).toBe('is empty');
  expect(what(Buffer.alloc(9000))).toBe('holds nothing but zeros');
  expect(what(Buffer.from('null\n'))).toBe('holds no data (null)');
  expect(what(Buffer.concat([Buffer.from('\ufeff'), good]))).toBe('begins with a byte order mark');
  expect(what(good.subarray(0, 50))).toBe('is cut short or was changed');
  expect(what(Buffer.from(good.toString().replace('7', '8')))).toContain('checksum');
  expect(what(Buffer.concat([...seal('marginalia/speakers', { sequence: 1, data: [] })]))).toContain(
    'another kind',
  );
});

test('line ends turned into CR LF, as git may do, are no damage', () => {
  const windows = Buffer.from(sealed({ text: 'a\r\nb' }).toString().replaceAll('\n', '\r\n'));
  expect(unseal('x', FORMAT, windows).data).toEqual({ text: 'a\r\nb' });
});

test('a newer schema is told from damage', () => {
  expect(() => unseal('x', FORMAT, sealed([], SCHEMA + 1))).toThrow(NewerSchema);
});

test('a missing file is null, and is the only thing that is', () =>
  inPlace(async (path) => {
    expect(await readStored(adapter(path))).toBeNull();
    for (const text of ['', 'null', '0', 'false', '""', '{}', '[]']) {
      await writeFile(path, text);
      await expect(readStored(adapter(path))).rejects.toThrow(DamagedFile);
    }
  }));

test('data of the wrong shape is damage', () =>
  inPlace(async (path) => {
    await writeFile(path, sealed('not a list'));
    const picky = new DurableJson(realDisk, path, FORMAT, (data) => {
      if (!Array.isArray(data)) throw new Error('no list');
      return data;
    });
    await expect(readStored(picky)).rejects.toThrow('claims.json is not of the right shape');
  }));

test('the previous generation is kept beside the new one', () =>
  inPlace(async (path) => {
    for (const sequence of [1, 2, 3]) await writeStored(adapter(path), { sequence, data: sequence });
    expect(await readStored(adapter(path))).toEqual({ sequence: 3, data: 3 });
    expect(await readStored(adapter(`${path}.bak`))).toEqual({ sequence: 2, data: 2 });
  }));

test('whatever call fails while writing, the old file is whole and nothing is left under way', () =>
  inPlace(async (path) => {
    let calls = 0;
    await writeStored(adapter(path), { sequence: 1, data: 'old' });
    await writeStored(adapter(path), { sequence: 1, data: 'old' });
    const counting = faultyDisk(realDisk, () => {
      calls++;
      return null;
    });
    await writeStored(adapter(path, counting), { sequence: 1, data: 'old' });
    expect(calls).toBeGreaterThan(8);
    for (let failing = 1; failing <= calls; failing++) {
      let call = 0;
      const disk = faultyDisk(realDisk, () => (++call === failing ? { code: 'ENOSPC' } : null));
      const error = await writeStored(adapter(path, disk), { sequence: 2, data: 'new' }).catch(
        (thrown) => thrown,
      );
      const found = await readStored(adapter(path));
      // Once it is renamed the new file is there; its folder may still fail to sync, and that is said.
      expect(found!.data).toBe(error instanceof Error && found!.sequence === 1 ? 'old' : 'new');
      expect((await readdir(join(path, '..'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
      await rm(`${path}.bak`, { force: true });
      await writeStored(adapter(path), { sequence: 1, data: 'old' });
      await writeStored(adapter(path), { sequence: 1, data: 'old' });
    }
  }));

test('a write that is cut short without an error is gone on with', () =>
  inPlace(async (path) => {
    const disk = faultyDisk(realDisk, (operation) => (operation === 'write' ? { partly: true } : null));
    const short = faultyDisk(disk, () => null);
    await expect(writeStored(adapter(path, short), { sequence: 1, data: 'x' })).rejects.toThrow(
      'no space left',
    );
    let call = 0;
    const half = faultyDisk(realDisk, (operation) =>
      operation === 'write' && ++call < 6 ? { partly: true } : null,
    );
    await writeStored(adapter(path, half), { sequence: 1, data: 'y'.repeat(1000) });
    expect(await readStored(adapter(path))).toEqual({ sequence: 1, data: 'y'.repeat(1000) });
    expect(call).toBe(6);
  }));

test('a disk that gives back other bytes than it took is noticed before the old file goes', () =>
  inPlace(async (path) => {
    await writeStored(adapter(path), { sequence: 1, data: 'old' });
    const before = await readFile(path);
    const lying = {
      ...realDisk,
      open: async (name: string, flags: 'r' | 'r+' | 'wx+') => {
        const file = await realDisk.open(name, flags);
        return {
          ...file,
          write: async (bytes: Uint8Array, position: number) =>
            file.write(
              bytes.map(() => 65),
              position,
            ),
        };
      },
    };
    await expect(writeStored(adapter(path, lying), { sequence: 2, data: 'new' })).rejects.toThrow(
      'did not read back',
    );
    expect(await readFile(path)).toEqual(before);
  }));
