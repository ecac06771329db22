import { describe, expect, it } from 'vitest';
import { SCHEMA } from '../project/model';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FormatError } from './format';
import { marginaliaJson } from './marginalia-json';

const article = articleOf('a1', 'The ferry had no brakes.');
const project = projectOf([article], [claimOn(article, 'n1', [[0, 9]]), claimOn(article, 'n2', [[4, 9]])]);
const file = marginaliaJson.serialize(project).files[0]!;
const parse = (data: string) => marginaliaJson.parse!([{ path: file.path, data }]);

/** The file after an edit, which must have found what it edits. */
function edited(from: string, to: string): string {
  expect(file.data).toContain(from);
  return file.data.replace(from, () => to);
}

function refusal(data: string): FormatError {
  try {
    parse(data);
  } catch (error) {
    if (error instanceof FormatError) return error;
    throw error;
  }
  return expect.unreachable();
}

const lineOf = (part: string, data = file.data) => data.slice(0, data.indexOf(part)).split('\n').length;

describe('a Marginalia file', () => {
  it('is named after the project and begins by saying what it is', () => {
    expect(file.path).toBe('Ferry-study.marginalia.json');
    expect(file.data.startsWith(`{\n  "format": "marginalia",\n  "schema": ${SCHEMA},\n`)).toBe(true);
  });

  it('keeps short records on a line, so that a changed value is a changed line', () => {
    const other = projectOf(
      [article],
      [claimOn(article, 'n1', [[0, 9]]), claimOn(article, 'n2', [[4, 9]], { note: 'see p. 3' })],
    );
    const before = file.data.split('\n');
    const after = marginaliaJson.serialize(other).files[0]!.data.split('\n');
    expect(after.length).toBe(before.length);
    expect(after.filter((line, at) => line !== before[at])).toEqual(['      "note": "see p. 3",']);
    expect(file.data).toContain('"spans": [{ "start": 0, "end": 9 }]');
  });

  it('keeps an annotation that lies outside its text, and says so', () => {
    const broken = projectOf([article], [claimOn(article, 'far', [[4, 9000]])]);
    const { files, loss } = marginaliaJson.serialize(broken);
    expect(loss.losses).toEqual([]);
    const { project: back, warnings } = marginaliaJson.parse!(files);
    expect(back).toEqual(broken);
    expect(warnings).toEqual([expect.stringMatching(/far is kept although ends at 9000, past the end/)]);
  });

  it('keeps annotations whose article is missing, and says so', () => {
    const orphaned = { ...project, articles: new Map() };
    const { project: back, warnings } = marginaliaJson.parse!(marginaliaJson.serialize(orphaned).files);
    expect(back).toEqual(orphaned);
    expect(warnings).toHaveLength(2);
  });
});

describe('reading is refused, with the line', () => {
  it.each([
    ['malformed text', edited('"schema": 2,', '"schema": 2'), lineOf('"project"'), /"," or "}" was expected/],
    [
      'a negative offset',
      edited('{ "start": 4, "end": 9 }', '{ "start": -4, "end": 9 }'),
      lineOf('{ "start": 4, "end": 9 }'),
      /annotation at spans.0.start/,
    ],
    [
      'an unknown certainty',
      edited('"certainty": "certain"', '"certainty": "sure"'),
      lineOf('"certainty": "certain"'),
      /annotation at certainty/,
    ],
    [
      'two annotations of one id',
      edited('"id": "n2"', '"id": "n1"'),
      lineOf('"id": "n2"') - 1,
      /two annotations have the id n1/,
    ],
    [
      'two speakers of one id',
      edited('"id": "orr"', '"id": "ek"'),
      lineOf('"id": "orr"'),
      /two entries have the id ek/,
    ],
    ['a missing table', edited('"claims"', '"Claims"'), 1, /a list of claims was expected/],
    ['another program’s JSON', '{"version": 3}', 1, /not a Marginalia project/],
    ['a list', '[]', 1, /not a Marginalia project/],
    ['null', 'null', 1, /not a Marginalia project/],
    [
      'a newer schema',
      edited('"schema": 2', '"schema": 3'),
      3,
      /newer version of Marginalia \(schema 3; this one reads 2\)/,
    ],
    ['a schema that is none', edited('"schema": 2', '"schema": "1"'), 3, /the schema is "1"/],
    [
      'NUL in a text',
      edited('no brakes', 'no \\u0000'),
      lineOf('"id": "a1"') - 1,
      /NUL character at UTF-16 offset 17/,
    ],
    [
      'a lone surrogate in a text',
      edited('no brakes', 'no \\ud83d'),
      lineOf('"id": "a1"') - 1,
      /lone surrogate U\+D83D at UTF-16 offset 17/,
    ],
    [
      'depth',
      edited('"note": ""', `"note": ${'['.repeat(300)}${']'.repeat(300)}`),
      lineOf('"note": ""'),
      /levels deep/,
    ],
  ])('%s', (_, data, line, message) => {
    const error = refusal(data);
    expect(error.message).toMatch(message);
    expect(error.line).toBe(line);
  });

  it('of a file that is not there', () => {
    expect(() => marginaliaJson.parse!([{ path: 'x.txt', data: '' }])).toThrow(FormatError);
  });
});

describe('odd JSON', () => {
  it('with two layers of one id is refused with the place of the second', () => {
    const again = parse(file.data).project.codebook.layers[0]!;
    const codebook = { ...project.codebook, layers: [...project.codebook.layers, again] };
    const { data } = marginaliaJson.serialize({ ...project, codebook }).files[0]!;
    expect(() => parse(data)).toThrow(`the id “${again.id}” is given twice`);
  });

  it('with __proto__ changes no prototype and adds nothing', () => {
    const { project: back } = parse(edited('"speakers": [', '"__proto__": { "polluted": 1 }, "speakers": ['));
    expect(back).toEqual(project);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(() =>
      parse(edited('"attributes": { "kind"', '"attributes": { "__proto__": { "x": 1 }, "kind"')),
    ).not.toThrow(TypeError);
    expect(({} as { x?: number }).x).toBeUndefined();
  });

  it('with a key given twice is read, and reported with its place', () => {
    const data = edited('"schema": 2,', '"schema": 2,\n  "schema": 2,');
    expect(parse(data).warnings).toEqual([
      expect.stringMatching(/marginalia\.json:4:3: the key is given twice/),
    ]);
  });

  it('with a hundred thousand keys given twice is read in no time, and a few are reported', () => {
    const { warnings } = parse(edited('"schema": 2,', `${'"schema": 2,'.repeat(100_000)}`));
    expect(warnings).toHaveLength(21);
    expect(warnings.at(-1)).toMatch(/: 99979 more keys are given twice$/);
  });

  it('with keys nobody knows is read without them', () => {
    expect(parse(edited('"schema": 2,', '"schema": 2, "later": [1],')).project).toEqual(project);
  });
});
