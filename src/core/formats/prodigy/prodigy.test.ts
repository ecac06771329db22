import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { prodigy, spacy } from './prodigy';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const read = (...files: FormatFile[]) => prodigy.parse!(files);
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

describe('a file of Prodigy that we did not write', () => {
  const { project, warnings } = read(fixture('good/prodigy.jsonl'));

  it('has its texts and spans, also those that only name tokens, up to the last of them', () => {
    expect(marks(fixture('good/prodigy.jsonl'))).toEqual([
      [
        ['PERSON', 'Mara Lind'],
        ['LIKING', 'likes it'],
      ],
      [
        ['GROUP', 'firemen'],
        ['THING', 'firetrucks'],
      ],
      [],
      [],
      [['GOOD', '']],
      [
        ['GOOD', ''],
        ['LONG', ''],
      ],
    ]);
    expect(project.articles.get('prodigy-1')!.note).toBe('source: letters\nscore: 0.5');
  });

  it('has its relations as roles, found by their spans or by their tokens', () => {
    const [person, liking] = project.annotations.get('prodigy-1')!;
    expect(liking!.roles).toEqual({ who: [{ annotation: person!.id }] });
    expect(person!.roles).toEqual({ does: [{ annotation: liking!.id }] });
    expect(person!.annotatorId).toBe('letters-mara');
  });

  it('has nothing of rows that were not accepted but their texts', () => {
    expect(warnings).toEqual([
      'good/prodigy.jsonl:3: the row was not accepted; what it marks is left out',
      'good/prodigy.jsonl:4: the row was not accepted; what it marks is left out',
    ]);
    expect(project.articles.get('prodigy-3')!.text).toBe('Not this one.');
  });

  it('may be a list in a .json file', () => {
    const list = {
      path: 'x.json',
      data: '[{"text":"we knew","spans":[{"start":3,"end":7,"label":"X"}]},{"text":"a"}]',
    };
    expect(marks(list)).toEqual([[['X', 'knew']], []]);
  });
});

describe('a file of spaCy that we did not write', () => {
  it('has its entities, span groups and categories, and training data of old', () => {
    expect(marks(fixture('good/spacy.jsonl'))).toEqual([
      [
        ['GOOD', ''],
        ['groups', 'I'],
        ['PERSON', 'Mara Lind'],
        ['LIKING', 'likes it'],
      ],
      [
        ['GROUP', 'firemen'],
        ['THING', 'firetrucks'],
      ],
    ]);
  });
});

describe('offsets', () => {
  it.each(GOLDEN_STRINGS)('are code points: $name', ({ text, target, codepoint: [start, end] }) => {
    expect(marks(rows({ text, spans: [{ start, end, label: 'X' }] }))).toEqual([[['X', target]]]);
  });

  it('are UTF-16 when the tokens or the edges of words say so', () => {
    const text = 'Yes 😀 ferry 😀 sank';
    const token = { text: 'ferry', start: 7, end: 12, id: 0 };
    for (const row of [
      { text, tokens: [token], spans: [{ token_start: 0, token_end: 0, label: 'X' }] },
      { text, spans: [{ start: 7, end: 12, label: 'X' }] },
    ]) {
      expect(marks(rows(row))).toEqual([[['X', 'ferry']]]);
      expect(read(rows(row)).warnings).toEqual(['x.jsonl: offsets count UTF-16 code units']);
    }
  });

  it('are what the tokens say, whatever looks likely', () => {
    const text = '😀 abcdef';
    const tokens = [{ text: 'bcd', start: 3, end: 6, id: 0 }];
    expect(marks(rows({ text, tokens, spans: [{ start: 3, end: 6, label: 'X' }] }))).toEqual([
      [['X', 'bcd']],
    ]);
    expect(marks(rows({ text, spans: [{ start: 3, end: 6, label: 'X' }] }))).toEqual([[['X', 'abc']]]);
  });

  it.each([
    ['past the end', { start: 0, end: 99, label: 'X' }],
    ['empty', { start: 1, end: 1, label: 'X' }],
    ['of no tokens', { token_start: 4, token_end: 5, label: 'X' }],
    ['missing', { label: 'X' }],
  ])('that are %s are left out and told', (_, span) => {
    const { project, warnings } = read(
      rows({ text: 'we knew', spans: [span, { start: 0, end: 2, label: 'Y' }] }),
    );
    expect([...project.annotations.values()].flat().map(({ layer }) => layer)).toEqual(['Y']);
    expect(warnings).toEqual(['x.jsonl:1: 1 span is nowhere in the text and is left out']);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['a row without a text', fixture('bad/no-text.jsonl'), /^bad\/no-text\.jsonl:3:1: the row has no text/],
    ['a row that is no JSON', fixture('bad/no-json.jsonl'), /^bad\/no-json\.jsonl:2:25: /],
    ['half a character', { path: 'x.jsonl', data: '{"text":"\\ud83d"}' }, /^x\.jsonl:1:1: .*surrogate/],
    [
      'a list with a row without a text',
      { path: 'x.json', data: '[{"text":"a"},\n {"a":1}]' },
      /^x\.json:2:2: the row/,
    ],
    ['nothing to read', { path: 'x.spacy', data: '' }, /^x\.spacy:1:1: /],
  ])('has %s', (_, file, message) => {
    expect(() => read(file)).toThrow(FormatError);
    expect(() => read(file)).toThrow(message);
  });
});

