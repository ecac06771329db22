import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deleteArticle } from '../../core/commands/edit-article';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import { outsideFolder } from './backup-place';
import { listBackups, readBackup, writeBackup } from './backups';
import { differing, filesIn, get, put } from './disk-files.arbitrary';
import { seal } from './envelope';
import { findBackups, foldersIn } from './find-backups';
import { findOriginals } from './find-originals';
import { MemoryDisk } from './memory-disk.arbitrary';
import { add, articleNumber, projectOf, tag } from './project-on-disk.arbitrary';
import { createProject, openProject } from './project-store';

const FOLDER = '/home/project';
const AT = '2026-03-12T10:11:12.000Z';
const QUIET = { followAfter: 1e9 };

async function freshDisk(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await disk.makeFolder('/home');
  return disk;
}

test('any project is made any other by restoring its backup, and itself again by the backup made before', () =>
  fc.assert(
    fc.asyncProperty(arbitraryProject(), arbitraryProject(), async (now, was) => {
      const disk = await freshDisk();
      const store = await createProject(FOLDER, now, new Map(), { disk, ...QUIET });
      const backup = { sequence: 1, reason: 'then', project: was, setAside: new Map() };
      const { path } = await writeBackup(disk, '/home/then', backup, { at: new Date(AT), from: FOLDER });
      await store.restore('restore', await readBackup(disk, path));
      expect(store.project.articles).toEqual(was.articles);
      expect(store.project.annotations).toEqual(was.annotations);
      expect(store.project.speakers).toEqual(was.speakers);
      expect(store.project.claims).toEqual(was.claims);

      const before = (await listBackups(disk, `${FOLDER}/backups`)).at(-1)!;
      await store.restore('restore', await readBackup(disk, before.path));
      await store.close();
      const again = await openProject(FOLDER, { disk, ...QUIET });
      expect(again.report).toEqual([]);
      expect(again.project).toEqual({ ...now, annotators: new Map([...was.annotators, ...now.annotators]) });
      await again.close();
    }),
    { numRuns: 40 },
  ));

test('what could not be used is restored with the rest, in place and beside, word for word', async () => {
  const disk = await freshDisk();
  await (await createProject(FOLDER, projectOf(1, 1), new Map(), { disk, ...QUIET })).close();
  const path = `${FOLDER}/annotations/me/a1.json`;
  const { format, sequence, data } = JSON.parse(String(await get(disk, path)));
  const bad = { ...data.annotations[0], id: 'odd', spans: 'nowhere' };
  const spoilt = { annotations: [...data.annotations, bad] };
  await put(disk, path, Buffer.concat([...seal(format, { sequence, data: spoilt })]));

  const store = await openProject(FOLDER, { disk, ...QUIET });
  await store.commit('tag', tag(store.project, 5));
  const backup = await readBackup(disk, await store.backup('with an odd one'));
  await store.commit('delete', deleteArticle(store.project, { id: 'a1', at: AT }));
  await store.close();
  // The odd one goes with its file, and is in the backup alone.
  await disk.remove(path);
  await disk.remove(`${path}.bak`);
  const second = await openProject(FOLDER, { disk, ...QUIET });
  await second.restore('restore', backup);
  await second.close();
  const { setAside } = backup;
  await (
    await createProject('/home/beside', backup.project, new Map(), { disk, setAside, ...QUIET })
  ).close();
  for (const folder of [FOLDER, '/home/beside']) {
    const written = JSON.parse(String(await get(disk, `${folder}/annotations/me/a1.json`))).data;
    expect(written.annotations).toHaveLength(2);
    expect(written.setAside.map(({ record }: { record: unknown }) => record)).toEqual([bad]);
  }
});

test('backups are found inside and outside, by project or all, each with what it says of itself', async () => {
  const disk = await freshDisk();
  const outside = () => '/other/backups';
  for (const [folder, id] of [
    [FOLDER, 'p1'],
    ['/home/second', 'p2'],
  ] as const) {
    const project = projectOf(1, 2);
    const own = { ...project, info: { ...project.info, id, name: folder } };
    const store = await createProject(folder, own, new Map(), { disk, outside, ...QUIET });
    await store.commit('tag', tag(store.project, 1));
    await store.backup(`asked for in ${folder}`);
    await store.close();
  }
  const inside = await findBackups(disk, [`${FOLDER}/backups`]);
  expect(inside.map(({ reason, about }) => [reason, about])).toEqual([
    [`asked for in ${FOLDER}`, { name: FOLDER, folder: FOLDER, articles: 1, annotations: 3 }],
  ]);
  expect(await foldersIn(disk, '/other/backups', 2)).toEqual([
    outsideFolder('/other/backups', 'p1', FOLDER),
    outsideFolder('/other/backups', 'p2', '/home/second'),
  ]);
  const all = await findBackups(disk, await foldersIn(disk, '/other/backups', 2));
  expect(all.map(({ about }) => about?.name).sort()).toEqual(['/home/project', '/home/second']);
  expect(await foldersIn(disk, '/nowhere', 2)).toEqual([]);
});

test('original bytes come from a folder that has them, and never others of the same name', async () => {
  const disk = await freshDisk();
  const originals = new Map([1, 2, 3].map((number) => [`a${number}`, Buffer.from(`bytes of ${number}`)]));
  const project = projectOf(3, 0);
  const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const articles = new Map(
    [...project.articles].map(([id, article]) => [
      id,
      { ...article, origin: { ...article.origin, bytesSha256: sha(originals.get(id)!) } },
    ]),
  );
  const whole = { ...project, articles };
  await (await createProject(FOLDER, whole, originals, { disk, ...QUIET })).close();
  await put(disk, `${FOLDER}/articles/a2.orig`, Buffer.from('others'));
  await disk.remove(`${FOLDER}/articles/a3.orig`);
  await disk.makeFolder('/home/second/articles');
  await put(disk, '/home/second/articles/a3.orig', originals.get('a3')!);
  const found = await findOriginals(disk, ['/nowhere', FOLDER, '/home/second'], whole);
  expect(found).toEqual(new Map([...originals].filter(([id]) => id !== 'a2')));
});

test('restoring is refused where nothing may be written, and changes no byte', async () => {
  const disk = await freshDisk();
  const first = await createProject(FOLDER, projectOf(1, 1), new Map(), { disk, ...QUIET });
  await first.commit('add', add([articleNumber(4).order]));
  const backup = await readBackup(disk, await first.backup('asked for'));
  const second = await openProject(FOLDER, { disk, ...QUIET });
  const before = await filesIn(disk, FOLDER);
  await expect(second.restore('restore', backup)).rejects.toMatchObject({ kind: 'read-only' });
  expect(differing(await filesIn(disk, FOLDER), before)).toEqual([]);
  await second.close();
  await first.close();
});
