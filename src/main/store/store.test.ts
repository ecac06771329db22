import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { apply } from '../../core/change/change';
import { deleteArticle } from '../../core/commands/edit-article';
import { addSpeaker } from '../../core/commands/speakers';
import type { Project } from '../../core/project/model';
import { SCHEMA } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import type { SaveState } from '../../shared/api';
import { listBackups, readBackup } from './backups';
import { realDisk } from './disk';
import { seal } from './envelope';
import { add, annotationNumber, articleNumber, inFolder, projectOf, tag } from './project-on-disk.arbitrary';
import { createProject, openProject, Refusal } from './project-store';

const files = async (folder: string) =>
  (await readdir(folder, { recursive: true })).filter((name) => /\.(json|jsonl|orig|bak)$/.test(name)).sort();
const contents = async (folder: string) =>
  new Map(
    await Promise.all(
      (await files(folder)).map(async (name) => [name, await readFile(join(folder, name))] as const),
    ),
  );

test('any project is the same after it was made, closed and opened', () =>
  fc.assert(
    fc.asyncProperty(arbitraryProject(), (project) =>
      inFolder(async (folder) => {
        await (await createProject(folder, project)).close();
        const store = await openProject(folder);
        expect(store.report).toEqual([]);
        expect(store.project).toEqual(project);
        await store.close();
      }),
    ),
    { numRuns: 40 },
  ));

test('any changes are there after closing, and after a stop without closing', () =>
  fc.assert(
    fc.asyncProperty(arbitraryProject(), arbitraryProject(), fc.boolean(), (first, second, flushed) =>
      inFolder(async (folder) => {
        const store = await createProject(folder, first);
        const rows = (table: 'speakers' | 'claims' | 'annotators', from: Project, to: Project) =>
          Object.fromEntries(
            [...new Set([...from[table].keys(), ...to[table].keys()])].map((id) => [
              id,
              [from[table].get(id) ?? null, to[table].get(id) ?? null],
            ]),
          );
        for (const [from, to] of [
          [first, second],
          [second, first],
          [first, second],
        ] as const) {
          for (const table of ['speakers', 'claims', 'annotators'] as const) {
            const change = { [table]: rows(table, from, to) };
            const expected = apply(store.project, change);
            await store.commit('change', change);
            expect(store.project).toEqual(expected);
          }
          if (flushed) await store.flush();
        }
        const expected = store.project;
        const other = await openProject(folder);
        expect(other.readOnly).toContain('Another window');
        expect(other.project).toEqual(expected);
        await store.close();
        const again = await openProject(folder);
        expect(again.project).toEqual(expected);
        expect(again.sequence).toBe(store.sequence);
        await again.close();
      }),
    ),
    { numRuns: 15 },
  ));

test('the folder is what the architecture says, and readable', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 2), new Map([['a1', Buffer.from('as imported')]]));
    await store.close();
    expect(await files(folder)).toEqual([
      'annotations/me/a1.json',
      'articles/a1.json',
      'articles/a1.orig',
      expect.stringMatching(/^backups\/.*Z-000000001\.json$/),
      'claims.json',
      'codebook.json',
      'journal.jsonl',
      'journal/000000001-000000001.jsonl',
      'journal/files.json',
      'project.json',
      'speakers.json',
    ]);
    expect(await readFile(join(folder, 'articles/a1.orig'), 'utf8')).toBe('as imported');
    expect(JSON.parse(await readFile(join(folder, 'speakers.json'), 'utf8'))).toMatchObject({
      format: 'marginalia/speakers',
      data: [{ id: 's1', name: 'The minister' }],
    });
    expect(await readdir(folder)).not.toContain('.lock');
  }));

