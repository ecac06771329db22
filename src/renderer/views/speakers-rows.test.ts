import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../core/project/model';
import { arbitraryProject } from '../../core/project/project.arbitrary';
import { registerOf } from '../../core/project/register';
import { voiceOf } from '../../core/project/statements';
import type { Row } from './speakers-rows';
import { aboutWhom, rowsOf } from './speakers-rows';

const project = arbitraryProject({ articles: 3, annotations: 10 });
const ALL = { kind: 'all', about: null, article: null, newest: false };
const idsOf = (rows: readonly Row[]) => rows.map(({ annotation }) => annotation.id);

/** Calls back for every speaker of the project that something points at. */
function eachVoice(
  made: Parameters<typeof registerOf>[0],
  check: (voice: ReturnType<typeof voiceOf>) => void,
) {
  for (const [speaker, { standings }] of registerOf(made).tallies) check(voiceOf(made, speaker, standings));
}

describe("the rows of a speaker's page", () => {
  it('are as many of each kind as its chip says, and those of a form are part of all', () => {
    fc.assert(
      fc.property(project, (made) => {
        eachVoice(made, (voice) => {
          const { kinds, rows } = rowsOf(made, voice, ALL);
          const all = new Set(idsOf(rows));
          for (const { id, count, own } of kinds) {
            const shown = rowsOf(made, voice, { ...ALL, kind: id });
            expect(shown.kind).toBe(id);
            expect(shown.rows).toHaveLength(count);
            if (own && kinds[0]?.id === 'all')
              expect(idsOf(shown.rows).every((next) => all.has(next))).toBe(true);
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('stand by date of their article, undated last, and in each article from the top down', () => {
    fc.assert(
      fc.property(project, fc.boolean(), (made, newest) => {
        eachVoice(made, (voice) => {
          const { rows } = rowsOf(made, voice, { ...ALL, newest });
          const articles = [...new Set(rows.map(({ annotation }) => annotation.articleId))];
          const dates = articles.map((id) => (made.articles.get(id) as Article).publishedAt ?? '');
          const dated = dates.filter((date) => date !== '');
          expect(dates.slice(0, dated.length)).toEqual(
            newest ? [...dated].sort().reverse() : [...dated].sort(),
          );
          for (const id of articles) {
            const here = idsOf(rows.filter(({ annotation }) => annotation.articleId === id));
            const order = made.annotations.get(id)!.map((next) => next.id);
            expect(here).toEqual(order.filter((next) => here.includes(next)));
            expect(
              new Set(
                rowsOf(made, voice, { ...ALL, article: id }).rows.map(({ annotation }) => annotation.id),
              ),
            ).toEqual(new Set(here));
          }
        });
      }),
      { numRuns: 500 },
    );
  });

  it('about somebody are as many as the list of whom they are about says', () => {
    fc.assert(
      fc.property(project, (made) => {
        eachVoice(made, (voice) => {
          for (const [about, count] of aboutWhom(voice)) {
            const { rows } = rowsOf(made, voice, { ...ALL, about });
            expect(rows).toHaveLength(count);
            for (const { statement } of rows) expect(statement!.about).toContain(about);
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});
