import fc from 'fast-check';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import type { Project } from '../../project/model';
import { arbitraryProject } from '../../project/project.arbitrary';
import { allAnnotations } from '../../project/query';
import { VERSION } from '../../version';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { formatWith } from '../options';
import { filesInMemory } from '../written-files';
import { dataset } from './dataset';
import { Parquet } from './parquet';
import { sharesOf, splitOf } from './split';

const pseudonymousDataset = formatWith(dataset, { pseudonyms: 'yes' });

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
    const shares = sharesOf('80/10/10')!;
    const counts = { train: 0, validation: 0, test: 0 };
    for (let at = 0; at < 10_000; at++) counts[splitOf('seed', `article-${at}`, shares)!]++;
    expect(counts.train).toBeGreaterThan(7800);
    expect(counts.train).toBeLessThan(8200);
    for (const small of [counts.validation, counts.test]) {
      expect(small).toBeGreaterThan(850);
      expect(small).toBeLessThan(1150);
    }
  });

  it('splits by the shares that are asked for, and counts as it splits', () => {
    expect(sharesOf('')).toEqual([]);
    for (const wrong of ['80', '80/x', '1/2/3/4', '0/0', '-1/2', '80 20', '1e3/2'])
      expect(sharesOf(wrong)).toBeNull();
    fc.assert(
      fc.property(
        arbitraryProject({ articles: 3 }),
        fc.constantFrom('80/10/10', '1/1', '0/1', '70 / 15 / 15', ''),
        fc.string({ maxLength: 5 }).filter((seed) => !/[\r\n]/.test(seed)),
        (project, splits, seed) => {
          const format = formatWith(dataset, { splits, seed });
          const counts = new Map<string, number>();
          for (const { split } of rowsOf(format.serialize(project).files, 'articles'))
            if (split !== null) counts.set(String(split), (counts.get(String(split)) ?? 0) + 1);
          const said = format.outcome!(project).splits!;
          for (const [split, count] of counts) expect(said).toContain(`${count} ${split}`);
          const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
          expect(total).toBe(splits === '' ? 0 : project.articles.size);
          if (splits === '0/1') expect(counts.get('train')).toBeUndefined();
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is read back without a difference, whatever is in it and whatever part of it', () => {
    fc.assert(
      fc.property(arbitraryProject(), fc.boolean(), fc.boolean(), (project, pseudonyms, claims) => {
        const format = formatWith(dataset, { pseudonyms: pseudonyms ? 'yes' : 'no' });
        const scope = claims ? { layers: ['claim'] } : {};
        const back = format.check!(project, scope, filesInMemory(format.serialize(project, scope).files));
        expect(back.differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is told from one that says anything else, table by table', () => {
    const article = articleOf('a1', 'The 😀 brakes failed twice. Nobody came, she said.');
    const project = projectOf(
      [article],
      [claimOn(article, 'c1', [[4, 13]]), claimOn(article, 'c2', [[21, 26]])],
    );
    const { files } = dataset.serialize(project);
    const changed = (path: string, from: RegExp | string, to: string) => {
      const other = files.map((file) =>
        file.path === path ? { ...file, data: file.data.replace(from, to) } : file,
      );
      expect(other.find((file) => file.path === path)!.data).not.toBe(
        files.find((file) => file.path === path)!.data,
      );
      return dataset.check!(project, {}, filesInMemory(other)).differences.map(({ kind }) => kind);
    };
    const first = /^.*\n/;
    expect(changed('articles.jsonl', 'failed', 'worked')).toEqual(['file', 'article']);
    expect(changed('annotations.jsonl', first, '')).toEqual(['missing', 'file']);
    expect(changed('annotations.jsonl', /"start":4/, '"start":5')).toEqual(['place', 'file']);
    expect(changed('annotations.jsonl', /"layer":"claim"/, '"layer":"quote"')).toEqual(['layer', 'file']);
    expect(changed('annotations.jsonl', /"annotation_id":"c1"/, '"annotation_id":"c9"')).toEqual([
      'missing',
      'added',
      'file',
    ]);
    expect(changed('annotations.jsonl', /"status":"\w+"/, '"status":"other"')).toEqual(['file', 'status']);
    expect(changed('spans.jsonl', /"end":12/, '"end":13')).toEqual(['place', 'file']);
    expect(changed('spans.jsonl', first, '')).toEqual(['place', 'file']);
    expect(changed('tokens.jsonl', '"text":"brakes"', '"text":"breaks"')).toEqual(['row', 'file']);
    expect(changed('tokens.jsonl', '"bio_claim":"B"', '"bio_claim":"O"')).toEqual(['row', 'file']);
    expect(changed('tokens.jsonl', first, '')).toEqual(['row', 'file']);
    expect(changed('README.md', 'code points', 'bytes')).toEqual(['file']);
    const spoilt = files.map((file) =>
      file.path.endsWith('tokens.parquet') ? { ...file, bytes: file.bytes!.slice(1) } : file,
    );
    expect(dataset.check!(project, {}, filesInMemory(spoilt)).differences).toMatchObject([
      { kind: 'file', count: 1, grave: true },
    ]);
    const gone = files.filter(({ path }) => path !== 'spans.jsonl');
    expect(() => dataset.check!(project, {}, filesInMemory(gone))).toThrow('spans.jsonl:1:1');
    expect(() => changed('values.jsonl', first, '{"a"\n')).toThrow('values.jsonl:1:1');
  });

  it('writes the same bit by bit as at once, without holding a table', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const whole = new Map(dataset.serialize(project).files.map((file) => [file.path, file]));
        const pieces = new Map<string, Uint8Array[]>();
        const writing = dataset.write!(project);
        for (let next = writing.next(); !next.done; next = writing.next()) {
          const { path, data, bytes } = next.value;
          pieces.set(path, [...(pieces.get(path) ?? []), bytes ?? new TextEncoder().encode(data)]);
        }
        expect([...pieces.keys()]).toEqual([...whole.keys()]);
        for (const [path, list] of pieces) {
          const { bytes, data } = whole.get(path)!;
          expect(Buffer.concat(list).equals(Buffer.from(bytes ?? new TextEncoder().encode(data)))).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('tells licence, citation, version, splits and the agreement of annotators', () => {
    const article = articleOf('a1', 'The brakes failed twice. Nobody came, she said.');
    const mine = claimOn(article, 'c1', [[4, 10]]);
    const theirs = { ...claimOn(article, 'c2', [[4, 10]]), annotatorId: 'bo' };
    const more = { ...claimOn(article, 'c3', [[24, 30]]), annotatorId: 'bo' };
    const project = projectOf([article], [mine, theirs, more]);
    const format = formatWith(dataset, { licence: 'CC-BY-4.0', citation: 'Strand, M. (2024). Brakes.' });
    const file = (path: string) => format.serialize(project).files.find((each) => each.path === path)!.data;
    expect(file('README.md')).toMatch(/^---\nlicense: cc-by-4\.0\n/);
    expect(file('README.md')).toContain('How to cite: Strand, M. (2024). Brakes.');
    // Of three annotations two are alike; of 18 characters marked by either, 12 are marked by both.
    expect(file('README.md')).toMatch(/\| Claim \| \w+, \w+ \| 1 \| 0\.67 \| 0\.67 \|/);
    expect(file('README.md')).toContain(VERSION);
    expect(JSON.parse(file('datapackage.json'))).toMatchObject({
      licenses: [{ name: 'CC-BY-4.0' }],
      citation: 'Strand, M. (2024). Brakes.',
      generator: { name: 'Marginalia', version: VERSION, splits: '80/10/10', seed: project.info.id },
    });
    expect(JSON.parse(file('croissant.json'))).toMatchObject({
      license: 'https://spdx.org/licenses/CC-BY-4.0',
      citeAs: 'Strand, M. (2024). Brakes.',
    });
    expect(JSON.parse(file('losses.json'))).toEqual(format.losses(project));
    expect(
      dataset.serialize(projectOf([article], [mine])).files.find(({ path }) => path === 'README.md')!.data,
    ).not.toContain('Agreement');
  });

  it('writes Parquet in groups of rows that together are the table', async () => {
    const file = new Parquet([
      { name: 'n', type: 'integer', description: '' },
      { name: 'text', type: 'string', description: '' },
    ]);
    const parts: Uint8Array[] = [];
    for (let n = 0; n < 120_001; n++) {
      const bytes = file.add([n % 7 === 0 ? null : n, `word ${n % 100}`]);
      if (bytes) parts.push(bytes);
    }
    expect(parts).toHaveLength(2);
    const whole = new Uint8Array(Buffer.concat([...parts, file.end()]));
    const metadata = parquetMetadata(whole.buffer);
    expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([50_000, 50_000, 20_001]);
    const rows = await parquet(whole);
    expect(rows).toHaveLength(120_001);
    expect(rows[119_999]).toEqual({ n: 119_999, text: 'word 99' });
    expect(rows[7]).toEqual({ n: null, text: 'word 7' });
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
    for (const { path, schema, name, rows } of described.resources) {
      // An empty text is one; only null stands for what is not there.
      expect(schema.missingValues).toEqual([]);
      const [first] = rowsOf(files, name);
      expect(rowsOf(files, name)).toHaveLength(rows);
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
