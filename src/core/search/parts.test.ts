import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryProject } from '../project/project.arbitrary';
import { annotationsOf } from '../project/query';
import type { SearchPart } from './parts';
import { spansOfParts } from './parts';

it('the parts of an article are what their blocks and annotations cover, letter by letter', () => {
  const parts = fc.uniqueArray(
    fc.constantFrom<SearchPart>('headline', 'body', 'layer:quote', 'layer:claim'),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(arbitraryProject(), parts, (project, asked) => {
      for (const article of project.articles.values()) {
        const marks = annotationsOf(project, article.id);
        const covered = (at: number) => (span: { start: number; end: number }) =>
          span.start <= at && at < span.end;
        const found = spansOfParts(article, marks, asked)!;
        for (let at = 0; at < article.text.length; at++) {
          const kind = article.blocks.find(covered(at))?.kind;
          const slow =
            (asked.includes('headline') && kind === 'title') ||
            (asked.includes('body') &&
              kind !== undefined &&
              !['title', 'standfirst', 'byline'].includes(kind)) ||
            marks.some(({ layer, spans }) => asked.includes(`layer:${layer}`) && spans.some(covered(at)));
          expect(found.some(covered(at))).toBe(slow);
        }
        expect(spansOfParts(article, marks, [])).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
