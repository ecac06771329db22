import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../core/change/change';
import { changeOf, NO_CHANGE, replay } from '../../core/change/change';
import type { Annotation, Project } from '../../core/project/model';
import { assemble } from './assemble';
import { filesOfChange } from './change-files';
import { fold, withoutDecided } from './fold';
import { tableFile } from './layout';
import { annotationNumber, projectOf } from './project-on-disk.arbitrary';
import { dataOf, parseRows } from './rows';

const start = projectOf(2, 0);
const article = start.articles.get('a1')!;

/** Some annotations come, go, and pass from one annotator to another, whose file is a different one. */
const arbitraryEdits = fc.array(
  fc.record({ number: fc.nat(3), by: fc.constantFrom('me', 'you', null), note: fc.string({ maxLength: 3 }) }),
  { minLength: 1, maxLength: 20 },
);

function edit(
  project: Project,
  { number, by, note }: { number: number; by: string | null; note: string },
): Change {
  const id = annotationNumber(number, article).id;
  const before = project.annotations.get('a1')?.find((annotation) => annotation.id === id) ?? null;
  const after: Annotation | null = by === null ? null : { ...annotationNumber(number, article, by), note };
  return before === null && after === null ? NO_CHANGE : changeOf('annotations', [[before, after]]);
}

test('over files each as old as it may be, the entries after it give the newest state', () => {
  fc.assert(
    fc.property(arbitraryEdits, fc.array(fc.nat(20), { minLength: 10, maxLength: 10 }), (edits, ages) => {
      const states = [start];
      const entries = edits.map((next, index) => {
        const change = edit(states[index]!, next);
        states.push(replay(states[index]!, change));
        return { seq: index + 1, at: '', label: '', change };
      });
      const last = states.at(-1)!;
      const paths = [...new Set(entries.flatMap(({ change }) => [...filesOfChange(change)]))];
      const single = [
        'project.json',
        'codebook.json',
        'speakers.json',
        'claims.json',
        'articles/a1.json',
        'articles/a2.json',
      ];
      const sequences = new Map(
        paths.map((path, index) => [path, Math.min(ages[index % ages.length]!, edits.length)]),
      );
      const rows = [...single, ...paths].flatMap((path) => {
        const file = tableFile(path)!;
        const data = dataOf(states[sequences.get(path) ?? 0]!, file, []);
        return data === null ? [] : [parseRows(file, data)];
      });
      const change = fold(entries, (path, seq) => seq > (sequences.get(path) ?? 0));
      const byId = (project: Project) =>
        [...(project.annotations.get('a1') ?? [])].map((annotation) => [
          annotation.id,
          annotation.annotatorId,
          annotation.note,
        ]);
      expect(byId(replay(assemble(rows.map((next) => withoutDecided(next, change))), change))).toEqual(
        byId(last),
      );
    }),
    { numRuns: 1000 },
  );
});

test('a row that is called as something every object has is taken only from files that want it', () => {
  const named = (name: string) => ({ id: 'constructor', name });
  const changes = [
    changeOf('annotators', [[null, named('A')]]),
    changeOf('annotators', [[named('A'), named('B')]]),
  ];
  const entries = changes.map((change, index) => ({ seq: index + 1, at: '', label: '', change }));
  expect(fold(entries, () => false)).toEqual({});
  expect(fold(entries, (_path, seq) => seq > 1)).toEqual(changes[1]);
  expect(fold(entries, () => true)).toEqual(changeOf('annotators', [[null, named('B')]]));
});