test('a project is never made over anything', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(1, 1))).close();
    const before = await contents(folder);
    await expect(createProject(folder, projectOf(2, 2))).rejects.toThrow('There is a project in');
    expect(await contents(folder)).toEqual(before);
    const other = join(folder, '../other');
    await mkdir(join(other, 'empty'), { recursive: true });
    await writeFile(join(other, '.DS_Store'), '');
    await (await createProject(other, projectOf(0, 0))).close();
    await mkdir(join(folder, '../third'));
    await writeFile(join(folder, '../third/thesis.docx'), 'mine');
    await expect(createProject(join(folder, '../third'), projectOf(0, 0))).rejects.toThrow('is not empty');
    expect(await readdir(join(folder, '../third'))).toEqual(['thesis.docx']);
  }));

test('a folder that is not there or not a project is said to be so', () =>
  inFolder(async (folder) => {
    await expect(openProject(folder)).rejects.toThrow('There is no folder');
    await mkdir(folder);
    await writeFile(join(folder, 'notes.txt'), '');
    await expect(openProject(folder)).rejects.toMatchObject({ kind: 'not-a-project' });
    expect(await readdir(folder)).toEqual(['notes.txt']);
  }));

test('a change is in the journal before it is acknowledged, and the state says when', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    const states: SaveState[] = [];
    const stop = store.onSaveState((state) => states.push(state));
    const pending = store.commit('tag claim', tag(store.project, 1));
    expect(store.project.annotations.get('a1')).toHaveLength(1);
    expect(store.saveState.kind).toBe('saving');
    const { at } = await pending;
    expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).toContain('"label":"tag claim"');
    expect(states.map((state) => state.kind)).toEqual(['saving', 'saved']);
    expect(store.saveState).toEqual({ kind: 'saved', at: expect.any(String) });
    expect(Date.parse(at)).toBeGreaterThan(0);
    stop();
    await store.commit('nothing', {});
    expect(store.sequence).toBe(2);
    await store.close();
    expect(states).toHaveLength(2);
  }));

test('a change made for another state is refused and leaves no trace', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    const change = tag(store.project, 1);
    await store.commit('tag', change);
    const before = await contents(folder);
    await expect(store.commit('tag again', change)).rejects.toMatchObject({ kind: 'changed-meanwhile' });
    await expect(store.commit('tag again', change)).rejects.toThrow(
      '“tag again” was not done: annotations n1-a1',
    );
    expect(await contents(folder)).toEqual(before);
    await store.close();
    await expect(store.commit('tag', tag(store.project, 2))).rejects.toMatchObject({ kind: 'closed' });
  }));

test('what could not be read back is not taken: bad rows, ids that lead out of the folder', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    const bad = { ...annotationNumber(1, articleNumber(1)), spans: [{ start: -1, end: 3 }] };
    await expect(store.commit('tag', { annotations: { [bad.id]: [null, bad] } })).rejects.toThrow(
      'not a valid change',
    );
    const evil = { ...annotationNumber(1, articleNumber(1)), annotatorId: '../../x' };
    await expect(store.commit('tag', { annotations: { [evil.id]: [null, evil] } })).rejects.toThrow(
      'not a valid change',
    );
    await expect(
      store.commit('tag', tag(store.project, 1), new Map([['../x', Buffer.alloc(1)]])),
    ).rejects.toThrow('is not an id');
    await store.commit('tag', tag(store.project, 1));
    await store.close();
  }));

test('many changes at once are all saved, in order', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    const all = Array.from({ length: 200 }, (_, number) => store.commit('tag', tag(store.project, number)));
    await Promise.all(all);
    await store.close();
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.project.annotations.get('a1')).toHaveLength(200);
    await again.close();
  }));

