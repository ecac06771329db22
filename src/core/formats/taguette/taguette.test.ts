import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../main/import/unpack';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { READERS } from '../registry';
import { htmlText } from './html-text';
import { taguette } from './taguette';

const open = (path: string) => unpack(path, readFileSync(new URL(`fixtures/${path}`, import.meta.url)));
const tables = (
  contents: string,
  ...highlights: readonly (readonly [start: number, end: number])[]
): FormatFile[] => {
  const file = (name: string, rows: readonly object[]) => ({
    path: `p.sqlite3/${name}.json`,
    data: JSON.stringify(rows),
  });
  return [
    file('documents', [{ id: 1, name: 'T', contents }]),
    file(
      'highlights',
      highlights.map(([start_offset, end_offset], at) => ({
        id: at + 1,
        document_id: 1,
        start_offset,
        end_offset,
      })),
    ),
    file('tags', []),
    file('highlight_tags', []),
  ];
};
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const files = await open('good/project.sqlite3');

describe('a project of Taguette', () => {
  const { project, warnings } = taguette.parse(files);
  const [talk, empty] = [...project.articles.values()];
  const found = project.annotations.get(talk!.id)!;

  it('is known by its tables, and nothing else takes it', () => {
    expect(READERS.filter(({ recognises }) => recognises(files)).map(({ id }) => id)).toEqual(['taguette']);
    expect(taguette.recognises([{ path: 'documents.json', data: '[]' }])).toBe(false);
  });

  it('has its documents as texts to read', () => {
    expect(project.info).toMatchObject({
      name: 'Ferry talks',
      note: 'About a ferry',
      createdAt: '2024-03-01T08:00:00.000Z',
    });
    expect(talk).toMatchObject({ title: 'Talk 1', note: 'First talk', origin: { fileName: 'talk1.docx' } });
    expect(talk!.text).toBe(
      'Ferry 😀 sinks\n\nCafé owner Mara Lind said: “We knew.”\n\nNo brakes\nNo crew\n\nThe end & more\nto come.',
    );
    expect(empty).toMatchObject({ title: 'Empty', text: '' });
  });

  it('has its tags as layers and values', () => {
    expect(project.codebook.layers.map(({ id, description }) => [id, description])).toEqual([
      ['people', 'Who speaks'],
      ['safety', 'Danger and care'],
    ]);
    expect(project.codebook.layers[1]!.attributes).toEqual([
      {
        id: 'code',
        label: 'Code',
        kind: 'multiple',
        values: [
          { id: 'brakes', label: 'brakes' },
          { id: 'crew', label: 'crew' },
        ],
      },
    ]);
  });

  it('has its highlights in their places, and who made them', () => {
    expect(
      found.map(({ layer, quote, attributes, annotatorId, createdAt }) => [
        layer,
        quote,
        attributes,
        annotatorId,
        createdAt.slice(0, 10),
      ]),
    ).toEqual([
      ['safety', '😀', {}, 'imported', '1970-01-01'],
      ['safety', 'sinks', {}, 'imported', '1970-01-01'],
      ['people', 'Mara Lind', {}, 'kim', '2024-03-03'],
      ['safety', '“We knew.”', {}, 'imported', '1970-01-01'],
      ['safety', 'No brakes\nNo crew', { code: ['brakes', 'crew'] }, 'imported', '1970-01-01'],
      ['people', 'No brakes\nNo crew', {}, 'imported', '1970-01-01'],
    ]);
  });

  it('is told of what was left out', () => {
    expect(warnings).toEqual([
      'good/project.sqlite3, Talk 1: 2 highlights are nowhere in the text and are left out',
      'good/project.sqlite3, Talk 1: 1 highlight does not mark the words that it says',
    ]);
  });
});

describe('highlights', () => {
  it.each(GOLDEN_STRINGS)(
    'count UTF-8 bytes of the text between the tags: $name',
    ({ text, target, byte }) => {
      if (/\r|\t/.test(text)) return; // white space that HTML does not keep
      const html = `<p>${escaped(text)}</p>`;
      const { project } = taguette.parse(tables(html, byte));
      expect([...project.annotations.values()].flat().map(({ layer, quote }) => [layer, quote])).toEqual([
        ['Highlight', target],
      ]);
    },
  );

  it('mark in the laid-out text the very characters they mark between the tags, white space aside', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<br>',
      '<li>',
      '<pre>',
      '</pre>',
      'ferry',
      ' ',
      '\n',
      '😀',
      'é',
      '&amp;',
      '<td>',
      '\u00a0',
    );
    const plain = (text: string) => text.replace(/[ \t\n\f\r]+/g, '');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(), fc.nat(), (list, one, other) => {
        const html = htmlText(list.join(''));
        expect(plain(html.text)).toBe(plain(html.raw));
        const points = [...html.raw];
        const [from, to] = [one % (points.length + 1), other % (points.length + 1)].sort((a, b) => a - b);
        const bytes = (until: number) => Buffer.byteLength(points.slice(0, until).join(''));
        const words = plain(points.slice(from, to).join(''));
        const span = html.place({ start: bytes(from!), end: bytes(to!) });
        expect(span === null ? '' : plain(html.text.slice(span.start, span.end))).toBe(words);
        if (span) expect(html.text.slice(span.start, span.end)).toMatch(/^\S|^\u00a0|^[ \n]+\S/);
      }),
      { numRuns: 1000 },
    );
  });

  it('are placed in deeply nested documents too', () => {
    const html = `${'<div>'.repeat(20_000)}ferry`;
    expect(htmlText(html).place({ start: 0, end: 5 })).toEqual({ start: 0, end: 5 });
  });
});

it('shows half a character, which a database in UTF-16 can hold, as what it is', () => {
  const { project } = taguette.parse(tables('<p>Calm \ud83d sea</p>', [0, 4]));
  const [article] = project.articles.values();
  expect(article!.text).toBe('Calm \ufffd sea');
  expect(project.annotations.get(article!.id)?.[0]?.quote).toBe('Calm');
});

describe('a database that is refused', () => {
  it('has a document without contents', async () => {
    const files = await open('bad/no-contents.sqlite3');
    expect(() => taguette.parse(files)).toThrow(FormatError);
    expect(() => taguette.parse(files)).toThrow(
      /^bad\/no-contents\.sqlite3\/documents\.json:1:2: the column contents is missing/,
    );
  });

  it.each([
    ['no tables', [{ path: 'x.txt', data: '' }], /^x\.txt:1:1: this is no project of Taguette/],
    [
      'a table that is none',
      [...tables(''), { path: 'p.sqlite3/tags.json', data: '{}' }],
      /^p\.sqlite3\/tags\.json:1:1: a list of rows/,
    ],
    ['a text that no file can carry', tables('a&#0;b'), null],
  ])('has %s', (_, files, message) => {
    if (message) expect(() => taguette.parse(files)).toThrow(message);
    else expect([...taguette.parse(files).project.articles.values()][0]!.text).toBe('a\ufffdb');
  });
});
