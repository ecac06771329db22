import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deleteArticle } from '../../core/commands/edit-article';
import { addSpeaker } from '../../core/commands/speakers';
import type { Project } from '../../core/project/model';
import { DAMAGES } from './damages.arbitrary';
import { add, inFolder, projectOf, tag } from './project-on-disk.arbitrary';
import type { ProjectStore } from './project-store';
import { createProject, openProject, Refusal } from './project-store';

const TABLES = [
  'project.json',
  'codebook.json',
  'speakers.json',
  'claims.json',
  'articles/a1.json',
  'annotations/me/a1.json',
];

/** The states in which a folder may be found. */
const MOMENTS: Readonly<Record<string, (folder: string) => Promise<Project>>> = {
  'right after the first save': async (folder) => {
    const store = await createProject(folder, projectOf(2, 3));
    await store.close();
    return store.project;
  },
  'after a day of work': async (folder) => {
    const store = await work(await createProject(folder, projectOf(2, 3)));
    await store.close();
    const again = await openProject(folder);
    await again.commit('tag', tag(again.project, 50));
    await again.close();
    return again.project;
  },
  'when the program was killed': async (folder) => {
    const store = await work(await createProject(`${folder}-living`, projectOf(2, 3)));
    await store.commit('tag', tag(store.project, 60));
    await cp(`${folder}-living`, folder, { recursive: true });
    await rm(join(folder, '.lock'));
    await store.close();
    return store.project;
  },
};

/** Changes every table twice, with the files brought up to date in between. */
async function work(store: ProjectStore): Promise<ProjectStore> {
  for (const round of [1, 2]) {
    const { info, codebook, articles } = store.project;
    const article = articles.get('a1')!;
    await store.commit('rename', { info: { p1: [info, { ...info, name: `Water ${round}` }] } });
    await store.commit('codebook', {
      codebook: { [codebook.id]: [codebook, { ...codebook, version: `1.${round}` }] },
    });
    await store.commit('add speaker', addSpeaker(store.project, { id: `s9${round}`, name: 'A source' }));
    await store.commit('add claim', {
      claims: { [`c9${round}`]: [null, { id: `c9${round}`, wording: 'So.', note: '' }] },
    });
    await store.commit('edit article', {
      articles: { a1: [article, { ...article, note: `seen ${round}` }] },
    });
    await store.commit('tag', tag(store.project, round));
    await store.flush();
  }
  return store;
}

for (const [moment, make] of Object.entries(MOMENTS)) {
  for (const [damage, spoil] of Object.entries(DAMAGES)) {
    test(`${moment}, each file ${damage} is recovered with nothing lost, kept aside and reported`, () =>
      inFolder(async (whole) => {
        const expected = await make(whole);
        for (const path of TABLES) {
          const folder = `${whole}-${path.replaceAll('/', '-')}`;
          await cp(whole, folder, { recursive: true });
          const spoilt = spoil(await readFile(join(folder, path)));
          await writeFile(join(folder, path), spoilt);

          const store = await openProject(folder);
          expect(store.readOnly).toBeNull();
          expect(store.project).toEqual(expected);
          expect(store.report.join('\n')).toMatch(
            new RegExp(`^${path.split('/').at(-1)} .*nothing was lost`.replace('a1', '.*a1'), 'm'),
          );
          await store.close();

          const aside = await readdir(join(folder, 'set-aside'));
          const kept = aside.find((name) => name.startsWith(path.replaceAll('/', '~')));
          expect((await readFile(join(folder, 'set-aside', kept!))).equals(spoilt)).toBe(true);
          const previous = await readFile(join(folder, `${path}.bak`)).catch(() => null);
          expect(previous?.equals(spoilt) ?? false).toBe(false);
          const again = await openProject(folder);
          expect(again.project).toEqual(expected);
          expect(again.report).toEqual([]);
          await again.close();
        }
      }));
  }
}

test('the journal damaged in each way costs nothing that the files already hold, and is reported', () =>
  inFolder(async (whole) => {
    const expected = await MOMENTS['after a day of work']!(whole);
    for (const [damage, spoil] of Object.entries(DAMAGES)) {
      const folder = `${whole}-${damage.replaceAll(' ', '-')}`;
      await cp(whole, folder, { recursive: true });
      const path = join(folder, 'journal.jsonl');
      await writeFile(path, spoil(await readFile(path)));
      const store = await openProject(folder);
      expect(store.project).toEqual(expected);
      if (damage !== 'with another checksum') expect(store.report).not.toEqual([]);
      await store.commit('tag', tag(store.project, 70));
      await store.close();
      const again = await openProject(folder);
      expect(again.project).toEqual(store.project);
      expect(again.report).toEqual([]);
      await again.close();
    }
  }));