test('closing waits for no more files than it has time for; the next opening goes on with the rest', () =>
  inFolder(async (folder) => {
    let left = 250;
    let free = () => {};
    const freed = new Promise<void>((resolve) => {
      free = resolve;
    });
    const slow: typeof realDisk = {
      ...realDisk,
      open: async (path, flags) => {
        if (flags === 'wx+' && path.includes('.json.') && path.includes('articles') && left-- <= 0)
          await freed;
        return realDisk.open(path, flags);
      },
    };
    const store = await createProject(folder, projectOf(0, 0), new Map(), { disk: slow, followAfter: 1e6 });
    const states: SaveState[] = [];
    store.onSaveState((state) => states.push(state));
    const numbers = Array.from({ length: 300 }, (_, number) => number + 1);
    await store.commit('add 300 articles', add(numbers));
    await store.saved();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const closed = store.close();
    while (left > -1) await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(4000);
    await closed;
    vi.useRealTimers();
    expect(states.filter(({ kind }) => kind === 'closing').at(-1)).toMatchObject({ total: 300 });
    free();

    const again = await openProject(folder);
    expect(again.readOnly).toBeNull();
    expect(again.report).toEqual([]);
    expect(again.project).toEqual(store.project);
    await again.flush();
    expect((await files(folder)).filter((name) => name.startsWith('articles'))).toHaveLength(300);
    await again.close();
  }));

test('an import is whole, with its original bytes; deleting it leaves the bytes for undo', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 2));
    const originals = new Map([2, 3].map((number) => [`a${number}`, Buffer.from([0xff, number])]));
    await store.commit('import 2 articles', add([2, 3]), originals);
    expect(await readFile(join(folder, 'articles/a3.orig'))).toEqual(Buffer.from([0xff, 3]));
    await store.flush();
    const deletion = deleteArticle(store.project, { id: 'a1', at: '2026-03-12T10:11:12.000Z' });
    await store.commit('delete article', deletion);
    await store.commit(
      'delete article',
      deleteArticle(store.project, { id: 'a3', at: '2026-03-12T10:11:12.000Z' }),
    );
    await store.flush();
    expect((await files(folder)).filter((name) => /^a.*(1|3)\.json/.test(name))).toEqual([]);
    expect(await readFile(join(folder, 'articles/a3.orig'))).toEqual(Buffer.from([0xff, 3]));
    await store.close();
    const again = await openProject(folder);
    expect([...again.project.articles.keys()]).toEqual(['a2']);
    expect(again.report).toEqual([]);
    await again.close();
  }));

test('a second opener reads all that is acknowledged, cannot write, and changes no byte', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    await store.commit('tag', tag(store.project, 1));
    const before = await contents(folder);
    const second = await openProject(folder);
    expect(second.readOnly).toMatch(
      /^Another window \(process \d+ on .*, since .* UTC\) has this project open/,
    );
    expect(second.saveState.kind).toBe('read-only');
    expect(second.held).toBe(true);
    expect(second.project).toEqual(store.project);
    await expect(second.commit('tag', tag(second.project, 2))).rejects.toMatchObject({ kind: 'read-only' });
    await expect(second.backup('x')).rejects.toThrow(Refusal);
    await second.flush();
    await second.close();
    expect(await contents(folder)).toEqual(before);
    await store.commit('tag', tag(store.project, 3));
    await store.close();
  }));

test('after a take-over the one that lost the project saves nothing more, and says so', () =>
  inFolder(async (folder) => {
    const first = await createProject(folder, projectOf(1, 0));
    await first.commit('tag', tag(first.project, 1));
    const second = await openProject(folder, { takeOver: true });
    expect(second.readOnly).toBeNull();
    await expect(first.commit('tag', tag(first.project, 2))).rejects.toThrow('taken over by another window');
    expect(first.saveState).toMatchObject({ kind: 'read-only' });
    expect([first.held, second.held]).toEqual([true, false]);
    expect(first.project.annotations.get('a1')).toHaveLength(1);
    await second.commit('tag', tag(second.project, 3));
    await first.close();
    await second.close();
    const third = await openProject(folder);
    expect(third.project).toEqual(second.project);
    expect(third.report).toEqual([]);
    await third.close();
  }));

