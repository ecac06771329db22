import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { csv } from './csv';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { preview } from './preview';
import { FORMATS } from './registry';

describe.each(FORMATS)('the preview of $id', (format) => {
  it('is the beginning of what the export writes, as long as the project is small', () => {
    fc.assert(
      fc.property(arbitraryProject(), fc.integer({ min: 1, max: 60 }), (project, lines) => {
        const [file] = format.serialize(project).files;
        const whole = file!.data.split(/\r?\n/);
        if (whole.at(-1) === '') whole.pop();
        const shown = preview(format, project, {}, { lines, width: 1e9 });
        expect(shown.path).toBe(file!.path);
        expect(shown.lines).toEqual(whole.slice(0, lines));
      }),
      { numRuns: 500 },
    );
  });

  it('shows the same first lines of a project of many articles', () => {
    const articles = Array.from({ length: 1_000 }, (_, at) =>
      articleOf(`a${at}`, 'The ferry sank.', { order: at }),
    );
    const project = projectOf(
      articles,
      articles.map((article) => claimOn(article, `n-${article.id}`, [[4, 9]])),
    );
    const { lines } = preview(format, project, {}, { lines: 4, width: 1e9 });
    expect(lines).toEqual(format.serialize(project).files[0]!.data.split(/\r?\n/).slice(0, lines.length));
  });

  it('looks at the first annotations only of an article that has 50,000', () => {
    const article = articleOf('a1', 'The ferry sank. '.repeat(4000));
    const claims = Array.from({ length: 50_000 }, (_, at) => claimOn(article, `n${at}`, [[at, at + 9]]));
    const project = projectOf([article], claims);
    const [[id, list]] = [...project.annotations] as [[string, readonly Annotation[]]];
    // A list that does not let anyone look far.
    const short = new Proxy(list, {
      get(all, key) {
        if (typeof key === 'string' && Number(key) > 1000) throw new Error(`looked at annotation ${key}`);
        return Reflect.get(all, key);
      },
    });
    preview(format, { ...project, annotations: new Map([[id, short]]) }, { layers: ['claim'] });
  });
});

describe('a preview', () => {
  const article = articleOf('a1', '“We knew.”');
  const project = projectOf(
    [article],
    [
      claimOn(article, 'q1', [[0, 10]], {
        layer: 'quote',
        attributes: {},
        roles: { source: [{ speaker: 'ek' }] },
      }),
      claimOn(article, 'c1', [[1, 9]]),
    ],
  );

  it('keeps to the scope, and still knows whom a claim is inherited from', () => {
    const { lines } = preview(csv, project, { layers: ['claim'] }, { width: 1e9 });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain('Ada Ek');
  });

  it('cuts long lines, never in the middle of a character', () => {
    const { lines } = preview(
      csv,
      projectOf(
        [articleOf('a1', '😀')],
        [claimOn(articleOf('a1', '😀'), 'c1', [[0, 2]], { note: '😀'.repeat(99) })],
      ),
      {},
      { width: 311 },
    );
    for (const line of lines) {
      expect(line.length).toBeLessThanOrEqual(312);
      expect(line).not.toMatch(/\p{Surrogate}/u);
    }
    expect(lines[1]!.endsWith('…')).toBe(true);
  });
});
