import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { CasNames, identifier } from './names';
import { tokenSentences } from './tokens';
import { uimaJson } from './uima-json';
import { uimaXmi } from './xmi';
import { countForbidden, xmlSafe, xmlText } from './xml-text';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});

/** The ways to write a CAS, with a file of other tools for each that says the same. */
const WAYS = [
  { format: uimaJson, harbour: [fixture('good/harbour.json')] },
  { format: uimaXmi, harbour: [fixture('good/harbour.xmi'), fixture('good/TypeSystem.xml')] },
];

describe.each(WAYS)('a CAS that we did not write ($format.id)', ({ format, harbour }) => {
  const { project, warnings } = format.parse!(harbour);
  const [article] = project.articles.values();
  const found = new Map(project.annotations.get('harbour')!.map((next) => [next.id, next]));

  it('has its text, and its marks by their types', () => {
    expect(article).toMatchObject({ id: 'harbour', title: '💩 Mara Lind met Bo Ek.' });
    expect([...found.values()].map(({ id, layer, quote }) => [id, layer, quote])).toEqual([
      ['harbour-fs-15', 'Mood', ''],
      ['harbour-fs-10', 'Person', 'Mara Lind'],
      ['harbour-fs-11', 'Person', 'Bo Ek'],
      ['harbour-fs-12', 'Judgement', 'called'],
    ]);
    expect(warnings).toEqual([expect.stringMatching(/: 1 annotation is nowhere in the text/)]);
  });

  it('has its features as values, slots and relations as roles', () => {
    expect(found.get('harbour-fs-10')).toMatchObject({
      attributes: { function: 'chair' },
      roles: { friend: [{ annotation: 'harbour-fs-11' }] },
    });
    expect(found.get('harbour-fs-11')!.attributes).toMatchObject({ traits: ['tall', 'kind'], years: 40 });
    expect(found.get('harbour-fs-12')).toMatchObject({
      attributes: { weight: 'NaN', sure: true },
      roles: { praises: [{ annotation: 'harbour-fs-11' }] },
    });
    expect(found.get('harbour-fs-15')).toMatchObject({ spans: [], attributes: { value: 'warm' } });
    expect(project.codebook.layers.map(({ id }) => id)).toEqual(['Person', 'Judgement', 'Mood']);
  });

  it('is the same after it was written again and read again', () => {
    const { files } = format.serialize(project);
    expect(format.parse!(files).project).toEqual(project);
  });
});