test('a newer schema, of any file, is shown to be read only, and no byte changes', () =>
  inFolder(async (folder) => {
    for (const name of ['project.json', 'speakers.json', 'articles/a1.json', 'annotations/me/a1.json']) {
      await rm(folder, { recursive: true, force: true });
      const store = await createProject(folder, projectOf(1, 2));
      await store.close();
      const path = join(folder, name);
      const { format, sequence, data } = JSON.parse(await readFile(path, 'utf8'));
      const newer = Array.isArray(data) ? data : { ...data, fieldOfTomorrow: true };
      await writeFile(path, Buffer.concat([...seal(format, { sequence, data: newer }, SCHEMA + 1)]));
      const before = await contents(folder);
      const again = await openProject(folder);
      expect(again.readOnly).toContain(`was written by a newer version of Marginalia (schema ${SCHEMA + 1})`);
      expect(again.project).toEqual(store.project);
      await expect(again.commit('tag', tag(again.project, 9))).rejects.toMatchObject({ kind: 'read-only' });
      await again.close();
      expect(await contents(folder)).toEqual(before);
      expect(await readdir(folder)).not.toContain('.lock');
    }
  }));

test('a codebook of a newer schema that makes no sense here is no reason to change anything, and it is said', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(1, 2))).close();
    const path = join(folder, 'codebook.json');
    const { format, sequence } = JSON.parse(await readFile(path, 'utf8'));
    await writeFile(
      path,
      Buffer.concat([...seal(format, { sequence, data: { layersOfTomorrow: [] } }, SCHEMA + 1)]),
    );
    const before = await contents(folder);
    await expect(openProject(folder)).rejects.toThrow(
      `codebook.json was written by a newer version of Marginalia (schema ${SCHEMA + 1}), which is needed to open it. Nothing was changed.`,
    );
    expect(await contents(folder)).toEqual(before);
  }));

test('bad annotations are kept word for word, listed, and come back when they are good again', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    await store.close();
    const path = join(folder, 'annotations/me/a1.json');
    const { format, sequence, data } = JSON.parse(await readFile(path, 'utf8'));
    const good = data.annotations[0];
    const length = store.project.articles.get('a1')!.text.length;
    const bad = [
      { ...good, id: 'b1', spans: [{ start: -5, end: 3 }] },
      { ...good, id: 'b2', spans: [{ start: 0, end: length + 2 }] },
      { ...good, id: 'b3', spans: 'nowhere', mystery: [1, 2, { deep: null }] },
      {
        ...good,
        id: 'b4',
        spans: [{ start: 0, end: store.project.articles.get('a1')!.text.indexOf('😀') + 1 }],
      },
      { ...good, id: 'b5', articleId: 'a2' },
      'not even a record',
    ];
    await writeFile(
      path,
      Buffer.concat([...seal(format, { sequence, data: { annotations: [good, ...bad] } })]),
    );

    const again = await openProject(folder);
    expect(again.readOnly).toBeNull();
    expect(again.project.annotations.get('a1')!.map((annotation) => annotation.id)).toEqual([good.id]);
    expect(again.report).toEqual([expect.stringContaining('6 annotations of “Article 1” cannot be used')]);
    await again.commit('tag', tag(again.project, 1));
    await again.close();
    const written = JSON.parse(await readFile(path, 'utf8')).data;
    expect(written.annotations).toHaveLength(2);
    const kept = written.setAside.map(({ record }: { record: unknown }) => record);
    for (const record of bad) expect(kept).toContainEqual(record);
    expect(written.setAside.every(({ why }: { why: unknown }) => typeof why === 'string')).toBe(true);

    const repaired = written.setAside.map((next: { record: { id?: string } }) =>
      next.record.id === 'b2' ? { ...next, record: { ...good, id: 'b2' } } : next,
    );
    const mended = { ...written, setAside: repaired };
    await writeFile(path, Buffer.concat([...seal(format, { sequence: again.sequence, data: mended })]));
    const third = await openProject(folder);
    expect(third.project.annotations.get('a1')!.map((annotation) => annotation.id)).toContain('b2');
    expect(third.report[0]).toContain('5 annotations');
    await third.close();
  }));

