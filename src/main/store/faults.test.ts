import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Change } from '../../core/change/change';
import { deleteArticle } from '../../core/commands/edit-article';
import type { Project } from '../../core/project/model';
import type { SaveState } from '../../shared/api';
import type { Disk } from './disk';
import { realDisk } from './disk';
import type { Fault } from './faulty-disk.arbitrary';
import { faultyDisk } from './faulty-disk.arbitrary';
import { readWhole } from './file-bytes';
import { MemoryDisk } from './memory-disk.arbitrary';
import { add, annotationNumber, articleNumber, inFolder, projectOf, tag } from './project-on-disk.arbitrary';
import type { ProjectStore } from './project-store';
import { createProject, openProject, Refusal } from './project-store';

const FOLDER = '/home/project';
const AT = '2026-03-12T10:11:12.000Z';

/** What a person does in a short session: each step is a change made for the state before it. */
const STEPS: readonly ((project: Project) => Change)[] = [
  (project) => tag(project, 1),
  () => add([7]),
  (project) => ({
    annotations: { n9: [null, { ...annotationNumber(9, project.articles.get('a2')!, 'you'), id: 'n9' }] },
  }),
  (project) => deleteArticle(project, { id: 'a1', at: AT }),
];
const ORIGINALS = new Map([['a7', Buffer.from('seven')]]);

/** The session on a disk; the steps that were acknowledged. Never throws, but may find the project shut. */
async function session(disk: Disk): Promise<{ acknowledged: Set<number>; lied: boolean }> {
  const acknowledged = new Set<number>();
  let lied = false;
  let store: ProjectStore;
  try {
    store = await openProject(FOLDER, { disk, followAfter: 1e9 });
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return { acknowledged, lied };
  }
  const done: Promise<unknown>[] = [];
  for (const [index, step] of STEPS.entries()) {
    const saved = store.commit(`step ${index}`, step(store.project), index === 1 ? ORIGINALS : new Map());
    done.push(
      saved.then(
        () => acknowledged.add(index),
        (error) => expect(error).toBeInstanceOf(Refusal),
      ),
    );
    await store.flush().catch((error) => expect(error).toBeInstanceOf(Refusal));
    lied ||= store.saveState.kind === 'saved' && !acknowledged.has(index);
  }
  await store.close();
  await Promise.all(done);
  return { acknowledged, lied };
}

async function check(disk: Disk, acknowledged: ReadonlySet<number>): Promise<void> {
  // The lock of a session whose last call failed may be there; this process is alive.
  const store = await openProject(FOLDER, { disk, takeOver: true });
  const { articles, annotations } = store.project;
  const tags = [...annotations.values()].flat().map((annotation) => annotation.id);
  if (acknowledged.has(3)) expect(articles.has('a1')).toBe(false);
  else if (acknowledged.has(0)) expect(articles.has('a1') ? tags : ['n1-a1']).toContain('n1-a1');
  if (acknowledged.has(1)) {
    expect(articles.get('a7')).toEqual(articleNumber(7));
    expect(String((await readWhole(disk, `${FOLDER}/articles/a7.orig`)).bytes)).toBe('seven');
  }
  if (acknowledged.has(2)) expect(tags).toContain('n9');
  expect(articles.get('a2')).toEqual(articleNumber(2));
  expect(annotations.get('a2')!.length).toBeGreaterThanOrEqual(2);
  await store.close();
}

/** Runs the session once for every call it makes, with a fault that begins at that call. */
async function failEach(every: number, fault: (call: number, failing: number) => Fault): Promise<void> {
  // In memory, so that it can be done hundreds of times; which disk it is makes no difference to a fault.
  const whole = new MemoryDisk();
  await whole.makeFolder('/home');
  await (await createProject(FOLDER, projectOf(2, 2), new Map(), { disk: whole })).close();
  let calls = 0;
  const run = async (decide: () => Fault) => {
    const disk = whole.cut({ names: () => true, bytes: () => 1 });
    const { acknowledged, lied } = await session(faultyDisk(disk, decide));
    expect(lied).toBe(false);
    await check(disk, acknowledged);
    return acknowledged;
  };
  const healthy = await run(() => {
    calls++;
    return null;
  });
  expect(healthy.size).toBe(STEPS.length);
  expect(calls).toBeGreaterThan(100);
  for (let failing = 1; failing <= calls; failing += every) {
    let call = 0;
    await run(() => fault(++call, failing));
  }
}

test('whichever single call fails, nothing acknowledged is lost and nothing is said to be saved that is not', async () => {
  await failEach(1, (call, failing) => (call === failing ? { code: 'EIO' } : null));
});

