import { describe, expect, it } from 'vitest';
import { articleOf } from './fixtures/small-project';
import { webAnnotation } from './web-annotation';

const URL = 'https://news.example/1';
const articles = new Map([['a1', articleOf('a1', '😀 We knew, said Ek.', { url: URL })]]);
const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
const OA = 'http://www.w3.org/ns/oa#';
const value = (of: unknown) => [{ '@value': of }];
const at = (id: string) => [{ '@id': id }];

const quote = { [`${OA}exact`]: value('We knew'), '@type': [`${OA}TextQuoteSelector`] };
const count = (of: number) => [
  { '@type': 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger', '@value': of },
];
const place = {
  [`${OA}start`]: count(2),
  [`${OA}end`]: count(9),
  '@type': [`${OA}TextPositionSelector`],
};
const body = {
  '@type': [`${OA}TextualBody`],
  [`${OA}hasPurpose`]: at(`${OA}classifying`),
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#value': value('quote'),
};
const target = { [`${OA}hasSource`]: at(URL), [`${OA}hasSelector`]: [quote, place] };
const own = { '@id': 'urn:x:1', '@type': [`${OA}Annotation`] };
const expanded = { ...own, [`${OA}hasBody`]: [body], [`${OA}hasTarget`]: [target] };
const short = {
  id: 'urn:x:1',
  type: 'Annotation',
  body: { type: 'TextualBody', purpose: 'classifying', value: 'quote' },
  target: {
    source: URL,
    selector: [
      { type: 'TextQuoteSelector', exact: 'We knew' },
      { type: 'TextPositionSelector', start: 2, end: 9 },
    ],
  },
};
const page = (items: unknown) => ({
  '@id': 'urn:x:page',
  '@type': ['http://www.w3.org/ns/activitystreams#OrderedCollectionPage'],
  'http://www.w3.org/ns/activitystreams#items': [{ '@list': items }],
});

describe('linked data', () => {
  it.each([
    ['as the model has it', { '@context': CONTEXT, ...short }],
    ['expanded', [expanded]],
    ['expanded, on its page', [page([expanded])]],
    ['framed', { '@context': CONTEXT, '@graph': [short] }],
    [
      'flattened, with short names',
      {
        '@context': CONTEXT,
        '@graph': [
          { id: '_:b0', ...short.body },
          { id: '_:b1', source: URL, selector: ['_:b2', '_:b3'] },
          { id: '_:b2', ...short.target.selector[0] },
          { id: '_:b3', ...short.target.selector[1] },
          { ...short, body: '_:b0', target: '_:b1' },
        ],
      },
    ],
    [
      'a graph, with the addresses of terms',
      [
        page([{ '@id': 'urn:x:1' }]),
        { '@id': '_:b3', ...place },
        { '@id': '_:b1', ...target, [`${OA}hasSelector`]: [{ '@id': '_:b2' }, { '@id': '_:b3' }] },
        { ...own, [`${OA}hasBody`]: at('_:b0'), [`${OA}hasTarget`]: at('_:b1') },
        { '@id': '_:b0', ...body },
        { '@id': '_:b2', ...quote },
      ],
    ],
    [
      'with prefixes',
      {
        '@context': { oa: OA },
        '@id': 'urn:x:1',
        '@type': 'oa:Annotation',
        'oa:hasBody': {
          '@type': 'oa:TextualBody',
          'rdf:value': 'quote',
          'oa:hasPurpose': { '@id': 'oa:classifying' },
        },
        'oa:hasTarget': {
          'oa:hasSource': { '@id': URL },
          'oa:hasSelector': { 'oa:exact': 'We knew', '@type': 'oa:TextQuoteSelector' },
        },
      },
    ],
  ])('says the same %s', (_, json) => {
    const files = [{ path: 'x.jsonld', data: JSON.stringify(json) }];
    expect(webAnnotation.recognises!(files)).toBe(true);
    const { project } = webAnnotation.parse!(files, articles);
    const found = project.annotations.get('a1') ?? [];
    expect(found.map(({ layer, quote, spans }) => [layer, quote, spans])).toEqual([
      ['quote', 'We knew', [{ start: 3, end: 10 }]],
    ]);
  });

  it('that runs in a circle, or names what is not there, comes to an end', () => {
    const circle = { '@id': '_:a', [`${OA}hasBody`]: at('_:a'), [`${OA}hasTarget`]: at('_:a') };
    const data = JSON.stringify([
      circle,
      { ...own, [`${OA}hasTarget`]: at('_:a'), [`${OA}hasBody`]: at('_:z') },
    ]);
    const { project, warnings } = webAnnotation.parse!([{ path: 'x.jsonld', data }], articles);
    expect(project.annotations.size).toBe(0);
    expect(warnings).toEqual(['1 passage or article was not found and is left out']);
  });
});
