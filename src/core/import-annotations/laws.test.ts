import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert, isEmpty } from '../change/change';
import { importAnnotations } from '../commands/import-annotations';
import { formatById } from '../formats/registry';
import type { Codebook } from '../project/codebook';
import { emptyProject } from '../project/empty';
import type { Annotation, Project } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import { placementProblem } from '../project/validate';
import { arrive } from './arrive';
import { foreignLayers } from './foreign-layers';
import { planImport } from './plan-import';
import { proposeMapping } from './propose-mapping';

const at = '2030-01-02T03:04:05.000Z';
const READER = { id: 'brat', label: 'brat standoff', unit: 'codepoint' } as const;

/** A project of others, with some articles and ids in common with ours. */
const foreign = fc.tuple(arbitraryProject(), fc.boolean()).map(
  ([project, renamed]): Project => ({
    ...project,
    articles: new Map(
      [...project.articles].map(([id, article]) => [
        id,
        renamed ? { ...article, title: `${article.title}!` } : article,
      ]),
    ),
  }),
);

/** What would be imported without a word from anyone. */
function request(project: Project, theirs: Project, ids = 'new') {
  const part = arrive(READER, { project: theirs, warnings: [] }, project.articles);
  const proposed = proposeMapping(foreignLayers(part.project), project.codebook, project.info.mappings);
  const mapping = Object.fromEntries([...proposed].map(([id, next]) => [id, next.mapping]));
  return { part, mapping, annotator: 'theirs', newArticles: true, ids, at } as const;
}

/** Everything of the codebook that is not there any more in the other; nothing when that only has more. */
function gone(before: Codebook, after: Codebook): readonly unknown[] {
  return before.layers.flatMap((layer) => {
    const now = after.layers.find(({ id }) => id === layer.id);
    const same = now && { ...now, attributes: [], roles: [] };
    const left: unknown[] =
      JSON.stringify(same) === JSON.stringify({ ...layer, attributes: [], roles: [] }) ? [] : [layer.id];
    for (const role of layer.roles) if (!now?.roles.includes(role)) left.push(role.id);
    for (const attribute of layer.attributes) {
      const kept = now?.attributes.find(({ id }) => id === attribute.id);
      if (!kept) left.push(attribute.id);
      if ('values' in attribute)
        left.push(
          ...attribute.values.filter((value) => !(kept && 'values' in kept && kept.values.includes(value))),
        );
      else if (kept !== attribute) left.push(attribute.id);
    }
    return left;
  });
}

const total = (project: Project) => [...allAnnotations(project)].length;

describe('importing annotations', () => {
  it('changes nothing that is there but by addition, counts every annotation once, and is undone', () => {
    let added = 0;
    fc.assert(
      fc.property(arbitraryProject(), foreign, (before, theirs) => {
        const args = request(before, theirs);
        const { counts } = planImport(before, args);
        const change = importAnnotations(before, args);
        const after = apply(before, change);
        for (const table of ['articles', 'speakers', 'claims', 'annotators', 'readings'] as const)
          for (const [id, row] of before[table]) expect(after[table].get(id)).toBe(row);
        const now = new Map([...allAnnotations(after)].map((annotation) => [annotation.id, annotation]));
        for (const annotation of allAnnotations(before)) expect(now.get(annotation.id)).toBe(annotation);
        expect(gone(before.codebook, after.codebook)).toEqual([]);
        const { mappings: _, ...info } = before.info;
        expect(after.info).toMatchObject(info);

        expect(total(after)).toBe(total(before) + counts.added);
        const { added: made, there, joined, leftOut, elsewhere, lost, whole, unlinked } = counts;
        expect(made + there + joined + leftOut + elsewhere + lost + whole + unlinked).toBe(total(theirs));
        for (const annotation of allAnnotations(after))
          expect(placementProblem(annotation, after.articles.get(annotation.articleId)!)).toBeNull();
        expect(apply(after, invert(change))).toEqual(before);
        added += made;
      }),
      { numRuns: 1000 },
    );
    expect(added).toBeGreaterThan(500);
  });

  it('adds nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryProject(), foreign, (before, theirs) => {
        const once = apply(before, importAnnotations(before, request(before, theirs)));
        const again = request(once, theirs, 'newer');
        expect(planImport(once, again).counts.added).toBe(0);
        expect(isEmpty(importAnnotations(once, again))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('brings a whole project into an empty one', () => {
    fc.assert(
      fc.property(arbitraryProject(), (theirs) => {
        const info = { id: 'ours', name: 'Ours', note: '', createdAt: at };
        const empty = { ...emptyProject(info, { id: 'me', name: 'Me' }), codebook: theirs.codebook };
        const after = apply(empty, importAnnotations(empty, request(empty, theirs)));
        const { counts } = planImport(empty, request(empty, theirs));
        expect([counts.links, counts.values]).toEqual([0, 0]);
        const essence = ({ layer, spans, quote, attributes, note, certainty, status }: Annotation) =>
          JSON.stringify([layer, spans, quote, Object.entries(attributes).sort(), note, certainty, status]);
        const distinct = (project: Project) => [...new Set([...allAnnotations(project)].map(essence))].sort();
        expect(distinct(after)).toEqual(distinct(theirs));
        expect(after.codebook.layers).toEqual(theirs.codebook.layers);
      }),
      { numRuns: 500 },
    );
  });
});

describe.each([
  'marginalia-json',
  'jsonl',
  'csv',
  'brat',
  'label-studio',
  'webanno-tsv',
  'uima-xmi',
  'doccano-relations',
])('an export of the project as %s', (id) => {
  it('brings nothing that is not there already', () => {
    const format = formatById(id);
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const parsed = format.parse!(format.serialize(project).files, project.articles);
        const part = arrive(format, parsed, project.articles);
        const proposed = proposeMapping(foreignLayers(part.project), project.codebook, []);
        const mapping = Object.fromEntries([...proposed].map(([layer, next]) => [layer, next.mapping]));
        const args = { part, mapping, annotator: 'theirs', newArticles: true, ids: 'new', at } as const;
        const { counts } = planImport(project, args);
        expect(counts).toMatchObject({ added: 0, there: total(project), lost: 0 });
        // A cell cannot tell an empty value from none.
        if (id !== 'csv') expect(counts.differing).toBe(0);
        expect(isEmpty(importAnnotations(project, args))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