test('from whichever call on the disk is full, nothing acknowledged is lost', async () => {
  await failEach(3, (call, failing) =>
    call < failing ? null : call === failing ? { partly: true } : { code: 'ENOSPC' },
  );
});

test('on a full disk a change is refused in words and kept; when there is room it is saved by itself', () =>
  inFolder(async (folder) => {
    let full = false;
    const disk = faultyDisk(realDisk, (operation) =>
      full && ['write', 'datasync', 'sync'].includes(operation) ? { code: 'ENOSPC' } : null,
    );
    const store = await createProject(folder, projectOf(1, 0), new Map(), { disk });
    await store.commit('tag', tag(store.project, 1));
    const before = await readFile(join(folder, 'journal.jsonl'));
    const states: SaveState[] = [];
    store.onSaveState((state) => states.push(state));

    full = true;
    const pending = store.commit('tag', tag(store.project, 2));
    const message = 'Not saved: the disk is full. Your edits are kept and tried again.';
    await expect(store.flush()).rejects.toThrow('Not everything is saved: the disk is full.');
    expect(store.saveState).toEqual({ kind: 'failed', message });
    expect(await readFile(join(folder, 'journal.jsonl'))).toEqual(before);
    expect(store.project.annotations.get('a1')).toHaveLength(2);
    await expect(store.backup('now')).rejects.toThrow('No backup was made: the disk is full.');

    full = false;
    await store.flush();
    await pending;
    expect(store.saveState.kind).toBe('saved');
    await store.close();
    const again = await openProject(folder);
    expect(again.project.annotations.get('a1')).toHaveLength(2);
    await again.close();
  }));

test('a change that the disk never took is given up at closing, in so many words', () =>
  inFolder(async (folder) => {
    let full = false;
    const disk = faultyDisk(realDisk, (operation) =>
      full && operation === 'datasync' ? { code: 'EIO' } : null,
    );
    const store = await createProject(folder, projectOf(1, 0), new Map(), { disk });
    full = true;
    const pending = store.commit('tag', tag(store.project, 2));
    const refused = expect(pending).rejects.toThrow(
      'The project was closed before the disk had taken this edit.',
    );
    await store.close();
    await refused;
    const again = await openProject(folder);
    expect(again.project.annotations.has('a1')).toBe(false);
    expect(again.readOnly).toBeNull();
    await again.close();
  }));

test('while the files cannot be written, changes are safe in the journal and it is said', () =>
  inFolder(async (folder) => {
    let broken = false;
    const disk = faultyDisk(realDisk, (operation) =>
      broken && operation === 'rename' ? { code: 'EIO' } : null,
    );
    const store = await createProject(folder, projectOf(1, 0), new Map(), { disk });
    broken = true;
    await store.commit('tag', tag(store.project, 1));
    await expect(store.flush()).rejects.toThrow('Not everything is saved');
    expect(store.saveState).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('safe in the journal'),
    });
    await store.close();
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    await again.close();
  }));

test('a folder that cannot be written opens to be read only, and says why', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(1, 1))).close();
    for (const [code, words] of [
      ['EROFS', 'the disk is read-only'],
      ['EACCES', 'there is no permission to write there'],
    ] as const) {
      const disk = faultyDisk(realDisk, (operation) =>
        /wx|r\+|rename|link|remove|make/.test(operation) ? { code } : null,
      );
      const store = await openProject(folder, { disk });
      expect(store.readOnly).toBe(`Nothing can be saved in this folder: ${words}. Read only.`);
      expect(store.held).toBe(false);
      expect(store.project.articles.size).toBe(1);
      await expect(store.commit('tag', tag(store.project, 3))).rejects.toMatchObject({ kind: 'read-only' });
      await store.close();
    }
  }));

test('a project whose making failed leaves an empty folder, and the next try succeeds', () =>
  inFolder(async (folder) => {
    let calls = 0;
    const counting = faultyDisk(realDisk, () => {
      calls++;
      return null;
    });
    await (await createProject(folder, projectOf(1, 1), ORIGINALS, { disk: counting })).close();
    const made = calls;
    for (let failing = 1; failing < made; failing += 5) {
      await rm(folder, { recursive: true, force: true });
      let call = 0;
      const disk = faultyDisk(realDisk, () => (++call === failing ? { code: 'ENOSPC' } : null));
      const store = await createProject(folder, projectOf(1, 1), ORIGINALS, { disk }).catch(async (error) => {
        expect(error).toBeInstanceOf(Refusal);
        return (
          (await openProject(folder).catch(() => null)) ?? createProject(folder, projectOf(1, 1), ORIGINALS)
        );
      });
      await store.close();
      const again = await openProject(folder, { takeOver: true });
      expect(again.project).toEqual(projectOf(1, 1));
      await again.close();
    }
  }));
