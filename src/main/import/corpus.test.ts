import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { recogniseColumns } from '../../core/import/corpus/columns';
import { readCorpus } from '../../core/import/corpus/read-corpus';
import { STORY } from './fixtures/documents';
import { parquet } from './fixtures/parquet';
import { articles, reading, refusal } from './fixtures/reading';
import { readBytes } from './read-bytes';

const { title, first, second } = STORY;
const ROWS = [
  {
    id: 'gl-1',
    title,
    text: `${first}\n\n${second}`,
    date: '2024-03-12T08:00:00Z',
    source: 'Quay Post',
    author: 'Tove Brandal',
    url: 'https://quaypost.example/1',
  },
  {
    id: 'gl-2',
    title: 'Second',
    text: `“No”, she said.\r\n${first}`,
    date: '12 March 2024',
    source: 'Coast Wire',
    author: 'A, B',
    url: 'javascript:x()',
  },
];
const FILES = {
  'a.jsonl': ROWS.map((row) => JSON.stringify(row)).join('\n'),
  'a.json': JSON.stringify({ count: 2, articles: ROWS }, null, 2),
  'b.json': JSON.stringify(ROWS),
  'a.csv': Papa.unparse(ROWS),
  'b.csv': `\ufeff${Papa.unparse(ROWS, { delimiter: ';', newline: '\n' })}\n\n`,
  'a.tsv': Papa.unparse(ROWS, { delimiter: '\t' }),
  'a.parquet': parquet(ROWS),
};

