import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ARTICLE_SORTS, articlesSorted, keyOf } from './article-order';
import { arbitraryStory } from './change.arbitrary';
import type { ArticleFilter } from './library';
import { articlesListed, isUnfiltered, neighbourOf } from './library';
import type { Article, Project } from './model';
import { READING_STATUSES } from './model';
import { arbitraryProject } from './project.arbitrary';
import { outletsOf, progressOf, tallyOf } from './tally';

const order = fc.record({ by: fc.constantFrom(...ARTICLE_SORTS), descending: fc.boolean() });

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const conditions = fc
  .record({
    text: optional(fc.constantFrom('', 'a', 'E', 'é', 'the ', ' o r')),
    statuses: optional(fc.subarray([...READING_STATUSES], { minLength: 1 })),
    outletsAt: optional(fc.array(fc.nat(3), { minLength: 1, maxLength: 2 })),
    annotated: optional(fc.boolean()),
    noted: optional(fc.boolean()),
    from: optional(fc.constantFrom('1999-12-31', '2000-01-01')),
    to: optional(fc.constantFrom('1999-12-31', '2024-02-29')),
  })
  .map(({ outletsAt, ...rest }) => (project: Project): ArticleFilter => {
    const names = [...outletsOf(project.articles).keys()];
    const outlets = outletsAt?.flatMap((at) => names[at] ?? []);
    const given = Object.entries({ ...rest, outlets }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(given) as ArticleFilter;
  });

const project = arbitraryProject({ articles: 5, annotations: 3 });
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The filter, said again the slow way, one condition at a time. */
function isMeant(all: Project, article: Article, filter: ArticleFilter): boolean {
  const head = bare([article.title, article.outlet ?? '', article.byline ?? ''].join('\n'));
  const count = [...all.annotations.values()]
    .flat()
    .filter(({ articleId }) => articleId === article.id).length;
  const status = [...all.readings.values()].find(({ id }) => id === article.id)?.status ?? 'new';
  const date = article.publishedAt;
  if (
    filter.text &&
    !bare(filter.text)
      .split(' ')
      .every((word) => head.includes(word))
  )
    return false;
  if (filter.statuses && !filter.statuses.includes(status)) return false;
  if (filter.outlets && !filter.outlets.includes(article.outlet ?? '')) return false;
  if (filter.annotated !== undefined && filter.annotated !== count > 0) return false;
  if (filter.noted !== undefined && filter.noted !== Boolean(article.note)) return false;
  if (filter.from && (!date || date < filter.from)) return false;
  return !(filter.to && (!date || date > filter.to));
}

describe('the articles of the library', () => {
  it('are those that pass every condition, none twice and none forgotten', () => {
    fc.assert(
      fc.property(project, conditions, order, (all, given, by) => {
        const filter = given(all);
        const meant = [...all.articles.values()].filter((article) => isMeant(all, article, filter));
        const listed = articlesListed(all, filter, by);
        expect(new Set(listed)).toEqual(new Set(meant));
        expect(listed).toHaveLength(meant.length);
        if (isUnfiltered(filter)) expect(listed).toHaveLength(all.articles.size);
      }),
      { numRuns: 1000 },
    );
  });

  it('stand in order, equal ones as added, those without anything to go by last either way', () => {
    const names = new Intl.Collator(undefined, {
      numeric: true,
      sensitivity: 'base',
      ignorePunctuation: true,
    });
    fc.assert(
      fc.property(project, order, (all, by) => {
        const sorted = articlesSorted(all, by);
        for (const [at, next] of sorted.entries()) {
          const before = sorted[at - 1];
          if (!before) continue;
          const [a, b] = [keyOf(all, before, by.by), keyOf(all, next, by.by)];
          if (a === undefined) expect(b).toBeUndefined();
          if (a === undefined || b === undefined) continue;
          const way = typeof a === 'string' ? names.compare(a, b as string) : a - (b as number);
          expect(by.descending ? -way : way).toBeLessThanOrEqual(0);
          if (way === 0) expect(before.order).toBeLessThan(next.order);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are the same whatever was worked out before, and only worked out again when they must be', () => {
    fc.assert(
      fc.property(
        arbitraryStory(3, { articles: 4, annotations: 3 }),
        conditions,
        order,
        (story, given, by) => {
          for (const state of story.states) {
            const filter = given(state);
            const listed = articlesListed(state, filter, by);
            expect(articlesListed(structuredClone(state), filter, by)).toEqual(listed);
            expect(articlesSorted({ ...state }, by)).toBe(articlesSorted(state, by));
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('are walked from first to last and back, also from one that is listed no more', () => {
    fc.assert(
      fc.property(project, conditions, order, (all, given, by) => {
        const filter = given(all);
        const listed = articlesListed(all, filter, by).map(({ id }) => id);
        for (const [at, id] of listed.entries()) {
          expect(neighbourOf(all, filter, by, id, 1)?.id).toBe(listed[at + 1]);
          expect(neighbourOf(all, filter, by, id, -1)?.id).toBe(listed[at - 1]);
        }
        const sorted = articlesSorted(all, by).map(({ id }) => id);
        for (const [at, id] of sorted.entries()) {
          const after = sorted.slice(at + 1).find((next) => listed.includes(next));
          expect(neighbourOf(all, filter, by, id, 1)?.id).toBe(after);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('progress and counts', () => {
  it('add up to the articles and to their annotations', () => {
    fc.assert(
      fc.property(project, (all) => {
        const progress = progressOf(all);
        for (const status of READING_STATUSES) {
          const listed = articlesListed(all, { statuses: [status] }, { by: 'added', descending: false });
          expect(progress[status]).toBe(listed.length);
        }
        const outlets = [...outletsOf(all.articles).values()].reduce((sum, count) => sum + count, 0);
        expect(outlets).toBe(all.articles.size);
        for (const list of all.annotations.values()) {
          const { layers, changedAt } = tallyOf(list);
          expect([...layers.values()].reduce((sum, count) => sum + count, 0)).toBe(list.length);
          for (const { updatedAt } of list) expect(updatedAt <= changedAt).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
