import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { readXml, type XmlElement } from '../uima/xml-read';
import { xmlSafe } from '../uima/xml-text';
import { attributeOf, rawText, within, xmlAttributeOf } from './elements';
import { readName, teiName } from './names';
import { recognisesCatma, recognisesTei } from './recognise';
import { teiInline } from './tei-inline';
import { teiStandoff } from './tei-standoff';

const fixture = (path: string): FormatFile => ({
  path,
  data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8'),
});
const document = (body: string, standOff = ''): FormatFile => ({
  path: 'x.xml',
  data: `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>${body}</body></text>${standOff}</TEI>`,
});
const read = (...files: FormatFile[]) => {
  const { project, warnings } = teiStandoff.parse!(files);
  const marks = [...project.annotations.values()].flat();
  return { project, warnings, marks, by: new Map(marks.map((next) => [next.id, next])) };
};
const idsOf = (element: XmlElement): string[] => [
  ...(xmlAttributeOf(element, 'id') === undefined ? [] : [xmlAttributeOf(element, 'id')!]),
  ...element.children.flatMap(idsOf),
];

describe('documents that Recogito writes', () => {
  const { project, warnings, by } = read(fixture('good/recogito.xml'));

  it('have their text, white space as a reader sees it, without notes', () => {
    expect([...project.articles.values()].map(({ title, text }) => [title, text])).toEqual([
      ['The 😀 harbour', '😀 Mara Lind met Bo Ek.\n\n“Ek knew,” she said.'],
    ]);
  });

  it('have their annotations by XPaths and UTF-16 offsets, a mark for each tag', () => {
    const found = [...by.values()].map(({ id, layer, quote, note }) => [id, layer, quote, note]);
    expect(found).toEqual([
      ['recogito-uid-3', 'annotation', '', 'About all of it.'],
      ['recogito-uid-1', 'Person', 'Mara Lind', 'The chair?'],
      ['recogito-uid-2', 'Person', 'k kne', ''],
      ['recogito-uid-2-2', 'ship', 'k kne', ''],
    ]);
    expect(by.get('recogito-uid-1')!.createdAt).toBe('2024-05-01T08:00:00.000Z');
    expect([...project.annotators.values()].map(({ name }) => name).sort()).toEqual(['Ida', 'Imported']);
    expect(project.codebook.layers.map(({ id }) => id)).toEqual(['Person', 'Unused', 'ship', 'annotation']);
  });

  it('are read with a word on what was odd', () => {
    expect(warnings).toEqual([
      'good/recogito.xml: 1 annotation has no target and is taken as about the whole text',
      'good/recogito.xml: 1 annotation is nowhere in the text and is left out',
      'good/recogito.xml: 1 note, running head or second reading within the text is left out',
    ]);
  });
});