test('with a file and its previous version and every backup damaged, the journal alone makes it anew', () =>
  inFolder(async (folder) => {
    const store = await work(await createProject(folder, projectOf(2, 3)));
    await store.backup('for this test');
    await store.close();
    const backups = (await readdir(join(folder, 'backups'))).map((name) => `backups/${name}`);
    for (const path of [...TABLES.flatMap((name) => [name, `${name}.bak`]), ...backups]) {
      await writeFile(join(folder, path), '');
    }
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report.join(' ')).toContain('recovered from the journal; nothing was lost');
    await again.close();
  }));

test('with a file, its previous version and the old journals damaged, a backup makes it anew', () =>
  inFolder(async (folder) => {
    const store = await work(await createProject(folder, projectOf(2, 3)));
    await store.backup('for this test');
    await store.commit('tag', tag(store.project, 80));
    await store.close();
    for (const path of TABLES.flatMap((name) => [name, `${name}.bak`]))
      await writeFile(join(folder, path), 'null');
    // What was filed away when the project was made; the backup has it.
    const [first] = (await readdir(join(folder, 'journal'))).sort();
    await writeFile(join(folder, 'journal', first!), Buffer.alloc(100));
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report.join(' ')).toMatch(
      /recovered from the backup of .* and the journal; nothing was lost/,
    );
    await again.close();
  }));

test('what cannot be recovered is said, and moved aside; the rest opens and can be edited', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(2, 3));
    await store.close();
    for (const name of ['journal', 'backups']) await rm(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'annotations/me/a1.json'), '');
    const again = await openProject(folder);
    expect(again.report.join(' ')).toContain('a1.json is empty, and no good copy of it was found.');
    expect(again.project.annotations.has('a1')).toBe(false);
    expect(again.project.annotations.get('a2')).toHaveLength(3);
    await again.commit('tag', tag(again.project, 1));
    await again.close();
    const third = await openProject(folder);
    expect(third.report).toEqual([]);
    expect(third.project.annotations.get('a1')).toHaveLength(1);
    await third.close();
    expect(await readdir(join(folder, 'set-aside'))).toHaveLength(1);
  }));

test('without any copy of the register the project opens to be read, and the damaged file stays', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    await store.close();
    for (const name of ['journal', 'backups']) await rm(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'speakers.json'), 'null');
    const again = await openProject(folder);
    expect(again.readOnly).toContain('speakers.json holds no data (null), and no good copy of it was found');
    await expect(again.commit('tag', tag(again.project, 1))).rejects.toThrow(Refusal);
    await again.close();
    expect(await readFile(join(folder, 'speakers.json'), 'utf8')).toBe('null');
  }));

test('without any copy of the codebook nothing is opened and nothing changed', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    await store.close();
    for (const name of ['journal', 'backups']) await rm(join(folder, name), { recursive: true });
    await writeFile(join(folder, 'codebook.json'), '0');
    const before = await readdir(folder, { recursive: true });
    await expect(openProject(folder)).rejects.toThrow(
      'codebook.json is cut short or was changed, and no good copy',
    );
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  }));

test('a vanished file is made anew as well: a register, an article that has annotations', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(2, 3));
    await store.close();
    for (const path of ['speakers.json', 'codebook.json', 'articles/a2.json']) await rm(join(folder, path));
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report.filter((line) => line.includes('is missing'))).toHaveLength(3);
    await again.close();
  }));

test('vanished annotations, articles and old versions put back by a sync service are noticed and made good', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(3, 3));
    const old = await readFile(join(folder, 'speakers.json'));
    await work(store);
    await store.close();
    await rm(join(folder, 'annotations/me/a1.json'));
    await rm(join(folder, 'annotations/me/a1.json.bak'));
    await rm(join(folder, 'articles/a3.json'));
    await rm(join(folder, 'annotations/me/a3.json'));
    await writeFile(join(folder, 'speakers.json'), old);
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    const said = again.report.join('\n');
    for (const path of ['annotations/me/a1.json', 'articles/a3.json', 'annotations/me/a3.json']) {
      expect(said).toContain(`${path} is missing. It was recovered from`);
    }
    expect(said).toContain('speakers.json is an older version than it was. It was recovered from');
    await again.close();
    const third = await openProject(folder);
    expect(third.report).toEqual([]);
    await third.close();
  }));

