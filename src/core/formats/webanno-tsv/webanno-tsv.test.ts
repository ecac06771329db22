import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryField } from '../../project/text.arbitrary';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { escapeText, escapeValue, numbered, splitCell, unescapeText, unescapeValue } from './escapes';
import { webannoTsv } from './webanno-tsv';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const read = (...files: FormatFile[]) => webannoTsv.parse!(files);

describe('a file of INCEpTION', () => {
  const { project, warnings } = read(fixture('good/harbour.tsv'));
  const found = project.annotations.get('harbour')!;
  const of = (quote: string, layer: string) =>
    found.find((next) => next.quote === quote && next.layer === layer)!;

  it('has its text, put together by the places of its tokens', () => {
    expect(project.articles.get('harbour')!.text).toBe('💩 Mara Lind met Bo Ek.\n\nShe called\t\\\nhim.');
  });

  it('has annotations of several tokens, of none of their values, stacked and of parts of tokens', () => {
    expect(found.map(({ layer, quote, attributes }) => [layer, quote, attributes])).toEqual([
      ['Person', 'Mara Lind', { function: 'chair_1' }],
      ['CorefLink', 'Mara Lind', { referenceType: 'name' }],
      ['Flag', 'met', {}],
      ['Flag', 'me', {}],
      ['Person', 'Bo Ek', {}],
      ['Person', 'Bo', { function: 'a|b;c' }],
      ['CorefLink', 'She', { referenceType: 'pronoun' }],
      ['Person', 'him', { function: 'rival' }],
    ]);
  });

  it('has slots, chains and relations as roles', () => {
    expect(of('Mara Lind', 'Person').roles).toEqual({
      friend: [{ annotation: of('Bo Ek', 'Person').id }],
      knows: [{ annotation: of('him', 'Person').id }],
      praises: [{ annotation: of('Bo Ek', 'Person').id }],
    });
    expect(of('Mara Lind', 'CorefLink').roles).toEqual({ next: [{ annotation: of('She', 'CorefLink').id }] });
    expect(warnings).toEqual(['good/harbour.tsv: 1 link leads to nothing and is left out']);
  });

  it('is the same after it was written again and read again', () => {
    expect(read(...webannoTsv.serialize(project).files).project).toEqual(project);
  });

  it('is understood when its offsets count code points, and says so', () => {
    const data =
      '#FORMAT=WebAnno TSV 3.2\n#T_SP=x.Y|v\n\n\n#Text=💩 ja 💩 no\n1-1\t0-1\t💩\t_\t\n1-2\t2-4\tja\t_\t\n1-3\t5-6\t💩\t_\t\n1-4\t7-9\tno\tz\t\n';
    const { project, warnings } = read({ path: 'a.tsv', data });
    expect(project.annotations.get('a')!.map(({ quote }) => quote)).toEqual(['no']);
    expect(warnings).toEqual(['a.tsv: offsets count code points, against WebAnno’s rule']);
  });
});

