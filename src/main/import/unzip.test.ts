import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { packed } from './fixtures/documents';
import { unzipArticles } from './unzip';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'marginalia-unzip-'));
  return () => rm(root, { recursive: true, force: true });
});

/** Unpacks these bytes into a folder of their own. */
async function unzip(bytes: Uint8Array, fileName = 'a.zip') {
  const path = join(root, 'a.zip');
  await writeFile(path, bytes);
  return unzipArticles({ path, fileName, to: join(root, 'out') });
}

/** The same bytes with every occurrence of a name or number overwritten. */
function forged(bytes: Uint8Array, from: string | Buffer, to: string | Buffer): Buffer {
  const [a, b] = [Buffer.from(from), Buffer.from(to)];
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(a); at >= 0; at = copy.indexOf(a, at + b.length)) b.copy(copy, at);
  return copy;
}

/** Sets a little-endian field in the central directory's entry of this name. */
function withCentral(bytes: Uint8Array, name: string, offset: number, value: number): Buffer {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf('PK\u0001\u0002'); at >= 0; at = copy.indexOf('PK\u0001\u0002', at + 4))
    if (copy.subarray(at + 46, at + 46 + name.length).toString() === name)
      copy.writeUInt32LE(value, at + offset);
  return copy;
}

/** Refused whole, with nothing to read; returns what is said. */
async function refused(bytes: Uint8Array): Promise<string> {
  const { files, problems } = await unzip(bytes);
  expect(files).toEqual([]);
  expect(problems).toHaveLength(1);
  return problems[0]!.message;
}

describe('a packed folder of articles', () => {
  it('is unpacked under names of our own, each file as it was', async () => {
    const { files, problems } = await unzip(
      packed({
        'letters/b.txt': 'words',
        'letters/deep/er/a.MD': '# words',
        'c.csv': 'text\nwords',
        'photo.jpg': 'x',
        '.hidden/a.txt': 'x',
        '__MACOSX/letters/._b.txt': 'x',
        'letters/.DS_Store': 'x',
        'letters/': '',
      }),
    );
    expect(files.map(({ fileName, format, packedIn }) => [fileName, format, packedIn])).toEqual([
      ['b.txt', 'txt', 'a.zip/letters'],
      ['a.MD', 'md', 'a.zip/letters/deep/er'],
      ['c.csv', 'csv', 'a.zip'],
    ]);
    expect(await readFile(files[1]!.path, 'utf8')).toBe('# words');
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('1 file of another kind was passed over.'),
    ]);
    expect((await readdir(root)).sort()).toEqual(['a.zip', 'out-0', 'out-1', 'out-2']);
  });

  it('does not open a packed file in it, and goes on with the others', async () => {
    const { files, problems } = await unzip(packed({ 'in.zip': packed({ 'a.txt': 'x' }), 'b.txt': 'words' }));
    expect(files.map(({ fileName }) => fileName)).toEqual(['b.txt']);
    expect(problems).toMatchObject([{ fileName: 'a.zip/in.zip', code: 'unsupported' }]);
  });

  it('says when there is nothing in it to read', async () => {
    expect((await unzip(packed({ 'a/': '' }))).problems).toMatchObject([{ code: 'empty' }]);
    expect((await unzip(packed({ 'a.jpg': '' }))).problems).toMatchObject([{ code: 'unsupported' }]);
  });

  it.each(['../../evil.txt', '/tmp/evil-0.txt', 'C:\\windows\\a.txt', 'a\\..\\..\\b.txt.'])(
    'is refused for naming %s',
    async (name) => {
      const plain = 'n'.repeat(name.length);
      expect(await refused(forged(packed({ 'a.txt': 'words', [plain]: 'x' }), plain, name))).toContain(
        'outside',
      );
      expect(await readdir(root)).toEqual(['a.zip']);
    },
  );

  it('is refused for a link, for two files of one name, for a lock, and when it is damaged', async () => {
    const link = withCentral(
      packed({ 'a.txt': 'words', 'b.txt': '/etc/passwd' }),
      'b.txt',
      38,
      0o120777 * 2 ** 16,
    );
    expect(await refused(link)).toContain('is a link');
    const twice = forged(packed({ 'a.txt': 'words', 'b.txt': 'more' }), 'b.txt', 'a.txt');
    expect(await refused(twice)).toContain('the same name');
    const good = packed({ 'a.txt': 'words' });
    expect(await refused(good.subarray(0, 60))).toContain('damaged');
    expect(await refused(Buffer.from('no zip at all'))).toContain('damaged');
  });

  it('is refused for a bomb within seconds, whether it tells its size or lies about it', async () => {
    const big = { 'a.txt': new Uint8Array(40 * 1024 * 1024).fill(32) };
    const bomb = zipSync(big, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refused(bomb)).toContain('more than is read at once');
    expect(await refused(withCentral(bomb, 'a.txt', 24, 1000))).toContain('damaged');
    // Many that each say they are large.
    const names = Array.from({ length: 17 }, (_, index) => `${index + 10}.txt`);
    const many = names.reduce<Uint8Array>(
      (bytes, name) => withCentral(bytes, name, 24, 31 * 1024 * 1024),
      Buffer.from(packed(Object.fromEntries(names.map((name) => [name, 'x'])))),
    );
    expect(await refused(many)).toContain('more than is read at once');
  });

  it('never throws on damage of a single byte', async () => {
    const bytes = packed({ 'a.txt': 'words', 'b/c.txt': 'more words' });
    for (let at = 0; at < bytes.length; at += 3) {
      const copy = Buffer.from(bytes);
      copy[at] = copy[at]! ^ 0xff;
      const { files, problems } = await unzip(copy);
      expect(files.length + problems.length).toBeGreaterThan(0);
      for (const { path } of files) await rm(path);
      for (const name of await readdir(root)) if (name !== 'a.zip') await rm(join(root, name));
    }
  });
});
