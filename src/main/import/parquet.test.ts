import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { csvMapped } from '../../core/formats/csv-mapped/csv-mapped';
import { articleOf } from '../../core/formats/fixtures/small-project';
import { Refusal } from '../../core/import/problem';
import { isParquet } from './parquet';
import { unpack } from './unpack';

const TEXT = 'The ferry 🛟 stops. “No choice,” Mara Lind said.';
const at = (words: string) => [...TEXT.slice(0, TEXT.indexOf(words))].length;
const marks = [
  ['Person', 'Mara Lind', 'a "note", with a comma'],
  ['Quote', '“No choice,”', null],
] as const;

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

  it('that is torn is refused in words', async () => {
    const whole = table();
    const cut = Uint8Array.from([...whole.subarray(0, 40), ...whole.subarray(-8)]);
    expect(isParquet(cut)).toBe(true);
    await expect(unpack('x.parquet', cut)).rejects.toThrow('Parquet');
    await expect(unpack('x.parquet', cut)).rejects.toBeInstanceOf(Refusal);
    expect(isParquet(whole.subarray(0, -1))).toBe(false);
  });
});
