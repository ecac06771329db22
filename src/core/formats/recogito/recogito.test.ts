import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { hypothesis } from '../hypothesis/hypothesis';
import { recogito } from './recogito';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const article = articleOf('a1', '😀😀 We knew, said Ek. Nobody asked. We knew.');
const articles = new Map([
  ['a2', articleOf('a2', 'We knew, said a text of its own.')],
  ['a1', article],
]);

describe('annotations of the text annotator', () => {
  const { project, warnings } = recogito.parse([fixture('good/text-annotator.json')], articles);
  const marks = project.annotations.get('a1')!;

  it('are where their positions say, in UTF-16, or else where their words are', () => {
    expect(
      marks.map(({ id, layer, spans }) => [id, layer, spans.map(({ start, end }) => [start, end])]),
    ).toEqual([
      ['a1-n-4', 'note', []],
      [
        'a1-n-1',
        'Person',
        [
          [5, 12],
          [14, 18],
        ],
      ],
      ['a1-n-2', 'quote', [[23, 29]]],
      ['a1-n-2-2', 'odd', [[23, 29]]],
    ]);
    expect(project.annotations.has('a2')).toBe(false);
  });

  it('have their tags, comments, replies, values, links and makers', () => {
    expect(marks.find(({ id }) => id === 'a1-n-1')).toMatchObject({
      note: 'The chair?\n\nBo: Yes, the chair.',
      attributes: { geotagging: 'Oslo' },
      roles: { denies: [{ annotation: 'a1-n-2' }] },
      createdAt: '2024-05-01T08:00:00.000Z',
    });
    expect([...project.annotators.values()].map(({ name }) => name).sort()).toEqual(['Ida', 'Imported']);
  });

  it('are told of where they are not taken as they are', () => {
    expect(warnings).toEqual([
      'good/text-annotator.json: 1 annotation marks something else than text and is left out',
      'good/text-annotator.json: 1 annotation has a passage that is not found in the text and is left out',
      'good/text-annotator.json: 1 annotation was found by its words, not at its position',
    ]);
  });
});

describe('annotations of RecogitoJS', () => {
  it('are W3C annotations without a source', () => {
    const { project, warnings } = recogito.parse([fixture('good/recogito-js.json')], articles);
    expect(
      project.annotations.get('a1')!.map(({ layer, quote, note, roles }) => [layer, quote, note, roles]),
    ).toEqual([
      ['Person', 'We knew', 'Who?', { near: [{ annotation: 'a1-two' }] }],
      ['note', 'said', 'Untagged', {}],
    ]);
    expect(warnings).toEqual([]);
  });

  it.each(GOLDEN_STRINGS)('count UTF-16, with and without the words: $name', ({ text, target, utf16 }) => {
    const [start, end] = utf16;
    const known = new Map([['a1', articleOf('a1', text)]]);
    for (const quote of [{ quote: target }, {}]) {
      const row = { id: 'x', bodies: [], target: { selector: [{ ...quote, start, end }] } };
      const { project } = recogito.parse([{ path: 'x.json', data: JSON.stringify([row]) }], known);
      expect(project.annotations.get('a1')!.map(({ spans }) => spans)).toEqual([[{ start, end }]]);
    }
  });

  it('are not guessed from positions alone where there are several articles', () => {
    const row = { id: 'x', bodies: [], target: { selector: [{ start: 0, end: 4 }] } };
    const { project, warnings } = recogito.parse([{ path: 'x.json', data: JSON.stringify([row]) }], articles);
    expect(project.annotations.size).toBe(0);
    expect(warnings).toEqual(['x.json: 1 annotation is of a text that is no article here and is left out']);
  });

  it('are recognised, and not taken for those of Hypothesis', () => {
    for (const path of ['good/recogito-js.json', 'good/text-annotator.json']) {
      expect(recogito.recognises([fixture(path)])).toBe(true);
      expect(hypothesis.recognises([fixture(path)])).toBe(false);
    }
    expect(
      recogito.recognises([{ path: 'x.json', data: '{"user": "acct:a@b", "selector": [], "bodies": []}' }]),
    ).toBe(false);
  });
});

describe('a file that is refused', () => {
  it.each([
    [
      'without a target',
      'bad/no-target.json',
      /^bad\/no-target\.json:3:3: this is no annotation of Recogito/,
    ],
    ['cut off', 'bad/cut-off.json', /^bad\/cut-off\.json:3:1: /],
  ])('%s', (_, path, message) => {
    expect(() => recogito.parse([fixture(path)], articles)).toThrow(FormatError);
    expect(() => recogito.parse([fixture(path)], articles)).toThrow(message);
  });
});
