import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../core/import/problem';
import { packed } from './fixtures/documents';
import { unpack } from './unpack';

const text = (data: string) => Buffer.from(data, 'utf8');

describe('unpacking', () => {
  it('gives a plain text as it is, and data without their byte order mark', async () => {
    expect(await unpack('b.csv', text('\ufeffa,b'))).toEqual([{ path: 'b.csv', data: 'a,b' }]);
    expect(await unpack('a/b.txt', text('\ufeffFähre\r\n'))).toEqual([
      { path: 'a/b.txt', data: '\ufeffFähre\r\n' },
    ]);
    expect(await unpack('b.txt', text(''))).toEqual([{ path: 'b.txt', data: '' }]);
  });

  it('reads other encodings as articles are read', async () => {
    const latin = Buffer.from('F\u00e4hre und K\u00fcste, s\u00fc\u00df wie \u00d6l', 'latin1');
    expect((await unpack('b.csv', latin))[0]!.data).toBe('Fähre und Küste, süß wie Öl');
    const wide = Buffer.from('\ufeffFähre', 'utf16le');
    expect((await unpack('b.csv', wide))[0]!.data).toBe('Fähre');
  });

  it('gives the texts in a zip, and passes over what is none', async () => {
    const zip = packed({
      'project.qde': '<a/>',
      'Sources/x.txt': 'x',
      'Sources/x.docx': 'PK',
      'p.png': '\u0089PNG',
    });
    expect(await unpack('p.qdpx', Buffer.from(zip))).toEqual([
      { path: 'project.qde', data: '<a/>' },
      { path: 'Sources/x.txt', data: 'x' },
    ]);
  });

  it('gives a file for each table of a database, also in a zip', async () => {
    const bytes = readFileSync(new URL('sqlite/fixtures/utf8.sqlite3', import.meta.url));
    const paths = ['many rows', 'tags', 'pairs', 'hollow'];
    const files = await unpack('x.sqlite3', bytes);
    expect(files.map(({ path }) => path)).toEqual(paths.map((name) => `x.sqlite3/${name}.json`));
    expect(JSON.parse(files[3]!.data)).toEqual([]);
    const within = await unpack('x.zip', zipSync({ 'a.qda/data.qda': bytes }));
    expect(within.map(({ path }) => path)).toEqual(paths.map((name) => `a.qda/data.qda/${name}.json`));
  });

  it('refuses a damaged zip and a bomb', async () => {
    await expect(unpack('x.zip', Buffer.from('PK\u0003\u0004 and no more'))).rejects.toThrow(Refusal);
    const bomb = zipSync({ 'a.txt': new Uint8Array(200 * 1024 * 1024).fill(32) });
    await expect(unpack('x.zip', bomb)).rejects.toThrow('far more than a project');
  });
});
