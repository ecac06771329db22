import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../project/model';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { formatWith } from '../options';
import { doccano } from './doccano';

const doccanoSpans = doccano;
const doccanoRelations = formatWith(doccano, { rows: 'relations' });

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const read = (...files: FormatFile[]) => doccanoSpans.parse!(files);
const rows = (...values: unknown[]): FormatFile => ({
  path: 'x.jsonl',
  data: values.map((value) => `${JSON.stringify(value)}\n`).join(''),
});
const marks = (file: FormatFile) => {
  const { project } = read(file);
  return [...project.articles.keys()].map((id) =>
    (project.annotations.get(id) ?? []).map(({ layer, quote }) => [layer, quote]),
  );
};
const LABELLED = [
  [
    ['MARK', '.'],
    ['PERSON', 'Mara Lind'],
  ],
  [
    ['GROUP', 'firemen'],
    ['THING', 'firetrucks'],
  ],
];

describe('a file of doccano that we did not write', () => {
  it('has its texts, labels, comments and metadata', () => {
    const { project, warnings } = read(fixture('good/spans.jsonl'));
    const articles = [...project.articles.values()] as Article[];
    expect(articles.map(({ id, order, note }) => [id, order, note])).toEqual([
      ['spans-101', 1, 'source: letters\nis the stop a mark?'],
      ['spans-102', 2, undefined],
      ['spans-103', 3, undefined],
    ]);
    expect(marks(fixture('good/spans.jsonl'))).toEqual([...LABELLED, []]);
    expect(project.codebook.layers.map(({ id, key }) => [id, key])).toEqual([
      ['MARK', 'm'],
      ['PERSON', 'p'],
      ['GROUP', 'g'],
      ['THING', 't'],
    ]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['grapheme clusters', 'good/graphemes.jsonl'],
    ['code points', 'good/codepoints.jsonl'],
  ])('may count %s, which is found out and told', (unit, path) => {
    expect(marks(fixture(path))).toEqual(LABELLED);
    expect(read(fixture(path)).warnings).toEqual([`${path}: offsets count ${unit}`]);
  });

  it.each(GOLDEN_STRINGS)('is found out for a single label: $name', ({ text, target, ...places }) => {
    for (const unit of ['utf16', 'grapheme', 'codepoint'] as const) {
      const [[label]] = marks(rows({ text, label: [[...places[unit], 'X']] })) as [[[string, string]]];
      expect(label).toEqual(['X', target]);
    }
  });

  it('has its relations as roles', () => {
    const { project } = read(fixture('good/relations.jsonl'));
    const [lind, board, bye] = project.annotations.get('relations-7')!;
    expect([lind, board, bye].map((next) => [next!.id, next!.roles])).toEqual([
      ['relations-7-31', { chairs: [{ annotation: 'relations-7-32' }] }],
      ['relations-7-32', {}],
      ['relations-7-40', { joined: [{ annotation: 'relations-7-32' }] }],
    ]);
    expect(project.articles.get('relations-7')!.note).toBe('second clause?');
    expect(project.codebook.layers[0]!.roles.map(({ id }) => id)).toEqual(['chairs', 'joined']);
  });

  it('may label whole texts', () => {
    const { project } = read(
      rows({ text: 'All good.', label: ['praise'] }, { text: 'Bad.', cats: ['blame'], entities: [] }),
    );
    const found = [...project.annotations.values()].flat();
    expect(found.map(({ layer, spans }) => [layer, spans])).toEqual([
      ['praise', []],
      ['blame', []],
    ]);
    expect(project.codebook.layers.every(({ wholeArticle }) => wholeArticle)).toBe(true);
  });

  it.each([
    ['past the end', [0, 99, 'X']],
    ['empty', [2, 2, 'X']],
    ['backwards', [3, 2, 'X']],
    ['no numbers', ['a', 'b', 'X']],
    ['without a label', [0, 1]],
    ['half a character', [0.5, 3, 'X']],
    ['in half a pair', [11, 13, 'X']],
  ])('has labels that are %s left out, and says so', (_, label) => {
    const sure = [
      [0, 1, 'I'],
      [2, 6, 'VERB'],
      [13, 14, 'STOP'],
    ];
    const { project, warnings } = read(rows({ text: 'I like it 😊 .', label: [...sure, label] }));
    expect([...project.annotations.values()].flat()).toHaveLength(3);
    expect(warnings).toEqual(['x.jsonl:1: 1 label is nowhere in the text and is left out']);
  });

  it('takes names that no codebook could hold', () => {
    const { project } = read(
      rows({
        text: 'I like it',
        label: [
          [0, 1, ''],
          [2, 6, '__proto__'],
          [7, 9, 'x'.repeat(500)],
        ],
      }),
    );
    expect(project.codebook.layers.map(({ id }) => id)).toEqual(['label', 'x'.repeat(200)]);
  });

  it('takes roles that are called as what every object has, and passes over ids that are none', () => {
    const entity = (id: unknown, start_offset: number, end_offset: number) => ({
      id,
      label: 'WORD',
      start_offset,
      end_offset,
    });
    const { project } = read(
      rows({
        id: 7,
        text: 'one two three',
        entities: [entity(1, 0, 3), entity(2, 4, 7), entity({ toString: 1 }, 8, 13)],
        relations: [{ id: 1, from_id: 1, to_id: 2, type: 'constructor' }],
      }),
    );
    const [one, two, three] = project.annotations.get('x-7')!;
    expect(one!.roles).toEqual({ constructor: [{ annotation: two!.id }] });
    expect(three!.quote).toBe('three');
  });
});

describe('a file that is refused', () => {
  it.each([
    ['a row without a text', fixture('bad/no-text.jsonl'), /^bad\/no-text\.jsonl:2:1: the row has no text/],
    ['a row that is cut off', fixture('bad/cut-off.jsonl'), /^bad\/cut-off\.jsonl:2:\d+: /],
    [
      'half a character in a text',
      { path: 'x.jsonl', data: '{"text": "a\\ud83d", "label": [[0, 1, "X"]]}' },
      /^x\.jsonl:1:1: .*surrogate/,
    ],
    ['no rows at all', { path: 'x.csv', data: 'a,b' }, /^x\.csv:1:1: a file that ends in \.jsonl/],
    ['nesting without end', { path: 'x.jsonl', data: '['.repeat(5000) }, /^x\.jsonl:1:\d+: /],
  ])('has %s', (_, file, message) => {
    expect(() => read(file)).toThrow(FormatError);
    expect(() => read(file)).toThrow(message);
  });
});

describe.each([doccanoSpans, doccanoRelations])('our own file, changed in doccano ($id)', (format) => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.', { byline: 'By Bo' });
  const claim = claimOn(article, 'c1', [[4, 12]], {
    roles: { supports: [{ annotation: 'c2' }] },
    note: 'kept',
  });
  const other = claimOn(
    article,
    'c2',
    [
      [13, 16],
      [20, 26],
    ],
    { certainty: 'very uncertain' },
  );
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const project = projectOf([article], [claim, other, whole]);
  const written = format.serialize(project).files;
  type Row = {
    id: number;
    label: [number, number, string][];
    entities: { id: number; start_offset: number; end_offset: number; label: string }[];
    relations: { id: number; from_id: number; to_id: number; type: string }[];
    Comments?: unknown;
  };
  const changed = (change: (row: Row) => void) => {
    const row = JSON.parse(written[0]!.data) as Row;
    change(row);
    const { project: back, warnings } = format.parse!([rows(row), ...written.slice(1)]);
    return { by: new Map(back.annotations.get('a1')!.map((next) => [next.id, next])), warnings, back };
  };
  const relational = format === doccanoRelations;

  it('looks as doccano would write it', () => {
    const { marginalia: _, ...row } = JSON.parse(written[0]!.data);
    expect(row).toEqual(
      relational
        ? {
            id: 1,
            text: article.text,
            entities: [
              { id: 1, label: 'claim', start_offset: 4, end_offset: 12 },
              { id: 2, label: 'claim', start_offset: 13, end_offset: 16 },
              { id: 3, label: 'claim', start_offset: 20, end_offset: 26 },
            ],
            relations: [
              { id: 4, from_id: 3, to_id: 2, type: 'continues' },
              { id: 5, from_id: 1, to_id: 2, type: 'supports' },
            ],
          }
        : {
            id: 1,
            text: article.text,
            label: [
              [4, 12, 'claim'],
              [13, 16, 'claim'],
              [20, 26, 'claim'],
            ],
          },
    );
  });

  it('comes back as it was when doccano gave it other ids, another order and metadata', () => {
    const { back, warnings } = changed((row) => {
      row.id = 977;
      row.label?.reverse();
      row.entities?.reverse();
      for (const entity of row.entities ?? []) entity.id += 1000;
      for (const relation of row.relations ?? []) {
        relation.from_id += 1000;
        relation.to_id += 1000;
      }
      row.Comments = [];
    });
    expect(back.annotations).toEqual(project.annotations);
    expect(back.articles.get('a1')).toEqual(article);
    expect(warnings).toEqual([]);
  });

  it('has what was added, lacks what was deleted, and keeps the rest with all that doccano never saw', () => {
    const { by, warnings } = changed((row) => {
      if (relational) {
        row.entities.splice(2, 1); // the second passage of c2
        row.entities.push({ id: 50, start_offset: 37, end_offset: 44, label: 'GOSSIP' });
        row.relations = [{ id: 60, from_id: 50, to_id: 2, type: 'doubts' }];
      } else {
        row.label.splice(2, 1);
        row.label.push([37, 44, 'GOSSIP']);
      }
      row.Comments = ['new here'];
    });
    expect(by.get('c1')).toEqual(relational ? { ...claim, roles: {} } : claim);
    expect(by.get('c2')).toMatchObject({
      spans: [{ start: 13, end: 16 }],
      quote: 'had',
      certainty: 'very uncertain',
    });
    expect(by.get('s1')).toEqual(whole);
    const gossip = [...by.values()].find(({ layer }) => layer === 'GOSSIP')!;
    expect(gossip).toMatchObject({
      quote: 'We knew',
      roles: relational ? { doubts: [{ annotation: 'c2' }] } : {},
    });
    expect(warnings).toEqual([
      `another tool changed ${relational ? 2 : 1}, removed 0 and added 1 annotations`,
    ]);
  });

  it('loses an annotation of which no passage is left', () => {
    const { by, warnings } = changed((row) => {
      row.label?.splice(0, 1);
      row.entities?.splice(0, 1);
    });
    expect([...by.keys()]).toEqual(['s1', 'c2']);
    expect(warnings).toEqual(['another tool changed 0, removed 1 and added 0 annotations']);
  });

  it('is another’s when two people exported the same text', () => {
    const { project: back, warnings } = format.parse!([
      { ...written[0]!, path: 'one.jsonl' },
      { ...written[0]!, path: 'two.jsonl' },
    ]);
    expect([...back.articles.keys()]).toEqual(['a1', 'two-1']);
    expect(warnings[0]).toMatch(/two\.jsonl:1: the article a1 is there twice/);
  });
});