describe('documents as the Guidelines have them', () => {
  const { project, warnings, by } = read(fixture('good/guidelines.xml'));
  const of = (id: string) => by.get(`guidelines-${id}`)!;

  it('have pointers into elements of any white space, in code points', () => {
    expect([...project.articles.values()][0]!.text).toBe(
      'Two quays\n\nThe 😀 old quay stands. The new quay does not.\n\nShe sayd so, twice.',
    );
    expect(['a1', 'a2', 'a3', 'a4', 'a5'].map((id) => of(id).quote)).toEqual([
      'old quay … new quay',
      'The new quay does not.',
      'The',
      'She sayd so, twice.',
      'She sayd so, twice.',
    ]);
    expect([of('a6').layer, of('a6').quote, of('a6').note]).toEqual([
      'Praise',
      'The 😀 old quay stands. The new quay does not.',
      'From one to the other.',
    ]);
    expect(of('a5').note).toBe('A note beside.');
    expect(of('a2').note).toBe('A whole sentence.');
  });

  it('have the facts of their headers', () => {
    expect([...project.articles.values()][0]).toMatchObject({
      title: 'Two quays',
      byline: 'Ida Holm',
      outlet: 'The Quay',
      publishedAt: '2020-05-01',
      url: 'https://quay.example/1',
      language: 'en-GB',
    });
  });

  it('have categories as layers, features as values, pointers as roles', () => {
    expect(of('a1')).toMatchObject({
      layer: 'Praise',
      attributes: { weight: 2, tone: 'warm', who: ['one', 'two'], sure: true },
      roles: {
        holder: [{ speaker: 'mara-lind' }],
        link: [{ annotation: 'guidelines-a2' }],
        cue: [{ spans: [{ start: 63, end: 67 }] }],
      },
      createdAt: '2020-05-21T13:59:00Z',
    });
    expect(project.speakers.get('mara-lind')!.name).toBe('Mara Lind');
    expect(project.annotators.get(of('a1').annotatorId)!.name).toBe('Fred');
    expect(warnings).toEqual([
      'good/guidelines.xml: 1 pointer of an annotation leads nowhere and is left out',
      'good/guidelines.xml: 1 name, speech or other passage that is marked up in the text is not read as a mark',
      'good/guidelines.xml: 1 note, running head or second reading within the text is left out',
    ]);
  });

  it('are the same after they were written again and read again', () => {
    expect(teiStandoff.parse!(teiStandoff.serialize(project).files).project).toEqual(project);
  });

  it('whose offsets are UTF-16 are found out and told', () => {
    const text = '😀😀 We knew, said Ek. 😀 Nobody else did.';
    const at = (words: string) => text.indexOf(words);
    const annotations = ['We knew', 'Ek', 'Nobody'].map(
      (words, n) => `<annotation xml:id="a${n}" target="#string-range(p,${at(words)},${words.length})"/>`,
    );
    const { marks, warnings } = read(
      document(
        `<p xml:id="p">${text}</p>`,
        `<standOff><listAnnotation>${annotations.join('')}</listAnnotation></standOff>`,
      ),
    );
    expect(marks.map(({ quote }) => quote)).toEqual(['We knew', 'Ek', 'Nobody']);
    expect(warnings).toEqual(['x.xml: offsets count UTF-16 code units']);
  });

  it('keep what is left of an annotation of which a part is nowhere, and say so', () => {
    const target = '#string-range(p,0,2) #string-range(p,90,2) #gone';
    const standOff = `<standOff><listAnnotation><annotation xml:id="a" target="${target}"/></listAnnotation></standOff>`;
    const { marks, warnings } = read(document('<p xml:id="p">We knew.</p>', standOff));
    expect(marks.map(({ quote }) => quote)).toEqual(['We']);
    expect(warnings).toEqual(['x.xml: 2 pointers of annotations lead nowhere and are left out']);
  });

  it('of a corpus are an article each', () => {
    const one = document('<p>One.</p>').data;
    const corpus = `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>${one}${one}</teiCorpus>`;
    const { project } = read({ path: 'c.xml', data: corpus });
    expect([...project.articles.values()].map(({ id, text }) => [id, text])).toEqual([
      ['c-document-1', 'One.'],
      ['c-document-2', 'One.'],
    ]);
  });
});

describe('a file that is refused', () => {
  it.each([
    ['cut off', fixture('bad/cut-off.xml'), /^bad\/cut-off\.xml:3:\d+: unclosed tag/],
    ['with entities', fixture('bad/entity.xml'), /^bad\/entity\.xml:2:\d+: a document type/],
    [
      'with an id given twice',
      fixture('bad/twice.xml'),
      /^bad\/twice\.xml:5:\d+: two annotations have the xml:id a/,
    ],
    ['no TEI', fixture('bad/html.xml'), /^bad\/html\.xml:2:\d+: this is no TEI document/],
    ['nested without end', document('<div>'.repeat(500)), /^x\.xml:1:\d+: nested more than 64/],
    ['with NUL', document('<p>a\0</p>'), /^x\.xml:1:\d+: .*NUL/],
    ['not there', { path: 'x.csv', data: '' }, /^x\.csv:1:1: a file that ends in \.xml/],
  ])('is %s', (_, file, message) => {
    expect(() => teiStandoff.parse!([file])).toThrow(FormatError);
    expect(() => teiStandoff.parse!([file])).toThrow(message);
  });
});

