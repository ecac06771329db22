import fc from 'fast-check';
import { parquetWriteBuffer } from 'hyparquet-writer';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvMapped } from '../../core/formats/csv-mapped/csv-mapped';
import { articleOf } from '../../core/formats/fixtures/small-project';
import { Refusal } from '../../core/import/problem';
import { parquet } from './fixtures/parquet';
import { isParquet, parquetAsCsv } from './parquet';
import { readBytes } from './read-bytes';
import { unpack } from './unpack';

const TEXT = 'The ferry 🛟 stops. “No choice,” Mara Lind said.';
const at = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length;
const marks = [
  ['Person', 'Mara Lind', 'a "note", with a comma'],
  ['Quote', '“No choice,”', null],
] as const;

/** 24 labels, claim and quote by turns, written by DuckDB 2.0.0. */
const OF_DUCKDB =
  'UEFSMRUEFSQVJEwVBBUAAAAFAAAAcXVvdGUFAAAAY2xhaW0VABVQFVAsFTAVBBUGFQYAAAIAAAAwAQFBqqqqAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' +
  'AAAAAAAVQBwcAAAcHAAAHBwAAAAAACIAgAABAAAAgARAgAAAQAgAAACAAAQAACAgAQgAABUCGSw1ABgNZHVja2RiX3NjaGVtYRUCABUMJQIYBWxhYmVsJQAA' +
  'FjAZHBkcJgAcFQwZFQQZGAVsYWJlbBUAFjAWsAEWsAEmRiYIHBgFcXVvdGUYBWNsYWltFgAWBBgFcXVvdGUYBWNsYWltEREAGSwVBBUAFQIAFQAVBBUCABa4' +
  'ARVeAAAWsAEWMCYIFrABACgoRHVja0RCIHZlcnNpb24gdjIuMC4wIChidWlsZCBkNTRjYmJlM2RmKRkcHAAAAMAAAABQQVIx';

function table(): Uint8Array {
  const column = (name: string, data: readonly unknown[], type: 'STRING' | 'INT32' | 'INT64') => ({
    name,
    data: [...data],
    type,
    nullable: true,
  });
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        column('document', ['ferry', 'ferry'], 'STRING'),
        column(
          'start',
          marks.map(([, words]) => at(words)),
          'INT32',
        ),
        column(
          'end',
          marks.map(([, words]) => BigInt(at(words) + [...words].length)),
          'INT64',
        ),
        column(
          'label',
          marks.map(([label]) => label),
          'STRING',
        ),
        column(
          'quote',
          marks.map(([, words]) => words),
          'STRING',
        ),
        column(
          'note',
          marks.map(([, , note]) => note),
          'STRING',
        ),
      ],
    }),
  );
}

