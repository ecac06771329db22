import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../core/change/change';
import type { FindingKind } from '../../core/doctor/finding';
import { FINDING_KINDS } from '../../core/doctor/finding';
import type { Project } from '../../core/project/model';
import { SCHEMA } from '../../core/project/model';
import { allAnnotations, findAnnotation } from '../../core/project/query';
import { runCli } from '../cli';
import type { Streams } from '../cli/streams';
import { DAMAGES, withData } from '../store/damages.arbitrary';
import { realDisk } from '../store/disk';
import { copyOf, differing, filesIn, get, put } from '../store/disk-files.arbitrary';
import { seal } from '../store/envelope';
import { MemoryDisk } from '../store/memory-disk.arbitrary';
import { add, annotationNumber, articleNumber, projectOf, tag } from '../store/project-on-disk.arbitrary';
import { createProject, openProject } from '../store/project-store';
import { examine } from './examine';
import { repair } from './repair';
import { reportText } from './report-text';

const FOLDER = '/home/project';
const QUIET = { followAfter: 1e9 };
const now = () => new Date('2026-03-12T10:11:12.000Z');

let whole: MemoryDisk;
let expected: Project;
beforeAll(async () => {
  whole = new MemoryDisk();
  await whole.makeFolder('/home');
  const big = projectOf(2, 3);
  const slim = { ...big, codebook: { ...big.codebook, layers: big.codebook.layers.slice(0, 2) } };
  const store = await createProject(FOLDER, slim, new Map(), { disk: whole, ...QUIET });
  await store.commit('tag', tag(store.project, 1));
  const seven = `${articleNumber(7).text}`;
  await store.commit('add', add([7]), new Map([['a7', Buffer.from(seven)]]));
  await store.backup('for this test');
  await store.commit('tag', tag(store.project, 2));
  await store.close();
  const again = await openProject(FOLDER, { disk: whole, ...QUIET });
  await again.commit('tag', tag(again.project, 3));
  const gone = findAnnotation(again.project, 'n1-a1')!;
  await again.commit('delete', changeOf('annotations', [[gone, null]]));
  expected = again.project;
  await again.close();
});

/** Changes a file's sealed data, as nobody should. */
async function edit(disk: MemoryDisk, path: string, change: (data: never) => unknown, schema = SCHEMA) {
  const bytes = String(await get(disk, `${FOLDER}/${path}`));
  // Damaged already, where several ways are gone at once.
  if (!bytes.startsWith('{')) return;
  const { format, sequence, data } = JSON.parse(bytes);
  await put(
    disk,
    `${FOLDER}/${path}`,
    Buffer.concat([...seal(format, { sequence, data: change(data as never) }, schema)]),
  );
}
const annotations =
  (change: (list: Record<string, unknown>[]) => unknown[]) => (data: { annotations: [] }) => ({
    annotations: change(data.annotations),
  });
const FIRST = 'annotations/me/a1.json';

