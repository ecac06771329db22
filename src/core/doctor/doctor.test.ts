import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, isEmpty } from '../change/change';
import { repairProject } from '../commands/repair-project';
import type { Annotation, Project } from '../project/model';
import { compareAnnotations } from '../project/order';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations, findAnnotation } from '../project/query';
import { parseChange } from '../project/validate';
import { contextOf } from '../text/context';
import { checkProject } from './check-project';

const at = '2030-01-02T03:04:05.000Z';
const repaired = (project: Project, records: readonly unknown[] = []) =>
  apply(project, repairProject(project, { records, at }).change);

/** The project with every n-th of its annotations taken out, and those. */
function parted(project: Project, every: number): { rest: Project; out: readonly Annotation[] } {
  const out: Annotation[] = [];
  const annotations = new Map<string, readonly Annotation[]>();
  let index = 0;
  for (const [id, list] of project.annotations) {
    const kept = list.filter((annotation) => (index++ % every === 0 ? !out.push(annotation) : true));
    if (kept.length > 0) annotations.set(id, kept);
  }
  return { rest: { ...project, annotations }, out };
}

describe('a healthy project', () => {
  it('has nothing to report and nothing to repair', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        expect(checkProject(project)).toEqual([]);
        expect(isEmpty(repairProject(project, { records: [], at }).change)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a repair', () => {
  /** Takes away registers, annotators and layers, and puts words in front of every text. */
  const broken = fc
    .tuple(arbitraryProject(), fc.nat(31), fc.string({ maxLength: 9 }))
    .map(([project, what, words]) => ({
      ...project,
      speakers: what & 1 ? new Map() : project.speakers,
      claims: what & 2 ? new Map([...project.claims].slice(1)) : project.claims,
      annotators: what & 4 ? new Map([...project.annotators].slice(1)) : project.annotators,
      codebook:
        what & 8 ? { ...project.codebook, layers: project.codebook.layers.slice(1) } : project.codebook,
      articles:
        what & 16
          ? new Map(
              [...project.articles].map(([id, article]) => [
                id,
                { ...article, text: `${words}${article.text}` },
              ]),
            )
          : project.articles,
    }));

  it('leaves no finding that it could mend, loses no annotation, and done twice is done once', () => {
    fc.assert(
      fc.property(broken, (project) => {
        const { change } = repairProject(project, { records: [], at });
        expect(parseChange(JSON.parse(JSON.stringify(change)))).toEqual(change);
        const after = apply(project, change);
        expect(checkProject(after).filter(({ repairable }) => repairable)).toEqual([]);
        expect(isEmpty(repairProject(after, { records: [], at }).change)).toBe(true);
        for (const annotation of allAnnotations(project)) {
          const { spans, prefix, suffix, updatedAt, ...rest } = annotation;
          expect(findAnnotation(after, annotation.id)).toMatchObject(rest);
        }
        for (const table of ['articles', 'speakers', 'claims', 'annotators'] as const)
          for (const [id, row] of project[table]) expect(after[table].get(id)).toEqual(row);
        for (const layer of project.codebook.layers) expect(after.codebook.layers).toContainEqual(layer);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings records that cannot be used back to where their words stand, or leaves them alone', () => {
    const spoils: readonly ((annotation: Annotation, length: number) => unknown)[] = [
      (annotation, length) => ({ ...annotation, spans: [{ start: 0, end: length + 5 }] }),
      (annotation) => ({ ...annotation, spans: [{ start: -4, end: 2 }] }),
      (annotation) => ({ ...annotation, spans: [{ start: null, end: 'x' }] }),
      (annotation) => ({ ...annotation, spans: 'nowhere' }),
      ({ spans, note, ...annotation }) => annotation,
      (annotation, length) => ({
        ...annotation,
        roles: { odd: [{ spans: [{ start: 1, end: length + 9 }] }] },
      }),
    ];
    fc.assert(
      fc.property(
        arbitraryProject(),
        fc.nat(3),
        fc.array(fc.nat(99), { minLength: 4 }),
        (project, every, picks) => {
          const { rest, out } = parted(project, every + 1);
          const records = out.map((annotation, index) => {
            const { length } = project.articles.get(annotation.articleId)!.text;
            return spoils[picks[index % picks.length]! % spoils.length]!(annotation, length);
          });
          const { change, revived } = repairProject(rest, { records, at });
          const after = apply(rest, change);
          for (const [index, annotation] of out.entries()) {
            const back = findAnnotation(after, annotation.id);
            if (!revived.has(index)) {
              expect(back).toBeUndefined();
              continue;
            }
            expect(back).toMatchObject({ quote: annotation.quote, layer: annotation.layer });
            const { text } = after.articles.get(back!.articleId)!;
            expect(contextOf(text, back!.spans).quote).toBe(annotation.quote);
          }
          for (const list of after.annotations.values())
            expect([...list].sort(compareAnnotations)).toEqual(list);
          const left = records.filter((_, index) => !revived.has(index));
          expect(isEmpty(repairProject(after, { records: left, at }).change)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('gives a record whose id another has one of its own, but not when it says the same', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const [one] = allAnnotations(project);
        fc.pre(one !== undefined);
        const same = repairProject(project, { records: [one], at });
        expect([isEmpty(same.change), [...same.revived]]).toEqual([true, [0]]);
        const other = { ...one!, note: `${one!.note} and more` };
        const after = repaired(project, [other]);
        expect(findAnnotation(after, one!.id)).toEqual(one);
        expect(findAnnotation(after, `${one!.id}-2`)).toMatchObject({ note: other.note, spans: one!.spans });
      }),
      { numRuns: 300 },
    );
  });

  it('keeps in the note what a role pointed at that is not there', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { rest, out } = parted(project, 1);
        const [one] = out;
        fc.pre(one !== undefined);
        const record = {
          ...one!,
          roles: { source: [{ spans: [{ start: 5, end: 1e7 }] }, { author: true }] },
        };
        const back = findAnnotation(repaired(rest, [record]), one!.id)!;
        expect(back.note).toContain('{"source":{"spans":[{"start":5,"end":10000000}]}}');
        expect(back.roles.source).toEqual([{ author: true }]);
      }),
      { numRuns: 300 },
    );
  });
});
