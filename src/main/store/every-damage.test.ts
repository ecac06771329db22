import { beforeAll, describe, expect, test } from 'vitest';
import { changeOf } from '../../core/change/change';
import { addSpeaker } from '../../core/commands/speakers';
import type { Project } from '../../core/project/model';
import { allAnnotations } from '../../core/project/query';
import { DAMAGES, withData } from './damages.arbitrary';
import type { Disk } from './disk';
import { copyOf, filesIn, get, put } from './disk-files.arbitrary';
import { MemoryDisk } from './memory-disk.arbitrary';
import { add, projectOf, tag } from './project-on-disk.arbitrary';
import type { ProjectStore } from './project-store';
import { createProject, openProject, Refusal } from './project-store';

const FOLDER = '/home/project';
const QUIET = { followAfter: 1e9 };

let whole: MemoryDisk;
let expected: Project;
let paths: readonly string[];
beforeAll(async () => {
  whole = new MemoryDisk();
  await whole.makeFolder('/home');
  const big = projectOf(2, 2);
  const slim = { ...big, codebook: { ...big.codebook, layers: big.codebook.layers.slice(0, 1) } };
  const first = await createProject(FOLDER, slim, new Map(), { disk: whole, ...QUIET });
  await work(first, 1);
  await first.commit('add', add([7]), new Map([['a7', Buffer.from('seven')]]));
  await first.flush();
  await first.backup('for this test');
  await work(first, 2);
  await first.close();
  // A second day, which ends with the program being killed: the journal is ahead of the files.
  const second = await openProject(FOLDER, { disk: whole, ...QUIET });
  await work(second, 3);
  await second.flush();
  await second.commit('tag', tag(second.project, 50));
  expected = second.project;
  const killed = copyOf(whole);
  await second.close();
  await killed.remove(`${FOLDER}/.lock`);
  whole = killed;
  paths = [...(await filesIn(whole, FOLDER)).keys()];
});

/** Changes every table. */
async function work(store: ProjectStore, round: number): Promise<void> {
  const { info, codebook, articles, readings } = store.project;
  const article = articles.get('a1')!;
  await store.commit('rename', { info: { p1: [info, { ...info, name: `Water ${round}` }] } });
  const version = `1.${round}`;
  await store.commit('codebook', { codebook: { [codebook.id]: [codebook, { ...codebook, version }] } });
  await store.commit('add speaker', addSpeaker(store.project, { id: `s9${round}`, name: 'A source' }));
  await store.commit('claim', changeOf('claims', [[null, { id: `c9${round}`, wording: 'So.', note: '' }]]));
  await store.commit('note', changeOf('articles', [[article, { ...article, note: `seen ${round}` }]]));
  const before = readings.get('a1') ?? null;
  const reading = { id: 'a1', status: 'reading', rejected: [`quote:${round}-9`] } as const;
  await store.commit('read', changeOf('readings', [[before, reading]]));
  await store.commit('tag', tag(store.project, round));
  await store.flush();
}

const KINDS: Readonly<Record<string, RegExp>> = {
  'project.json': /^project\.json$/,
  'codebook.json': /^codebook\.json$/,
  'speakers.json': /^speakers\.json$/,
  'claims.json': /^claims\.json$/,
  'readings.json': /^readings\.json$/,
  'an article': /^articles\/a1\.json$/,
  'the original bytes of an article': /^articles\/a7\.orig$/,
  'annotations of an article': /^annotations\/me\/a1\.json$/,
  'the journal': /^journal\.jsonl$/,
  'an old journal': /^journal\/000000001-.*\.jsonl$/,
  'the list of files': /^journal\/files\.json$/,
  'a backup': /^backups\/.*\.json$/,
};

/** How many of its sources a file has lost with itself. */
const GENERATIONS: Readonly<
  Record<string, { readonly also: RegExp; readonly recovers: 'all' | 'what the backup holds' | 'the rest' }>
