import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { findAnnotation } from '../../core/project/query';
import { copyOf, filesIn, get, put } from './disk-files.arbitrary';
import { MemoryDisk } from './memory-disk.arbitrary';
import { projectOf, tag } from './project-on-disk.arbitrary';
import type { ProjectStore } from './project-store';
import { createProject, openProject } from './project-store';

const FOLDER = '/home/project';
const JOURNAL = `${FOLDER}/journal.jsonl`;
const QUIET = { followAfter: 1e9 };
const TAGS = [1, 2, 3, 4, 5];

let whole: MemoryDisk;
let bytes: Buffer;
beforeAll(async () => {
  whole = new MemoryDisk();
  await whole.makeFolder('/home');
  const big = projectOf(1, 0);
  const slim = { ...big, codebook: { ...big.codebook, layers: big.codebook.layers.slice(0, 1) } };
  const store = await createProject(FOLDER, slim, new Map(), { disk: whole, ...QUIET });
  for (const number of TAGS) await store.commit('tag', tag(store.project, number));
  bytes = await get(whole, JOURNAL);
  const killed = copyOf(whole);
  await store.close();
  await killed.remove(`${FOLDER}/.lock`);
  whole = killed;
});

const tagsIn = ({ project }: ProjectStore) =>
  TAGS.filter((number) => findAnnotation(project, `n${number}-a1`) !== undefined);

/** Opens with another journal; the tags found, and whether a change made then is there the next time. */
async function withJournal(journal: Uint8Array): Promise<readonly number[]> {
  const disk = copyOf(whole);
  await put(disk, JOURNAL, journal);
  const store = await openProject(FOLDER, { disk, ...QUIET });
  expect(store.readOnly).toBeNull();
  const found = tagsIn(store);
  await store.commit('tag', tag(store.project, 77));
  await store.close();
  const again = await openProject(FOLDER, { disk, ...QUIET });
  expect(again.report).toEqual([]);
  expect(again.project).toEqual(store.project);
  await again.close();
  // What could not be used of it is kept.
  const kept = [...(await filesIn(disk, FOLDER))].filter(([path]) => path.startsWith('set-aside/journal'));
  const used = journal.length - kept.reduce((sum, [, piece]) => sum + piece.length, 0);
  expect(used).toBeLessThanOrEqual(bytes.length * 2 + 1);
  return found;
}

test('a journal cut at any byte: every change that is whole is there, and work goes on', async () => {
  const ends = [...bytes.keys()].filter((index) => bytes[index] === 0x0a);
  for (let cut = 0; cut <= bytes.length; cut++) {
    const nearEnd = ends.some((end) => Math.abs(end - cut) < 3);
    // readJournal is held to every byte (journal.test.ts); the whole way round it is every one that differs.
    if (!nearEnd && cut % 17 !== 0) continue;
    const wholeLines = ends.filter((end) => end <= cut).length;
    expect(await withJournal(bytes.subarray(0, cut))).toEqual(TAGS.slice(0, Math.max(0, wholeLines - 1)));
  }
});

test('lines doubled, in any order, with the start or the end of one between them, are the same journal', () =>
  fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...TAGS, ...TAGS], { minLength: 2 * TAGS.length }),
      fc.nat(500),
      fc.boolean(),
      async (order, cut, torn) => {
        const [header, ...lines] = bytes.toString().trimEnd().split('\n');
        const piece = torn ? `${lines[cut % lines.length]!.slice(0, cut)}\n` : '';
        const mixed = order.map((number) => `${lines[number - 1]}\n`).join(piece);
        expect(await withJournal(Buffer.from(`${header}\n${mixed}`))).toEqual(TAGS);
      },
    ),
    { numRuns: 60 },
  ));

test('whatever the clock does from one call to the next, the order is that of the numbers', () =>
  fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.date({ noInvalidDate: true, min: new Date(0) })), async (times) => {
      const disk = copyOf(whole);
      const now = () => times.next().value as Date;
      const store = await openProject(FOLDER, { disk, now, ...QUIET });
      expect(tagsIn(store)).toEqual(TAGS);
      for (const round of [1, 2, 3]) {
        const { info } = store.project;
        await store.commit('rename', { info: { p1: [info, { ...info, name: `Round ${round}` }] } });
        await store.backup(`round ${round}`);
        await store.flush();
      }
      await store.close();
      const again = await openProject(FOLDER, { disk, now, ...QUIET });
      expect(again.project.info.name).toBe('Round 3');
      expect(again.sequence).toBe(store.sequence);
      await again.close();
      // With the files damaged the newest backup is that of the highest number, whatever its name says.
      await put(disk, `${FOLDER}/project.json`, Buffer.alloc(9));
      await put(disk, `${FOLDER}/project.json.bak`, Buffer.alloc(9));
      for (const path of (await filesIn(disk, FOLDER)).keys())
        if (path.startsWith('journal')) await disk.remove(`${FOLDER}/${path}`);
      const recovered = await openProject(FOLDER, { disk, now, ...QUIET });
      expect(recovered.project.info.name).toBe('Round 3');
      await recovered.close();
    }),
    { numRuns: 60 },
  ));