describe('a Parquet table', () => {
  it('is read as the table of annotations it is', async () => {
    const files = await unpack('marks.parquet', table());
    expect(files.map(({ path }) => path)).toEqual(['marks.parquet.csv']);
    expect(csvMapped.recognises(files)).toBe(true);
    const article = { ...articleOf('ferry', TEXT), title: 'ferry' };
    const { project } = csvMapped.parse(files, new Map([['ferry', article]]));
    const found = [...project.annotations.values()].flat();
    expect(found.map(({ quote, note }) => [quote, note])).toEqual([
      ['“No choice,”', ''],
      ['Mara Lind', 'a "note", with a comma'],
    ]);
    for (const { spans, quote } of found) expect(TEXT.slice(spans[0]!.start, spans[0]!.end)).toBe(quote);
  });

  it.each(['UNCOMPRESSED', 'SNAPPY', 'GZIP', 'BROTLI', 'ZSTD', 'LZ4_RAW'] as const)(
    'that is packed with %s is read, as annotations and as articles',
    async (codec) => {
      const bytes = parquet(
        [
          { title: 'Ferry', text: TEXT },
          { title: 'Again', text: `${TEXT} ${TEXT}` },
        ],
        codec,
      );
      expect(await parquetAsCsv(bytes)).toContain(`Again,${Papa.unparse([[`${TEXT} ${TEXT}`]])}`);
      const read = await readBytes(bytes, { fileName: 'a.parquet', format: 'parquet' });
      if ('code' in read) throw new Error(read.message);
      expect(read.articles.map(({ draft }) => [draft.title, draft.text, draft.origin.format])).toEqual([
        ['Ferry', TEXT, 'parquet'],
        ['Again', `${TEXT} ${TEXT}`, 'parquet'],
      ]);
      // What is kept of an article is its row, and that can be read again.
      const [, { bytes: row, record } = { bytes, record: 0 }] = read.articles;
      const again = await readBytes(row, { fileName: 'a.parquet', format: 'parquet', record: record! });
      expect('code' in again ? again : again.articles.map(({ draft }) => draft.text)).toEqual([
        `${TEXT} ${TEXT}`,
      ]);
    },
  );

  it('of DuckDB is read, which fills its last run of numbers up', async () => {
    const { data } = Papa.parse<string[]>(await parquetAsCsv(Buffer.from(OF_DUCKDB, 'base64')));
    expect(data).toEqual([['label'], ...Array.from({ length: 24 }, (_, at) => [at % 2 ? 'claim' : 'quote'])]);
  });

  it('keeps a byte order mark that a text begins with', async () => {
    const csv = await parquetAsCsv(parquet([{ text: '\ufeffHello 😊 world' }]));
    expect(Papa.parse<string[]>(csv).data).toEqual([['text'], ['\ufeffHello 😊 world']]);
  });

  it('with other names of columns is read as the person says', async () => {
    const bytes = parquet([{ headline: 'x', passage: TEXT, body: 'Short.' }]);
    const way = { kind: 'columns', choice: { fields: { text: 'body' }, kept: [] } } as const;
    const read = await readBytes(bytes, { fileName: 'a.parquet', format: 'parquet', way });
    expect('code' in read ? read : read.articles.map(({ draft }) => draft.text)).toEqual(['Short.']);
    expect('code' in read ? read : read.seen).toMatchObject({ format: 'parquet', columns: [{}, {}, {}] });
  });

  it('that claims to unpack to more than a table holds is refused before it is', async () => {
    const bytes = parquet([{ text: 'x'.repeat(400) }], 'ZSTD');
    await expect(parquetAsCsv(bytes, 300)).rejects.toBeInstanceOf(Refusal);
    await expect(parquetAsCsv(bytes, 300)).rejects.toThrow('larger than can be read');
    expect(await parquetAsCsv(bytes, 500)).toContain('xxx');
  });

  it('is read whatever its values repeat, lack or pack', async () => {
    const value = fc.option(fc.constantFrom('harbour', 'ferry 🛟', 'a, "b"', 'kiosk'));
    const cells = fc.array(fc.tuple(value, fc.option(fc.nat(5)), fc.boolean()), {
      minLength: 1,
      maxLength: 400,
    });
    await fc.assert(
      fc.asyncProperty(
        cells,
        fc.constantFrom('SNAPPY' as const, 'UNCOMPRESSED' as const),
        async (rows, codec) => {
          const data = (at: 0 | 1 | 2) => rows.map((row) => row[at]);
          const columnData = [
            { name: 'place', data: data(0), type: 'STRING' as const, nullable: true },
            { name: 'count', data: data(1), type: 'INT32' as const, nullable: true },
            { name: 'sure', data: data(2), type: 'BOOLEAN' as const, nullable: false },
          ];
          const csv = await parquetAsCsv(
            new Uint8Array(parquetWriteBuffer({ columnData, codec, pageSize: 200 })),
          );
          const { data: read } = Papa.parse<string[]>(csv);
          expect(read.slice(1)).toEqual(rows.map((row) => row.map((cell) => String(cell ?? ''))));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is refused when it repeats a value more often than it has rows', async () => {
    // The levels of 100 values are one run of a value 100 times.
    const columnData = [{ name: 'a', data: Array(100).fill('x'), type: 'STRING' as const, nullable: true }];
    const bytes = new Uint8Array(parquetWriteBuffer({ columnData, codec: 'UNCOMPRESSED' }));
    const at = Buffer.from(bytes).indexOf(Buffer.from([0xc8, 0x01, 0x01]));
    expect(at).toBeGreaterThan(0);
    const hostile = Uint8Array.from(bytes);
    hostile.set([0xfe, 0x7f], at);
    await expect(parquetAsCsv(hostile)).rejects.toThrow('no whole Parquet file');
    expect(await parquetAsCsv(bytes)).toContain('x');
  });

  it('that is torn is refused in words', async () => {
    const whole = table();
    const cut = Uint8Array.from([...whole.subarray(0, 40), ...whole.subarray(-8)]);
    expect(isParquet(cut)).toBe(true);
    await expect(unpack('x.parquet', cut)).rejects.toThrow('Parquet');
    await expect(unpack('x.parquet', cut)).rejects.toBeInstanceOf(Refusal);
    expect(isParquet(whole.subarray(0, -1))).toBe(false);
  });
});
