import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../project/model';
import { arbitraryProject } from '../../project/project.arbitrary';
import { allAnnotations } from '../../project/query';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { dataset, pseudonymousDataset } from './dataset';
import { splitOf } from './split';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const textOf = (file: FormatFile) => (file.bytes ? new TextDecoder().decode(file.bytes) : file.data);
function rowsOf(files: readonly FormatFile[], table: string): Row[] {
  const file = files.find(({ path }) => path === `${table}.jsonl`)!;
  return textOf(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}
/** A slice as Python takes it. */
const slice = (text: string, start: number, end: number) => [...text].slice(start, end).join('');

describe('a dataset', () => {
  it('has every annotation once, and every offset cuts out the words beside it, as Python counts', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = dataset.serialize(project);
        const texts = new Map(rowsOf(files, 'articles').map((row) => [row.article_id, row.text as string]));
        const ids = rowsOf(files, 'annotations').map((row) => row.annotation_id);
        expect([...ids].sort()).toEqual([...allAnnotations(project)].map(({ id }) => id).sort());
        for (const table of ['spans', 'tokens']) {
          for (const row of rowsOf(files, table)) {
            const text = texts.get(row.article_id as string)!;
            expect(slice(text, row.start as number, row.end as number)).toBe(row.quote ?? row.text);
          }
        }
        const parts = [...allAnnotations(project)].reduce((sum, { spans }) => sum + spans.length, 0);
        expect(rowsOf(files, 'spans')).toHaveLength(parts);
        const sources = rowsOf(files, 'attributions').map((row) => row.annotation_id);
        const quotes = [...allAnnotations(project)].filter(({ layer }) => layer === 'quote');
        expect([...sources].sort()).toEqual(quotes.map(({ id }) => id).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('says the same in Parquet as in JSON Lines, row by row', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProject(), async (project) => {
        const { files } = dataset.serialize(project);
        for (const table of ['articles', 'spans', 'values', 'links', 'attributions', 'speakers', 'tokens']) {
          const { bytes } = files.find(({ path }) => path === `parquet/${table}.parquet`)!;
          expect(await parquet(bytes!)).toEqual(rowsOf(files, table).map(withoutMark));
        }
        const cut: Row[] = [];
        for (const { path, bytes } of files) {
          const layer = /^parquet\/annotations\/layer=([^/]+)\//.exec(path)?.[1];
          if (layer === undefined) continue;
          for (const row of await parquet(bytes!)) cut.push({ ...row, layer: decodeURIComponent(layer) });
        }
        const byId = (a: Row, b: Row) => ((a.annotation_id as string) < (b.annotation_id as string) ? -1 : 1);
        expect(cut.sort(byId)).toEqual(rowsOf(files, 'annotations').map(withoutMark).sort(byId));
      }),
      { numRuns: 100 },
    );
  });

  it('counts the golden strings in code points', () => {
    for (const { text, target, codepoint } of GOLDEN_STRINGS) {
      const start = text.lastIndexOf(target);
      const article = articleOf('a1', text);
      const { files } = dataset.serialize(
        projectOf([article], [claimOn(article, 'c1', [[start, start + target.length]])]),
      );
      expect(rowsOf(files, 'spans')).toMatchObject([
        { start: codepoint[0], end: codepoint[1], quote: target },
      ]);
    }
  });

  it('keeps an article in its split whatever else is there, about 80, 10 and 10 of 100', () => {
    const counts = { train: 0, validation: 0, test: 0 };
    for (let at = 0; at < 10_000; at++) counts[splitOf('seed', `article-${at}`)]++;
    expect(counts.train).toBeGreaterThan(7800);
    expect(counts.train).toBeLessThan(8200);
    for (const small of [counts.validation, counts.test]) {
      expect(small).toBeGreaterThan(850);
      expect(small).toBeLessThan(1150);
    }
    expect(splitOf('seed', 'article-1')).toBe(splitOf('seed', 'article-1'));
  });

  it('under pseudonyms names no speaker in any table, and each one always the same', () => {
    fc.assert(
      fc.property(arbitraryProject(), (base) => {
        const project = named(base);
        const { files } = pseudonymousDataset.serialize(project);
        for (const table of ['speakers', 'links', 'attributions']) {
          for (const row of rowsOf(files, table)) {
            const told = table === 'attributions' ? row.speaker : JSON.stringify(row);
            expect(String(told)).not.toContain('Zanzibar');
          }
        }
        const names = new Map<unknown, unknown>();
        for (const row of [...rowsOf(files, 'speakers'), ...rowsOf(files, 'attributions')]) {
          const name = row.name ?? row.speaker;
          if (row.speaker_id === null) continue;
          expect(names.get(row.speaker_id) ?? name).toBe(name);
          names.set(row.speaker_id, name);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('tells Croissant which columns are times, as its loader makes times of what is called so', () => {
    const [project] = fc.sample(arbitraryProject(), 1);
    const { files } = dataset.serialize(project!);
    const { recordSet } = JSON.parse(files.find(({ path }) => path === 'croissant.json')!.data);
    const times = recordSet.flatMap(({ field }: { field: { name: string; dataType: string }[] }) =>
      field.filter(({ dataType }) => dataType.includes('Date')).map(({ name, dataType }) => [name, dataType]),
    );
    expect(times).toEqual([
      ['published_at', 'sc:Date'],
      ['created_at', 'sc:DateTime'],
      ['updated_at', 'sc:DateTime'],
    ]);
  });

  it('leaves tables without rows out of the data package, which a validator cannot read', () => {
    const article = articleOf('a1', 'Nobody marked this.');
    const { files } = dataset.serialize({ ...projectOf([article]), speakers: new Map() });
    const { resources } = JSON.parse(files.find(({ path }) => path === 'datapackage.json')!.data);
    expect(resources.map(({ name }: { name: string }) => name)).toEqual(['articles', 'claims', 'tokens']);
    const pointedAt = resources.flatMap(({ schema }: { schema: { foreignKeys: { reference: object }[] } }) =>
      schema.foreignKeys.map(({ reference }) => reference),
    );
    expect(pointedAt).toEqual([{ resource: 'articles', fields: 'article_id' }]);
  });

  it('describes every table file with rows and every column, with checksums that hold', async () => {
    const [project] = fc.sample(arbitraryProject(), 1);
    const { files } = dataset.serialize(project!);
    const described = JSON.parse(files.find(({ path }) => path === 'datapackage.json')!.data);
    for (const { path, schema, name } of described.resources) {
      // An empty text is one; only null stands for what is not there.
      expect(schema.missingValues).toEqual([]);
      const [first] = rowsOf(files, name);
      expect(files.some((file) => file.path === path)).toBe(true);
      if (first)
        expect(Object.keys(first)).toEqual(schema.fields.map((field: { name: string }) => field.name));
    }
    const sums = files
      .find(({ path }) => path === 'checksums.sha256')!
      .data.trim()
      .split('\n');
    expect(sums).toHaveLength(files.length - 1);
    for (const line of sums) {
      const [sum, path] = line.split('  ');
      const { bytes, data } = files.find((file) => file.path === path)!;
      const hash = await crypto.subtle.digest(
        'SHA-256',
        new Uint8Array(bytes ?? new TextEncoder().encode(data)),
      );
      expect(Buffer.from(hash).toString('hex')).toBe(sum);
    }
  });
});

/** This reader of Parquet takes U+FEFF at the head of a text for a byte order mark; the file has it. */
function withoutMark(row: Row): Row {
  const cell = (value: Row[string]) => (typeof value === 'string' ? value.replace(/^\ufeff/, '') : value);
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, cell(value)]));
}

async function parquet(bytes: Uint8Array): Promise<Row[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  return (await parquetReadObjects({ file })) as Row[];
}

/** Every speaker with a name that nothing else holds. */
function named(project: Project): Project {
  const speakers = [...project.speakers].map(([id, speaker], at) => {
    const name = `Zanzibar ${at}`;
    return [id, { ...speaker, name, aliases: [name], role: name, note: name }] as const;
  });
  return { ...project, speakers: new Map(speakers) };
}
