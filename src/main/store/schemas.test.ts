import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SCHEMA } from '../../core/project/model';
import { allAnnotations, annotationsOf } from '../../core/project/query';
import { placementProblem } from '../../core/project/validate';
import { listBackups, readBackup } from './backups';
import { MIGRATION } from './before-migration';
import { realDisk } from './disk';
import { differing, filesIn } from './disk-files.arbitrary';
import { faultyDisk } from './faulty-disk.arbitrary';
import { inFolder } from './project-on-disk.arbitrary';
import { createProject, openProject, readProject } from './project-store';

/** Projects as each released version of the program wrote them, kept for good: never to be made anew. */
const fixture = (schema: number) => join(import.meta.dirname, `fixtures/schema-${schema}`);
const SCHEMAS = [1, 2];

test('there is a project of every schema that was ever released', () => {
  expect(SCHEMAS.at(-1)).toBe(SCHEMA);
});

describe.each(SCHEMAS)('a project of schema %i', (schema) => {
  /** The fixture as a copy that may be written. */
  const inCopy = (task: (folder: string) => Promise<void>) =>
    inFolder(async (folder) => {
      await cp(fixture(schema), folder, { recursive: true });
      await task(folder);
    });
  const older = schema < SCHEMA;

  test('is read with everything in it, and no byte of it changes', async () => {
    const before = await filesIn(realDisk, fixture(schema));
    const { project, report } = await readProject(fixture(schema));
    expect(report).toEqual([]);
    expect(project.info).toMatchObject({ id: 'p-fixture', name: 'Quay 9' });
    expect([...project.articles.keys()]).toEqual(['crane', 'market']);
    expect([...project.speakers.keys()].sort()).toEqual(['arne', 'ida']);
    expect([...project.annotators.keys()].sort()).toEqual(['kb', 'rs']);
    expect(project.claims.get('unchecked')!.verdict).toBe(schema === 1 ? undefined : 'supported');
    expect(project.readings.get('crane')?.status).toBe(schema === 1 ? undefined : 'coded');
    expect(project.info.queries?.map(({ name }) => name)).toEqual(schema === 1 ? undefined : ['By Ida']);
    expect(annotationsOf(project, 'crane').map(({ id, quote, note }) => [id, quote, note])).toEqual([
      ['n1', 'had not been inspected for fourteen months', 'see the log'],
      ['n2', '“Nobody asked for the certificate,” … “We were told to keep it moving.”', 'in two passages'],
      ['n3', 'Ida Holm', ''],
      ['n7', 'We were told to keep it moving', ''],
    ]);
    expect(annotationsOf(project, 'market').map(({ id, quote }) => [id, quote])).toEqual([
      ['n6', 'the market would stay'],
      ['n5', '🐟'],
      ['n4', '“We are not moving,”'],
    ]);
    for (const annotation of allAnnotations(project)) {
      expect(placementProblem(annotation, project.articles.get(annotation.articleId)!)).toBeNull();
    }
    expect(differing(await filesIn(realDisk, fixture(schema)), before)).toEqual([]);
  });

  test('on a disk that cannot be written opens to be read only, and no byte of it changes', () =>
    inCopy(async (folder) => {
      const before = await filesIn(realDisk, folder);
      const disk = faultyDisk(realDisk, (operation) =>
        /wx|r\+|rename|link|remove|make/.test(operation) ? { code: 'EROFS' } : null,
      );
      const store = await openProject(folder, { disk });
      expect(store.readOnly).toContain('the disk is read-only');
      expect([...allAnnotations(store.project)]).toHaveLength(7);
      await store.close();
      expect(differing(await filesIn(realDisk, folder), before)).toEqual([]);
    }));

  test('opened to be written, what was there is kept first; then it is the same project in this schema', () =>
    inCopy(async (folder) => {
      const before = await filesIn(realDisk, folder);
      const { project } = await readProject(folder);
      const store = await openProject(folder);
      expect([store.readOnly, store.report]).toEqual([null, []]);
      expect(store.project).toEqual(project);
      const [backup] = await listBackups(realDisk, join(folder, 'backups'));
      const kept = await readBackup(realDisk, backup!.path);
      if (older) {
        expect(kept.reason).toBe(MIGRATION);
        expect(kept.project).toEqual(project);
      }
      const { info } = store.project;
      await store.commit('rename', { info: { [info.id]: [info, { ...info, name: 'Quay 10' }] } });
      await store.close();

      const after = await filesIn(realDisk, folder);
      const place = `backups/before-schema-${SCHEMA}-`;
      const old = new Map([...after].filter(([path]) => path.startsWith(place)));
      for (const [path, bytes] of old) expect(bytes).toEqual(before.get(path.slice(place.length + 10)));
      const tables = [...before.keys()].filter((path) => /^(?!backups|journal\/).*\.jsonl?$/.test(path));
      expect(old.size).toBe(older ? tables.length : 0);
      for (const path of tables.filter((path) => path.endsWith('.json')))
        expect(JSON.parse(String(after.get(path))).schema, path).toBe(SCHEMA);

      const again = await openProject(folder);
      expect(again.report).toEqual([]);
      expect(again.project).toEqual({ ...project, info: { ...info, name: 'Quay 10' } });
      await again.close();
      expect((await filesIn(realDisk, folder)).size).toBe(after.size);
    }));

  test('its backups are restored', () =>
    inFolder(async (folder) => {
      const [backup] = await listBackups(realDisk, join(fixture(schema), 'backups'));
      const { project } = await readBackup(realDisk, backup!.path);
      expect([...allAnnotations(project)].map(({ id }) => id).sort()).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
      expect(project.articles.has('gone')).toBe(true);
      const restored = await createProject(folder, project);
      expect(restored.project).toEqual(project);
      await restored.close();
    }));
});
