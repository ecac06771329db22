import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from './csv';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FormatError } from './format';

const article = articleOf('a1', '😀 “=1+1,” said Ada.\nThe ferry; it sank.', {
  outlet: '@harbour',
  byline: 'Cy Day',
});
const quote = claimOn(article, 'q1', [[3, 10]], {
  layer: 'quote',
  attributes: { form: 'direct' },
  roles: {
    source: [{ speaker: 'ek' }, { annotation: 's1' }, { spans: [{ start: 16, end: 19 }] }, { author: true }],
  },
});
const mention = claimOn(article, 's1', [[16, 19]], {
  layer: 'speaker',
  attributes: {},
  roles: { is: [{ speaker: 'orr' }] },
});
const claim = claimOn(article, 'c1', [[4, 8]], {
  note: 'first\nsecond',
  roles: { 'same-claim': [{ claim: 'c1' }] },
});
const mood = claimOn(article, 'm1', [], { layer: 'sentiment', attributes: { polarity: -3 } });
const project = projectOf([article], [quote, mention, claim, mood]);
const { files } = csv.serialize(project);
const rows = Papa.parse<Record<string, string>>(files[0]!.data, {
  header: true,
  newline: '\r\n',
  skipEmptyLines: true,
}).data;
const row = (id: string) => rows.find((next) => next.annotation_id === id)!;
const parse = (data: string) => csv.parse!([{ path: 'x.csv', data }, files[1]!], project.articles).project;

describe('the CSV table', () => {
  it('has one row per annotation, attributes and roles in columns of their own', () => {
    expect(rows).toHaveLength(4);
    expect(row('q1')).toMatchObject({
      article_id: 'a1',
      outlet: "'@harbour",
      quote: '“=1+1,”',
      start: '2',
      end: '9',
      passages: '2..9',
      offset_unit: 'codepoint',
      'quote.form': 'direct',
      'quote.source.name': 'Ada Ek; Bo Orr; Ada; Cy Day',
      'quote.source.id': 'speaker:ek; annotation:s1; 15..18; author',
      'claim.kind': '',
    });
    expect(row('c1')).toMatchObject({
      quote: "'=1+1",
      'claim.kind': 'factual',
      'claim.same-claim.name': 'The brakes failed',
      'claim.same-claim.id': 'claim:c1',
      note: 'first\nsecond',
    });
  });

  it('shows who a claim is inherited from in a column of its own, and never as if it had been set', () => {
    expect(row('c1')).toMatchObject({
      'claim.made-by.name': '',
      'claim.made-by.id': '',
      'claim.made-by.inherited': 'Ada Ek; Bo Orr; Ada; Cy Day',
    });
    expect(row('m1')).toMatchObject({ 'sentiment.holder.name': '', 'sentiment.holder.inherited': 'Cy Day' });
  });

  it('writes scales as plain numbers and leaves a whole-article annotation without a place', () => {
    expect(row('m1')).toMatchObject({ 'sentiment.polarity': '-3', start: '', end: '', passages: '' });
  });

  it('is read again after a spreadsheet saved it with semicolons, LF and a byte order mark', () => {
    const [header, ...cells] = Papa.parse<string[]>(files[0]!.data, {
      newline: '\r\n',
      skipEmptyLines: true,
    }).data;
    const saved = Papa.unparse([header!, ...cells], { delimiter: ';', newline: '\n', quotes: true });
    expect(parse(`\ufeff${saved}\n`).annotations).toEqual(project.annotations);
  });

  it('is read again with its columns in another order and some of them gone', () => {
    const kept = Object.keys(rows[0]!)
      .filter((name) => !name.startsWith('sentiment.') && name !== 'outlet')
      .reverse();
    const { annotations } = parse(Papa.unparse(rows, { columns: kept }));
    const without = [quote, mention, claim, { ...mood, attributes: {} }].map(({ id, ...rest }) => [id, rest]);
    expect(Object.fromEntries(annotations.get('a1')!.map(({ id, ...rest }) => [id, rest]))).toEqual(
      Object.fromEntries(without),
    );
  });

  it('counts rows of articles that are not known, and reads the others', () => {
    const other = articleOf('a2', 'Elsewhere', { order: 2 });
    const two = projectOf([article, other], [claim, claimOn(other, 'n9', [[0, 4]])]);
    const { project: back, warnings } = csv.parse!(csv.serialize(two).files, project.articles);
    expect([...back.annotations.values()].flat()).toEqual([claim]);
    expect(warnings).toEqual(['1 row belongs to an article that is not in this project']);
  });

  it.each([
    ['a place past the end', '2..9', '2..900', /codepoint offset 900 is outside/],
    ['a place past the end, after a row of two lines', ',15..18,', ',15..900,', /codepoint offset 900/],
    ['a place that is none', '2..9', '2-9', /“2-9” is not a passage like 12\.\.18/],
    ['another unit', 'codepoint', 'utf16', /offset_unit is not "codepoint"/],
    ['an unknown status', 'draft', 'done', /annotation at status/],
  ])('is refused for %s, with the line of the row', (_, from, to, message) => {
    const lines = files[0]!.data.split('\n');
    const at = lines.findIndex((text) => text.includes(from));
    const rowAt = lines.findLastIndex((text, index) => index <= at && text.startsWith('a1,'));
    const data = files[0]!.data.replace(from, to);
    expect(() => parse(data)).toThrow(message);
    try {
      parse(data);
    } catch (error) {
      expect(error).toBeInstanceOf(FormatError);
      expect((error as FormatError).line).toBe(rowAt + 1);
    }
  });

  it('is refused when a column is missing or a quotation mark is left open', () => {
    expect(() => parse('a,b\r\n1,2\r\n')).toThrow(/the column article_id is missing/);
    expect(() => parse(`${files[0]!.data}"open`)).toThrow(FormatError);
  });
});
