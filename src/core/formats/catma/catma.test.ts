import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { recognisesTei } from '../tei/recognise';
import { catma } from './catma';
import { hexOf } from './tagsets';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const first = fixture('good/annotationcollections/first.xml');
const harbour = fixture('good/harbour.txt');

describe('collections of CATMA', () => {
  const { project, warnings } = catma.parse([first, harbour]);
  const marks = [...project.annotations.values()].flat();
  const of = (quote: string) => marks.find((mark) => mark.quote === quote)!;

  it('have their segments joined to annotations, in UTF-16', () => {
    expect([...project.articles.values()].map(({ title, text }) => [title, text])).toEqual([
      ['harbour', harbour.data],
    ]);
    expect(marks.map(({ layer, quote }) => [layer, quote])).toEqual([
      ['Voices / Person', 'Mara Lind'],
      ['Voices / Person', 'Lind met Bo Ek'],
      ['Speech / Direct', '“We knew,” … “of it.”'],
      ['Speech', 'he said'],
    ]);
  });

  it('have their properties, makers and times', () => {
    expect(of('“We knew,” … “of it.”')).toMatchObject({
      attributes: { tone: ['calm', 'dry'], medium: 'letter' },
      createdAt: '2021-05-01T08:00:00.000Z',
    });
    expect(project.annotators.get(of('Lind met Bo Ek').annotatorId)!.name).toBe('bo');
    expect(of('he said').createdAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('have their tagsets as layers, with colours near theirs', () => {
    const layers = project.codebook.layers.map(({ id, colour, attributes }) => [
      id,
      colour,
      attributes.map((attribute) => [attribute.id, attribute.kind]),
    ]);
    expect(layers.map(([id]) => id)).toEqual([
      'Voices / Person',
      'Speech',
      'Speech / Direct',
      'Other tags / Person',
    ]);
    expect(layers[1]![1]).toBe('quote');
    expect(layers[3]![1]).toBe('neutral');
    expect(layers[2]![2]).toEqual([
      ['medium', 'choice'],
      ['tone', 'multiple'],
    ]);
    expect(warnings).toEqual([
      'good/annotationcollections/first.xml: 1 segment or annotation lacks its other half and is left out',
    ]);
  });

  it('are placed in an article of the project, whose line ends may be one character', () => {
    const article = articleOf('a1', harbour.data.replaceAll('\r\n', '\n'), { title: 'harbour' });
    const other = articleOf('a2', 'x'.repeat(58));
    const read = catma.parse(
      [first],
      new Map([
        ['a2', other],
        ['a1', article],
      ]),
    );
    expect(read.project.annotations.get('a1')!.map(({ quote }) => quote)).toEqual(
      marks.map(({ quote }) => quote),
    );
    expect(read.project.articles.get('a1')).toEqual(article);
    expect(read.warnings).toContain(`${first.path}: line ends count two characters`);
  });

  it('are placed by the length of the text where names do not tell', () => {
    const renamed = { ...harbour, path: 'somewhere/else.txt' };
    const { project: back } = catma.parse([first, renamed, { path: 'readme.txt', data: 'x' }]);
    expect([...back.annotations.values()].flat()).toHaveLength(4);
  });

  it('may hold the text themselves', () => {
    const { project: back } = catma.parse([fixture('good/text-inside.xml')]);
    expect([...back.articles.values()].map(({ text }) => text)).toEqual(['One two three four.']);
    expect([...back.annotations.values()].flat().map(({ quote }) => quote)).toEqual(['two three', 'three']);
  });

  it.each(GOLDEN_STRINGS)('count UTF-16: $name', ({ text, target, utf16: [start, end] }) => {
    const ptr = (from: number, to: number) => `<ptr target="catma://D#char=${from},${to}"/>`;
    const body = `${ptr(0, start)}<seg ana="#CATMA_A">${ptr(start, end)}</seg>${ptr(end, text.length)}`;
    const data = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><ab type="catma">${body}</ab></body><fs xml:id="CATMA_A" type="T"/></text></TEI>`;
    const { project: back } = catma.parse(
      [{ path: 'x.xml', data }],
      new Map([['a1', articleOf('a1', text)]]),
    );
    expect(back.annotations.get('a1')!.map(({ quote }) => quote)).toEqual([target]);
  });

  it('are recognised, and are not taken for other TEI', () => {
    expect(catma.recognises([first])).toBe(true);
    expect(recognisesTei([first])).toBe(false);
    expect(catma.recognises([harbour])).toBe(false);
  });

  it.each([
    ['-3407821', '#cc0033'],
    ['-16776961', '#0000ff'],
    ['255', '#0000ff'],
    ['red', ''],
  ])('have colours as numbers with a sign: %s is %s', (number, hex) => {
    expect(hexOf(number)).toBe(hex);
  });
});

describe('a file that is refused', () => {
  it.each([
    [
      'with a place that is none',
      fixture('bad/place.xml'),
      /^bad\/place\.xml:4:\d+: “catma:\/\/D#char=5,2” is no place/,
    ],
    [
      'with an id given twice',
      fixture('bad/twice.xml'),
      /^bad\/twice\.xml:6:\d+: two annotations have the xml:id CATMA_A/,
    ],
    [
      'whose text is not there',
      fixture('bad/no-text.xml'),
      /^bad\/no-text\.xml:1:\d+: the text that it marks \(“Nowhere”\)/,
    ],
    ['of another kind', { path: 'x.xml', data: '<html/>' }, /^x\.xml:1:\d+: this is no TEI document/],
    [
      'that is other TEI',
      { path: 'x.xml', data: '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>' },
      /^x\.xml:1:\d+: this is no collection of CATMA/,
    ],
    ['that is not there', { path: 'x.txt', data: '' }, /^x\.txt:1:1: a file that ends in \.xml/],
  ])('%s', (_, file, message) => {
    expect(() => catma.parse([file])).toThrow(FormatError);
    expect(() => catma.parse([file])).toThrow(message);
  });

  it('is not one with a text of another length, which is told', () => {
    const { warnings } = catma.parse([first, { path: 'harbour.txt', data: `${harbour.data}more` }]);
    expect(warnings.join()).toContain('is not as long as the text that was marked');
  });
});
