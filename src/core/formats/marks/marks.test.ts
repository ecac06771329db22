import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Annotation } from '../../project/model';
import { ID_PATTERN } from '../../project/model';
import { parseCodebook } from '../../project/validate';
import { articleOf, claimOn } from '../fixtures/small-project';
import { codebookOf } from './codebook-of';
import { foreignArticle } from './foreign-article';
import { ForeignIds } from './foreign-ids';
import { joinPassages } from './join-passages';
import { CONTINUES, type Piece } from './piece';
import { likelyUnit } from './plausible';

const article = articleOf('a1', 'one two three');
const on = (layer: string, more: Partial<Annotation> = {}) =>
  claimOn(article, layer, [[0, 3]], { layer, attributes: {}, ...more });

describe('ids of other tools', () => {
  it.each([
    ['Mara Lind', 'mara-lind'],
    ['Ærø–Fähre (2).txt', 'r-fahre-2-txt'],
    ['42', 'text-42'],
    ['', 'text'],
    ['漢字', 'text'],
    ['x'.repeat(99), 'x'.repeat(36)],
  ])('%j becomes %s', (name, id) => {
    expect(new ForeignIds().make(name, 'text')).toBe(id);
  });

  it('are given once each, fit the pattern, and leave alone what is taken', () => {
    const ids = new ForeignIds();
    ids.take('a-7-2');
    const made = ['7', '7', '7', '7-4'].map((name) => ids.make(name, 'mark', 'a'));
    expect(made).toEqual(['a-7', 'a-7-3', 'a-7-4', 'a-7-4-2']);
    const long = ids.make('y'.repeat(99), 'mark', 'x'.repeat(36));
    for (const id of [...made, long]) expect(id).toMatch(ID_PATTERN);
  });
});

describe('the codebook made of a file', () => {
  it('has no names that a codebook cannot hold', () => {
    const long = 'x'.repeat(300);
    const odd = ['', '__proto__', 'A', long];
    const attributes = new Map([
      ['', []],
      ['tone', odd],
    ]);
    const roles = new Map([[long, []]]);
    const text = articleOf('a1', 'We knew.');
    const mark = claimOn(text, 'm', [[0, 2]], { layer: 'B', attributes: { list: odd, one: '__proto__' } });
    const made = codebookOf(undefined, [mark], [{ layer: long, attributes, roles }, { layer: '' }], 'Theirs');
    expect(parseCodebook(made)).toEqual(made);
    expect(made.layers.map(({ id }) => id)).toEqual([long.slice(0, 200), 'tag', 'B']);
    expect(JSON.stringify(made)).not.toContain('__proto__');
  });
});

describe('passages that are linked', () => {
  const piece = (key: string, start: number, label = 'X'): Piece => ({
    key,
    label,
    spans: [{ start, end: start + 1 }],
    values: [],
    note: '',
  });
  const link = (from: string, to: string) => ({ from, role: CONTINUES, to: { piece: to } });
  const joined = (pieces: Piece[], ...links: ReturnType<typeof link>[]) =>
    joinPassages({ pieces, links }).map(({ piece, keys }) => [
      keys.join(),
      piece.spans.map(({ start }) => start),
    ]);

  it('are one, also in a chain and a circle, if they bear one label', () => {
    const [a, b, c] = [piece('a', 4), piece('b', 0), piece('c', 2)];
    expect(joined([a, b, c], link('b', 'a'), link('c', 'a'))).toEqual([['a,b,c', [0, 2, 4]]]);
    expect(joined([a, b, c], link('b', 'a'), link('c', 'b'))).toEqual([['a,b,c', [0, 2, 4]]]);
    expect(joined([a, b], link('b', 'a'), link('a', 'b'))).toHaveLength(1);
    expect(joined([a, piece('b', 0, 'Y')], link('b', 'a'))).toHaveLength(2);
    expect(joined([a, b], link('b', 'gone'))).toHaveLength(2);
  });
});