test('a file that another program changed meanwhile is left alone; both versions are kept and it is said', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    const path = join(folder, 'speakers.json');
    const theirs = (await readFile(path, 'utf8')).replace('The minister', 'A lady');
    await writeFile(path, theirs);
    await store.commit('add speaker', addSpeaker(store.project, { id: 's2', name: 'A source' }));
    await store.commit('tag', tag(store.project, 1));
    await store.flush();
    expect(store.saveState).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('changed by another program'),
    });
    await store.commit('add speaker', addSpeaker(store.project, { id: 's3', name: 'Another' }));
    await store.close();
    expect(await readFile(path, 'utf8')).toBe(theirs);
    const copy = (await readdir(folder)).find((name) => name.startsWith('speakers.json.conflict-'))!;
    expect(JSON.parse(await readFile(join(folder, copy), 'utf8')).data).toHaveLength(3);

    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report.join(' ')).toContain(copy);
    expect(await readdir(join(folder, 'set-aside'))).toContainEqual(
      expect.stringMatching(/^speakers\.json\./),
    );
    await again.close();
  }));

test('when a person comes back to the window, what another program changed meanwhile is said before any edit', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(2, 2));
    await store.look();
    expect(store.saveState.kind).toBe('saved');
    const path = join(folder, 'annotations/me/a2.json');
    const theirs = (await readFile(path, 'utf8')).replace('claim', 'quote');
    await writeFile(path, theirs);
    await store.look();
    expect(store.saveState).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('a2.json was changed by another program'),
    });
    await store.close();
    expect(await readFile(path, 'utf8')).toBe(theirs);
    const names = await readdir(join(folder, 'annotations/me'));
    const ours = names.find((name) => name.startsWith('a2.json.conflict-'))!;
    expect(JSON.parse(await readFile(join(folder, 'annotations/me', ours), 'utf8')).data.annotations).toEqual(
      store.project.annotations.get('a2'),
    );
  }));

test('a file that was only copied back, or deleted, is no conflict', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    const path = join(folder, 'speakers.json');
    const bytes = await readFile(path);
    await rm(path);
    await writeFile(path, bytes);
    await rm(join(folder, 'claims.json'));
    await store.commit('add speaker', addSpeaker(store.project, { id: 's2', name: 'A source' }));
    await store.commit('add claim', { claims: { c2: [null, { id: 'c2', wording: 'So.', note: '' }] } });
    await store.close();
    expect(store.saveState.kind).toBe('saved');
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report).toEqual([]);
    await again.close();
  }));

test('what a colleague marked in a clone comes in with their files, put beside ours while nobody has it open', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(2, 1))).close();
    const clone = `${folder}-clone`;
    await cp(folder, clone, { recursive: true });
    const ours = await openProject(folder);
    await ours.commit('tag', tag(ours.project, 1));
    await ours.commit('tag', tag(ours.project, 2));
    await ours.close();
    const theirs = await openProject(clone);
    const marked = [1, 2, 3].map((number) => annotationNumber(number + 50, articleNumber(2), 'you'));
    for (const annotation of marked)
      await theirs.commit('tag', { annotations: { [annotation.id]: [null, annotation] } });
    await theirs.close();

    const path = 'annotations/you/a2.json';
    await mkdir(join(folder, 'annotations/you'), { recursive: true });
    await cp(join(clone, path), join(folder, path));
    const merged = await openProject(folder);
    expect([merged.readOnly, merged.report]).toEqual([null, []]);
    const ids = [...merged.project.annotations.values()].flat().map(({ id }) => id);
    for (const id of ['n1-a1', 'n2-a1', ...marked.map((annotation) => annotation.id)])
      expect(ids).toContain(id);
    // Their numbers ran ahead of ours; what is done next is no gap.
    await merged.commit('tag', tag(merged.project, 3));
    const killed = `${folder}-killed`;
    await cp(folder, killed, { recursive: true });
    await merged.close();
    await rm(join(killed, '.lock'));
    for (const place of [killed, folder]) {
      const again = await openProject(place);
      expect([again.report, again.project]).toEqual([[], merged.project]);
      await again.close();
    }
    const again = await openProject(folder);
    await again.close();
  }));

