import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameAround, reportedThrough } from './attribution';
import { emptyProject } from './empty';
import type { Annotation, Project, Target } from './model';
import { arbitraryProject } from './project.arbitrary';
import { allAnnotations, annotationsOf } from './query';

function quote(id: string, start: number, end: number, roles: Record<string, readonly Target[]> = {}) {
  return { id, articleId: 'a1', layer: 'quote', spans: [{ start, end }], roles } as unknown as Annotation;
}

function projectOf(...list: Annotation[]): Project {
  const project = emptyProject({ id: 'p', name: 'P', note: '', createdAt: '' }, { id: 'me', name: 'Me' });
  return { ...project, annotations: new Map([['a1', list]]) };
}

const through = (project: Project, annotation: Annotation) =>
  reportedThrough(project, annotation).map(({ id }) => id);

describe('reported through', () => {
  it('goes outward through the quotes that hold it, outermost first', () => {
    const [outer, middle, inner] = [quote('q1', 0, 90), quote('q2', 10, 60), quote('q3', 20, 30)];
    const project = projectOf(outer, middle, inner);
    expect(through(project, inner)).toEqual(['q1', 'q2']);
    expect(through(project, outer)).toEqual([]);
  });

  it('takes what was set by hand over what encloses it', () => {
    const inner = quote('q2', 10, 20, { 'nested-in': [{ annotation: 'q3' }] });
    const project = projectOf(quote('q1', 0, 50), inner, quote('q3', 60, 90));
    expect(through(project, inner)).toEqual(['q3']);
  });

  it('ends where it would go in a circle', () => {
    const outer = quote('q1', 0, 50, { 'nested-in': [{ annotation: 'q2' }] });
    const inner = quote('q2', 10, 20);
    const project = projectOf(outer, inner);
    expect(through(project, inner)).toEqual(['q1']);
    expect(through(project, outer)).toEqual(['q2']);
  });
});

describe('a frame', () => {
  it('is the same seen from either end, and always holds the annotation itself', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        for (const annotation of allAnnotations(project)) {
          const list = annotationsOf(project, annotation.articleId);
          const frame = frameAround(list, annotation);
          expect(frame).toContain(annotation);
          for (const other of list) {
            expect(frame.includes(other)).toBe(frameAround(list, other).includes(annotation));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