test('an article deleted just before the program was killed is gone, and nothing is said of it', () =>
  inFolder(async (folder) => {
    const store = await createProject(`${folder}-living`, projectOf(2, 3));
    const deletion = deleteArticle(store.project, { id: 'a1', at: '2026-03-12T10:11:12.000Z' });
    await store.commit('delete', deletion);
    await store.flush();
    await cp(`${folder}-living`, folder, { recursive: true });
    await store.close();
    await rm(join(folder, '.lock'));
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report).toEqual([]);
    await again.close();
  }));

test('a file of which only the previous version is there is made anew from it', () =>
  inFolder(async (folder) => {
    const store = await work(await createProject(folder, projectOf(2, 3)));
    await store.close();
    for (const path of TABLES) await rm(join(folder, path));
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    expect(again.report.filter((line) => line.includes('is missing'))).toHaveLength(TABLES.length);
    await again.close();
  }));

test('without project.json it is said that other files are there, and nothing is made', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    await store.close();
    await rm(join(folder, 'project.json'));
    const before = await readdir(folder, { recursive: true });
    await expect(openProject(folder)).rejects.toThrow('project.json is missing');
    await expect(createProject(folder, projectOf(1, 0))).rejects.toThrow('is not empty');
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  }));

test('a torn tail is cut and kept, and the next change is whole', () =>
  inFolder(async (folder) => {
    const expected = await MOMENTS['when the program was killed']!(folder);
    const path = join(folder, 'journal.jsonl');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 5));
    const store = await openProject(folder);
    expect(store.project.annotations.get('a1')).toHaveLength(expected.annotations.get('a1')!.length - 1);
    expect(store.report.join(' ')).toContain('not a whole change');
    const [kept] = (await readdir(join(folder, 'set-aside'))).filter((name) => name.startsWith('journal'));
    expect(
      bytes.includes(await readFile(join(folder, 'set-aside', kept!)).then((tail) => tail.subarray(0, -1))),
    ).toBe(true);
    await store.commit('tag', tag(store.project, 90));
    await store.close();
    const again = await openProject(folder);
    expect(again.project).toEqual(store.project);
    await again.close();
  }));

test('a lost line of the journal costs nothing that the files hold, and takes no file back to an older state', () =>
  inFolder(async (whole) => {
    const expected = await MOMENTS['when the program was killed']!(whole);
    const lines = (await readFile(join(whole, 'journal.jsonl'), 'utf8')).split('\n');
    // The files hold all but the last change.
    for (let lost = 1; lost < lines.length - 2; lost++) {
      const folder = `${whole}-${lost}`;
      await cp(whole, folder, { recursive: true });
      await writeFile(join(folder, 'journal.jsonl'), lines.with(lost, 'spoilt').join('\n'));
      const store = await openProject(folder);
      expect(store.project).toEqual(expected);
      expect(store.report.join(' ')).toContain('A part of the journal could not be read (changes');
      await store.close();
    }
  }));

test('files under way and files of others: the former are swept, the latter left alone', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 1));
    await store.close();
    const temps = [
      'project.json.0123456789ab.tmp',
      'articles/a1.json.0123456789ab.tmp',
      'annotations/me/a1.json.ffffffffffff.tmp',
    ];
    const others = [
      'notes.txt',
      'articles/README',
      'annotations/me/a1.json.tmp',
      'articles/A1.json',
      'annotations/x.json',
    ];
    for (const path of [...temps, ...others]) await writeFile(join(folder, path), path);
    await mkdir(join(folder, '.git'));
    const again = await openProject(folder);
    expect(again.report).toEqual([]);
    await again.close();
    const found = await readdir(folder, { recursive: true });
    for (const path of temps) expect(found).not.toContain(path);
    for (const path of others) expect(await readFile(join(folder, path), 'utf8')).toBe(path);
  }));

test('an article deleted stays deleted, though its deletion is in no journal any more', () =>
  inFolder(async (folder) => {
    const store = await createProject(folder, projectOf(1, 0));
    await store.commit('import', add([5, 6]));
    await store.close();
    const second = await openProject(folder);
    await second.commit('delete', { articles: { a5: [second.project.articles.get('a5')!, null] } });
    await second.close();
    await writeFile(join(folder, 'articles/a6.json'), '');
    const [, , deletion] = (await readdir(join(folder, 'journal'))).sort();
    await rm(join(folder, 'journal', deletion!));
    for (const name of await readdir(join(folder, 'backups'))) await rm(join(folder, 'backups', name));
    const again = await openProject(folder);
    expect([...again.project.articles.keys()].sort()).toEqual(['a1', 'a6']);
    await again.close();
  }));
