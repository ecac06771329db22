import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { brat } from './brat';

const fixture = (...paths: string[]): readonly FormatFile[] =>
  paths.map((path) => ({ path, data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8') }));
const harbour = fixture('good/harbour.txt', 'good/harbour.ann');
const configured = [...harbour, ...fixture('good/annotation.conf', 'good/visual.conf')];
const read = (files: readonly FormatFile[]) => brat.parse!(files);
const only = (files: readonly FormatFile[]) => [...read(files).project.annotations.values()].flat();
const files = (text: string, ann: string) => [
  { path: 'a.txt', data: text },
  { path: 'a.ann', data: ann },
];

describe('a folder of brat that we did not write', () => {
  const { project, warnings } = read(configured);
  const [article] = project.articles.values();
  const annotations = new Map(project.annotations.get('harbour')!.map((next) => [next.id, next]));
  const words = (id: string) => annotations.get(id)?.quote;

  it('has its text, and what it marks under its own numbers', () => {
    expect(article).toMatchObject({ id: 'harbour', title: 'Harbour board approves new pier', order: 1 });
    expect([...annotations].map(([id, { layer, quote }]) => [id, layer, quote])).toEqual([
      ['harbour-e1', 'quote', 'that the old pier would close'],
      ['harbour-e2', 'quote', '“We have no choice,” … “none at all.”'],
      ['harbour-t12', 'Person', 'Mara Lind'],
      ['harbour-t20', 'Group', 'Dockers'],
      ['harbour-e3', 'Judge', 'called'],
      ['harbour-t21', 'Group', 'they'],
      ['harbour-e4', 'Fear', 'feared'],
    ]);
  });

  it('has its attributions as quotes, with source and cue', () => {
    const said = (id: string, role: string) =>
      annotations.get(id)!.roles[role]?.map((target) => {
        const [span] = 'spans' in target ? target.spans : [];
        return span && article!.text.slice(span.start, span.end);
      });
    expect(said('harbour-e1', 'source')).toEqual(['The harbour board']);
    expect(said('harbour-e1', 'cue')).toEqual(['said']);
    expect(said('harbour-e2', 'source')).toEqual(['Mara Lind']);
    expect(said('harbour-e2', 'cue')).toEqual(['said']); // its trigger
    expect(words('harbour-t1')).toBeUndefined();
  });

  it('has relations, arguments and equivalences as roles', () => {
    expect(annotations.get('harbour-t12')!.roles).toEqual({ MemberOf: [{ annotation: 'harbour-t20' }] });
    expect(annotations.get('harbour-t20')!.roles).toEqual({ Equiv: [{ annotation: 'harbour-t21' }] });
    expect(annotations.get('harbour-e3')!.roles).toEqual({
      Agent: [{ annotation: 'harbour-t20' }],
      Theme: [{ annotation: 'harbour-e4' }],
    });
  });

  it('has attributes, notes and normalisations', () => {
    expect(annotations.get('harbour-e3')!.attributes).toEqual({ Negation: 'true' });
    expect(annotations.get('harbour-e4')!.attributes).toEqual({ Strength: 'High' });
    expect(annotations.get('harbour-t12')).toMatchObject({
      attributes: { Reference: 'Wikidata:Q00 Mara Lind' },
      note: 'chairs the board',
    });
  });

  it('has a codebook made of its configuration', () => {
    const layers = new Map(project.codebook.layers.map((layer) => [layer.id, layer]));
    expect([...layers.keys()].slice(0, 3)).toEqual(['Actor', 'Person', 'Group']);
    expect(layers.get('quote')!.roles.map(({ id }) => id)).toContain('source');
    expect(layers.get('Judge')!.label).toBe('Judgement');
    expect(layers.get('Person')!.label).toBe('A person');
    expect(layers.get('Judge')!.roles.map(({ id }) => id)).toEqual(['Agent', 'Theme']);
    expect(layers.get('Fear')!.attributes.map(({ id }) => id)).toEqual(['Negation', 'Strength']);
    expect(layers.get('Fear')!.attributes[1]).toMatchObject({ values: [{ id: 'Low' }, { id: 'High' }] });
    expect(new Set(project.codebook.layers.map(({ key }) => key)).size).toBe(layers.size);
  });

  it('has its odd lines in the note of the article, and named in the warnings', () => {
    expect(article!.note!.split('\n').slice(1)).toEqual([
      'this line is nothing',
      'T99\tPerson 3 9\tnot what is there',
      'R2\tMemberOf Arg1:T12',
      '#2\tReviewed T12\tby the second reader',
    ]);
    expect(warnings).toEqual([
      'good/harbour.ann: events of the type Attribution are read as quote',
      'good/harbour.ann: 4 lines cannot be read and are kept in the article’s note (lines 23, 24, 25, 26)',
    ]);
  });

  it('is the same after it was written again and read again, odd lines and ids too', () => {
    const written = brat.serialize(project).files;
    expect(read(written).project).toEqual({
      ...project,
      info: { ...project.info, createdAt: project.info.createdAt },
    });
    const bare = written.map(({ path, data }) => ({
      path,
      data: data.replace(/^#\d+\tMarginalia.*\n/m, ''),
    }));
    const again = read(bare).project;
    expect([...again.annotations.get('harbour')!.map(({ id }) => id)].sort()).toEqual(
      [...annotations.keys()].sort(),
    );
    for (const line of ['T99\tPerson 3 9\tnot what is there', 'R2\tMemberOf Arg1:T12']) {
      expect(written.find(({ path }) => path.endsWith('.ann'))!.data.split('\n')).toContain(line);
    }
  });
});

describe('offsets of other tools', () => {
  it.each([
    ['code points', 'a😀 we knew', 'T1\tX 3 10\twe knew', [4, 11], 0],
    ['UTF-16, as brat’s own editor writes them', 'a😀 we knew', 'T1\tX 4 11\twe knew', [4, 11], 1],
    ['CRLF as one character', 'a\r\nb\r\nwe knew', 'T1\tX 4 11\twe knew', [6, 13], 1],
    ['UTF-16 with CRLF as one', '😀😀\r\n😀\r\nwe knew', 'T1\tX 8 15\twe knew', [10, 17], 1],
    ['no words on the line', 'we knew', 'T1\tX 3 7', [3, 7], 0],
    ['a line that ends with CRLF', 'we knew', 'T1\tX 3 7\tknew\r', [3, 7], 0],
    ['spaces for line breaks', 'we\nknew', 'T1\tX 0 7\twe knew', [0, 7], 0],
  ])('are understood: %s', (_, text, line, [start, end], warned) => {
    const { project, warnings } = read(files(text, `${line}\n`));
    expect(project.annotations.get('a')!.map(({ spans }) => spans)).toEqual([[{ start, end }]]);
    expect(warnings).toHaveLength(warned);
  });

  it('in passages that brat cut at a line break are one passage again', () => {
    const [annotation] = only(files('we\nknew it', 'T1\tX 0 2;3 7\twe knew\n'));
    expect(annotation!.spans).toEqual([{ start: 0, end: 7 }]);
  });

  it.each([
    ['overlapping', 'T1\tX 0 4;3 7\twe k knew'],
    ['empty', 'T1\tX 3 3\t'],
    ['past the end', 'T1\tX 3 70\tknew'],
    ['backwards', 'T1\tX 7 3\tknew'],
    ['with other words', 'T1\tX 0 2\tit'],
  ])('that are %s make the line odd', (_, line) => {
    const { project } = read(files('we knew it', `T2\tX 0 2\twe\n${line}\n`));
    expect(project.annotations.get('a')!.map(({ id }) => id)).toEqual(['a-t2']);
    expect(project.articles.get('a')!.note).toContain(line.trimEnd());
  });

  it('are read from the two files of BioNLP', () => {
    const parts = [
      { path: 'a.txt', data: 'we knew' },
      { path: 'a.a1', data: 'T1\tProtein 0 2\twe\n' },
      { path: 'a.a2', data: 'T2\tBinding 3 7\tknew\nE1\tBinding:T2 Theme:T1 Theme2:T1\nM1\tNegation E1\n' },
    ];
    const [, bound] = only(parts);
    expect(bound).toMatchObject({
      layer: 'Binding',
      attributes: { Negation: 'true' },
      roles: { Theme: [{ annotation: 'a-t1' }, { annotation: 'a-t1' }] },
    });
  });
});

describe('lines that lean on each other', () => {
  const text = 'she said it';
  const words = 'T1\tSource 0 3\tshe\nT2\tSaying 4 8\tsaid\n';
  const marked = (more: string) => only(files(text, words + more)).map(({ id, roles }) => [id, roles]);

  it('are one annotation when a passage is nothing but an argument, and two when more is known of it', () => {
    const spans = [{ start: 0, end: 3 }];
    expect(marked('E1\tSaying:T2 Source:T1\n')).toEqual([['a-e1', { Source: [{ spans }] }]]);
    for (const more of [
      'A1\tOld T1',
      '#1\tAnnotatorNotes T1\twho?',
      'N1\tReference T1 X:1\tx',
      'R1\tIs Arg1:T1 Arg2:E1',
    ]) {
      expect(marked(`E1\tSaying:T2 Source:T1\n${more}\n`)).toContainEqual([
        'a-e1',
        { Source: [{ annotation: 'a-t1' }] },
      ]);
    }
  });

  it.each([
    ['an event without its trigger', 'E1\tSaying:T9 Source:T1'],
    ['an event of another type than its trigger', 'E1\tTold:T2 Source:T1'],
    ['an event with an argument that is not there', 'E1\tSaying:T2 Source:T1 Theme:T9'],
    ['an attribute of nothing', 'A1\tOld T9'],
    ['a note on nothing', '#1\tAnnotatorNotes T9\tx'],
    ['an id given twice', 'T2\tSaying 0 3\tshe'],
    ['a relation of three', 'R1\tIs Arg1:T1 Arg2:T2 Arg3:T1'],
    ['a relation whose arguments are called the same', 'R1\tIs Arg1:T1 Arg1:T2'],
  ])('are odd: %s', (_, line) => {
    const { project } = read(files(text, `${words}${line}\n`));
    expect(project.articles.get('a')!.note!.split('\n').slice(1)).toEqual([line]);
    expect(project.annotations.get('a')!.map(({ id }) => id)).toEqual(['a-t1', 'a-t2']);
  });

  it('never lead an annotation to itself', () => {
    expect(marked('R1\tIs Arg1:T1 Arg2:T1\n')).toEqual([
      ['a-t1', {}],
      ['a-t2', {}],
    ]);
    const article = articleOf('a1', text);
    const own = claimOn(article, 'c1', [[0, 3]], { roles: { supports: [{ annotation: 'c1' }] } });
    expect(brat.serialize(projectOf([article], [own])).files[0]!.data).not.toMatch(/^R/m);
  });

  it('may be of roles whose names end in numbers', () => {
    const article = articleOf('a1', text);
    const targets = [{ spans: [{ start: 0, end: 3 }] }, { spans: [{ start: 9, end: 11 }] }];
    const own = claimOn(article, 'q1', [[4, 8]], { layer: 'quote', roles: { arg2: targets } });
    const { files } = brat.serialize(projectOf([article], [own]));
    const bare = files.map(({ path, data }) => ({ path, data: data.replace(/^#.*\n/m, '') }));
    expect(files[0]!.data).toContain('arg2_:T3 arg2_2:T4');
    expect(only(bare).map(({ roles }) => roles)).toEqual([{ arg2_: targets }]);
  });

  it('are not given ids that odd lines speak of', () => {
    const note = 'Lines of the brat file that are no annotations:\nR1\tIs Arg1:T1 Arg3:T2\nA2\tOld E7';
    const article = articleOf('a1', text, { note });
    const own = claimOn(article, 'c1', [[0, 3]]);
    const lines = brat.serialize(projectOf([article], [own])).files[0]!.data.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'T3\tclaim 0 3\tshe',
      'A1\tclaim_kind T3 factual',
      'R1\tIs Arg1:T1 Arg3:T2',
      'A2\tOld E7',
    ]);
  });
});

describe('a file that is refused', () => {
  it.each([
    [
      'about another text',
      fixture('bad/other-text.txt', 'bad/other-text.ann'),
      /^bad\/other-text\.ann:2:1: .*another text/,
    ],
    [
      'no brat at all',
      fixture('bad/no-brat.txt', 'bad/no-brat.ann'),
      /^bad\/no-brat\.ann:2:1: .*no brat standoff/,
    ],
    [
      'without its text',
      fixture('bad/no-text.ann'),
      /^bad\/no-text\.ann:1:1: the text bad\/no-text\.txt is missing/,
    ],
    ['with NUL in its text', files('a\0b', ''), /^a\.txt:1:2: .*NUL/],
    ['with NUL in its lines', files('ab', 'T1\tX 0 1\ta\n\0'), /^a\.ann:2:1: .*NUL/],
    ['not there', [{ path: 'x.csv', data: '' }], /^x\.csv:1:1: /],
  ])('is %s', (_, bad, message) => {
    expect(() => read(bad)).toThrow(FormatError);
    expect(() => read(bad)).toThrow(message);
  });

  it('finds its text among the articles that are open', () => {
    const article = articleOf('no-text', 'Mara Lind said so');
    const { project } = brat.parse!(fixture('bad/no-text.ann'), new Map([['no-text', article]]));
    expect(project.articles.get('no-text')).toEqual(article);
    expect(project.annotations.get('no-text')!.map(({ quote }) => quote)).toEqual(['Mara Lind']);
  });
});

describe('our own files, changed in brat', () => {
  const article = articleOf('a1', 'The 😀 ferry had no brakes, said Ek. We knew.');
  const at = (part: string) => {
    const start = article.text.indexOf(part);
    return { start, end: start + part.length };
  };
  const claim = claimOn(article, 'c1', [[4, 12]], {
    attributes: { kind: 'factual', verifiable: 'yes' },
    roles: { 'made-by': [{ speaker: 'ek' }], supports: [{ annotation: 'c2' }, { claim: 'c1' }] },
    note: 'two\nlines',
  });
  const other = claimOn(article, 'c2', [[13, 26]], { certainty: 'very uncertain' });
  const quote = claimOn(article, 'q1', [[0, 26]], {
    layer: 'quote',
    attributes: { form: 'indirect' },
    roles: { source: [{ spans: [at('Ek')] }, { speaker: 'orr' }], cue: [{ spans: [at('said')] }] },
  });
  const whole = claimOn(article, 's1', [], { layer: 'sentiment', attributes: { polarity: -2 } });
  const project = projectOf([article], [claim, other, quote, whole]);
  const written = brat.serialize(project).files;
  const ann = written.find(({ path }) => path === 'a1.ann')!;
  const changed = (change: (data: string) => string) => {
    const data = change(ann.data);
    expect(data).not.toBe(ann.data);
    const { project: back, warnings } = read(written.map((file) => (file === ann ? { ...ann, data } : file)));
    return { by: new Map(back.annotations.get('a1')!.map((next) => [next.id, next])), warnings, back };
  };

  it('are lines that a person who knows brat can read', () => {
    expect(ann.data.split('\n').slice(0, -2)).toEqual([
      'T1\tquote 27 31\tsaid',
      'T4\tContent 0 25\tThe 😀 ferry had no brakes',
      'T5\tcue 27 31\tsaid',
      'T6\tsource 32 34\tEk',
      'T2\tclaim 4 11\t😀 ferry',
      'T3\tclaim 12 25\thad no brakes',
      'E1\tquote:T1 Content:T4 cue:T5 source:T6',
      'R1\tsupports Arg1:T2 Arg2:T3',
      'A1\tform E1 indirect',
      'A2\tclaim_kind T2 factual',
      'A3\tverifiable T2 yes',
      'A4\tclaim_kind T3 factual',
      'N1\tReference E1 speakers:orr\tBo Orr',
      'N2\tReference T2 speakers:ek\tAda Ek',
      'N3\tReference T2 claims:c1\tThe brakes failed',
      '#1\tAnnotatorNotes T2\ttwo lines',
    ]);
  });

  it('have what was moved where it is now, and all the rest as it was', () => {
    const { by, warnings } = changed((data) =>
      data.replace('T2\tclaim 4 11\t😀 ferry', 'T2\tclaim 6 11\tferry'),
    );
    expect(by.get('c1')).toEqual({
      ...claim,
      spans: [at('ferry')],
      quote: 'ferry',
      prefix: 'The 😀 ',
      suffix: expect.any(String),
    });
    expect(by.get('c2')).toEqual(other);
    expect(by.get('q1')).toEqual(quote);
    expect(warnings).toEqual(['another tool changed 1, removed 0 and added 0 annotations']);
  });

  it('have the new type, value and note', () => {
    const { by } = changed((data) =>
      data
        .replace('T3\tclaim', 'T3\tstance')
        .replace('claim_kind T2 factual', 'claim_kind T2 denial')
        .replace('A3\tverifiable T2 yes\n', '')
        .replace('\ttwo lines', '\tone line'),
    );
    expect(by.get('c2')).toMatchObject({ layer: 'stance', certainty: 'very uncertain' });
    expect(by.get('c1')).toMatchObject({ attributes: { kind: 'denial' }, note: 'one line' });
  });

  it('have new links, and not those that were deleted', () => {
    const { by } = changed((data) =>
      data
        .replace('R1\tsupports Arg1:T2 Arg2:T3', 'R1\tcontradicts Arg1:T3 Arg2:T2')
        .replace(/N[12]\t.*\n/g, '')
        .replace(' source:T6', ''),
    );
    expect(by.get('c1')!.roles).toEqual({ supports: [{ claim: 'c1' }] });
    expect(by.get('c2')!.roles).toEqual({ contradicts: [{ annotation: 'c1' }] });
    expect(by.get('q1')!.roles).toEqual({ cue: quote.roles.cue });
  });

  it('lose a speaker in whatever role it was', () => {
    const { by } = changed((data) => data.replace(/N1\t.*\n/, ''));
    expect(by.get('q1')!.roles).toEqual({ cue: quote.roles.cue, source: [quote.roles.source![0]] });
    const roles = { addressee: [{ speaker: 'ek' }] };
    const [told] = [claimOn(article, 'q2', [[0, 26]], { layer: 'quote', attributes: {}, roles })];
    const mine = brat.serialize(projectOf([article], [told])).files;
    const less = mine.map(({ path, data }) => ({ path, data: data.replace(/N1\t.*\n/, '') }));
    expect(only(less).map((annotation) => annotation.roles)).toEqual([{}]);
  });

  it('have new annotations, and not those that were deleted, nor links to them', () => {
    const { by, warnings, back } = changed((data) =>
      data.replace(/^(?:T3|A4|R1)\t.*\n/gm, '').replace(/^/, 'T50\tGossip 36 43\tWe knew\nA50\tBold T50\n'),
    );
    expect([...by.keys()].sort()).toEqual(['a1-t50', 'c1', 'q1', 's1']);
    expect(by.get('a1-t50')).toMatchObject({
      layer: 'Gossip',
      attributes: { Bold: 'true' },
      annotatorId: 'imported',
    });
    expect(by.get('c1')!.roles.supports).toEqual([{ claim: 'c1' }]);
    expect(back.codebook.layers.at(-1)).toMatchObject({ id: 'Gossip', attributes: [{ id: 'Bold' }] });
    expect(warnings).toEqual(['another tool changed 1, removed 1 and added 1 annotations']);
  });

  it('are read as brat’s when what we carry was damaged, or the text is another', () => {
    const { by, warnings } = changed((data) => data.replace('"length":', '"length":9'));
    expect([...by.keys()].sort()).toEqual(['a1-e1', 'a1-t2', 'a1-t3']);
    expect(warnings[0]).toMatch(/left out: the text is another one/);
    const broken = changed((data) => data.replace('{"id"', '{"id'));
    expect(broken.warnings[0]).toMatch(/cannot be read/);
  });
});

describe('hostile files', () => {
  it('are read in the time that a test has: many long lines, a chain of macros, a crowd of attributes', () => {
    const text = 'all is well '.repeat(50_000);
    const lines = Array.from({ length: 20_000 }, (_, at) => `T${at + 1}\tX 0 ${text.length - 1}\tall`);
    const crowd = Array.from({ length: 50_000 }, (_, at) => `A${at + 1}\tSame T0 ${at}`);
    const macros = Array.from(
      { length: 60 },
      (_, at) => `<m${'x'.repeat(at)}>=<m${'x'.repeat(Math.max(at - 1, 0))}>,<m>`,
    );
    const { project } = read([
      ...files(text, ['T0\tX 0 3\tall', ...lines, ...crowd].join('\n')),
      { path: 'annotation.conf', data: `[entities]\n${macros.join('\n')}\nX\n` },
    ]);
    expect(project.annotations.get('a')).toHaveLength(1);
  });
});

/** How Python cuts lines, which is how brat does. */
const PYTHON_LINES = /\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/;

describe('what is written', () => {
  it('is what brat accepts, as measured: ids, words, passages, arguments, triggers', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        const { files } = brat.serialize(project);
        for (const { path, data } of files.filter(({ path }) => path.endsWith('.ann'))) {
          const text = [...files.find((file) => file.path === path.replace(/ann$/, 'txt'))!.data];
          const lines = data.split(PYTHON_LINES);
          expect(lines.pop()).toBe('');
          const ids = lines.map((line) => line.split('\t')[0]!);
          expect(new Set(ids).size).toBe(ids.length);
          const byId = new Map(lines.map((line) => [line.split('\t')[0]!, line.split('\t').slice(1)]));
          const typeOf = (id: string) => byId.get(id)![0]!.split(/[ :]/)[0];
          const triggers = new Set<string>();
          for (const [id, [about]] of byId) if (id.startsWith('E')) triggers.add(/:(\S+)/.exec(about!)![1]!);
          for (const [id, [about = '', ...rest]] of byId) {
            expect(id).toMatch(/^([A-Za-z]+|#[A-Za-z]*)([0-9]+)(.*?)$/);
            if (id.startsWith('T')) {
              const [, type, places] = /^([\w-]+) (\d+ \d+(?:;\d+ \d+)*)$/.exec(about)!;
              expect(type).not.toBe('');
              const spans = places!
                .split(';')
                .map((place) => place.split(' ').map(Number) as [number, number]);
              expect(rest.join('\t')).toBe(
                spans.map(([start, end]) => text.slice(start, end).join('')).join(' '),
              );
              spans.forEach(([start, end], index) => {
                expect(start).toBeLessThan(end);
                if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]![1]);
              });
            } else if (id.startsWith('E')) {
              const [head, ...args] = about.split(' ');
              const [type, trigger] = head!.split(':');
              expect(typeOf(trigger!)).toBe(type);
              const roles = args.map((arg) => arg.split(':')[0]);
              expect(new Set(roles).size).toBe(roles.length);
              for (const arg of args) expect(byId.has(arg.split(':')[1]!)).toBe(true);
            } else {
              const targets = about.match(/(?<=[: ])[TE#]\d+(?= |$)/g)!;
              if (id.startsWith('R')) expect(about).toMatch(/^[\w-]+ Arg1:[TE]\d+ Arg2:[TE]\d+$/);
              if (id.startsWith('A')) expect(about).toMatch(/^[\w-]+ [TE]\d+(?: \S.*)?$/);
              if (id.startsWith('N')) expect(about).toMatch(/^Reference [TE]\d+ \w+:\S+$/);
              if (id.startsWith('#')) expect(about).toMatch(/^(?:AnnotatorNotes [TE]\d+|Marginalia #\d+)$/);
              for (const target of targets) {
                expect(byId.has(target)).toBe(true);
                expect(triggers.has(target)).toBe(false);
              }
            }
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('comes with a configuration that says what is in it', () => {
    const conf = (name: string) =>
      brat.serialize(projectOf([])).files.find(({ path }) => path === name)!.data;
    const lines = conf('annotation.conf').split('\n');
    expect(lines).toContain(
      'quote\tContent:Content, source*:source|speaker, cue?:cue, addressee*:addressee|speaker, nested-in?:quote',
    );
    expect(lines).toContain('sentiment\ttarget?:target|speaker, holder?:speaker');
    expect(lines).toContain('supports\tArg1:claim, Arg2:claim');
    expect(lines).toContain('sentiment_polarity\tArg:sentiment, Value:-3|-2|-1|0|1|2|3');
    expect(lines).toContain('verifiable\tArg:claim, Value:yes|no|cannot-judge');
    for (const line of lines) expect(line).toMatch(/^(?:|\[\w+\]|<OVERLAP>\t.*|[\w-]+(?:\t[^\t]+)?)$/);
    expect(conf('visual.conf')).toContain('claim | Claim\n');
    expect(conf('kb_shortcuts.conf')).toContain('Q\tquote\n');
  });
});