describe('our own document', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek.\r\n\n\u00a0 We knew.\u2028 ', {
    blocks: [
      { kind: 'heading', start: 0, end: 36 },
      { kind: 'paragraph', start: 41, end: 49 },
    ],
  });
  const place = (part: string) =>
    [article.text.indexOf(part), article.text.indexOf(part) + part.length] as const;
  const claim = claimOn(article, 'c1', [place('😀 ferry'), place('knew')], {
    roles: {
      'made-by': [{ speaker: 'ek' }, { author: true }],
      supports: [{ annotation: 'c2' }, { claim: 'c1' }],
    },
    note: ' kept \n as it is ',
  });
  const other = claimOn(article, 'c2', [place('had')], { certainty: 'very uncertain' });
  const quote = claimOn(article, 'q1', [[0, 26]], {
    layer: 'quote',
    attributes: { form: 'indirect' },
    roles: { source: [{ spans: [{ start: place('Ek')[0], end: place('Ek')[1] }] }] },
  });
  const project = projectOf([article], [claim, other, quote]);
  const written = teiStandoff.serialize(project).files;
  const changed = (from: RegExp | string, to: string) => {
    const data = written[0]!.data.replace(from, to);
    expect(data).not.toBe(written[0]!.data);
    return read({ ...written[0]!, data }, ...written.slice(1));
  };

  it('comes back, white space and all', () => {
    const { project: back, warnings } = read(...written);
    expect(back.articles.get('a1')).toEqual(article);
    expect(back.annotations).toEqual(project.annotations);
    expect(warnings).toEqual([]);
  });

  it('has what another tool changed, and the rest as it was', () => {
    const { by, warnings } = changed('<symbol value="indirect"/>', '<symbol value="direct"/>');
    expect(by.get('q1')).toEqual({ ...quote, attributes: { form: 'direct' } });
    expect(by.get('c1')).toEqual(claim);
    expect(warnings).toEqual(['another tool changed 1, removed 0 and added 0 annotations']);
  });

  it('has what another tool moved, removed and added', () => {
    const moved = changed('#string-range(text,4,7)', '#string-range(text,6,5)').by.get('c1');
    expect(moved).toMatchObject({ quote: 'ferry … knew', note: claim.note, roles: claim.roles });
    const { by, warnings } = changed(
      /<annotation xml:id="annotation\.c2".*?<\/annotation>/s,
      '<annotation xml:id="uid-9" target="/TEI[1]/text[1]/body[1]::4 /TEI[1]/text[1]/body[1]::12"><note>new</note></annotation>',
    );
    expect([...by.keys()].sort()).toEqual(['a1-uid-9', 'c1', 'q1']);
    expect(by.get('a1-uid-9')).toMatchObject({ layer: 'annotation', quote: '😀 ferry', note: 'new' });
    expect(by.get('c1')!.roles.supports).toEqual([{ claim: 'c1' }]);
    expect(warnings).toEqual([
      'a1.xml: 1 pointer of an annotation leads nowhere and is left out',
      'another tool changed 1, removed 1 and added 1 annotations',
    ]);
  });

  it('shows everything without what it carries for us', () => {
    const { by, project: back } = changed(/<xenoData.*<\/xenoData>/s, '');
    expect(by.get('a1-c1')).toMatchObject({
      layer: 'claim',
      spans: claim.spans,
      attributes: { kind: 'factual' },
      roles: { 'made-by': [{ speaker: 'ek' }], supports: [{ annotation: 'a1-c2' }, { claim: 'c1' }] },
      note: claim.note,
      createdAt: claim.createdAt,
    });
    expect(by.get('a1-q1')!.roles).toEqual(quote.roles);
    expect([...back.articles.values()][0]!.text).toBe(article.text);
    expect([...back.annotators.values()].map(({ name }) => name)).toEqual(['Ada']);
  });

  it('has no room for control characters, which are counted', () => {
    const text = 'a\tb \u0001d\ufffee \u0085';
    const odd = articleOf('a1', text, { note: 'one\u0002two' });
    const { files, loss } = teiStandoff.serialize(projectOf([odd], [claimOn(odd, 'c1', [[5, 8]])]));
    expect(loss.losses.find(({ kind }) => kind === 'control-character')?.count).toBe(2);
    expect(files[0]!.data).not.toMatch(/[\0-\x08\x0b-\x1f\ufffe]/);
    const { project: back, marks, warnings } = read(...files);
    expect(warnings).toEqual([]);
    expect(back.articles.get('a1')).toMatchObject({ text: xmlSafe(text), note: 'one\u0002two' });
    expect(marks[0]).toMatchObject({ id: 'c1', quote: 'd e' });
  });

  it('is recognised, and CATMA’s are not', () => {
    expect(recognisesTei(written)).toBe(true);
    expect(recognisesTei([fixture('good/recogito.xml')])).toBe(true);
    expect(recognisesCatma(written)).toBe(false);
    expect(recognisesTei([fixture('bad/html.xml'), { path: 'x.txt', data: written[0]!.data }])).toBe(false);
  });
});

describe('names', () => {
  it('are XML names, and come back', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), (text) => {
        expect(teiName(text)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
        expect(readName(teiName(text))).toBe(text);
      }),
      { numRuns: 1000 },
    );
  });
});

