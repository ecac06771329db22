import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../csv';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile, Parsed } from '../format';
import { FormatError } from '../format';
import { READERS } from '../registry';
import { csvMapped, mappedReader } from './csv-mapped';
import { guessMapping } from './mapping';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const table = (...lines: string[]): FormatFile => ({ path: 't.csv', data: lines.join('\n') });
const quotes = ({ project }: Parsed) => [...project.annotations.values()].flat().map(({ quote }) => quote);

describe('a table of another program', () => {
  const files = [fixture('good/segments.csv'), fixture('good/harbour.txt')];
  const parsed = csvMapped.parse(files);
  const { project, warnings } = parsed;

  it('is known by its columns; tables of ours, of texts and of anything else are not', () => {
    expect(READERS.filter(({ recognises }) => recognises(files)).map(({ id }) => id)).toContain('csv-mapped');
    const article = articleOf('a1', 'We knew.');
    const ours = csv.serialize(projectOf([article], [claimOn(article, 'c1', [[0, 2]])])).files;
    for (const others of [
      ours,
      [table('title,text,date,category', 'A,B,2024,news')],
      [table('name,price', 'x,1')],
      [{ path: 'x.csv', data: '"never' }],
      [{ path: 'x.txt', data: 'document,start,end' }],
      [],
    ]) {
      expect(csvMapped.recognises(others)).toBe(false);
    }
  });

  it('has each row in its place, whatever it calls its columns', () => {
    const [article] = project.articles.values();
    expect(article).toMatchObject({ text: fixture('good/harbour.txt').data });
    expect(
      project.annotations.get(article!.id)!.map(({ layer, quote, annotatorId, attributes, note }) => {
        return [layer, quote, annotatorId, attributes, note];
      }),
    ).toEqual([
      ['Whole', '', 'ola', {}, ''],
      ['Claim', 'the brakes, had failed', 'ola', { Weight: 3, Area: 'north' }, 'two\nlines'],
      ['Claim', 'the brakes', 'ola', { Weight: 4.5 }, ''],
      ['Doubt', '“Nobody” knew', 'kim', {}, ''],
    ]);
    expect(project.annotations.get(article!.id)![1]!.createdAt).toBe('2024-03-01T08:00:00.000Z');
  });

  it('is told what was odd, with the lines', () => {
    expect(warnings).toEqual([
      'good/segments.csv: positions count UTF-16 code units',
      'good/segments.csv: 1 row is about an article that is not here and is left out (line 7)',
      'good/segments.csv: 1 row has its words elsewhere than it says, and is placed there (line 5)',
      'good/segments.csv: 1 row is nowhere in its article and is left out (line 8)',
    ]);
  });

  it('may hold its texts itself', () => {
    const parsed = csvMapped.parse([fixture('good/spans.tsv')]);
    expect(quotes(parsed)).toEqual(['Mara', 'knew']);
    expect([...parsed.project.articles.values()].map(({ id, text }) => [id, text])).toEqual([
      ['spans-1', 'Mara knew.'],
    ]);
    expect(parsed.warnings).toEqual([]);
  });

  it('finds articles of the open project by id, file or title, or by the words alone', () => {
    const article = articleOf('a1', 'The brakes had failed. We knew. We knew.');
    const other = articleOf('a2', 'Something else.', {
      title: 'Other',
      order: 2,
      origin: { ...article.origin, fileName: 'other.docx' },
    });
    const articles = new Map([
      ['a1', article],
      ['a2', other],
    ]);
    for (const name of ['a1', 'ferry.txt', 'The Ferry', 'texts/ferry.md']) {
      const { project } = csvMapped.parse([table('article,code,quote', `${name},X,brakes`)], articles);
      expect(project.annotations.get('a1')![0]).toMatchObject({ quote: 'brakes', layer: 'X' });
      expect(project.articles.get('a1')).toBe(article);
    }
    const alone = csvMapped.parse([table('code,quote', 'X,had  failed', 'Y,We knew', 'Z,nothing')], articles);
    expect(quotes(alone)).toEqual(['had failed', 'We knew']);
    expect(alone.warnings).toEqual([
      't.csv: 1 row is about an article that is not here and is left out (line 4)',
      't.csv: 1 row has words that occur more than once, and is placed at the first (line 3)',
    ]);
  });
});

