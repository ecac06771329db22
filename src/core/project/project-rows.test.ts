import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryProject } from './project.arbitrary';
import { countRows, GrowingProject, rowsOfProject } from './project-rows';

test('a project told a few rows at a time, as JSON, is the same project, its tables in the same order', () => {
  fc.assert(
    fc.property(arbitraryProject({ articles: 2, annotations: 120 }), (project) => {
      const growing = new GrowingProject();
      const rows = [...rowsOfProject(project)];
      for (const row of rows) growing.add(JSON.parse(JSON.stringify(row)));
      const whole = growing.whole();
      expect(whole).toEqual(project);
      for (const table of ['articles', 'annotations', 'speakers', 'claims', 'readings'] as const)
        expect([...whole[table].keys()]).toEqual([...project[table].keys()]);
      expect(rows.reduce((sum, [, some]) => sum + some.length, 0)).toBe(countRows(project));
    }),
    { numRuns: 200 },
  );
});

test('a project of which the beginning is missing is none', () => {
  expect(() => new GrowingProject().whole()).toThrow('not all of the project has arrived');
});
