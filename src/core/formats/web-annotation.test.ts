import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../project/model';
import { arbitraryProject } from '../project/project.arbitrary';
import { articleOf, claimOn, projectOf } from './fixtures/small-project';
import { FormatError } from './format';
import { readTag, tagText } from './tag-text';
import { webAnnotation } from './web-annotation';

const article = articleOf('a1', '😀😀 We knew, said Ek. We knew. 👩‍👩‍👧 end', {
  url: 'https://news.example/1',
});
const articles = new Map([['a1', article]]);
const read = (value: unknown, known: ReadonlyMap<string, Article> = articles) =>
  webAnnotation.parse!([{ path: 'x.jsonld', data: JSON.stringify(value) }], known);
const only = (value: unknown) => {
  const { project, warnings } = read(value);
  return { annotations: project.annotations.get('a1') ?? [], warnings };
};

const quoteOf = (exact: string, prefix = '', suffix = '') => ({
  type: 'TextQuoteSelector',
  exact,
  prefix,
  suffix,
});
const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end });
const foreign = (...selector: object[]) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: '#7e3f',
  type: 'Annotation',
  body: [
    { type: 'TextualBody', purpose: 'tagging', value: 'doubtful' },
    { type: 'TextualBody', value: 'Really?' },
  ],
  target: { source: 'https://news.example/1', selector },
});

describe('where a passage is', () => {
  it.each([
    ['by code points, as the specification says', [quoteOf('We knew'), position(3, 10)], [5, 12], []],
    [
      'by UTF-16, as most tools write',
      [quoteOf('We knew'), position(5, 12)],
      [5, 12],
      ['1 passage counts UTF-16 code units, against the specification'],
    ],
    [
      'by its quote and surroundings',
      [quoteOf('We knew', 'Ek. ', '.'), position(0, 7)],
      [23, 30],
      ['1 passage was found by its quote, not at its position'],
    ],
    [
      'by a quote that occurs once',
      [quoteOf('said')],
      [14, 18],
      ['1 passage was found by its quote, not at its position'],
    ],
    ['by position alone', [position(3, 10)], [5, 12], []],
  ])('is found %s', (_, selectors, [start, end], warnings) => {
    const found = only(foreign(...selectors));
    expect(found.annotations.map(({ spans }) => spans)).toEqual([[{ start, end }]]);
    expect(found.warnings).toEqual(warnings);
  });

  it.each([
    ['a quote that is not there', [quoteOf('We did not know')]],
    ['a quote that occurs twice', [quoteOf('We knew')]],
    ['a position past the end', [position(3, 900)]],
    ['a position that is no number', [{ type: 'TextPositionSelector', start: 'x' }]],
    ['half a character', [position(0.5, 3)]],
    ['only selectors we do not read', [{ type: 'XPathSelector', value: '/p[1]' }]],
  ])('is not guessed from %s: it is left out and counted', (_, selectors) => {
    const found = only(foreign(...selectors));
    expect(found.annotations).toEqual([]);
    expect(found.warnings).toEqual(['1 passage or article was not found and is left out']);
  });

  it('is not looked for in articles that share a URL', () => {
    const twin = { ...article, id: 'a2' };
    const { project } = read(foreign(quoteOf('said')), new Map([...articles, ['a2', twin]]));
    expect(project.annotations.size).toBe(0);
  });
});

describe('what other tools leave to be found out', () => {
  const aimed = (source: string | undefined, ...selector: object[]) => ({
    ...foreign(...selector),
    target: { ...(source === undefined ? {} : { source }), selector },
  });

  it('is what positions without quotes count: the same as those with quotes', () => {
    const found = only([foreign(quoteOf('We knew'), position(5, 12)), foreign(position(14, 18))]);
    expect(found.annotations.map(({ quote }) => quote)).toEqual(['We knew', 'said']);
    expect(found.warnings).toEqual(['2 passages count UTF-16 code units, against the specification']);
    expect(only([foreign(quoteOf('said'), position(12, 16)), foreign(position(3, 10))]).warnings).toEqual([]);
  });

  it.each([
    ['an address nobody has', 'https://elsewhere.example/'],
    ['no source at all', undefined],
    ['the address in another form', 'http://www.news.example/1/?utm_source=x#top'],
  ])('is the article: %s', (_, source) => {
    const twin = articleOf('a2', 'Other words, said Ek. We knew nothing.');
    const [item] = [aimed(source, quoteOf('We knew', 'Ek. ', '. 👩'))];
    const { project } = read(item, new Map([...articles, ['a2', twin]]));
    expect(project.annotations.get('a1')!.map(({ spans }) => spans)).toEqual([[{ start: 23, end: 30 }]]);
    expect(project.annotations.has('a2')).toBe(false);
  });

  it('is not guessed from words that are in two articles', () => {
    const twin = articleOf('a2', article.text);
    const { project } = read(aimed(undefined, quoteOf('said')), new Map([...articles, ['a2', twin]]));
    expect(project.annotations.size).toBe(0);
  });

  it('is where words stand that a page shows with other white space and quotation marks', () => {
    const text = 'He said: “We  knew\nit’s late.” We knew.';
    const known = new Map([['a1', articleOf('a1', text, { url: 'https://news.example/1' })]]);
    const { project } = read(foreign(quoteOf("We knew it's", 'said: "', ' late')), known);
    expect(project.annotations.get('a1')![0]!.quote).toBe('We  knew\nit’s');
  });

  it('is a selector that refines another', () => {
    const refined = { type: 'FragmentSelector', value: 'main', refinedBy: quoteOf('said') };
    expect(only(foreign(refined)).annotations[0]!.quote).toBe('said');
  });

  it('is who is linked to whom, and what is only a reply', () => {
    const one = { ...foreign(quoteOf('said')), id: '#one' };
    const two = { ...foreign(position(3, 10)), id: '#two' };
    const body = [{ type: 'TextualBody', purpose: 'tagging', value: 'denies' }];
    const link = {
      type: 'Annotation',
      motivation: 'linking',
      body,
      target: [{ id: '#one' }, { id: '#two' }],
    };
    const reply = { type: 'Annotation', motivation: 'replying', bodyValue: 'No.', target: '#two' };
    const { annotations, warnings } = only([one, two, link, reply]);
    expect(annotations.map(({ roles, note }) => [roles, note])).toEqual([
      [{}, 'Really?\n\nNo.'],
      [{ denies: [{ annotation: 'imported-2' }] }, 'Really?'],
    ]);
    expect(warnings.filter((each) => each.includes('not found'))).toEqual([]);
  });
});