describe('a corpus', () => {
  it.each(Object.entries(FILES))('in %s is read record by record', async (name, source) => {
    const read = await articles(Buffer.from(source), name);
    expect(read).toMatchObject([
      {
        title,
        text: `${first}\n\n${second}`,
        publishedAt: '2024-03-12',
        outlet: 'Quay Post',
        byline: 'Tove Brandal',
        url: 'https://quaypost.example/1',
        note: 'Part 1 of the file (“gl-1”).',
      },
      {
        title: 'Second',
        text: `“No”, she said.\n${first}`,
        publishedAt: '2024-03-12',
        byline: 'A, B',
        note: 'Part 2 of the file (“gl-2”).',
      },
    ]);
    expect(read[1]).not.toHaveProperty('url');
  });

  it.each(Object.entries(FILES))(
    'in %s gives each article bytes that read the same again',
    async (fileName, source) => {
      const read = await reading(Buffer.from(source), fileName);
      if ('code' in read) throw new Error(read.message);
      for (const { draft, bytes, record } of read.articles) {
        expect(draft.origin.bytes).toBe(bytes.length);
        const again = await readBytes(bytes, {
          fileName,
          format: draft.origin.format,
          encoding: 'utf-8',
          record: record!,
        });
        if ('code' in again) throw new Error(again.message);
        expect(again.articles.map((article) => article.draft)).toEqual([draft]);
      }
    },
  );

  it.each([
    ['a.json', '[{"text":"One.","title":"a\\ud800b","id":"\\udc00"},{"text":"Two."}]'],
    ['a.csv', 'text,title,id\nOne.,a\0b,\u0001\nTwo.,,\n'],
  ])('in %s with what no text can carry in its facts has it replaced there, too', async (name, source) => {
    const [one] = await articles(Buffer.from(source), name);
    expect(one).toMatchObject({ title: 'a\ufffdb', note: 'Part 1 of the file (“\ufffd”).' });
  });

  it('of any cells is read as it was written, in every kind of table', () => {
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .filter((text) => !/[\u0000-\u001f\ufeff]|\p{Surrogate}/u.test(text));
    const rows = fc.array(
      fc.record({ text: cell.map((text) => `Words "here", and; ${text} there.`), title: cell }),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (all, delimiter, newline) => {
          const source = Papa.unparse(all, { delimiter, newline });
          const read = readCorpus(source, delimiter === '\t' ? 'tsv' : 'csv', {
            fileName: 'a',
            encoding: 'utf-8',
          });
          expect(read.articles.map(({ draft }) => draft.text)).toEqual(all.map(({ text }) => text));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('in an old encoding keeps it, record by record', async () => {
    const read = await reading(
      iconv.encode(
        Papa.unparse(ROWS.map((row) => ({ ...row, source: 'Zürcher Blatt – Genève' }))),
        'windows-1252',
      ),
      'a.csv',
    );
    if ('code' in read) throw new Error(read.message);
    expect(read.articles[1]!.draft.outlet).toBe('Zürcher Blatt – Genève');
    expect(iconv.decode(Buffer.from(read.articles[1]!.bytes), 'windows-1252')).toContain('Genève');
  });

  it('tells of the records it cannot read, and reads the others', async () => {
    const source = [FILES['a.jsonl'], '{broken', '[]', '{"id":"x","text":" "}', ''].join('\n');
    const read = await reading(Buffer.from(source), 'a.jsonl');
    if ('code' in read) throw new Error(read.message);
    expect(read.articles).toHaveLength(2);
    expect(read.problems.map(({ message }) => message.split('.')[0])).toEqual([
      'Line 3 is no JSON object: column 2, a string in double quotes was expected',
      'Line 4 is no JSON object',
      'Line 5, column “text”: there is no text',
    ]);
  });

  it('reads HTML in a cell as text, dates as seconds, lists of people and what is one level down', async () => {
    const object = {
      meta: { headline: title, published: 1710230400 },
      authors: [{ name: 'A' }, 'B'],
      content: `<p>${first}</p><script>x</script><p>${second}</p>`,
      __proto__x: 1,
    };
    const [read] = await articles(Buffer.from(JSON.stringify([object])), 'a.json');
    expect(read).toMatchObject({
      title,
      publishedAt: '2024-03-12',
      byline: 'A, B',
      text: `${first}\n\n${second}`,
    });
    expect(read).not.toHaveProperty('note');
  });

  it('follows a mapping that is given', () => {
    const read = readCorpus('a,b\nx y z,Title', 'csv', {
      fileName: 'a.csv',
      encoding: 'utf-8',
      choose: () => ({ fields: { text: 'a', title: 'b' }, kept: [] }),
    });
    expect(read.articles.map(({ draft }) => [draft.title, draft.text])).toEqual([['Title', 'x y z']]);
    expect(read.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it.each([
    ['a.csv', 'a,b\n1,2\n', '“a”, “b”'],
    ['a.csv', 'text,title\n"never ends,x\n', 'never ends'],
    ['a.json', '{"text": ', 'no JSON'],
    ['a.json', '[1, 2]', 'no records'],
    ['a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'no records'],
    ['a.json', '{"__proto__": {"polluted": 1}}', 'No column'],
    ['a.json', `[{"text":"a","x":${'['.repeat(50_000)}${']'.repeat(50_000)}},{"text":"b"}]`, 'nested deeper'],
    ['a.jsonl', 'plain words', 'No column'],
    ['a.tsv', '', 'empty'],
  ])('%s with %j is refused in a sentence', async (name, source, said) => {
    expect(await refusal(Buffer.from(source), name)).toContain(said);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('recogniseColumns', () => {
  it.each([
    [
      ['Full Text', 'Pub_Date', 'Publication', 'Headline', 'doc id'],
      { text: 'Full Text', publishedAt: 'Pub_Date', outlet: 'Publication', title: 'Headline', id: 'doc id' },
    ],
    [['content', 'text', 'source', 'publisher'], { text: 'text', outlet: 'publisher' }],
    [
      ['Überschrift', 'Volltext', 'Datum', 'Zeitung', 'Autor'],
      { title: 'Überschrift', text: 'Volltext', publishedAt: 'Datum', outlet: 'Zeitung', byline: 'Autor' },
    ],
    [['x', 'y'], {}],
  ])('knows %j', (columns, mapping) => {
    expect(recogniseColumns(columns)).toEqual(mapping);
  });
});
