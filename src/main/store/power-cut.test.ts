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

/** A session; tells every state that was acknowledged. The disk may fail at any time, and then for good. */
async function session(disk: Disk, acknowledged: (project: Project) => void): Promise<void> {
  const store = await createProject(FOLDER, projectOf(2, 2), new Map(), { disk, ...QUIET });
  acknowledged(store.project);
  for (const [index, step] of STEPS.entries()) {
    const originals = index === 1 ? new Map([['a7', Buffer.from('seven')]]) : new Map<string, Uint8Array>();
    const saved = store.commit(`step ${index}`, step(store.project), originals);
    const { project } = store;
    saved.then(
      () => acknowledged(project),
      () => {},
    );
    await (index % 2 === 0 ? store.flush() : Promise.race([saved, store.flush()])).catch(() => {});
  }
  await store.close();
  const again = await openProject(FOLDER, { disk, ...QUIET });
  await again.commit('tag', tag(again.project, 3, 'a2'));
  acknowledged(again.project);
  await again.close();
}

/** Cuts the power at a call of the session; what was acknowledged until then, and the disk that is left. */
async function cutAt(
  call: number,
  luck: Luck,
): Promise<{ last: Project | null; left: MemoryDisk | null; calls: number }> {
  const disk = await freshDisk();
  let calls = 0;
  let last: Project | null = null;
  let left: MemoryDisk | null = null;
  const dying = faultyDisk(disk, () => {
    if (++calls === call) left = disk.cut(luck);
    return left ? { code: 'EIO' } : null;
  });
  await session(dying, (project) => {
    if (!left) last = project;
  }).catch(() => {});
  return { last, left, calls };
}

async function survives(call: number, luck: Luck): Promise<void> {
  const { last, left } = await cutAt(call, luck);
  if (!left || !last) return;
  // After a power cut the holder of the lock is known to be gone; here it is this very process.
  const store = await openProject(FOLDER, { disk: left, takeOver: true, ...QUIET });
  expect(store.readOnly).toBeNull();
  for (const line of store.report) expect(line).toMatch(/not a whole change|kept as set-aside/);
  // What was on its way may be there or not; what was acknowledged is.
  const expected = last as Project;
  const ids = (project: Project) =>
    [...project.annotations.values()].flat().map((annotation) => annotation.id);
  for (const id of store.project.articles.has('a1')
    ? ids(expected)
    : ids(expected).filter((id) => !id.endsWith('a1'))) {
    expect(ids(store.project)).toContain(id);
  }
  for (const id of expected.articles.keys())
    if (id !== 'a1') expect(store.project.articles.has(id)).toBe(true);
  if (!expected.articles.has('a1')) expect(store.project.articles.has('a1')).toBe(false);
  if (expected.articles.has('a7')) {
    expect(store.project.articles.get('a7')).toEqual(articleNumber(7));
    expect((await left.stat(`${FOLDER}/articles/a7.orig`)).size).toBe(5);
  }
  await store.close();
}

const EXTREMES: Readonly<Record<string, Luck>> = {
  'nothing that was not synced is there': { names: () => false, bytes: () => 0 },
  'names are there and bytes are not': { names: () => true, bytes: () => 0 },
  'bytes are there and names are not': { names: () => false, bytes: () => 1 },
};

for (const [what, luck] of Object.entries(EXTREMES)) {
  test(`after a power cut at any call nothing acknowledged is lost, when ${what}`, async () => {
    const { calls } = await cutAt(Number.POSITIVE_INFINITY, luck);
    expect(calls).toBeGreaterThan(300);
    for (let call = 1; call <= calls; call++) await survives(call, luck);
  });
}

test('after a power cut at any call nothing acknowledged is lost, whatever the disk kept of the rest', async () => {
  const { calls } = await cutAt(Number.POSITIVE_INFINITY, EXTREMES['names are there and bytes are not']!);
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: calls }),
      fc.infiniteStream(fc.nat(100)),
      async (call, stream) => {
        const next = () => (stream.next().value as number) / 100;
        await survives(call, { names: () => next() < 0.5, bytes: next });
      },
    ),
    { numRuns: 300 },
  );
});
