import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../core/change/change';
import { deleteArticle } from '../../core/commands/edit-article';
import { jsonl } from '../../core/formats/jsonl';
import type { Project } from '../../core/project/model';
import { allAnnotations, findAnnotation } from '../../core/project/query';
import { repair } from '../doctor/repair';
import { writeExport } from '../write-export';
import { outsideFolder } from './backup-place';
import { listBackups, readBackup } from './backups';
import type { Disk } from './disk';
import { copyOf, filesIn, get, put } from './disk-files.arbitrary';
import { seal } from './envelope';
import type { Operation } from './every-fault.arbitrary';
import { everyCallFails, FAULTS } from './every-fault.arbitrary';
import { tableFile } from './layout';
import { MemoryDisk } from './memory-disk.arbitrary';
import { add, articleNumber, projectOf, tag } from './project-on-disk.arbitrary';
import type { ProjectStore } from './project-store';
import { createProject, openProject, Refusal, readProject } from './project-store';

const FOLDER = '/home/project';
const QUIET = { followAfter: 1e9 };
const BIG = projectOf(2, 2);
/** The codebook is most of a small project's bytes, and says nothing about disks. */
const WHOLE: Project = { ...BIG, codebook: { ...BIG.codebook, layers: BIG.codebook.layers.slice(0, 1) } };
const OUT = '/home/out';
const OUTSIDE = '/home/backups';
const EARLIER = Buffer.from('an export of last week\n');

let whole: MemoryDisk;
let unfiled: MemoryDisk;
let older: MemoryDisk;
let spoilt: MemoryDisk;
beforeAll(async () => {
  whole = new MemoryDisk();
  await whole.makeFolder('/home');
  await (await createProject(FOLDER, WHOLE, new Map(), { disk: whole })).close();
  await whole.makeFolder(OUT);
  for (const { path } of jsonl.serialize(WHOLE).files) await put(whole, `${OUT}/${path}`, EARLIER);

  // As the program leaves it when it is killed: the journal ahead of the files.
  const living = copyOf(whole);
  const store = await openProject(FOLDER, { disk: living, ...QUIET });
  for (const number of [1, 2, 3]) await store.commit('tag', tag(store.project, number));
  unfiled = copyOf(living);
  await unfiled.remove(`${FOLDER}/.lock`);
  await store.close();

  spoilt = copyOf(whole);
  const path = `${FOLDER}/annotations/me/a1.json`;
  const { format, sequence, data } = JSON.parse(String(await get(spoilt, path)));
  const [one, ...rest] = data.annotations;
  const list = [{ ...one, spans: [{ start: 3, end: 1e6 }] }, ...rest];
  await put(spoilt, path, Buffer.concat([...seal(format, { sequence, data: { annotations: list } })]));
  await put(spoilt, `${FOLDER}/speakers.json`, Buffer.from('null'));

  older = copyOf(whole);
  for (const [path, bytes] of await filesIn(whole, FOLDER)) {
    if (!tableFile(path)) continue;
    const { format, sequence, data } = JSON.parse(String(bytes));
    await put(older, `${FOLDER}/${path}`, Buffer.concat([...seal(format, { sequence, data }, 1)]));
  }
});

/** Opens to write, or says that it was refused: in words, and with a Refusal and nothing else. */
async function opened(disk: Disk, outside = (): string | null => null): Promise<ProjectStore | null> {
  try {
    const store = await openProject(FOLDER, { disk, outside, ...QUIET });
    if (store.readOnly === null) return store;
    expect(store.readOnly).toMatch(/\.$/);
    await store.close();
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
  }
  return null;
}

/** What a refused promise gives; anything but a Refusal is a bug. */
function refused(error: unknown): null {
  expect(error).toBeInstanceOf(Refusal);
  return null;
}

/** The project as the next start finds it. The lock of a session whose last call failed may be there. */
async function found(disk: Disk): Promise<Project> {
  const store = await openProject(FOLDER, { disk, takeOver: true, ...QUIET });
  expect(store.readOnly).toBeNull();
  await store.close();
  const { project, report } = await readProject(FOLDER, disk);
  expect(report).toEqual([]);
  expect(project).toEqual(store.project);
  return project;
}

