import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collectFiles } from './collect-files';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'marginalia-collect-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function plant(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), 'words');
  }
}

describe('collectFiles', () => {
  it('walks folders in natural order and leaves what begins with a dot', async () => {
    await plant('a10.txt', 'a2.TXT', 'b/deep/x.md', 'c.htm', '.hidden.txt', '.git/a.txt');
    const { files, problems } = await collectFiles([root]);
    expect(files.map(({ fileName, format }) => `${fileName} ${format}`)).toEqual([
      'a2.TXT txt',
      'a10.txt txt',
      'x.md md',
      'c.htm html',
    ]);
    expect(problems).toEqual([]);
  });

  it('counts other kinds in a folder, and refuses them one by one when chosen', async () => {
    await plant('in/a.txt', 'in/b.xlsx', 'in/c.doc', 'd.xlsx');
    const { files, problems } = await collectFiles([
      join(root, 'in'),
      join(root, 'd.xlsx'),
      join(root, 'gone.txt'),
    ]);
    expect(files).toHaveLength(1);
    expect(problems.map(({ code, fileName }) => `${code} ${fileName}`)).toEqual([
      'unsupported in',
      'unsupported d.xlsx',
      'unreadable gone.txt',
    ]);
    expect(problems[0]!.message).toContain('2 files');
  });

  it('says when a folder holds nothing to read', async () => {
    await mkdir(join(root, 'empty'));
    expect((await collectFiles([join(root, 'empty')])).problems).toMatchObject([
      { code: 'empty', fileName: 'empty' },
    ]);
  });

  it('follows links, never in circles, and takes each file once', async () => {
    await plant('a/x.txt', 'y.txt');
    await symlink(root, join(root, 'a', 'loop'));
    await symlink(join(root, 'y.txt'), join(root, 'a', 'z.txt'));
    const { files } = await collectFiles([root, join(root, 'y.txt')]);
    expect(files.map(({ fileName }) => fileName).sort()).toEqual(['x.txt', 'z.txt']);
  });

  it('stops at the limit and says so', async () => {
    await plant('1.txt', '2.txt', '3.txt');
    const { files, problems } = await collectFiles([root], 2);
    expect(files.map(({ fileName }) => fileName)).toEqual(['1.txt', '2.txt']);
    expect(problems).toMatchObject([{ code: 'too-large' }]);
  });
});
