import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, open, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StagedArticle } from '../../shared/api';
import { packed } from './fixtures/documents';
import { forkedWorkers } from './fixtures/fork-worker';
import type { Staging } from './staging';
import { createStaging } from './staging';
import type { WorkerHost } from './worker-host';
import { createWorkerHost } from './worker-host';

let host: WorkerHost;
let root: string;
let parent: string;
let staging: Staging;

beforeAll(async () => {
  host = createWorkerHost(await forkedWorkers());
});
afterAll(() => host.dispose());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'marginalia-staging-'));
  parent = join(root, 'stages');
  staging = createStaging({ parent, host });
  return async () => {
    staging.dispose();
    await rm(root, { recursive: true, force: true });
  };
});

const put = async (name: string, data: string | Uint8Array) => {
  await writeFile(join(root, name), data);
  return join(root, name);
};
const stagedFiles = () => readdirSync(parent).flatMap((folder) => readdirSync(join(parent, folder)));

describe('staging', () => {
  it('does again what a process was at that was killed from outside, and gives up on what kills each', async () => {
    const workers = await forkedWorkers();
    let lives = 0;
    const dying = createWorkerHost({
      ...workers,
      spawn() {
        const worker = workers.spawn();
        // The first dies as soon as it is given anything, and so do the third and the fourth.
        const dies = [1, 3, 4].includes(++lives);
        const postMessage: typeof worker.postMessage = (message) => {
          worker.postMessage(message);
          if (dies) worker.kill();
        };
        return { ...worker, pid: worker.pid, postMessage };
      },
    });
    const again = createStaging({ parent, host: dying });
    const path = await put('a.txt', 'Ferry Strikes Pier\n\nThey knew.');
    const { articles, problems } = (await again.stage({ paths: [path] }))!;
    expect([articles.length, problems, lives]).toEqual([1, [], 2]);
    dying.dispose();
    const second = (await again.stage({ paths: [path] }))!;
    expect([second.articles.length, second.problems.length, lives]).toEqual([0, 1, 4]);
    again.dispose();
    dying.dispose();
  });

  it('reads a folder, keeps the bytes, and hands them out unchanged', async () => {
    const bytes = iconv.encode(
      'Ferry Strikes Pier\r\n\r\n“They knew,” she said of it on Tuesday.\r\n',
      'windows-1252',
    );
    const path = await put('a.txt', bytes);
    const { articles, problems } = (await staging.stage({ paths: [path] }))!;
    expect(problems).toEqual([]);
    const [article] = articles;
    expect(article).toMatchObject({
      encodingCertain: false,
      draft: {
        title: 'Ferry Strikes Pier',
        origin: {
          fileName: 'a.txt',
          format: 'txt',
          encoding: 'windows-1252',
          lineEnds: 'crlf',
          bytes: bytes.length,
        },
      },
    });
    await writeFile(path, 'changed since');
    expect(Buffer.from(await staging.bytesOf(article!.stage))).toEqual(bytes);
  });

  it('reads a stage again in the encoding chosen', async () => {
    const { articles } = (await staging.stage({
      paths: [await put('a.txt', iconv.encode('Paměť přístavu', 'windows-1250'))],
    }))!;
    const again = (await staging.restage(articles[0]!.stage, { encoding: 'windows-1250' })) as StagedArticle;
    expect(again).toMatchObject({
      stage: articles[0]!.stage,
      encodingCertain: true,
      draft: { text: 'Paměť přístavu' },
    });
    expect(again.draft.origin.bytesSha256).toBe(articles[0]!.draft.origin.bytesSha256);
    expect(await staging.restage(articles[0]!.stage, { encoding: 'klingon' })).toMatchObject({
      code: 'encoding',
    });
  });

  it('goes on past files that hang, crash, throw, or are no text', async () => {
    const folder = join(root, 'in');
    await mkdir(folder);
    for (const name of [
      'hang.txt',
      'crash.txt',
      'throw.txt',
      'empty.txt',
      'a.txt',
      'b.html',
      'c.md',
      'z.txt',
    ]) {
      await writeFile(join(folder, name), name === 'empty.txt' ? '' : '<p>Words in a file.</p>');
    }
    await writeFile(join(folder, 'd.txt'), '%PDF-1.4');
    const seen: string[] = [];
    const { articles, problems } = (await staging.stage(
      { paths: [folder] },
      { milliseconds: 6000, onProgress: ({ done, total }) => seen.push(`${done}/${total}`) },
    ))!;
    expect(articles.map(({ draft }) => draft.origin.fileName)).toEqual(['a.txt', 'b.html', 'c.md', 'z.txt']);
    expect(problems.map(({ fileName, code }) => `${fileName} ${code}`)).toEqual([
      'crash.txt stopped',
      'd.txt binary',
      'empty.txt empty',
      'hang.txt stopped',
      'throw.txt stopped',
    ]);
    expect(seen.at(0)).toBe('0/9');
    expect(seen.at(-1)).toBe('9/9');
    expect(stagedFiles()).toHaveLength(4);
  });

  it('looks for the files again when the process goes while it looks', async () => {
    const folder = join(root, 'in');
    await mkdir(folder);
    for (const name of ['a.txt', 'b.txt', '.crash-once'])
      await writeFile(join(folder, name), 'Words in a file.');
    const { articles, problems } = (await staging.stage({ paths: [folder] }))!;
    expect(articles.map(({ draft }) => draft.origin.fileName)).toEqual(['a.txt', 'b.txt']);
    expect(problems).toEqual([]);
  });

  it('says why where no copy of what was read can be kept', async () => {
    const path = await put('a.txt', 'Words in a file.');
    await staging.stage({ paths: [path] });
    await rm(parent, { recursive: true });
    const { articles, problems } = (await staging.stage({ paths: [path] }))!;
    expect(articles).toEqual([]);
    expect(problems.map(({ message }) => message)).toEqual([
      'No copy of this could be kept: a file or folder is no longer there. Make room and import it again.',
    ]);
  });

  it('stages each record of a corpus with its own bytes, and reads one again in another encoding', async () => {
    const rows = ['text;title', 'Pam\u011b\u0165 p\u0159\u00edstavu;One', 'M\u011bsto;Two', ';Three'];
    const path = await put('a.csv', iconv.encode(rows.join('\n'), 'windows-1250'));
    const { articles, problems } = (await staging.stage({ paths: [path] }))!;
    expect(articles.map(({ draft }) => draft.title)).toEqual(['One', 'Two']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('Line 4, column “text”: there is no text.'),
    ]);
    // The records, and the whole file, which may be read in another way.
    expect(stagedFiles()).toHaveLength(3);
    const second = articles[1]!.stage;
    expect(await staging.restage(second, { encoding: 'windows-1250' })).toMatchObject({
      stage: second,
      draft: {
        text: 'Město',
        title: 'Two',
        note: 'Part 2 of the file.',
        origin: { encoding: 'windows-1250' },
      },
    });
    const bytes = await staging.bytesOf(second);
    expect(iconv.decode(Buffer.from(bytes), 'windows-1250')).toBe('text;title\nMěsto;Two\n');
    await staging.discard(articles.map(({ stage }) => stage));
    expect(stagedFiles()).toEqual([]);
  });

  it('refuses a file that is too large at once, without reading it', async () => {
    const path = join(root, 'big.txt');
    const file = await open(path, 'w');
    await file.truncate(100 * 1024 * 1024);
    await file.close();
    const begun = performance.now();
    expect((await staging.stage({ paths: [path] }))!.problems).toMatchObject([{ code: 'too-large' }]);
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  it('stages pasted text with its bytes', async () => {
    const source = { pasted: { text: 'Some words.', html: '<p>Some <b>words.</b></p>' } };
    const { articles } = (await staging.stage(source))!;
    expect(articles[0]).toMatchObject({
      encodingCertain: true,
      draft: { text: 'Some words.', origin: { fileName: null, format: 'pasted' } },
    });
    expect(Buffer.from(await staging.bytesOf(articles[0]!.stage)).toString()).toBe('Some words.');
    expect(await staging.restage(articles[0]!.stage, { encoding: 'utf-16le' })).toMatchObject({
      draft: { text: 'Some words.' },
    });
  });

  it('keeps nothing of a batch that was cancelled', async () => {
    const controller = new AbortController();
    const paths = [
      await put('a.txt', 'Words.'),
      await put('hang.txt', 'Words.'),
      await put('z.txt', 'Words.'),
    ];
    setTimeout(() => controller.abort(), 1500);
    expect(await staging.stage({ paths }, { signal: controller.signal })).toBeNull();
    expect(stagedFiles()).toEqual([]);
  });

  it('discards stages, forgets them, and leaves no folder behind', async () => {
    const { articles } = (await staging.stage({
      paths: [await put('a.txt', 'Words.'), await put('b.txt', 'More.')],
    }))!;
    await staging.discard([articles[0]!.stage, 'stage-999']);
    await expect(staging.bytesOf(articles[0]!.stage)).rejects.toThrow('no stage');
    await expect(staging.restage('../../etc', { encoding: 'utf-8' })).rejects.toThrow('no stage');
    expect(stagedFiles()).toHaveLength(1);
    staging.dispose();
    expect(readdirSync(parent)).toEqual([]);
  });

  it('sweeps what a killed run left, but not another window’s', async () => {
    await mkdir(join(parent, 'import-old'), { recursive: true });
    await mkdir(join(parent, 'import-new'));
    const longAgo = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000);
    await utimes(join(parent, 'import-old'), longAgo, longAgo);
    await staging.stage({ pasted: { text: 'Words.' } });
    expect(existsSync(join(parent, 'import-old'))).toBe(false);
    expect(existsSync(join(parent, 'import-new'))).toBe(true);
  });

  it('looks at a file in another way without keeping anything, then reads it so', async () => {
    const path = await put('own.txt', ['@@ 1', 'Words of one.', '@@ 2', 'Words of two.'].join('\n'));
    const { articles, sources } = (await staging.stage({ paths: [path] }))!;
    expect(sources).toEqual([]);
    const { source, stage } = articles[0]!;
    const rule = { pattern: '^@@', line: 'between' as const, cover: true, fields: {} };
    const way = { kind: 'parts' as const, rule };
    await rm(path);
    expect(await staging.look({ source, way })).toMatchObject({ count: 2, way });
    expect(stagedFiles()).toHaveLength(1);
    const read = await staging.readOtherwise({ source, way });
    expect(read.articles.map(({ draft }) => draft.text)).toEqual(['Words of one.', 'Words of two.']);
    expect(read.sources).toMatchObject([{ source, fileName: 'own.txt', seen: { way } }]);
    // What it was before can still be had, until it is no longer wanted.
    expect(Buffer.from(await staging.bytesOf(stage)).toString()).toContain('@@ 2');
    expect(Buffer.from(await staging.bytesOf(read.articles[1]!.stage)).toString()).toBe('Words of two.');
    expect(await staging.restage(read.articles[1]!.stage, { encoding: 'utf-8' })).toMatchObject({
      source,
      draft: { text: 'Words of two.', note: 'Part 2 of the file.' },
    });
    await staging.discard([stage, ...read.articles.map((one) => one.stage)]);
    expect(stagedFiles()).toEqual([]);
    await expect(staging.look({ source, way })).rejects.toThrow('no source');
  });

  it('keeps a file of which nothing can be read yet, and reads it by the columns that are said', async () => {
    const path = await put('a.csv', 'a,b\nOne word,03/04/2024\nTwo words,04/04/2024\n');
    const { articles, problems, sources } = (await staging.stage({ paths: [path] }))!;
    expect(articles).toEqual([]);
    expect(problems).toMatchObject([{ code: 'no-text', source: sources[0]!.source }]);
    const choice = { fields: { text: 'a', publishedAt: 'b' }, kept: [], dates: 'month' as const };
    const way = { kind: 'columns' as const, choice };
    const read = await staging.readOtherwise({ source: sources[0]!.source, way });
    expect(read.articles.map(({ draft }) => draft.publishedAt)).toEqual(['2024-03-04', '2024-04-04']);
    // The next with these columns is read alike.
    const remembered = { columns: [{ names: ['b', 'a'], choice }], splits: [] };
    const again = (await staging.stage({ paths: [path] }, { remembered }))!;
    expect(again.articles.map(({ draft }) => draft.text)).toEqual(['One word', 'Two words']);
    await staging.discard([...sources, ...again.sources].map(({ source }) => source));
    await staging.discard([...read.articles, ...again.articles].map(({ stage }) => stage));
    expect(stagedFiles()).toEqual([]);
  });

  it('stops a pattern that runs away, says so, and reads without it when it was only remembered', async () => {
    const path = await put('a.txt', `${'x'.repeat(60)}\n${'Words of it. '.repeat(80)}\n`);
    const rule = { pattern: '^(x+x+)+y$', line: 'between' as const, cover: false, fields: {} };
    const remembered = { columns: [], splits: [rule] };
    const { articles, problems } = (await staging.stage(
      { paths: [path] },
      { remembered, milliseconds: 6000 },
    ))!;
    expect(problems).toEqual([]);
    expect(articles).toHaveLength(1);
    const way = { kind: 'parts' as const, rule };
    expect(await staging.look({ source: articles[0]!.source, way }, { milliseconds: 4000 })).toMatchObject({
      code: 'stopped',
      message: expect.stringContaining('With this pattern'),
    });
  });

  it('reads what is packed, file by file, and goes on past those that hang or are hostile', async () => {
    const good = packed({ 'in/a.txt': 'Words.', 'in/hang.txt': 'Words.', 'z.txt': 'More words.' });
    const paths = [await put('a.zip', good), await put('b.zip', 'no zip'), await put('c.txt', 'Last.')];
    const names: (string | undefined)[] = [];
    const { articles, problems } = (await staging.stage(
      { paths },
      { milliseconds: 6000, onProgress: ({ name }) => names.push(name) },
    ))!;
    expect(articles.map(({ draft }) => [draft.text, draft.origin.fileName, draft.metadata])).toEqual([
      ['Words.', 'a.txt', { 'packed in': 'a.zip/in' }],
      ['More words.', 'z.txt', { 'packed in': 'a.zip' }],
      ['Last.', 'c.txt', undefined],
    ]);
    expect(problems.map(({ fileName, code }) => `${fileName} ${code}`)).toEqual([
      'a.zip/in/hang.txt stopped',
      'b.zip damaged',
    ]);
    expect(names).toContain('hang.txt');
    expect(stagedFiles()).toHaveLength(3);
    await staging.discard(articles.map(({ stage }) => stage));
    expect(stagedFiles()).toEqual([]);
  });

  it('keeps nothing of what was unpacked when it is cancelled', async () => {
    const controller = new AbortController();
    const bytes = packed({ 'a.txt': 'Words.', 'hang.txt': 'Words.', 'z.txt': 'Words.' });
    setTimeout(() => controller.abort(), 1500);
    const source = { paths: [await put('a.zip', bytes)] };
    expect(await staging.stage(source, { signal: controller.signal })).toBeNull();
    expect(stagedFiles()).toEqual([]);
  });

  it('reads the shipped sample as its files are', async () => {
    const folder = join(import.meta.dirname, '../../../resources/sample');
    const names = [
      'harbour-post-operator-accused.html',
      'coast-wire-sent-her-out.txt',
      'tageblatt-missing-pages.md',
    ];
    const { articles } = (await staging.stage({ paths: names.map((name) => join(folder, name)) }))!;
    expect(articles.map(({ draft }) => draft.origin.fileName)).toEqual(names);
    expect(await staging.bytesOf(articles[0]!.stage)).toEqual(await readFile(join(folder, names[0]!)));
  });
});
