import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../core/change/change';
import { deleteArticle } from '../../core/commands/edit-article';
import type { Project } from '../../core/project/model';
import type { Disk } from './disk';
import { faultyDisk } from './faulty-disk.arbitrary';
import type { Luck } from './memory-disk.arbitrary';
import { MemoryDisk } from './memory-disk.arbitrary';
import { add, annotationNumber, articleNumber, projectOf, tag } from './project-on-disk.arbitrary';
import { createProject, openProject } from './project-store';

const FOLDER = '/home/project';
const QUIET = { followAfter: 1e9 };

const STEPS: readonly ((project: Project) => Change)[] = [
  (project) => tag(project, 1),
  () => add([7]),
  (project) => ({
    annotations: { n9: [null, { ...annotationNumber(9, project.articles.get('a2')!, 'you'), id: 'n9' }] },
  }),
  (project) => deleteArticle(project, { id: 'a1', at: '2026-03-12T10:11:12.000Z' }),
  (project) => tag(project, 2, 'a2'),
];

async function freshDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder('/home');
  await (await disk.open('/', 'r')).sync();
  return disk;
}

/** A session; tells every state that was acknowledged. */
async function session(disk: Disk, acknowledged: (project: Project) => void): Promise<void> {
  const store = await createProject(FOLDER, projectOf(2, 2), new Map(), { disk, ...QUIET });
  acknowledged(store.project);
  for (const [index, step] of STEPS.entries()) {
    const originals = index === 1 ? new Map([['a7', Buffer.from('seven')]]) : new Map<string, Uint8Array>();
    const saved = store.commit(`step ${index}`, step(store.project), originals);
    const { project } = store;
    await saved.then(() => acknowledged(project));
    if (index % 2 === 0) await store.flush();
  }
  await store.close();
  const again = await openProject(FOLDER, { disk, ...QUIET });
  await again.commit('tag', tag(again.project, 3, 'a2'));
  acknowledged(again.project);
  await again.close();
}

interface Cut {
  /** The last state that was acknowledged before the power went. */
  readonly last: Project;
  readonly left: MemoryDisk;
}

/** What a power cut leaves at every call of a session, from when the project is made. */
async function cuts(luck: Luck): Promise<readonly Cut[]> {
  const disk = await freshDisk();
  const found: Cut[] = [];
  let last: Project | null = null;
  const watched = faultyDisk(disk, () => {
    if (last) found.push({ last, left: disk.cut(luck) });
    return null;
  });
  await session(watched, (project) => {
    last = project;
  });
  return found;
}

async function survives({ last, left }: Cut): Promise<void> {
  // After a power cut the holder of the lock is known to be gone; here it is this very process.
  const store = await openProject(FOLDER, { disk: left, takeOver: true, ...QUIET });
  expect(store.readOnly).toBeNull();
  for (const line of store.report) expect(line).toMatch(/not a whole change|kept as set-aside/);
  const { articles, annotations } = store.project;
  const ids = new Set([...annotations.values()].flat().map((annotation) => annotation.id));
  // What was on its way, even the deletion of a1, may be there or not; what was acknowledged is.
  for (const annotation of [...last.annotations.values()].flat()) {
    if (annotation.articleId !== 'a1' || articles.has('a1')) expect(ids).toContain(annotation.id);
  }
  for (const id of last.articles.keys()) if (id !== 'a1') expect(articles.has(id)).toBe(true);
  if (!last.articles.has('a1')) expect(articles.has('a1')).toBe(false);
  if (last.articles.has('a7')) {
    expect(articles.get('a7')).toEqual(articleNumber(7));
    expect((await left.stat(`${FOLDER}/articles/a7.orig`)).size).toBe(5);
  }
  await store.close();
}

const odd = () => {
  let count = 0;
  return () => count++ % 2 === 1;
};
const EXTREMES: Readonly<Record<string, Luck>> = {
  'nothing that was not synced is there': { names: () => false, bytes: () => 0 },
  'names are there and bytes are not': { names: () => true, bytes: () => 0 },
  'bytes are there and names are not': { names: () => false, bytes: () => 1 },
  'every file has its new length and its old bytes': {
    names: () => true,
    bytes: () => 1,
    sectors: { length: () => true, written: () => false },
  },
  'every second name and every second sector is there': {
    names: odd(),
    bytes: () => 1,
    sectors: { length: odd(), written: odd() },
  },
};

for (const [what, luck] of Object.entries(EXTREMES)) {
  test(`after a power cut at any call nothing acknowledged is lost, when ${what}`, async () => {
    const all = await cuts(luck);
    expect(all.length).toBeGreaterThan(200);
    for (const cut of all) await survives(cut);
  });
}

test('after a power cut at any call nothing acknowledged is lost, whatever the disk kept of the rest', () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(100)), fc.nat(1e6), async (stream, pick) => {
      const next = () => (stream.next().value as number) / 100;
      const all = await cuts({ names: () => next() < 0.5, bytes: next });
      for (let index = pick % 20; index < all.length; index += 20) await survives(all[index]!);
    }),
    { numRuns: 10 },
  ));

test('after a power cut at any call nothing acknowledged is lost, whichever sectors came first', () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.boolean()), fc.nat(1e6), async (stream, pick) => {
      const next = () => stream.next().value as boolean;
      const all = await cuts({ names: next, bytes: () => 1, sectors: { length: next, written: next } });
      for (let index = pick % 20; index < all.length; index += 20) await survives(all[index]!);
    }),
    { numRuns: 20 },
  ));
