import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../main/import/unpack';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { READERS } from '../registry';
import { qualcoder } from './qualcoder';

const open = (path: string) => unpack(path, readFileSync(new URL(`fixtures/${path}`, import.meta.url)));
const tables = (fulltext: string, pos0: number, pos1: number): FormatFile[] => {
  const file = (name: string, rows: readonly object[]) => ({
    path: `data.qda/${name}.json`,
    data: JSON.stringify(rows),
  });
  return [
    file('source', [{ id: 1, name: 'T', fulltext }]),
    file('code_name', [{ cid: 1, name: 'X' }]),
    file('code_text', [{ cid: 1, fid: 1, pos0, pos1 }]),
  ];
};

const files = await open('good/ferry.qda/data.qda');

describe('a project of QualCoder', () => {
  const { project, warnings } = qualcoder.parse(files);
  const [talk, ...none] = [...project.articles.values()];
  const found = project.annotations.get(talk!.id)!;

  it('is known by its tables, and nothing else takes it', () => {
    expect(READERS.filter(({ recognises }) => recognises(files)).map(({ id }) => id)).toEqual(['qualcoder']);
  });

  it('has its texts, with what is known of them', () => {
    expect(none).toEqual([]);
    expect(project.info).toMatchObject({
      name: 'ferry',
      note: 'About a ferry',
      createdAt: '2024-03-01T08:00:00.000Z',
    });
    expect(talk).toMatchObject({
      title: 'talk 1',
      note: 'First talk\nPlace: Oslo\nCase: Spring',
      text: 'Ferry 😀 sinks\n\nMara Lind said: “We knew.”\nNo brakes, no crew.\n',
    });
  });

  it('has its categories and codes as layers, attributes and values', () => {
    expect(
      project.codebook.layers.map(({ id, colour, attributes }) => [
        id,
        colour,
        attributes.map((next) => [next.id, next.kind]),
      ]),
    ).toEqual([
      [
        'Safety',
        'claim',
        [
          ['Means', 'multiple'],
          ['code', 'choice'],
          ['important', 'choice'],
        ],
      ],
      ['person', 'speaker', []],
      ['Memo', expect.anything(), []],
    ]);
    expect(project.codebook.layers[0]).toMatchObject({ description: 'Danger and care' });
  });

  it('has its codings and memos, by whom and when, and whose case they are', () => {
    const spring = { speaker: 'spring' };
    expect(
      found.map(({ layer, quote, annotatorId, attributes, note, roles }) => [
        layer,
        quote,
        annotatorId,
        attributes,
        note,
        roles.case,
      ]),
    ).toEqual([
      ['Memo', '😀', 'kim', {}, 'odd sign', [spring]],
      ['person', 'Mara Lind', 'ola', {}, 'the mate', [spring]],
      ['Safety', '“We knew.”', 'ola', { code: 'guilt' }, '', [{ speaker: 'mara-lind' }, spring]],
      ['Safety', 'knew', 'ola', { code: 'guilt' }, '', [{ speaker: 'mara-lind' }, spring]],
      ['Safety', 'No brakes, no crew.', 'ola', { Means: ['brakes', 'crew'], important: 'yes' }, '', [spring]],
      ['Safety', 'No brakes, no crew.', 'kim', { Means: ['brakes'] }, '', [spring]],
    ]);
    expect(found[0]!.createdAt).toBe('2024-03-01T08:00:00.000Z');
    expect(project.speakers.get('mara-lind')).toMatchObject({ name: 'Mara Lind', note: 'The mate\nAge: 44' });
  });

  it('is told of what was left out', () => {
    const place = 'good/ferry.qda/data.qda';
    expect(warnings).toEqual([
      `${place}: 1 file without a text is left out`,
      `${place}: 1 coded part of a picture or a page is left out`,
      `${place}: 1 entry of the journal is left out`,
      `${place}, talk 1.docx: 1 coding is nowhere in the text and is left out`,
      `${place}, talk 1.docx: 1 coding does not mark the words that it says`,
      `${place}, talk 1.docx: 1 coding has a code that is not there and is left out`,
    ]);
  });
});

describe('positions', () => {
  it.each(GOLDEN_STRINGS)('are code points: $name', ({ text, target, codepoint }) => {
    const { project } = qualcoder.parse(tables(text, ...codepoint));
    expect([...project.annotations.values()].flat().map(({ quote }) => quote)).toEqual([target]);
  });
});

describe('a database that is refused', () => {
  it('lacks a column', async () => {
    const files = await open('bad/no-places.qda');
    expect(() => qualcoder.parse(files)).toThrow(FormatError);
    expect(() => qualcoder.parse(files)).toThrow(
      /^bad\/no-places\.qda\/code_text\.json:1:2: the column pos0 is missing/,
    );
  });

  it.each([
    ['no tables', [{ path: 'x.txt', data: '' }], /^x\.txt:1:1: this is no project of QualCoder/],
    ['a text that no file can carry', tables('a\0b', 0, 1), /^data\.qda\/source\.json:1:2: .*NUL/],
  ])('has %s', (_, files, message) => {
    expect(() => qualcoder.parse(files)).toThrow(message);
  });
});
