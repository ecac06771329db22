import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { allAnnotations } from '../project/query';
import { differences, readBack } from './read-back';
import { FORMATS } from './registry';

const kinds = (before: Project, after: Project) =>
  differences(before, after).differences.map(({ kind, count }) => [kind, count]);

describe('reading back', () => {
  it.each(FORMATS.filter(({ parse, fidelity }) => parse && fidelity === 'lossless'))(
    '$id finds nothing in what it wrote itself',
    (format) => {
      fc.assert(
        fc.property(arbitraryProject(), (project) => {
          const { files } = format.serialize(project);
          expect(readBack(format, project, {}, files)!.differences).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(FORMATS.filter(({ parse, fidelity, unit }) => parse && fidelity === 'lossy' && unit !== 'token'))(
    '$id finds no grave difference that its report does not tell',
    (format) => {
      fc.assert(
        fc.property(arbitraryProject(), (project) => {
          const { files, loss } = format.serialize(project);
          const { differences: found } = readBack(format, project, {}, files)!;
          if (loss.losses.length === 0) expect(found).toEqual([]);
          const grave = found.filter((each) => each.grave);
          if (!loss.losses.some(({ kind }) => kind === 'split-character')) expect(grave).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  it.each(FORMATS.filter(({ parse, unit }) => parse && unit === 'token'))(
    '$id: what its report does not tell is found where it was, though without its id',
    (format) => {
      fc.assert(
        fc.property(arbitraryProject(), (project) => {
          const { files, loss } = format.serialize(project);
          const told = (...kinds: string[]) =>
            loss.losses.reduce((sum, { kind, count }) => sum + (kinds.includes(kind) ? count : 0), 0);
          const found = new Map(
            readBack(format, project, {}, files)!.differences.map(({ kind, count }) => [kind, count]),
          );
          const left = told('whole-article', 'wordless', 'overlap', 'misplaced-annotation');
          expect(found.get('missing') ?? 0).toBeLessThanOrEqual(left);
          if (told('in-pieces') === 0) {
            expect(found.get('missing') ?? 0).toBe(left);
            expect(found.get('added') ?? 0).toBe(0);
            expect(found.get('place') ?? 0).toBeLessThanOrEqual(told('fitted'));
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  it('counts each thing that was changed once, under its own kind', () => {
    fc.assert(
      fc.property(
        arbitraryProject().filter((project) => [...allAnnotations(project)].length > 0),
        fc.nat(),
        (project, pick) => {
          const all = [...allAnnotations(project)];
          const one = all[pick % all.length]!;
          const others = (project.annotations.get(one.articleId) ?? []).filter(({ id }) => id !== one.id);
          const having = (changed: Partial<typeof one>): Project => ({
            ...project,
            annotations: new Map(project.annotations).set(one.articleId, [...others, { ...one, ...changed }]),
          });
          const moved = one.spans.map(({ start, end }) => ({ start, end: end + 1 }));
          if (moved.length > 0) expect(kinds(project, having({ spans: moved }))).toEqual([['place', 1]]);
          expect(kinds(project, having({ layer: 'other' }))).toEqual([['layer', 1]]);
          expect(kinds(project, having({ quote: `${one.quote}!` }))).toEqual([['words', 1]]);
          expect(kinds(project, having({ note: `${one.note}!` }))).toEqual([['note', 1]]);
          expect(kinds(project, having({ attributes: { ...one.attributes, more: 'x' } }))).toEqual([
            ['attributes', 1],
          ]);
          expect(kinds(project, having({ id: 'another-id' }))).toEqual([['id', 1]]);
          expect(kinds(project, having({ id: 'another-id', layer: 'other' }))).toEqual([
            ['missing', 1],
            ['added', 1],
          ]);
          expect(kinds(project, having({}))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
