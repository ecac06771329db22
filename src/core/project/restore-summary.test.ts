import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, invert, isEmpty } from '../change/change';
import { restoreProject } from '../commands/restore-project';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations } from './query';
import { restoreSummary } from './restore-summary';

const ids = (project: Parameters<typeof allAnnotations>[0]) =>
  new Map([...allAnnotations(project)].map((annotation) => [annotation.id, annotation]));

test('restored, a project is what it was then, but for its id and for who has come since; undo leads back', () => {
  fc.assert(
    fc.property(arbitraryProject(), arbitraryProject(), (now, was) => {
      // An annotation never changes its article; two projects made by chance may say otherwise.
      for (const [id, annotation] of ids(was))
        fc.pre((ids(now).get(id)?.articleId ?? annotation.articleId) === annotation.articleId);
      const change = restoreProject(now, { was });
      const restored = apply(now, change);
      expect(restored).toEqual({
        ...was,
        info: { ...was.info, id: now.info.id },
        codebook: { ...was.codebook, id: now.codebook.id },
        annotators: new Map([...now.annotators, ...was.annotators]),
      });
      expect(isEmpty(restoreProject(restored, { was }))).toBe(true);
      expect(apply(restored, invert(change))).toEqual(now);
    }),
    { numRuns: 300 },
  );
});

test('the summary counts every row of the change once, by article', () => {
  fc.assert(
    fc.property(arbitraryProject(), arbitraryProject(), (now, was) => {
      const change = restoreProject(now, { was });
      const { articles, annotations, speakers, claims } = restoreSummary(now, change);
      const [before, after] = [ids(now), ids(was)];
      const back = [...after.keys()].filter((id) => !before.has(id)).length;
      const gone = [...before.keys()].filter((id) => !after.has(id)).length;
      expect(annotations).toMatchObject({ back, gone });
      for (const count of ['back', 'gone', 'changed'] as const)
        expect(articles.reduce((sum, row) => sum + row[count], 0)).toBe(annotations[count]);
      expect(articles.filter(({ article }) => article === 'back')).toHaveLength(
        [...was.articles.keys()].filter((id) => !now.articles.has(id)).length,
      );
      const total = ({ back, gone, changed }: typeof speakers) => back + gone + changed;
      expect(total(speakers)).toBe(Object.keys(change.speakers ?? {}).length);
      expect(total(claims)).toBe(Object.keys(change.claims ?? {}).length);
    }),
    { numRuns: 300 },
  );
});
