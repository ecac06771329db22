import { describe, expect, it } from 'vitest';
import type { Format } from '../../core/formats/format';
import { emptyProject } from '../../core/project/empty';
import type { Annotation, Article, Project } from '../../core/project/model';
import { restrict } from '../../core/project/scope';
import { filesInWords, sampleOf } from './export-sample';
import { EVERYTHING, extentOf, facetsOf, scopeOf, toggled } from './export-scope';
import { lossInWords } from './export-words';

const mark = (articleId: string, at: number, layer = 'claim') =>
  ({
    id: `${articleId}-${at}`,
    articleId,
    layer,
    spans: [],
    annotatorId: 'me',
    status: 'draft',
    roles: {},
  }) as unknown as Annotation;

/** Articles a, b, c; a has no annotation, b has twenty, c has one of another layer. */
const project: Project = {
  ...emptyProject({ id: 'p', name: '', note: '', createdAt: '' }, { id: 'me', name: 'Me' }),
  articles: new Map(['a', 'b', 'c'].map((id, order) => [id, { id, order, text: 'some text' } as Article])),
  annotations: new Map([
    ['b', Array.from({ length: 20 }, (_, at) => mark('b', at))],
    ['c', [mark('c', 0, 'quote')]],
  ]),
};

/** Writes a text and a list for each article, and one file for all. */
const format: Format = {
  id: 'lines',
  label: 'Lines',
  hint: '',
  extensions: ['txt'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: () => ({ unit: 'codepoint', losses: [] }),
  serialize: (whole, scope = {}) => {
    const { articles, annotations } = restrict(whole, scope);
    const files = [...articles.keys()].flatMap((id) => {
      const list = (annotations.get(id) ?? []).map((next) => next.id);
      return [
        { path: `lists/${id}.ann`, data: ['1', '2', '3', '4', '5', '6', '7', ...list].join('\n') },
        { path: `${id}.txt`, data: 'some text' },
      ];
    });
    return {
      files: [...files, { path: 'setup.conf', data: '' }],
      loss: { unit: 'codepoint', losses: [] },
    };
  },
};

const all = scopeOf(project, EVERYTHING, null);

describe('the sample of an export', () => {
  it('shows the rows that hold annotations, of the first article that has some', () => {
    const sample = sampleOf(format, project, all, 3)!;
    expect(sample).toMatchObject({ path: 'lists/b.ann', cut: true });
    expect(sample.rows.slice(0, 2)).toEqual(['b-0', 'b-1']);
    expect(sample.files).toBe('3 × .ann, 3 × .txt, setup.conf');
  });

  it('names the one file that the others are packed into', () => {
    const packed: Format = {
      ...format,
      container: () => 'p.qdpx',
    };
    expect(sampleOf(packed, project, all, 3)!.files).toBe('p.qdpx');
  });

  it('shows of one long row its beginning and where the annotations are', () => {
    const long = 'x'.repeat(2000);
    const oneRow: Format = {
      ...format,
      serialize: (whole, scope = {}) => ({
        ...format.serialize(whole, scope),
        files: [{ path: 'rows', data: `start ${long} list:${restrict(whole, scope).annotations.size}` }],
      }),
    };
    const [row] = sampleOf(oneRow, project, all, 3)!.rows;
    expect(row).toMatch(/^start x+ … x+ list:1$/);
    expect(row!.length).toBeLessThan(300);
  });

  it('looks at no more of a long article than its first annotations reach, and at the same with them and without', () => {
    const text = '😀'.repeat(50_000);
    const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }];
    const long = { id: 'b', order: 0, text, blocks } as unknown as Article;
    const far = (at: number) => ({ ...mark('b', at), spans: [{ start: at, end: at + 2 }] }) as Annotation;
    const seen: number[] = [];
    const looking: Format = {
      ...format,
      serialize: (whole, scope = {}) => {
        for (const article of whole.articles.values()) seen.push(article.text.length);
        return format.serialize(whole, scope);
      },
    };
    const with_ = (annotations: readonly Annotation[]): Project => ({
      ...project,
      articles: new Map([['b', long]]),
      annotations: new Map([['b', annotations]]),
    });
    const many = Array.from({ length: 50 }, (_, at) => far(1000 * at));
    expect(sampleOf(looking, with_(many), {}, 1)!.rows).toContain('b-0');
    expect(seen.slice(0, 2)).toEqual([39_002, 39_002]);
    seen.length = 0;
    sampleOf(looking, with_([far(0)]), {}, 1);
    expect(seen.every((length) => length <= 20_000 && length % 2 === 0)).toBe(true);
  });

  it('names the files of one article, and is nothing for none', () => {
    expect(sampleOf(format, project, { articles: ['a'] }, 1)?.files).toBe('lists/a.ann, a.txt, setup.conf');
    expect(sampleOf(format, project, { articles: [] }, 0)).toBeNull();
  });

  it('names a file that is one for all articles once', () => {
    const file = [{ path: 'annotations.csv', data: '' }];
    expect(filesInWords(file, file, 1000)).toBe('annotations.csv');
    const tables = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ path: `${name}.jsonl`, data: '' }));
    expect(filesInWords([...tables, ...file], [...tables, ...file], 2)).toBe('5 × .jsonl, annotations.csv');
  });

  it('says in words what is lost', () => {
    const losses = [
      { kind: 'a', label: 'notes on articles', count: 1200 },
      { kind: 'b', label: 'nothing', count: 0 },
    ];
    expect(lossInWords({ unit: 'byte', losses })).toBe(`${(1200).toLocaleString()} notes on articles`);
    expect(lossInWords({ unit: 'byte', losses: [] })).toBe('');
  });
});

describe('the scope of an export', () => {
  it('is empty when everything is chosen', () => {
    expect(all).toEqual({});
    expect(scopeOf(project, { ...EVERYTHING, articles: 'this' }, 'b')).toEqual({ articles: ['b'] });
    expect(scopeOf(project, { ...EVERYTHING, articles: 'some', some: new Set(['a', 'c']) }, 'b')).toEqual({
      articles: ['a', 'c'],
    });
  });

  it('is the annotations chosen elsewhere, in the articles they are in', () => {
    const annotations = ['c-0', 'b-3', 'b-4'];
    const scope = scopeOf(project, { ...EVERYTHING, annotations, statuses: new Set() }, 'a');
    expect(scope).toEqual({ articles: ['b', 'c'], annotations });
    expect(extentOf(project, scope)).toMatchObject({ articles: 2, annotations: 3 });
    expect(sampleOf(format, project, scope, 2)!.rows).toContain('b-3');
    expect(sampleOf(format, project, scope, 2)!.rows).not.toContain('b-5');
  });

  it('counts what is inside', () => {
    expect(extentOf(project, all)).toEqual({ articles: 3, annotations: 21, text: 27 });
    expect(extentOf(project, { articles: ['b', 'c'], layers: ['quote'] })).toEqual({
      articles: 2,
      annotations: 1,
      text: 18,
    });
    expect(extentOf(project, { statuses: ['final'] }).annotations).toBe(0);
  });

  it('offers only what occurs', () => {
    expect(facetsOf(project).layers.map(({ label }) => label)).toEqual(['Claim', 'Quote']);
    expect(facetsOf(project).annotators).toEqual([{ value: 'me', label: 'Me' }]);
  });

  it('goes back to everything when all are chosen again', () => {
    const some = toggled<string>(null, ['x', 'y'], 'x');
    expect(some).toEqual(new Set(['y']));
    expect(toggled(some, ['x', 'y'], 'x')).toBeNull();
  });
});