/** One way to come to each finding. */
const WAYS: Readonly<Record<FindingKind, (disk: MemoryDisk) => Promise<void>>> = {
  'damaged-file': (disk) => put(disk, `${FOLDER}/speakers.json`, Buffer.from('null')),
  'missing-file': async (disk) => {
    for (const path of (await filesIn(disk, FOLDER)).keys())
      if (/^journal|^backups|speakers/.test(path)) await put(disk, `${FOLDER}/${path}`, Buffer.alloc(3));
  },
  'newer-schema': (disk) => edit(disk, 'claims.json', (data) => data, SCHEMA + 1),
  'older-schema': (disk) => edit(disk, 'claims.json', (data) => data, 1),
  journal: async (disk) => {
    const bytes = await get(disk, `${FOLDER}/journal.jsonl`);
    await put(disk, `${FOLDER}/journal.jsonl`, Buffer.concat([bytes, Buffer.from('{"torn')]));
  },
  'journal-gap': async (disk) => {
    const [, second] = [...(await filesIn(disk, FOLDER)).keys()]
      .filter((path) => /^journal\/0/.test(path))
      .sort();
    await disk.remove(`${FOLDER}/${second}`);
  },
  'damaged-backup': async (disk) => {
    const [path] = [...(await filesIn(disk, FOLDER)).keys()].filter((name) => name.startsWith('backups/'));
    await put(disk, `${FOLDER}/${path}`, (await get(disk, `${FOLDER}/${path}`)).subarray(0, 900));
  },
  'other-version': async (disk) => {
    const bytes = await get(disk, `${FOLDER}/${FIRST}`);
    const extra = annotationNumber(88, articleNumber(1));
    const back = annotationNumber(1, articleNumber(1));
    const { annotations: list } = JSON.parse(String(bytes)).data;
    // One that is not here, one that was deleted here, and those that are.
    const data = JSON.stringify({ annotations: [...list, extra, back] });
    await put(disk, `${FOLDER}/annotations/me/a1 (conflicted copy 2026-03-12).json`, withData(bytes, data));
  },
  'file-under-way': (disk) => put(disk, `${FOLDER}/articles/a1.json.0123456789ab.tmp`, Buffer.from('half')),
  'set-aside-file': (disk) => put(disk, `${FOLDER}/set-aside/speakers.json.then`, Buffer.from('null')),
  'original-left': (disk) => put(disk, `${FOLDER}/articles/a99.orig`, Buffer.from('bytes')),
  'original-changed': (disk) => put(disk, `${FOLDER}/articles/a7.orig`, Buffer.from('others')),
  'article-changed': (disk) =>
    edit(disk, 'articles/a2.json', (data: object) => ({ ...data, sha256: 'other' })),
  'unusable-annotation': (disk) =>
    edit(
      disk,
      FIRST,
      annotations(([one, ...rest]) => [{ ...one, spans: [{ start: 5, end: 1e6 }] }, ...rest]),
    ),
  'quote-elsewhere': (disk) =>
    edit(
      disk,
      FIRST,
      annotations(([one, ...rest]) => [{ ...one, spans: [{ start: 60, end: 70 }] }, ...rest]),
    ),
  'target-lost': (disk) => edit(disk, 'speakers.json', () => []),
  'layer-lost': (disk) =>
    edit(
      disk,
      FIRST,
      annotations(([one, ...rest]) => [{ ...one, layer: 'rumour' }, ...rest]),
    ),
  'annotator-lost': (disk) => edit(disk, 'project.json', (data: object) => ({ ...data, annotators: [] })),
};

const kindsOf = async (disk: MemoryDisk) => (await examine(disk, FOLDER)).findings.map(({ kind }) => kind);

test('a healthy project has nothing to report, and looking through it changes no byte', async () => {
  const before = await filesIn(whole, FOLDER);
  const report = await examine(whole, FOLDER);
  expect(report.findings).toEqual([]);
  expect(report).toMatchObject({
    name: 'Water',
    articles: 3,
    annotations: [...allAnnotations(expected)].length,
  });
  expect(differing(await filesIn(whole, FOLDER), before)).toEqual([]);
  const { after } = await repair(whole, FOLDER, now);
  expect(after.findings).toEqual([]);
  expect(differing(await filesIn(whole, FOLDER), before)).toEqual([]);
});

describe.each(FINDING_KINDS)('%s', (kind) => {
  test('is found and explained; a repair does what it says, deletes nothing, and is done once', async () => {
    const disk = copyOf(whole);
    await WAYS[kind](disk);
    const before = await filesIn(disk, FOLDER);
    const report = await examine(disk, FOLDER);
    const own = report.findings.filter((next) => next.kind === kind);
    expect(own.length).toBeGreaterThan(0);
    for (const { what, can, where } of report.findings) {
      for (const sentence of [what, can]) {
        expect(sentence).toMatch(/^[\p{Lu}\p{Ll}\p{N}“].*\.$/su);
        expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      }
      expect(reportText(report)).toContain(where);
    }
    expect(differing(await filesIn(disk, FOLDER), before)).toEqual([]);

    const repairable = report.findings.filter((next) => next.repairable);
    const { after } = await repair(disk, FOLDER, now, QUIET).catch((error) => {
      expect([kind, error.kind]).toEqual([kind, 'read-only']);
      return { after: report };
    });
    const left = after.findings.filter((next) => next.repairable);
    expect(left).toEqual(after === report ? repairable : []);
    const there = await filesIn(disk, FOLDER);
    const contents = [...there.values()];
    for (const [path, bytes] of before) {
      if (/\.bak$|files\.json$|^journal\.jsonl$/.test(path)) continue;
      const same = contents.some((next) => next.equals(bytes));
      // A file that was made anew has its former version beside it, or set aside.
      expect(same, path).toBe(true);
    }
    const again = await repair(disk, FOLDER, now, QUIET).catch(() => null);
    if (again) expect(again.after).toEqual(after);
    expect(differing(await filesIn(disk, FOLDER), there)).toEqual([]);
  });
});