describe('the unit of offsets that do not say it', () => {
  const text = '👩‍👩‍👧 fire 👩‍👩‍👧 fire';

  it('is the one in which what we wrote is where we wrote it, however odd', () => {
    const odd = { start: 2, end: 6 };
    expect(likelyUnit([{ text, places: [odd] }], ['utf16', 'grapheme'])).toBe('grapheme');
    expect(likelyUnit([{ text, places: [odd], certain: [odd] }], ['utf16', 'grapheme'])).toBe('utf16');
  });

  it('is the first where nothing tells them apart', () => {
    expect(likelyUnit([{ text: 'fire', places: [{ start: 1, end: 2 }] }], ['utf16', 'grapheme'])).toBe(
      'utf16',
    );
    expect(likelyUnit([{ text, places: [] }], ['utf16', 'grapheme'])).toBe('utf16');
  });
});

describe('the codebook of a file', () => {
  it('is the one given, or the built-in one, as long as that knows all there is', () => {
    const known = [
      on('claim', { attributes: { kind: 'factual' }, roles: { supports: [{ annotation: 'q1' }] } }),
    ];
    expect(codebookOf(undefined, known, [], 'x')).toBe(DEFAULT_CODEBOOK);
    const given = { ...DEFAULT_CODEBOOK, layers: DEFAULT_CODEBOOK.layers.slice(1) };
    expect(codebookOf(given, [on('quote')], [], 'x')).toBe(given);
    expect(
      codebookOf(given, known, [], 'x')
        .layers.map(({ id }) => id)
        .at(-1),
    ).toBe('claim');
    expect(codebookOf(undefined, [], [{ layer: 'PER' }], 'x')).toBe(DEFAULT_CODEBOOK);
  });

  it('gains the attributes and roles that are new, each of a kind that fits its values', () => {
    const found = [
      on('claim', {
        attributes: { n: 1, t: 'a text\nof two lines', c: 'yes', m: ['x', 'y'], kind: 'factual' },
        roles: { near: [{ annotation: 'b' }, { speaker: 's' }] },
      }),
    ];
    const [claim] = codebookOf(undefined, found, [], 'x').layers;
    expect(claim!.attributes.slice(4).map(({ id, kind }) => [id, kind])).toEqual([
      ['n', 'number'],
      ['t', 'text'],
      ['c', 'choice'],
      ['m', 'multiple'],
    ]);
    expect(claim!.roles.at(-1)).toEqual({ id: 'near', label: 'near', targets: ['speaker', 'annotation'] });
  });

  it('is made of the labels where one is unknown, with keys and forms of their own', () => {
    const labels = Array.from({ length: 30 }, (_, at) => `L${at}`);
    const codebook = codebookOf(
      undefined,
      ['claim', ...labels].map((layer) => on(layer)),
      [],
      'Labels',
    );
    expect(codebook).toMatchObject({ id: 'imported', name: 'Labels', version: '1.0' });
    expect(codebook.layers[0]).toBe(DEFAULT_CODEBOOK.layers[0]);
    expect(new Set(codebook.layers.slice(0, 26).map(({ key }) => key)).size).toBe(26);
    expect(new Set(codebook.layers.slice(1).map(({ colour, form }) => colour + form)).size).toBe(30);
  });

  it('has a free text where there are too many values to choose from', () => {
    const many = Array.from({ length: 60 }, (_, at) => on('X', { attributes: { a: `v${at}` } }));
    expect(codebookOf(undefined, many, [], 'x').layers[0]!.attributes[0]!.kind).toBe('text');
  });
});

describe('an article of another tool’s text', () => {
  const made = (text: string) => foreignArticle('a', text, { name: 'Name', fileName: 'f.txt', order: 1 });

  it('has its short first line for a title, and its lines for paragraphs', () => {
    expect(made('Ferry sinks\r\n\r\n  No one was hurt. \n')).toMatchObject({
      title: 'Ferry sinks',
      blocks: [
        { kind: 'title', start: 0, end: 11 },
        { kind: 'paragraph', start: 17, end: 33 },
      ],
      origin: { lineEnds: 'mixed', bytes: 35 },
    });
    expect(made('One line only.')).toMatchObject({ title: 'Name', blocks: [{ kind: 'paragraph' }] });
    expect(made('')).toMatchObject({ title: 'Name', blocks: [] });
  });

  it('is refused when no file could carry it', () => {
    expect(() => made('a\0')).toThrow('NUL');
  });
});