describe('our own file', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek.  \n We_knew [it].');
  const place = (part: string) =>
    [article.text.indexOf(part), article.text.indexOf(part) + part.length] as const;
  const [start, end] = place('Ek');
  const claim = claimOn(article, 'c1', [place('erry had no ')], {
    attributes: { kind: 'a|b_c[1];*->\t\\' },
    roles: { supports: [{ annotation: 'q1' }] },
    certainty: 'very uncertain',
  });
  const across = claimOn(article, 'c2', [place('Ek.  \n We')]);
  const quote = claimOn(article, 'q1', [[0, 27]], {
    layer: 'quote',
    attributes: {},
    roles: { source: [{ spans: [{ start, end }] }] },
  });
  const project = projectOf([article], [claim, across, quote]);
  const { files } = webannoTsv.serialize(project);

  it('is as INCEpTION writes it: head, two empty lines, a tab at the end of every row', () => {
    const lines = files[0]!.data.split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Claim|kind|marginaliaId|ROLE_webanno.custom.Claim:supports_webanno.custom.ClaimSupportsLink|uima.tcas.Annotation',
      '#T_SP=webanno.custom.Passage|of|role',
      '#T_SP=webanno.custom.Quote|marginaliaId|ROLE_webanno.custom.Quote:source_webanno.custom.QuoteSourceLink|uima.tcas.Annotation',
      '',
      '',
      '#Text=The 😀 ferry had no brakes, said Ek.',
    ]);
    const rows = lines.filter((line) => /^\d/.test(line));
    expect(rows.every((row) => row.endsWith('\t'))).toBe(true);
    expect(rows.map((row) => row.split('\t').slice(0, 3))).toContainEqual(['1-3.1', '8-12', 'erry']);
  });

  it('shows what it can without the file beside it', () => {
    const { project: bare } = read(files[0]!);
    const by = new Map(bare.annotations.get('a1')!.map((next) => [next.id, next]));
    expect(by.get('a1-c1')).toMatchObject({
      layer: 'claim',
      quote: 'erry had no',
      attributes: { kind: 'a|b_c[1];*->\t\\' },
      roles: { supports: [{ annotation: 'a1-q1' }] },
    });
    expect(by.get('a1-c2')!.spans[0]).toEqual(across.spans[0]);
    expect(by.get('a1-q1')!.roles).toEqual(quote.roles);
  });

  it('has what another tool changed, and the rest as it was', () => {
    const data = files[0]!.data.replaceAll('a\\|b\\_c\\[1\\]\\;\\*\\->\\t\\\\[', 'new[');
    expect(data).not.toBe(files[0]!.data);
    const { project: back, warnings } = read({ ...files[0]!, data }, ...files.slice(1));
    const by = new Map(back.annotations.get('a1')!.map((next) => [next.id, next]));
    expect(by.get('c1')).toEqual({ ...claim, attributes: { kind: 'new' } });
    expect(by.get('c2')).toEqual(across);
    expect(warnings).toEqual(['another tool changed 1, removed 0 and added 0 annotations']);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['of another version', 'bad/version.tsv', /^bad\/version\.tsv:1:1: the first line/],
    [
      'with too many cells',
      'bad/cells.tsv',
      /^bad\/cells\.tsv:6:1: the row has 1 cell where the head declares 0/,
    ],
    ['with a place that is none', 'bad/place.tsv', /^bad\/place\.tsv:6:5: a place such as 0-4/],
    ['with half a character', 'bad/half.tsv', /^bad\/half\.tsv:4:7: the text holds a lone surrogate U\+D83D/],
    ['with rows without units', 'bad/no-unit.tsv', /^bad\/no-unit\.tsv:5:1: a row that does not begin/],
    [
      'with tokens of another text',
      'bad/other-text.tsv',
      /^bad\/other-text\.tsv:4:1: the places of the tokens/,
    ],
  ])('is one %s', (_, path, message) => {
    expect(() => read(fixture(path))).toThrow(FormatError);
    expect(() => read(fixture(path))).toThrow(message);
  });

  it.each([
    ['with a row too early', '#FORMAT=WebAnno TSV 3.3\n1-1\t0-1\ta\t\n', /^x\.tsv:2:1: a row before/],
    [
      'with an endless gap',
      '#FORMAT=WebAnno TSV 3.3\n\n\n#Text=a\n1-1\t999999999-999999999\ta\t\n',
      /^x\.tsv:4:1: /,
    ],
    ['with NUL', '#FORMAT=WebAnno TSV 3.3\n\0', /^x\.tsv:2:1: .*NUL/],
  ])('is one %s', (_, data, message) => {
    expect(() => read({ path: 'x.tsv', data })).toThrow(message);
  });
});

describe('escapes', () => {
  it('come back, whatever is in the values', () => {
    const value = fc
      .array(fc.oneof(arbitraryField(), fc.constantFrom('[1]', '\\', '|', '->', ';', '*', '_', '\u0001')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        expect(values.map(escapeText).map(unescapeText)).toEqual(values);
        for (const separator of ['|', ';'] as const) {
          const cell = values.map((one, at) => `${escapeValue(one)}[${at + 1}]`).join(separator);
          const back = splitCell(cell, separator).map(numbered);
          expect(back.map(({ value }) => unescapeValue(value))).toEqual(values);
          expect(back.map(({ number }) => number)).toEqual(values.map((_, at) => at + 1));
        }
      }),
      { numRuns: 1000 },
    );
  });
});