describe('positions', () => {
  it.each(GOLDEN_STRINGS)(
    'are in the unit in which the words are there: $name',
    ({ text, target, ...units }) => {
      const article = articleOf('a1', text);
      for (const unit of ['codepoint', 'utf16', 'byte'] as const) {
        const [start, end] = units[unit];
        const file = table('article,code,quote,start,end', `a1,X,"${target}",${start},${end}`);
        const { project, warnings } = csvMapped.parse([file], new Map([['a1', article]]));
        expect(project.annotations.get('a1')![0]!.spans).toEqual([
          { start: units.utf16[0], end: units.utf16[1] },
        ]);
        expect(warnings.filter((told) => !told.includes('positions'))).toEqual([]);
      }
    },
  );

  it('may count from 1, and to the last character', () => {
    const articles = new Map([['a1', articleOf('a1', 'We knew 😀 nothing.')]]);
    for (const [start, end, told] of [
      [3, 7, []],
      [
        4,
        7,
        ['t.csv: positions count from 1', 't.csv: positions name the last character of a passage as its end'],
      ],
      [3, 6, ['t.csv: positions name the last character of a passage as its end']],
      [4, 8, ['t.csv: positions count from 1']],
    ] as const) {
      const { project, warnings } = csvMapped.parse(
        [table('article,code,quote,start,end', `a1,X,knew,${start},${end}`)],
        articles,
      );
      expect(project.annotations.get('a1')![0]!.quote).toBe('knew');
      expect(warnings).toEqual(told);
    }
  });

  it('may be a beginning and a length', () => {
    const articles = new Map([['a1', articleOf('a1', 'We knew.')]]);
    expect(quotes(csvMapped.parse([table('article,tag,offset,length', 'a1,X,3,4')], articles))).toEqual([
      'knew',
    ]);
  });

  it.each([
    ['co-op “now”', 'It is the co-op  “now”.', 'co-op  “now”'],
    ['a "b" c', 'x a\n„b“ c', 'a\n„b“ c'],
    ["it's {1,} (a+)+$", 'it’s\u00a0{1,} (a+)+$', 'it’s\u00a0{1,} (a+)+$'],
  ])('of the words %j are found whatever the white space and the marks', (quote, text, found) => {
    const file = table('article,code,quote', `a1,X,"${quote.replaceAll('"', '""')}"`);
    expect(quotes(csvMapped.parse([file], new Map([['a1', articleOf('a1', text)]])))).toEqual([found]);
  });

  it('of words that were quoted exactly are found again in any text, in any of the ways', () => {
    const pieces = fc.array(fc.constantFrom('ferry ', 'we ', '😀', 'é', '\n', 'Cafe\u0301 ', '“so” ', ', '), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        pieces,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('codepoint', 'utf16', 'byte'),
        (list, one, other, unit) => {
          const text = list.join('');
          const points = [...text];
          const [from, to] = [one % (points.length + 1), other % (points.length + 1)].sort((a, b) => a - b);
          const quote = points.slice(from, to).join('');
          if (quote.trim() === '' || quote !== quote.trim()) return;
          const count = (until: number) => {
            const before = points.slice(0, until).join('');
            return unit === 'utf16' ? before.length : unit === 'byte' ? Buffer.byteLength(before) : until;
          };
          const cell = `"${quote.replaceAll('"', '""')}"`;
          const file = table('article,code,quote,start,end', `a1,X,${cell},${count(from!)},${count(to!)}`);
          const { project } = csvMapped.parse([file], new Map([['a1', articleOf('a1', text)]]));
          expect(project.annotations.get('a1')![0]!.quote).toBe(quote);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('a mapping', () => {
  it.each([
    ['Dokument,Code,Start,Ende', { label: 'Code', start: 'Start' }, ['Dokument', 'Ende']],
    [
      'file_name,entity_type,start_char,end_char,text',
      { document: 'file_name', label: 'entity_type', start: 'start_char', end: 'end_char', quote: 'text' },
      [],
    ],
    [
      'id,Article ID,Label,Annotator,Sentiment',
      { document: 'Article ID', label: 'Label', annotator: 'Annotator' },
      ['Sentiment'],
    ],
    [
      'source,text,quote,type,label',
      { document: 'source', text: 'text', quote: 'quote', label: 'label' },
      ['type'],
    ],
  ])('is guessed of %s', (header, columns, attributes) => {
    expect(guessMapping(header.split(','), () => true)).toEqual({ columns, attributes });
  });

  it('can be told', () => {
    const articles = new Map([['a1', articleOf('a1', 'We knew.')]]);
    const file = table('wo,was,von,bis,wer', 'a1,X,3,7,Ola');
    expect(() => csvMapped.parse([file], articles)).toThrow('t.csv:1:1: no columns say what is marked');
    const told = mappedReader({
      columns: { document: 'wo', start: 'von', end: 'bis', annotator: 'wer' },
      attributes: ['was'],
    });
    const { project } = told.parse([file], articles);
    expect(project.annotations.get('a1')![0]).toMatchObject({
      layer: 'Annotation',
      quote: 'knew',
      attributes: { was: 'X' },
      annotatorId: 'ola',
    });
    const wrong = mappedReader({
      columns: { document: 'wo', start: 'von', end: 'bis' },
      attributes: ['gone'],
    });
    expect(() => wrong.parse([file], articles)).toThrow('t.csv:1:1: the column gone is missing');
  });
});

describe('a table that is refused', () => {
  it.each([
    ['says nothing of places', fixture('bad/no-place.csv'), /^bad\/no-place\.csv:1:1: no columns say/],
    ['never ends its quotation', fixture('bad/open-quote.csv'), /^bad\/open-quote\.csv:\d+:\d+: /],
    ['has no row', fixture('bad/no-row.csv'), /^bad\/no-row\.csv:1:1: there is no row/],
    ['is none', { path: 'x.txt', data: '' }, /^x\.txt:1:1: a table was expected/],
    ['holds NUL', table('article,code,quote', 'a,b,c\0'), /^t\.csv:2:6: .*NUL/],
  ])('%s', (_, file, message) => {
    expect(() => csvMapped.parse([file])).toThrow(FormatError);
    expect(() => csvMapped.parse([file])).toThrow(message);
  });
});