test('a journal that another program replaced is kept, and ours goes on with nothing lost', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    await store.commit('tag', tag(store.project, 1));
    await rm(join(folder, 'journal.jsonl'));
    await writeFile(join(folder, 'journal.jsonl'), 'theirs');
    const states: SaveState[] = [];
    store.onSaveState((state) => states.push(state));
    await store.commit('tag', tag(store.project, 2));
    expect(states.map((state) => state.kind)).toEqual(['saving', 'failed']);
    expect(store.saveState).toMatchObject({ message: expect.stringContaining('your edits are saved') });
    const read = await openProject(folder);
    expect(read.project).toEqual(store.project);
    await store.close();
    const copy = (await readdir(folder)).find((name) => name.startsWith('journal.jsonl.conflict-'))!;
    expect(await readFile(join(folder, copy), 'utf8')).toBe('theirs');
  }));

test('a look at the folder finds what other programs did to any file; ours are kept beside theirs', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(2, 1));
    await store.look();
    expect(store.saveState.kind).toBe('saved');
    const article = join(folder, 'articles/a2.json');
    const theirs = (await readFile(article, 'utf8')).replace('Article 2', 'Another title');
    await writeFile(article, theirs);
    await writeFile(join(folder, 'journal.jsonl'), 'theirs');
    await store.look();
    expect(store.saveState).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('a2.json was changed by another program'),
    });
    await store.flush();
    expect(await readFile(article, 'utf8')).toBe(theirs);
    const copies = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.conflict-'));
    expect(copies.map((name) => name.replace(/\.conflict-.*/, '')).sort()).toEqual([
      'articles/a2.json',
      'journal.jsonl',
    ]);
    const ours = copies.find((name) => name.startsWith('articles/'))!;
    expect(JSON.parse(await readFile(join(folder, ours), 'utf8')).data.title).toBe('Article 2');
    await store.close();
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    await again.close();
  }));

test('copies that sync services made are named at opening and when one comes, and stay as they are', () =>
  inFolder(async (folder) => {
    await (await createProject(folder, projectOf(1, 1))).close();
    await writeFile(join(folder, "project (Anna's conflicted copy 2026-03-12).json"), 'one');
    const store = await openProject(folder);
    expect(store.report).toEqual([expect.stringContaining("Anna's conflicted copy")]);
    await store.look();
    expect(store.saveState.kind).toBe('saved');
    const second = join(folder, 'annotations/me/a1.sync-conflict-20260312-101112-ABCDEFG.json');
    await writeFile(second, 'two');
    await store.look();
    expect(store.saveState).toMatchObject({
      kind: 'failed',
      message: expect.stringContaining('a1.sync-conflict-20260312'),
    });
    await store.commit('tag', tag(store.project, 1));
    await store.close();
    expect(await readFile(second, 'utf8')).toBe('two');
  }));

test('where the project has gone nothing is written; when it is back, all is saved', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    await store.commit('tag', tag(store.project, 1));
    // As when a disk was taken away: the empty folder on which it was mounted stays.
    await rename(folder, `${folder}.away`);
    await mkdir(folder);
    const pending = store.commit('tag', tag(store.project, 2));
    await expect(store.flush()).rejects.toThrow('a file or folder is no longer there');
    await store.look();
    expect(await readdir(folder)).toEqual([]);
    expect(store.saveState.kind).toBe('failed');
    await rm(folder, { recursive: true });
    await rename(`${folder}.away`, folder);
    await store.flush();
    await pending;
    expect(store.saveState.kind).toBe('saved');
    await store.close();
    const again = await openProject(folder);
    expect(again.project.annotations.get('a1')).toHaveLength(2);
    expect(again.report).toEqual([]);
    await again.close();
  }));