describe.each([teiStandoff, teiInline])('$id', (format) => {
  it('has the text of each article in its body, and every id once, a name without colon', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = format.serialize(project);
        for (const { id, text } of project.articles.values()) {
          const root = readXml(files.find(({ path }) => path === `${id}.xml`)!);
          const [body] = within(root, 'body');
          expect(rawText(body!)).toBe(text);
          const ids = idsOf(root);
          expect(new Set(ids).size).toBe(ids.length);
          for (const each of ids) expect(each).toMatch(/^[A-Za-z_][A-Za-z0-9._-]*$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('inline markup', () => {
  const pieces = (root: XmlElement): XmlElement[] => [...within(root, 'body')].flatMap(marked);
  const marked = (element: XmlElement): XmlElement[] => [
    ...(attributeOf(element, 'corresp') ? [element] : []),
    ...element.children.flatMap(marked),
  ];
  const bare = (text: string) => text.replace(/\s/gu, '');

  it('holds the words of every annotation, its pieces linked in their order', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = teiInline.serialize(project);
        for (const [id, list] of project.annotations) {
          const { text } = project.articles.get(id)!;
          const root = readXml(files.find(({ path }) => path === `${id}.xml`)!);
          const found = new Map<string, XmlElement[]>();
          for (const piece of pieces(root)) {
            const of = attributeOf(piece, 'corresp')!;
            found.set(of, [...(found.get(of) ?? []), piece]);
          }
          for (const annotation of list) {
            const own = found.get(`#annotation.${annotation.id}`) ?? [];
            const words = annotation.spans.map(({ start, end }) => text.slice(start, end)).join('');
            expect(bare(own.map(rawText).join(''))).toBe(bare(words));
            const ids = own.map((piece) => `#${xmlAttributeOf(piece, 'id')}`);
            expect(own.map((piece) => attributeOf(piece, 'next'))).toEqual(
              [...ids.slice(1), undefined].slice(0, ids.length),
            );
            expect(own.map((piece) => attributeOf(piece, 'prev'))).toEqual(
              [undefined, ...ids].slice(0, ids.length),
            );
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('says who speaks, how, and whom a mention is of', () => {
    const article = articleOf('a1', 'Ek knew, “all of it”, he said; the log says less.', { byline: 'Bo' });
    const at = (words: string) =>
      [article.text.indexOf(words), article.text.indexOf(words) + words.length] as const;
    const base = projectOf(
      [article],
      [
        claimOn(article, 's1', [at('Ek')], {
          layer: 'speaker',
          attributes: {},
          roles: { is: [{ speaker: 'ek' }] },
        }),
        claimOn(article, 'q1', [at('“all of it”')], {
          layer: 'quote',
          attributes: { form: 'direct' },
          roles: { source: [{ annotation: 's1' }] },
        }),
        claimOn(article, 'q2', [at('less')], {
          layer: 'quote',
          attributes: { form: 'indirect' },
          roles: { source: [{ speaker: 'log' }] },
        }),
        claimOn(article, 'q3', [at('knew, “all')], {
          layer: 'quote',
          attributes: { form: 'mixed' },
          roles: { source: [{ author: true }] },
        }),
      ],
    );
    const log = { id: 'log', name: 'The log', aliases: [], kind: 'document or data', note: '' } as const;
    const project = { ...base, speakers: new Map([...base.speakers, ['log', log]]) };
    const [file] = teiInline.serialize(project).files;
    const root = readXml(file!);
    const found = pieces(root).map((piece) => [
      piece.name,
      rawText(piece),
      ...['who', 'source', 'ref', 'direct', 'next', 'prev']
        .map((name) => attributeOf(piece, name))
        .filter(Boolean),
    ]);
    expect(found).toEqual([
      ['rs', 'Ek', '#speaker.ek'],
      ['said', 'knew, “all', '#author', 'unknown'],
      ['said', '“all', '#speaker.ek', 'true', '#mark.q1.2'],
      ['said', ' of it”', '#speaker.ek', 'true', '#mark.q1'],
      ['quote', 'less', '#speaker.log'],
    ]);
    const people = [...within(root, 'listPerson')].flatMap(({ children }) => children);
    expect(people.map((person) => [person.name, xmlAttributeOf(person, 'id')])).toEqual([
      ['person', 'speaker.ek'],
      ['org', 'speaker.log'],
      ['person', 'author'],
    ]);
  });

  it('is not nested without end: the innermost stand beside the text only', () => {
    const article = articleOf('a1', 'word '.repeat(90));
    const many = Array.from({ length: 60 }, (_, n) => claimOn(article, `n${n}`, [[n, 300 - n]]));
    const { files } = teiInline.serialize(projectOf([article], many));
    const root = readXml(files[0]!);
    expect(rawText([...within(root, 'body')][0]!)).toBe(article.text);
    expect(pieces(root)).toHaveLength(24);
    expect([...within(root, 'annotation')]).toHaveLength(60);
  });

  it('takes a text of 2 MB with 20,000 annotations', () => {
    const article = articleOf('a1', 'Ships 😀 sail on “every” day.\n'.repeat(65_000));
    const many = Array.from({ length: 20_000 }, (_, n) => claimOn(article, `n${n}`, [[n * 60, n * 60 + 90]]));
    const { files } = teiInline.serialize(projectOf([article], many));
    expect(files[0]!.data.length).toBeGreaterThan(article.text.length);
  });
});