describe('annotations of other tools', () => {
  it('come with their tags, comments and makers', () => {
    const [annotation] = only({
      ...foreign(position(3, 10)),
      creator: { id: 'https://x.example/me', name: 'Me' },
    }).annotations;
    expect(annotation).toMatchObject({
      id: 'imported-1',
      layer: 'annotation',
      attributes: { tag: 'doubtful' },
      note: 'Really?',
      annotatorId: 'imported-1',
      quote: 'We knew',
    });
  });

  it.each([
    ['a list', [foreign(position(3, 10))]],
    ['a page', { type: 'AnnotationPage', items: [foreign(position(3, 10))] }],
    ['a collection', { type: 'AnnotationCollection', first: { items: [foreign(position(3, 10))] } }],
    ['one annotation', foreign(position(3, 10))],
  ])('are read from %s', (_, value) => {
    expect(only(value).annotations).toHaveLength(1);
  });

  it('are refused with their line when they are none, or not valid', () => {
    expect(() => read({ hello: 1 })).toThrow(/1:1: this holds no W3C annotations/);
    const data = `[\n${JSON.stringify(foreign(position(3, 10)))},\n${JSON.stringify({ ...foreign(position(3, 10)), created: '' })}]`;
    expect(() => webAnnotation.parse!([{ path: 'x.jsonld', data }], articles)).toThrow(FormatError);
    expect(() => webAnnotation.parse!([{ path: 'x.jsonld', data }], articles)).toThrow(/^x\.jsonld:3:1: /);
  });
});

describe('what is written', () => {
  it('never begins or ends inside a character: the passage is widened and counted', () => {
    const family = article.text.indexOf('👩');
    const project = projectOf([article], [claimOn(article, 'c1', [[family + 2, family + 6]])]);
    const { files, loss } = webAnnotation.serialize(project);
    const [item] = JSON.parse(files[0]!.data).first.items;
    expect(item.target.selector[0].exact).toBe('👩‍👩‍👧');
    expect(loss.losses).toContainEqual(expect.objectContaining({ kind: 'split-character', count: 1 }));
  });

  it('selects what the text says, and counts a stored quote that says something else', () => {
    const stale = claimOn(article, 'c1', [[5, 12]], { quote: 'We know' });
    const { files, loss } = webAnnotation.serialize(projectOf([article], [stale]));
    expect(JSON.parse(files[0]!.data).first.items[0].target.selector[0].exact).toBe('We knew');
    expect(loss.losses).toContainEqual(expect.objectContaining({ kind: 'stale-quote', count: 1 }));
  });

  it('is valid by the rules of the model', () => {
    const IRI = /^(?:urn:marginalia:project-1(?::[a-z0-9-]+)*|http:\/\/www\.w3\.org\/ns\/anno\.jsonld)$/;
    const PURPOSES = ['classifying', 'tagging', 'assessing', 'commenting', 'linking'];
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const collection = JSON.parse(webAnnotation.serialize(project).files[0]!.data);
        const { items } = collection.first;
        expect(collection).toMatchObject({
          type: 'AnnotationCollection',
          total: items.length,
          first: { startIndex: 0 },
        });
        expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(items.length);
        for (const { id, type, body, target, created, modified } of items) {
          expect(id).toMatch(IRI);
          expect(type).toBe('Annotation');
          for (const time of [created, modified])
            expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
          for (const part of body) expect(PURPOSES).toContain(part.purpose);
          for (const part of [target].flat()) {
            expect(part.source ?? part).toMatch(IRI);
            for (const { type, exact, start, end } of part.selector ?? []) {
              if (type === 'TextQuoteSelector') expect(exact).not.toBe('');
              else expect(end).toBeGreaterThan(start);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a tag', () => {
  it('gives its name and value back, whatever they are', () => {
    const part = fc
      .array(fc.constantFrom('a', ':', ': ', '\\', ' ', '\n', '😀'), { maxLength: 4 })
      .map((list) => list.join(''));
    fc.assert(
      fc.property(part, part, (name, value) => {
        expect(readTag(tagText(name, value))).toEqual({ name, value });
      }),
      { numRuns: 2000 },
    );
    expect(readTag('doubtful')).toBeNull();
    expect(tagText('kind', 'factual')).toBe('kind: factual');
  });
});
