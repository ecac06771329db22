import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../core/formats/registry';
import { emptyProject } from '../../core/project/empty';
import { allAnnotations } from '../../core/project/query';
import { runCli } from '../cli';
import type { Streams } from '../cli/streams';
import { createProject, openProject } from '../store/project-store';
import { annotationsJob, recogniseJob } from './annotations-job';
import { parquet } from './fixtures/parquet';
import { unpack } from './unpack';

const TEXT = 'The ferry 🛟 stops.\n\nMara Lind said so.\n';
const ANN = 'T1\tPerson 20 29\tMara Lind\nT2\tCue 30 34\tsaid\n';
const bytes = (text: string) => new TextEncoder().encode(text);
let folder: string;
const put = (name: string, data: string | Uint8Array) => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, data);
  return path;
};
const read = (...paths: string[]) => annotationsJob({ paths, articles: new Map() });
const quotes = async (...paths: string[]) => {
  const result = await read(...paths);
  if ('problem' in result) return result.problem;
  return [...allAnnotations(result.part.project)].map(({ quote }) => quote);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'marginalia-in-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what is in a file', () => {
  const names = async (path: string, data: Uint8Array) => (await unpack(path, data)).map((file) => file.path);
  it('is what is packed in it, also in packed files in it, but not what a system left there', async () => {
    const inner = zipSync({ 'x.xmi': bytes('<a/>') });
    const outer = zipSync({
      'doc/ada.zip': inner,
      'doc/bo.zip': inner,
      '__MACOSX/._x': bytes('x'),
      'b/.c': bytes('x'),
    });
    expect(await names('project.zip', outer)).toEqual(['doc/ada/x.xmi', 'doc/bo/x.xmi']);
  });
  it('is only bytes when it is no text', async () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    expect(await unpack('a.png', png)).toEqual([{ path: 'a.png', data: '', bytes: png }]);
  });
});

describe('annotations', () => {
  it('are read from files, folders and packed files, one text by another', async () => {
    const files = [put('in/ferry.txt', TEXT), put('in/ferry.ann', ANN)];
    const zip = put('a.zip', zipSync({ 'ferry.txt': bytes(TEXT), 'ferry.ann': bytes(ANN) }));
    const other = put('b.zip', zipSync({ 'ferry.txt': bytes(`${TEXT}More.`), 'ferry.ann': bytes(ANN) }));
    for (const paths of [files, [join(folder, 'in')], [zip]])
      expect(await quotes(...paths)).toEqual(['Mara Lind', 'said']);
    expect(await quotes(zip, other)).toHaveLength(4);
    expect(await recogniseJob([join(folder, 'in')])).toEqual({ id: 'brat', label: 'brat standoff' });
    expect(await recogniseJob([zip])).toMatchObject({ id: 'brat' });
    expect(await recogniseJob([put('crane.txt', TEXT), join(folder, 'nowhere')])).toBeNull();
  });

  it('and articles in Parquet are told apart by their columns', async () => {
    const marks = put(
      'marks.parquet',
      parquet([{ document: 'a', start: '0', end: '3', label: 'X', quote: 'The' }]),
    );
    const corpus = put('corpus.parquet', parquet([{ title: 'A', text: TEXT, date: '2024-01-01' }]));
    expect(await recogniseJob([marks])).toMatchObject({ id: 'csv-mapped' });
    expect(await recogniseJob([corpus])).toBeNull();
  });

  it('are known in databases, packed projects and folders within folders', async () => {
    const fixture = (name: string) => readFileSync(`src/core/formats/${name}`);
    const taguette = put('a.sqlite3', fixture('taguette/fixtures/good/project.sqlite3'));
    expect(await recogniseJob([taguette])).toMatchObject({ id: 'taguette' });
    put('study/ferry.qda/data.qda', fixture('qualcoder/fixtures/good/ferry.qda/data.qda'));
    expect(await recogniseJob([join(folder, 'study')])).toMatchObject({ id: 'qualcoder' });
    expect(await recogniseJob([join(folder, 'study/ferry.qda')])).toMatchObject({ id: 'qualcoder' });
    const qde = new Uint8Array(fixture('refi/fixtures/good/project.qde'));
    expect(await recogniseJob([put('a.qdpx', zipSync({ 'project.qde': qde }))])).toMatchObject({
      id: 'refi-qda',
    });
    put('project/annotation/harbour.txt/ada.xmi', fixture('uima/fixtures/good/harbour.xmi'));
    expect(await recogniseJob([join(folder, 'project')])).toMatchObject({ id: 'uima-xmi' });
  });

  it('of a packed project of INCEpTION are by whoever its folders name', async () => {
    const xmi = readFileSync('src/core/formats/uima/fixtures/good/harbour.xmi', 'utf8');
    const types = readFileSync('src/core/formats/uima/fixtures/good/TypeSystem.xml', 'utf8');
    const packed = (user: string) => zipSync({ [`${user}.xmi`]: bytes(xmi), 'TypeSystem.xml': bytes(types) });
    const zip = put(
      'project.zip',
      zipSync({
        'exportedproject.json': bytes('{"name":"Harbours"}'),
        'annotation/harbour.txt/INITIAL_CAS.zip': packed('INITIAL_CAS'),
        'annotation/harbour.txt/ada.zip': packed('ada'),
        'annotation/harbour.txt/bo.zip': packed('bo'),
      }),
    );
    const result = await read(zip);
    if ('problem' in result) throw new Error(result.problem);
    const { project, articles } = result.part;
    expect([...project.annotators.values()].map(({ name }) => name).sort()).toEqual(['ada', 'bo']);
    expect(articles).toMatchObject([{ articleId: 'harbour', how: 'new' }]);
    const makers = [...allAnnotations(project)].map(({ annotatorId }) => annotatorId);
    expect(makers.length % 2).toBe(0);
    expect(new Set(makers).size).toBe(2);
  });

  it('are refused with the place where something is wrong', async () => {
    expect(await quotes(put('a.jsonl', '{"text":"a","label":[]}\n{"label":[]}\n'))).toMatch(
      /^a\.jsonl:2:\d+: /,
    );
    expect(await quotes(put('b.zip', zipSync({ 'in/x.ann': bytes(ANN) })))).toMatch(
      /^in\/x\.ann:1:1: the text/,
    );
    expect(await quotes(put('c.zip', zipSync({ a: bytes(ANN) }).slice(0, 40)))).toContain('damaged');
    expect(await quotes(put('d.txt', TEXT))).toContain('“d.txt” is of no format that is known here');
    expect(await quotes(join(folder, 'nowhere'))).toBe('“nowhere” could not be read: it is not there.');
  });

  it.each(FORMATS.filter(({ parse }) => parse).map((format) => [format.id, format] as const))(
    'of our own come back from a folder of %s, its report of losses and all',
    async (_, format) => {
      const project = await brat();
      const { files, loss } = format.serialize(project);
      for (const { path, data } of files) put(`out/${path}`, data);
      put('out/losses.json', JSON.stringify(loss));
      const result = await annotationsJob({ paths: [join(folder, 'out')], articles: project.articles });
      if ('problem' in result) throw new Error(result.problem);
      const found = [...allAnnotations(result.part.project)].map(({ quote }) => quote);
      expect(found).toEqual(['Mara Lind', 'said']);
      expect(result.part.articles.map(({ how }) => how)).toEqual(['same']);
    },
  );

  it('of formats without texts come with the texts beside them into another project', async () => {
    const { files } = FORMATS.find(({ id }) => id === 'web-annotation')!.serialize(await brat());
    for (const { path, data } of files) put(`out/${path}`, data);
    expect(await quotes(join(folder, 'out'))).toEqual(['Mara Lind', 'said']);
  });

  async function brat() {
    const result = await read(put('in/ferry.txt', TEXT), put('in/ferry.ann', ANN));
    if ('problem' in result) throw new Error(result.problem);
    return result.part.project;
  }
});

