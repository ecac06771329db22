import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import { articlesInOrder } from '../../core/project/query';
import type { Found } from './search-data';
import { facetsOf, groupOf, keyOf, SORTINGS, sortedBy } from './search-data';

/** Every word of every article as a line. */
function linesOf(project: Project): Found[] {
  return articlesInOrder(project).flatMap(({ id: articleId, text }) =>
    [...text.matchAll(/[\p{L}\p{M}]+/gu)].map(({ 0: word, index }) => {
      const span = { start: index, end: index + word.length };
      return { key: keyOf(articleId, span), articleId, span };
    }),
  );
}

describe('lines', () => {
  it('stay the same ones in every order, and each order is one', () => {
    fc.assert(
      fc.property(arbitraryProject(), fc.constantFrom(...SORTINGS), (project, sorting) => {
        const found = linesOf(project);
        const sorted = sortedBy(found, sorting, project.articles);
        expect(sorted.map(({ key }) => key).sort()).toEqual(found.map(({ key }) => key).sort());
        expect(sortedBy(sorted, sorting, project.articles)).toEqual(sorted);
        if (sorting !== 'date') return;
        const dates = sorted.map(({ articleId }) => project.articles.get(articleId)!.publishedAt ?? '9');
        expect(dates).toEqual([...dates].sort());
      }),
      { numRuns: 500 },
    );
  });

  it('sort by what stands beside them, whatever its case, nothing last', () => {
    const text = 'crane Zulu. The crane alpha. Old crane Émile, a crane';
    const [base] = fc.sample(
      arbitraryProject({ articles: 1 }).filter(({ articles }) => articles.size === 1),
      1,
    );
    const article = { ...[...base!.articles.values()][0]!, text };
    const project = { ...base!, articles: new Map([[article.id, article]]) };
    const found = linesOf(project).filter(({ span }) => text.slice(span.start, span.end) === 'crane');
    const order = (sorting: 'left' | 'right') =>
      sortedBy(found, sorting, project.articles).map(({ span }) =>
        found.findIndex((one) => one.span === span),
      );
    expect(order('right')).toEqual([1, 2, 0, 3]);
    expect(order('left')).toEqual([3, 2, 1, 0]);
  });

  it('are counted in groups that add up, the largest first', () => {
    fc.assert(
      fc.property(
        arbitraryProject(),
        fc.constantFrom('article' as const, 'outlet' as const),
        (project, by) => {
          const found = linesOf(project);
          const facets = facetsOf(found, by, project.articles);
          for (const { id, count } of facets) {
            expect(found.filter((one) => groupOf(one, by, project.articles) === id)).toHaveLength(count);
          }
          expect(facets.reduce((sum, { count }) => sum + count, 0)).toBe(found.length);
          const counts = facets.map(({ count }) => count);
          expect(counts).toEqual([...counts].sort((a, b) => b - a));
        },
      ),
      { numRuns: 500 },
    );
  });
});