test('a project is restored from a backup, whole', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(3, 4));
    await store.commit('tag', tag(store.project, 1));
    const expected = store.project;
    const path = await store.backup('before the test');
    expect(await store.backup('again')).toBe(path);
    await store.commit(
      'delete article',
      deleteArticle(store.project, { id: 'a2', at: '2026-03-12T10:11:12.000Z' }),
    );
    await store.close();

    const [backup] = (await listBackups(realDisk, join(folder, 'backups'))).filter(
      (found) => found.path === path,
    );
    const { project, reason, sequence } = await readBackup(realDisk, backup!.path);
    expect({ reason, sequence }).toEqual({ reason: 'before the test', sequence: 2 });
    const restored = await createProject(`${folder}-restored`, project);
    await restored.close();
    expect((await openProject(`${folder}-restored`)).project).toEqual(expected);
  }));

test('before articles come or go a backup is made, but not of what is backed up already', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(0, 0));
    const count = async () => (await readdir(join(folder, 'backups'))).length;
    await store.commit('import', add(Array.from({ length: 60 }, (_, index) => index + 1)));
    expect(await count()).toBe(0);
    await store.commit('tag', tag(store.project, 1));
    await store.commit('import', add(Array.from({ length: 60 }, (_, index) => index + 101)));
    expect(await count()).toBe(1);
    const [backup] = await listBackups(realDisk, join(folder, 'backups'));
    expect((await readBackup(realDisk, backup!.path)).project.articles.size).toBe(60);
    await store.commit('import', add([500]));
    expect(await count()).toBe(2);
    await store.commit(
      'delete',
      deleteArticle(store.project, { id: 'a500', at: '2026-03-12T10:11:12.000Z' }),
    );
    expect(await count()).toBe(3);
    expect(await store.backup('asked for')).toBe(await store.backup('asked for again'));
    expect(await count()).toBe(4);
    await store.close();
  }));

test('every five minutes of change a backup is made, whatever the clock does', () =>
  inFolder(async (folder) => {
    let time = Date.parse('2026-03-12T10:00:00Z');
    const now = () => new Date(time);
    const store = await createProject(folder, projectOf(1, 0), new Map(), { now });
    const count = async () => (await readdir(join(folder, 'backups'))).length;
    for (let minute = 0; minute < 20; minute++) {
      await store.commit('tag', tag(store.project, minute));
      await store.flush();
      time += 60_000;
    }
    expect(await count()).toBe(3);
    time = Date.parse('2020-01-01T00:00:00Z');
    await store.commit('tag', tag(store.project, 100));
    await store.close();
    const [newest] = await listBackups(realDisk, join(folder, 'backups'));
    expect(newest!.sequence).toBe(store.sequence);
    const again = await openProject(folder, { now });
    expect(again.sequence).toBe(store.sequence);
    await again.close();
  }));

test('how far a reading is has a file of its own, from the first article on and no longer than the last', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 2));
    await store.flush();
    expect(await readdir(folder)).not.toContain('readings.json');
    const reading = { id: 'a1', status: 'coded', rejected: ['quote:3-9'] } as const;
    await store.commit('mark coded', { readings: { a1: [null, reading] } });
    await store.close();
    const again = await openProject(folder);
    expect(again.report).toEqual([]);
    expect(again.project.readings).toEqual(new Map([['a1', reading]]));
    await again.commit('undo', { readings: { a1: [reading, null] } });
    await again.close();
    expect(await readdir(folder)).not.toContain('readings.json');
    const third = await openProject(folder);
    expect([third.report, third.project.readings]).toEqual([[], new Map()]);
    await third.close();
  }));

test('a project of schema 1 opens as it was, without a word', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 2));
    await store.close();
    for (const name of [
      'project.json',
      'codebook.json',
      'speakers.json',
      'claims.json',
      'articles/a1.json',
    ]) {
      const path = join(folder, name);
      const { format, sequence, data } = JSON.parse(await readFile(path, 'utf8'));
      await writeFile(path, Buffer.concat([...seal(format, { sequence, data }, 1)]));
    }
    const again = await openProject(folder);
    expect([again.readOnly, again.report]).toEqual([null, []]);
    expect(again.project).toEqual(store.project);
    await again.close();
  }));