describe('the command line', () => {
  const info = { id: 'p', name: 'P', note: '', createdAt: '2024-01-01T00:00:00.000Z' };
  async function run(...args: string[]) {
    let [out, said] = ['', ''];
    const streams = {
      write: async (text: string) => {
        out += text;
      },
      complain: (line: string) => {
        said += `${line}\n`;
      },
    } as unknown as Streams;
    const code = await runCli(args, streams);
    return { code, out, said };
  }
  const project = async () => {
    const path = join(folder, 'project');
    const store = await createProject(path, emptyProject(info, { id: 'me', name: 'Me' }));
    await store.close();
    return path;
  };
  const open = async (path: string) => {
    const store = await openProject(path);
    await store.close();
    return store.project;
  };

  it('imports annotations, finds them there the second time, and takes a mapping and a name', async () => {
    const path = await project();
    put('in/ferry.txt', TEXT);
    put('in/ferry.ann', ANN);
    const mapping = put('map.json', '{"Cue": {"to": "out", "attributes": {}, "roles": {}}}');
    const args = ['import', path, join(folder, 'in'), '--mapping', mapping, '--annotator', 'Me', '--json'];
    const first = await run(...args);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([0, { format: 'brat', added: 1, leftOut: 1 }]);
    const after = await open(path);
    expect(
      [...allAnnotations(after)].map(({ layer, quote, annotatorId }) => [layer, quote, annotatorId]),
    ).toEqual([['speaker', 'Mara Lind', 'me']]);
    const [article] = [...after.articles.values()];
    expect(readFileSync(join(path, 'articles', `${article!.id}.orig`), 'utf8')).toBe(TEXT);
    const again = await run(...args);
    expect(JSON.parse(again.out)).toMatchObject({ added: 0, there: 1, articles: [] });
    expect(await open(path)).toEqual(after);
  });

  it('adds what looks like annotations as articles when told to, and refuses what is wrong by name', async () => {
    const path = await project();
    put('in/ferry.txt', TEXT);
    put('in/ferry.ann', ANN);
    expect((await run('import', path, join(folder, 'in'), '--from', 'articles')).out).toContain('The ferry');
    const bad = put('map.json', '{"Cue": {"to": "elsewhere"}}');
    const refused = await run('import', path, join(folder, 'in'), '--mapping', bad);
    expect([refused.code, refused.said]).toMatchObject([3, expect.stringMatching(/map\.json:1:\d+: /)]);
    expect((await run('import', path, join(folder, 'in'), '--from', 'nonsense')).code).toBe(2);
    const lone = put('x.ann', ANN);
    expect((await run('import', path, lone)).said).toMatch(/x\.ann:1:1: the text x\.txt is missing/);
    expect([...allAnnotations(await open(path))]).toEqual([]);
  });
});