function holdsAll(project: Project, expected: Project, butArticle = ''): void {
  for (const annotation of allAnnotations(expected)) {
    if (annotation.articleId !== butArticle)
      expect(findAnnotation(project, annotation.id)).toEqual(annotation);
  }
  for (const article of expected.articles.values())
    if (article.id !== butArticle) expect(project.articles.get(article.id)).toEqual(article);
  expect(project.speakers).toEqual(expected.speakers);
}

/** Commits and flushes; was it acknowledged, and did the state ever say so without? */
async function commit(
  store: ProjectStore,
  change: Parameters<ProjectStore['commit']>[1],
  originals?: ReadonlyMap<string, Uint8Array>,
): Promise<boolean> {
  let acknowledged = false;
  const saved = store.commit('do it', change, originals).then(() => {
    acknowledged = true;
  }, refused);
  await store.flush().catch(refused);
  expect(store.saveState.kind === 'saved' && !acknowledged).toBe(false);
  await store.close();
  await saved;
  return acknowledged;
}

const OPERATIONS: Readonly<Record<string, () => Operation<unknown>>> = {
  'saving an annotation': () =>
    operation(
      whole,
      async (disk) => {
        const store = await opened(disk);
        return store !== null && commit(store, tag(store.project, 1));
      },
      async (disk, saved) => {
        const project = await found(disk);
        holdsAll(project, WHOLE);
        if (saved) expect(findAnnotation(project, 'n1-a1')).toBeDefined();
      },
    ),
  'filing the journal away': () =>
    operation(
      unfiled,
      async (disk) => (await opened(disk))?.close(),
      async (disk) => {
        const project = await found(disk);
        holdsAll(project, WHOLE);
        for (const number of [1, 2, 3]) expect(findAnnotation(project, `n${number}-a1`)).toBeDefined();
      },
    ),
  'making a backup': () =>
    operation(
      unfiled,
      async (disk) => {
        const store = await opened(disk, () => OUTSIDE);
        const path = await store?.backup('asked for').catch(refused);
        await store?.close();
        return path;
      },
      async (disk, path) => {
        const project = await found(disk);
        for (const place of [`${FOLDER}/backups`, outsideFolder(OUTSIDE, 'p1', FOLDER)]) {
          for (const backup of await listBackups(disk, place))
            holdsAll((await readBackup(disk, backup.path)).project, WHOLE);
        }
        if (path) expect((await readBackup(disk, path)).project).toEqual(project);
      },
    ),
  'importing an article': () =>
    operation(
      whole,
      async (disk) => {
        const store = await opened(disk);
        return store !== null && commit(store, add([7]), new Map([['a7', Buffer.from('seven')]]));
      },
      async (disk, saved) => {
        const project = await found(disk);
        holdsAll(project, WHOLE);
        if (!saved) return;
        expect(project.articles.get('a7')).toEqual(articleNumber(7));
        expect(String(await get(disk, `${FOLDER}/articles/a7.orig`))).toBe('seven');
      },
    ),
  'deleting an article': () =>
    operation(
      whole,
      async (disk) => {
        const store = await opened(disk);
        const at = '2026-03-12T10:11:12.000Z';
        return store !== null && commit(store, deleteArticle(store.project, { id: 'a1', at }));
      },
      async (disk, saved) => {
        const project = await found(disk);
        holdsAll(project, WHOLE, 'a1');
        if (saved) expect(project.articles.has('a1')).toBe(false);
        if (project.articles.has('a1')) return holdsAll(project, WHOLE);
        const [backup] = await listBackups(disk, `${FOLDER}/backups`);
        holdsAll((await readBackup(disk, backup!.path)).project, WHOLE);
      },
    ),
  'exporting over an earlier export': () =>
    operation(
      whole,
      (disk) => writeExport(OUT, jsonl.serialize(WHOLE), disk).catch(() => null),
      async (disk, done) => {
        for (const { path, data } of jsonl.serialize(WHOLE).files) {
          const there = await get(disk, `${OUT}/${path}`);
          expect([String(EARLIER), data]).toContain(String(there));
          if (done) expect(String(there)).toBe(data);
        }
        expect(await found(disk)).toEqual(WHOLE);
      },
    ),
  'bringing a project of schema 1 to this one': () =>
    operation(
      older,
      async (disk) => {
        const store = await opened(disk);
        if (!store) return false;
        const before = findAnnotation(store.project, 'n1000-a1')!;
        return commit(store, changeOf('annotations', [[before, { ...before, note: 'now' }]]));
      },
      async (disk, saved) => {
        const files = await filesIn(disk, FOLDER);
        const paths = [...files.keys()];
        for (const [path, bytes] of await filesIn(older, FOLDER)) {
          if (/^backups|^journal|\.bak$/.test(path) || files.get(path)?.equals(bytes)) continue;
          const kept = paths.find((name) => keepsIt(name, path));
          expect(files.get(kept ?? ''), path).toEqual(bytes);
        }
        const { project } = await readProject(FOLDER, older);
        const now = await found(disk);
        expect([...allAnnotations(now)].map(({ id }) => id)).toEqual(
          [...allAnnotations(project)].map(({ id }) => id),
        );
        if (saved) expect(findAnnotation(now, 'n1000-a1')!.note).toBe('now');
      },
    ),
  'repairing a project': () =>
    operation(
      spoilt,
      (disk) => repair(disk, FOLDER, () => new Date(), QUIET).catch(() => null),
      async (disk, done) => {
        const store = await openProject(FOLDER, { disk, takeOver: true, ...QUIET });
        const { project } = store;
        await store.close();
        const kept = [...(await filesIn(disk, FOLDER))].filter(([path]) => !/^backups|^journal/.test(path));
        for (const { id } of allAnnotations(WHOLE)) {
          const aside = kept.some(([, bytes]) => bytes.includes(`"${id}"`));
          expect(findAnnotation(project, id) !== undefined || aside, id).toBe(true);
        }
        if (done)
          for (const { id } of allAnnotations(WHOLE)) expect(findAnnotation(project, id)).toBeDefined();
      },
    ),
  'restoring in place': () =>
    operation(
      unfiled,
      async (disk) => {
        const store = await opened(disk);
        if (!store) return false;
        const backup = { sequence: 1, reason: '', project: WHOLE, setAside: new Map() };
        const done = await store.restore('restore', backup).then(() => true, refused);
        // Not yet taken by the disk, it is as any edit on its way: kept, and not called saved.
        const saved = store.saveState.kind === 'saved';
        await store.close();
        return done && saved;
      },
      async (disk, done) => {
        const project = await found(disk);
        holdsAll(project, WHOLE);
        if (done) expect(project).toEqual(WHOLE);
        // What was there before is there still, or in the backup that was made of it.
        if (findAnnotation(project, 'n3-a1')) return;
        const [backup] = await listBackups(disk, `${FOLDER}/backups`);
        for (const number of [1, 2, 3])
          expect(
            findAnnotation((await readBackup(disk, backup!.path)).project, `n${number}-a1`),
          ).toBeDefined();
      },
    ),
  'restoring into a new folder': () =>
    operation(
      whole,
      (disk) =>
        createProject('/home/restored', WHOLE, new Map([['a1', Buffer.from('one')]]), {
          disk,
          ...QUIET,
        }).then(async (store) => {
          await store.close();
          return store;
        }, refused),
      async (disk, made) => {
        expect(await found(disk)).toEqual(WHOLE);
        if (!made) return;
        expect((await readProject('/home/restored', disk)).project).toEqual(WHOLE);
        expect(String(await get(disk, '/home/restored/articles/a1.orig'))).toBe('one');
      },
    ),
};

/** What the disk would not give is set aside; everything else is kept before it is brought to this schema. */
function keepsIt(name: string, path: string): boolean {
  const aside = name.startsWith(`set-aside/${path.replaceAll('/', '~')}.`);
  return aside || (name.startsWith('backups/before-') && name.endsWith(`/${path}`));
}

function operation<Told>(
  before: MemoryDisk,
  act: Operation<Told>['act'],
  check: Operation<Told>['check'],
): Operation<unknown> {
  return { before, act, check: check as Operation<unknown>['check'] };
}

for (const [what, make] of Object.entries(OPERATIONS)) {
  describe(what, () => {
    for (const kind of Object.keys(FAULTS) as (keyof typeof FAULTS)[]) {
      test(`with ${kind} at any call loses nothing and claims nothing`, { timeout: 600_000 }, async () => {
        expect(await everyCallFails(make(), kind)).toBeGreaterThan(10);
      });
    }
  });
}