> = {
  'the file alone': { also: /^$/, recovers: 'all' },
  'and its previous version': { also: /^never$/, recovers: 'all' },
  'and every backup': { also: /^backups\//, recovers: 'all' },
  'and every old journal': { also: /^journal\/.*\.jsonl$/, recovers: 'what the backup holds' },
  'and every backup and every journal': { also: /^backups\/|^journal/, recovers: 'the rest' },
};

/** What a sentence for people is: begins with a name or a capital, ends with a stop, and no inner working shows. */
function isSentence(line: string): void {
  expect(line).toMatch(/^[\p{L}\p{N}“].*[.]$/u);
  expect(line).not.toMatch(/undefined|\[object|NaN|Error:|\n {2,}at /);
}

/** The ids of all annotations but one. */
function withoutTag(project: Project, id: string): readonly string[] {
  return [...allAnnotations(project)]
    .map((annotation) => annotation.id)
    .filter((next) => next !== id)
    .sort();
}

async function opened(disk: Disk): Promise<{ project: Project | null; said: readonly string[] }> {
  try {
    const store = await openProject(FOLDER, { disk, ...QUIET });
    await store.close();
    return { project: store.project, said: [...store.report, ...(store.readOnly ? [store.readOnly] : [])] };
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal);
    return { project: null, said: [(error as Refusal).message] };
  }
}

/** Every byte that was there before is there still, in its place or set aside. */
async function nothingIsGone(disk: Disk, spoilt: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const there = [...(await filesIn(disk, FOLDER)).values()];
  for (const [path, bytes] of spoilt) {
    // The list of files is made anew from the files, and nothing stands in it that they do not say.
    if (path.endsWith('files.json') || path.endsWith('.bak') || bytes.length === 0) continue;
    expect(there.some((next) => next.includes(Buffer.from(bytes))) || isJournal(path), path).toBe(true);
  }
}

/** What could be read of a journal goes into the new one; what could not is set aside piece by piece. */
const isJournal = (path: string) => path === 'journal.jsonl';

for (const [kind, pattern] of Object.entries(KINDS)) {
  describe(kind, () => {
    for (const [damage, spoil] of Object.entries(DAMAGES)) {
      for (const [generation, { also, recovers }] of Object.entries(GENERATIONS)) {
        test(`${damage}: ${generation}`, async () => {
          const disk = copyOf(whole);
          const path = paths.find((name) => pattern.test(name))!;
          const withPrevious = generation !== 'the file alone';
          const spoilt = new Map<string, Uint8Array>();
          for (const name of paths) {
            if (name !== path && !(withPrevious && name === `${path}.bak`) && !also.test(name)) continue;
            spoilt.set(name, spoil(await get(disk, `${FOLDER}/${name}`)));
            await put(disk, `${FOLDER}/${name}`, spoilt.get(name)!);
          }
          const { project, said } = await opened(disk);
          const words = said.join('\n');
          said.forEach(isSentence);
          await nothingIsGone(disk, spoilt);
          const isTable = /^(project|codebook|speakers|claims|readings)\.json$|\/a1\.json$/.test(path);
          if (isTable) expect(words).toContain(path.split('/').at(-1));
          // The last change is in the journal alone, and goes with it.
          const last = spoilt.has('journal.jsonl') ? 'n50-a1' : '';
          if (last) expect(words).toMatch(/journal|no good copy/);
          if (!isTable || recovers === 'all') expect(project).not.toBeNull();
          const gap = /may be missing/.test(words);
          if (gap) expect(recovers).toBe('what the backup holds');
          else if (project && (!isTable || recovers === 'all')) {
            if (!last) expect(project).toEqual(expected);
            expect(withoutTag(project, last)).toEqual(withoutTag(expected, last));
          }
          // Whatever is lost, what stands in other files is not.
          if (project) expect(project.annotations.get('a2')).toEqual(expected.annotations.get('a2'));
          if (!project || recovers === 'the rest') return;
          // What was recovered is settled: the second time there is nothing to say.
          expect(await opened(disk)).toEqual({ project, said: [] });
        });
      }
    }
  });
}

describe('__proto__', () => {
  test('as a key anywhere in any file reaches no object but its own, and the project opens', async () => {
    for (const path of paths.filter((name) => name.endsWith('.json'))) {
      const disk = copyOf(whole);
      const bytes = await get(disk, `${FOLDER}/${path}`);
      const { data } = JSON.parse(String(bytes));
      const evil = JSON.stringify(data).replaceAll('{', '{"__proto__":{"polluted":true,"id":"x"},');
      await put(disk, `${FOLDER}/${path}`, withData(bytes, evil.replaceAll(',}', '}')));
      const { project, said } = await opened(disk);
      said.forEach(isSentence);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      if (!path.startsWith('annotations/')) expect(project).toEqual(expected);
      // An attribute of that name is nobody's: its annotation is kept aside word for word, and listed.
      else expect(said.join()).toMatch(/annotations of .* are kept aside unchanged/);
    }
  });
});
