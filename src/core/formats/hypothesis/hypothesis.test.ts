import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { hypothesis } from './hypothesis';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const article = articleOf('a1', '😀 We knew it. Nobody asked.\n\nWe knew, said Ek, “not us”.', {
  url: 'http://www.news.example/harbour/',
});
const articles = new Map([
  ['a1', article],
  ['a2', articleOf('a2', 'Another text.')],
]);

describe('annotations of Hypothesis', () => {
  const { project, warnings } = hypothesis.parse([fixture('good/search.json')], articles);
  const marks = project.annotations.get('a1')!;

  it('are placed by their quotes in the article of their address, a mark for each tag', () => {
    expect(marks.map(({ id, layer, quote }) => [id, layer, quote])).toEqual([
      ['a1-ccc1', 'note', ''],
      ['a1-fff1', 'note', ''],
      ['a1-aaa1', 'claim', 'We knew'],
      ['a1-aaa1-2', 'doubtful', 'We knew'],
      ['a1-ddd1', 'highlight', '“not us”'],
    ]);
    expect(marks[2]!.spans).toEqual([{ start: 30, end: 37 }]);
  });

  it('have their text, and the replies in the order of their times, as their note', () => {
    expect(marks.find(({ id }) => id === 'a1-aaa1')).toMatchObject({
      note: 'Says **who**?\n\nida: Really?\n\nBo Ek: She does. [agreed]',
      createdAt: '2024-05-01T08:00:00.123Z',
    });
    expect(marks.find(({ id }) => id === 'a1-aaa1-2')!.note).toBe('');
    expect([...project.annotators.values()].map(({ name }) => name).sort()).toEqual(['Bo Ek', 'ida']);
  });

  it('are told of where they are not taken as they are', () => {
    expect(warnings).toEqual([
      'good/search.json: 1 reply to an annotation that is not in the file is kept as a note on the article',
      'good/search.json: 1 annotation is of a text that is no article here and is left out',
    ]);
  });

  it('may be a list, lines, under “annotations”, or one alone', () => {
    const [row] = JSON.parse(fixture('good/search.json').data).rows;
    const read = (path: string, data: string) =>
      [...hypothesis.parse([{ path, data }], articles).project.annotations.values()].flat().length;
    expect(read('x.json', JSON.stringify([row]))).toBe(2);
    expect(read('x.jsonl', `${JSON.stringify(row)}\n\n`)).toBe(2);
    expect(read('x.json', JSON.stringify({ annotations: [row] }))).toBe(2);
    expect(read('x.json', JSON.stringify(row))).toBe(2);
  });

  it('are placed by their words where no article has the address', () => {
    const [row] = JSON.parse(fixture('good/search.json').data).rows;
    const nowhere = new Map([...articles].map(([id, { url: _, ...rest }]) => [id, rest]));
    const { project: back } = hypothesis.parse([{ path: 'x.json', data: JSON.stringify([row]) }], nowhere);
    expect(back.annotations.get('a1')!.map(({ spans }) => spans)).toEqual([
      [{ start: 30, end: 37 }],
      [{ start: 30, end: 37 }],
    ]);
    expect(hypothesis.parse([fixture('good/search.json')]).warnings.join()).toContain(
      '5 annotations are of texts',
    );
  });

  it.each(GOLDEN_STRINGS)('find their words in any text: $name', ({ text, target, utf16: [start, end] }) => {
    const prefix = text.slice(Math.max(0, start - 32), start);
    const quote = { type: 'TextQuoteSelector', exact: target, prefix, suffix: text.slice(end, end + 32) };
    const row = { id: 'x', user: 'acct:i@h', uri: 'https://x.example/', target: [{ selector: [quote] }] };
    const known = new Map([['a1', articleOf('a1', text, { url: 'https://x.example/' })]]);
    const { project: back } = hypothesis.parse([{ path: 'x.json', data: JSON.stringify([row]) }], known);
    expect(back.annotations.get('a1')!.map(({ spans }) => spans)).toEqual([[{ start, end }]]);
  });

  it('are recognised', () => {
    expect(hypothesis.recognises([fixture('good/search.json')])).toBe(true);
    expect(hypothesis.recognises([{ path: 'x.json', data: '{"rows": [{"user": "ida", "uri": "x"}]}' }])).toBe(
      false,
    );
  });
});

describe('a file that is refused', () => {
  it.each([
    ['with a tag that is none', 'bad/tag.json', /^bad\/tag\.json:3:3: a tag is no text/],
    [
      'without a target',
      'bad/no-target.json',
      /^bad\/no-target\.json:2:3: this is no annotation of Hypothesis/,
    ],
    ['cut off', 'bad/cut-off.jsonl', /^bad\/cut-off\.jsonl:2:\d+: /],
  ])('%s', (_, path, message) => {
    expect(() => hypothesis.parse([fixture(path)], articles)).toThrow(FormatError);
    expect(() => hypothesis.parse([fixture(path)], articles)).toThrow(message);
  });

  it.each([
    ['of another kind', { path: 'x.csv', data: '' }, /^x\.csv:1:1: a file that ends in \.json/],
    ['nested without end', { path: 'x.json', data: '['.repeat(5000) }, /^x\.json:1:\d+: nested/],
    ['with NUL', { path: 'x.json', data: '\0' }, /^x\.json:1:1: .*NUL/],
  ])('%s', (_, file, message) => {
    expect(() => hypothesis.parse([file], articles)).toThrow(message);
  });

  it('is not one with circles of replies', () => {
    const row = (id: string, above: string) => ({
      id,
      uri: 'http://news.example/harbour',
      text: id,
      references: [above],
    });
    const { project } = hypothesis.parse(
      [{ path: 'x.json', data: JSON.stringify([row('a', 'b'), row('b', 'a')]) }],
      articles,
    );
    expect(project.annotations.size).toBe(0);
  });
});