describe('our own file', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.');
  const claim = claimOn(article, 'c1', [[3, 12]], {
    roles: { supports: [{ annotation: 'c2' }] },
    note: 'kept',
  });
  const other = claimOn(
    article,
    'c2',
    [
      [13, 16],
      [20, 24],
    ],
    { certainty: 'very uncertain' },
  );
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const project = projectOf([article], [claim, other, whole]);
  const written = prodigy.serialize(project).files;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is what is being tested
  const changed = (change: (row: any) => void) => {
    const row = JSON.parse(written[0]!.data);
    change(row);
    const { project: back, warnings } = read(rows(row), ...written.slice(1));
    return { by: new Map((back.annotations.get('a1') ?? []).map((next) => [next.id, next])), warnings };
  };

  it('marks whole tokens, cut where a mark ends within a word, and not the space at its ends', () => {
    const { tokens, spans, relations } = JSON.parse(written[0]!.data);
    expect(
      tokens.slice(0, 8).map(({ text, ws }: { text: string; ws: boolean }) => text + (ws ? '_' : '')),
    ).toEqual(['The_', '😀_', 'ferry_', 'had_', 'no_', 'brak', 'es', ',_'].map((token) => token));
    expect(spans).toEqual([
      { start: 4, end: 11, token_start: 1, token_end: 2, label: 'claim' },
      { start: 12, end: 15, token_start: 3, token_end: 3, label: 'claim' },
      { start: 19, end: 23, token_start: 5, token_end: 5, label: 'claim' },
    ]);
    expect(relations.map(({ head, child, label }: Record<string, unknown>) => [head, child, label])).toEqual([
      [5, 3, 'continues'],
      [2, 3, 'supports'],
    ]);
  });

  it('has tokens that tile the text, and spans that are made of them, whatever the project', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        for (const line of prodigy.serialize(project).files[0]!.data.split('\n').filter(Boolean)) {
          const { text, tokens, spans, relations } = JSON.parse(line);
          expect(
            tokens.map(({ text, ws }: { text: string; ws: boolean }) => text + (ws ? ' ' : '')).join(''),
          ).toBe(text);
          for (const span of [
            ...spans,
            ...relations.flatMap(({ head_span, child_span }: Record<string, object>) => [
              head_span,
              child_span,
            ]),
          ]) {
            expect(tokens[span.token_start].start).toBe(span.start);
            expect(tokens[span.token_end].end).toBe(span.end);
            expect(span.token_end).toBeGreaterThanOrEqual(span.token_start);
          }
          for (const { head, child } of relations) expect(tokens[head] && tokens[child]).toBeTruthy();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('comes back as it was with Prodigy’s hashes and answers', () => {
    const { by, warnings } = changed((row) => {
      Object.assign(row, {
        _input_hash: 7,
        _task_hash: 8,
        _session_id: 'x',
        _view_id: 'spans_manual',
        _is_binary: false,
      });
      row.spans.reverse();
    });
    expect([...by.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([claim, other, whole]);
    expect(warnings).toEqual([]);
  });

  it('has what was added and lacks what was deleted, by whoever did it', () => {
    const { by, warnings } = changed((row) => {
      row.spans.splice(0, 1);
      row.relations = [];
      row.spans.push({ start: 36, end: 43, token_start: 12, token_end: 13, label: 'GOSSIP' });
      row._annotator_id = 'ola';
    });
    expect([...by.values()].map(({ layer, quote, annotatorId }) => [layer, quote, annotatorId])).toEqual([
      ['sentiment', '', 'ada'],
      ['claim', 'had … brak', 'ada'],
      ['GOSSIP', 'We knew', 'ola'],
    ]);
    expect(warnings).toEqual(['another tool changed 0, removed 1 and added 1 annotations']);
  });

  it('keeps of a row that was not accepted what Prodigy never saw', () => {
    const { by } = changed((row) => {
      row.answer = 'reject';
    });
    expect([...by.keys()]).toEqual(['s1']);
  });
});

describe('spaCy’s file', () => {
  it('is known again by what is carried, also when spaCy kept that as a custom attribute', () => {
    const article = articleOf('a1', 'We knew. We knew.');
    const project = projectOf(
      [article],
      [
        claimOn(
          article,
          'c1',
          [
            [3, 7],
            [9, 11],
          ],
          { note: 'kept' },
        ),
      ],
    );
    const { files } = spacy.serialize(project);
    const { marginalia, ...row } = JSON.parse(files[0]!.data);
    expect(row.spans.sc).toEqual([
      { start: 3, end: 7, label: 'claim', kb_id: '' },
      { start: 9, end: 11, label: 'claim', kb_id: '' },
    ]);
    expect(read(rows({ ...row, _: { marginalia } })).project.annotations).toEqual(project.annotations);
    expect(marks(rows(row))).toEqual([
      [
        ['claim', 'knew'],
        ['claim', 'We'],
      ],
    ]);
  });

  it('comes with a script that names it, whatever the project is called', () => {
    for (const name of ['Ferry study', 'a"b\\c', '漢字 “x”', "it's"]) {
      const { files } = spacy.serialize({ ...projectOf([]), info: { ...projectOf([]).info, name } });
      const script = files.find(({ path }) => path.endsWith('-to-spacy.py'))!.data;
      expect(script).toContain(`with_name(${JSON.stringify(files[0]!.path)})`);
      expect(script.split('"""')).toHaveLength(3);
    }
  });
});