test('annotations come back to where their words stand, and out of a conflicted copy, but not those deleted here', async () => {
  const disk = copyOf(whole);
  for (const kind of ['unusable-annotation', 'other-version', 'layer-lost'] as const) await WAYS[kind](disk);
  const { after } = await repair(disk, FOLDER, now, QUIET);
  expect(after.findings.map(({ kind }) => kind)).toEqual(['set-aside-file']);
  const store = await openProject(FOLDER, { disk, ...QUIET });
  expect(store.report).toEqual([]);
  const ids = new Set([...allAnnotations(store.project)].map(({ id }) => id));
  for (const { id } of allAnnotations(expected)) expect(ids).toContain(id);
  expect(ids).toContain('n88-a1');
  expect(ids).not.toContain('n1-a1');
  expect(store.project.codebook.layers.map(({ label }) => label)).toContain('Recovered: rumour');
  await store.close();
});

test('whatever is damaged at once, a repair never loses an annotation, and a second one changes nothing', () =>
  fc.assert(
    fc.asyncProperty(
      fc.subarray([...FINDING_KINDS].filter((kind) => !['missing-file', 'newer-schema'].includes(kind))),
      fc.constantFrom(...Object.keys(DAMAGES)),
      fc.constantFrom('project.json', 'claims.json', 'articles/a2.json', 'annotations/me/a2.json'),
      async (kinds, damage, path) => {
        const disk = copyOf(whole);
        for (const kind of kinds) await WAYS[kind](disk);
        const place = `${FOLDER}/${path}`;
        await put(disk, place, DAMAGES[damage]!(await get(disk, place)));
        const { after } = await repair(disk, FOLDER, now, QUIET);
        expect(after.findings.filter(({ repairable }) => repairable)).toEqual([]);
        const files = await filesIn(disk, FOLDER);
        const store = await openProject(FOLDER, { disk, ...QUIET });
        await store.close();
        const kept = [...files]
          .filter(([name]) => !/^backups|^journal/.test(name))
          .map(([, bytes]) => String(bytes));
        for (const { id } of allAnnotations(expected)) {
          const there = findAnnotation(store.project, id) ?? kept.some((text) => text.includes(`"${id}"`));
          expect(there, id).toBeTruthy();
        }
        const last = copyOf(disk);
        await repair(disk, FOLDER, now, QUIET);
        expect(differing(await filesIn(disk, FOLDER), await filesIn(last, FOLDER))).toEqual([]);
      },
    ),
    { numRuns: 60 },
  ));

test('the command line finds, explains, mends and says so with its exit code', async () => {
  const place = await mkdtemp(join(tmpdir(), 'marginalia-doctor-'));
  try {
    const folder = join(place, 'project');
    const disk = copyOf(whole);
    await WAYS['unusable-annotation'](disk);
    for (const [path, bytes] of await filesIn(disk, FOLDER)) {
      await realDisk.makeFolder(join(folder, path, '..'));
      await put(realDisk, join(folder, path), bytes);
    }
    const run = async (...args: string[]) => {
      let out = '';
      const streams = {
        write: async (text: string) => {
          out += text;
        },
        complain: () => {},
      };
      return { code: await runCli(['doctor', ...args], streams as unknown as Streams), out };
    };
    const found = await run(folder, '--json');
    expect(found.code).toBe(1);
    expect(JSON.parse(found.out)).toMatchObject({
      healthy: false,
      findings: [{ kind: 'unusable-annotation' }],
    });
    const repaired = await run(folder, '--repair');
    expect(repaired.code).toBe(0);
    expect(repaired.out).toMatch(
      /Before the repair:[\s\S]*1 to look at[\s\S]*After it:[\s\S]*Nothing is wrong/,
    );
    const healthy = await run(folder, '--json');
    expect([healthy.code, JSON.parse(healthy.out).healthy]).toEqual([0, true]);
    expect((await run(join(place, 'nowhere'))).code).toBe(3);
    expect((await run(place)).code).toBe(3);
    expect((await run(folder, '--colour')).code).toBe(2);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
});

test('what another window has open is looked through, and not repaired', async () => {
  const disk = copyOf(whole);
  await WAYS['target-lost'](disk);
  const store = await openProject(FOLDER, { disk, ...QUIET });
  expect(await kindsOf(disk)).toContain('target-lost');
  await expect(repair(disk, FOLDER, now, QUIET)).rejects.toThrow('Nothing was repaired');
  await store.close();
});