describe.each(WAYS)('our own CAS, changed by another tool ($format.id)', ({ format }) => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.');
  const place = (part: string) =>
    [article.text.indexOf(part), article.text.indexOf(part) + part.length] as const;
  const [start, end] = place('Ek');
  const claim = claimOn(article, 'c1', [place('😀 ferry')], {
    roles: { 'made-by': [{ speaker: 'ek' }], supports: [{ annotation: 'c2' }] },
    note: 'kept',
  });
  const other = claimOn(article, 'c2', [place('had'), place('brakes')], { certainty: 'very uncertain' });
  const quote = claimOn(article, 'q1', [[0, 29]], {
    layer: 'quote',
    attributes: { form: 'indirect' },
    roles: { source: [{ spans: [{ start, end }] }] },
  });
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const project = projectOf([article], [claim, other, quote, whole]);
  const written = format.serialize(project).files;
  const changed = (from: RegExp, to: string) => {
    const data = written[0]!.data.replace(from, to);
    expect(data).not.toBe(written[0]!.data);
    const { project: back, warnings } = format.parse!([{ ...written[0]!, data }, ...written.slice(1)]);
    return { by: new Map(back.annotations.get('a1')!.map((next) => [next.id, next])), warnings };
  };

  it('shows everything without what is carried: values, links, passages joined', () => {
    const { by } = changed(/marginalia([.:])Carried/g, 'marginalia$1Lost');
    const of = (key: string) => by.get(`a1-${key}`);
    expect(of('c1')).toMatchObject({
      layer: 'claim',
      attributes: { kind: 'factual' },
      roles: { 'made-by': [{ speaker: 'ek' }], supports: [{ annotation: 'a1-c2' }] },
      note: 'kept',
    });
    expect(of('c2')!.spans).toEqual(other.spans);
    expect(of('q1')!.roles).toEqual(quote.roles);
    expect(of('s1')).toMatchObject({ layer: 'sentiment', spans: [], attributes: { polarity: -2 } });
  });

  it('has the new value, and the rest as it was', () => {
    const { by, warnings } = changed(/("?form"?[:=] ?)"indirect"/, '$1"direct"');
    expect(by.get('q1')).toEqual({ ...quote, attributes: { form: 'direct' } });
    expect(by.get('c1')).toEqual(claim);
    expect(by.get('c2')).toEqual(other);
    expect(warnings).toEqual(['another tool changed 1, removed 0 and added 0 annotations']);
  });

  it('has what was moved where it is now', () => {
    const { by } = changed(
      /("?begin"?[:=] ?)"?4"?([ ,]"?end"?[:=] ?)"?12"?(?=[ ,]"?marginaliaId)/,
      '$1"7"$2"12"'.replaceAll('"', format.id === 'uima-json' ? '' : '"'),
    );
    expect(by.get('c1')).toMatchObject({ quote: 'ferry', certainty: claim.certainty, roles: claim.roles });
  });

  it('comes back without our ids, found by its places', () => {
    const { by } = changed(/("?)marginaliaId/g, '$1forgotten');
    expect(by.get('c2')!.spans).toEqual(other.spans);
    expect(by.get('c2')!.certainty).toBe('very uncertain');
  });
});

describe('a file that is refused', () => {
  it.each([
    ['cut off', 'bad/cut-off.json', /^bad\/cut-off\.json:5:1: /],
    ['without a text', 'bad/no-text.json', /^bad\/no-text\.json:2:\d+: the CAS has no text/],
    ['with an id given twice', 'bad/twice.json', /^bad\/twice\.json:4:13: two structures have the id 1/],
    ['with a reference to nothing', 'bad/nowhere.json', /^bad\/nowhere\.json:5:16: a reference/],
  ])('is %s', (_, path, message) => {
    expect(() => uimaJson.parse!([fixture(path)])).toThrow(FormatError);
    expect(() => uimaJson.parse!([fixture(path)])).toThrow(message);
  });

  it.each([
    ['no CAS', '{"a": 1}', /^x\.json:1:1: this is no JSON of a UIMA CAS/],
    [
      'a structure without a type',
      '{"%FEATURE_STRUCTURES":[{"%ID":1}]}',
      /^x\.json:1:\d+: a structure has no %TYPE/,
    ],
    ['an id of 0', '{"%FEATURE_STRUCTURES":[{"%ID":0,"%TYPE":"x"}]}', /^x\.json:1:32: .*above 0/],
    ['nesting without end', '['.repeat(5000), /^x\.json:1:\d+: /],
    [
      'NUL in its text',
      '{"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaString":"a\\u0000"}]}',
      /NUL/,
    ],
  ])('is %s', (_, data, message) => {
    expect(() => uimaJson.parse!([{ path: 'x.json', data }])).toThrow(FormatError);
    expect(() => uimaJson.parse!([{ path: 'x.json', data }])).toThrow(message);
  });
});

describe('names and tokens', () => {
  it.each([
    ['check-worthiness', 'checkWorthiness'],
    ['=odd.layer', 'oddLayer'],
    ['7', 'x7'],
    ['שלום', 'x'],
    ['Émile', 'Emile'],
  ])('are identifiers: %s', (name, expected) => {
    expect(identifier(name)).toBe(expected);
  });

  it('are no words of Python, which makes classes of them (cassis)', () => {
    const [layer] = DEFAULT_CODEBOOK.layers;
    const roles = ['is', 'from', 'None', 'is-'].map((id) => ({ id, label: id, targets: [] }));
    const names = new CasNames({
      ...DEFAULT_CODEBOOK,
      layers: [{ ...layer!, attributes: [{ id: 'class', label: '', kind: 'text' }], roles }],
    });
    const written = [
      names.featureOf('claim', 'attribute', 'class'),
      ...roles.map(({ id }) => names.featureOf('claim', 'role', id)),
    ];
    expect(written).toEqual(['class2', 'is2', 'from2', 'None2', 'is3']);
    expect(names.meaningOf('claim', 'is2')).toEqual({ kind: 'role', id: 'is' });
    expect(names.featureOf('claim', 'attribute', 'lambda')).toBe('lambda_');
  });

  it('are no control characters, which are spaces in XML and white space elsewhere', () => {
    const article = articleOf('a1', 'one\x1ctwo\x85\x1f \x01three');
    const tokens = tokenSentences(article).flatMap((sentence) => sentence.tokens);
    expect(tokens.map(({ start, end }) => article.text.slice(start, end))).toEqual(['one', 'two', 'three']);
  });

  it.each(GOLDEN_STRINGS)('hold every character that is to be seen: $name', ({ text }) => {
    const article = articleOf('a1', text);
    const tokens = tokenSentences(article).flatMap((sentence) => sentence.tokens);
    expect(tokens.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text.replace(/\s/gu, ''));
  });
});

describe('XML', () => {
  const xmi = (inner: string, head = '') => [
    {
      path: 'x.xmi',
      data: `${head}<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">${inner}</xmi:XMI>`,
    },
  ];

  it.each([
    ['that defines entities', [fixture('bad/entity.xmi')], /^bad\/entity\.xmi:2:\d+: a document type/],
    ['that is cut off', [fixture('bad/cut-off.xmi')], /^bad\/cut-off\.xmi:4:1: unclosed tag/],
    [
      'with an id given twice',
      [fixture('bad/twice.xmi')],
      /^bad\/twice\.xmi:3:\d+: two structures have the id 1/,
    ],
    ['without a text', [fixture('bad/no-text.xmi')], /^bad\/no-text\.xmi:1:\d+: the CAS has no text/],
    ['with an entity nobody defined', xmi('<cas:Sofa a="&b;"/>'), /^x\.xmi:1:\d+: undefined entity/],
    ['with a prefix nobody defined', xmi('<x:Y/>'), /^x\.xmi:1:\d+: .*unbound namespace prefix/],
    [
      'with a structure without an id',
      xmi('<cas:Sofa sofaString="x"/>'),
      /^x\.xmi:1:\d+: .*number as its xmi:id/,
    ],
    ['nested without end', xmi('<a>'.repeat(500)), /^x\.xmi:1:\d+: nested more than 64/],
    ['with NUL', xmi('\0'), /^x\.xmi:1:\d+: .*NUL/],
    ['with a control character', xmi('<cas:Sofa a="&#1;"/>'), /^x\.xmi:1:\d+: /],
    ['of another kind', [{ path: 'x.xml', data: '<html/>' }], /^x\.xml:1:7: this is neither/],
    ['that is no XML', [{ path: 'x.xmi', data: 'We knew' }], /^x\.xmi:1:\d+: /],
    ['that is not there', [{ path: 'x.csv', data: '' }], /^x\.csv:1:1: /],
  ])('%s is refused', (_, files, message) => {
    expect(() => uimaXmi.parse!(files)).toThrow(FormatError);
    expect(() => uimaXmi.parse!(files)).toThrow(message);
  });

  it('without its type system is read all the same, what it cannot know as text', () => {
    const { project } = uimaXmi.parse!([fixture('good/harbour.xmi')]);
    const found = new Map(project.annotations.get('harbour')!.map((next) => [next.id, next]));
    expect(found.get('harbour-fs-11')!.attributes).toMatchObject({ years: '40', traits: ['tall', 'kind'] });
    expect(found.get('harbour-fs-12')!.roles).toEqual({ praises: [{ annotation: 'harbour-fs-11' }] });
  });

  it('keeps white space as it is, and has no room for control characters, which are counted', () => {
    const text = 'a\tb\r\nc\u2028 "<&>" \u0001d\ufffee \u0085';
    const article = articleOf('a1', text, { note: 'one\u0002two' });
    const place = [text.indexOf('d'), text.indexOf('e') + 1] as const;
    const claim = claimOn(article, 'c1', [place], { note: 'x\u0003y', attributes: { kind: 'a\u0004b' } });
    const { files, loss } = uimaXmi.serialize(projectOf([article], [claim]));
    expect(loss.losses.find(({ kind }) => kind === 'control-character')?.count).toBe(2);
    expect(files[0]!.data).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe]/);
    const { project, warnings } = uimaXmi.parse!(files);
    expect(warnings).toEqual([]);
    expect(project.articles.get('a1')).toMatchObject({ text: xmlSafe(text), note: 'one\u0002two' });
    expect(project.annotations.get('a1')).toEqual([
      { ...claim, quote: 'd e', prefix: expect.any(String), suffix: ' \u0085' },
    ]);
  });

  it('has an escape for every character that would not come back', () => {
    expect(xmlText('<a b="c">&\t\n\r\u0007')).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&#9;&#10;&#13; ');
    expect(countForbidden('\u0000\u000b\t😀\uffff')).toBe(3);
  });
});
