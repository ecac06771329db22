import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProject } from '../../project/project.arbitrary';
import { GOLDEN_STRINGS } from '../fixtures/golden-strings';
import { articleOf, claimOn, projectOf } from '../fixtures/small-project';
import type { Format, FormatFile } from '../format';
import { FormatError } from '../format';
import { formatWith } from '../options';
import { conll2002, conll2003 } from './conll';

const conll2003Iob2 = formatWith(conll2003, { tags: 'IOB2' });
const conll2003Biluo = formatWith(conll2003, { tags: 'BILUO' });

import { conllU } from './conllu';

const fixture = (...paths: string[]): FormatFile[] =>
  paths.map((path) => ({ path, data: readFileSync(new URL(`fixtures/${path}`, import.meta.url), 'utf8') }));
const read = (files: readonly FormatFile[], ...rest: [ReadonlyMap<string, ReturnType<typeof articleOf>>?]) =>
  conll2003.parse!(files, ...rest);
const file = (data: string, path = 'x.conll'): FormatFile => ({ path, data });
const marks = (files: readonly FormatFile[]) =>
  [...read(files).project.annotations.values()].flat().map(({ layer, quote }) => [layer, quote]);

const text = 'The 😀 ferry had no brakes. Ek knew. Who knew? Ek Orr did.';
const article = articleOf('a1', text);
const at = (part: string, from = 0) => {
  const start = text.indexOf(part, from);
  return [start, start + part.length] as const;
};
const on = (id: string, layer: string, ...parts: (readonly [number, number])[]) =>
  claimOn(article, id, parts, { layer, attributes: {} });
const tags = (format: Format, ...annotations: ReturnType<typeof claimOn>[]) => {
  const data = format.serialize(projectOf([article], annotations)).files[0]!.data;
  return data.split('\n').map((line) => line.split(' ').at(-1)!);
};

const PYTHON_SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

describe('what is written', () => {
  const near = [
    on('a', 'speaker', at('Ek')),
    on('b', 'speaker', at('Ek', 30)),
    on('c', 'speaker', at('Orr')),
    on('d', 'claim', at('ferry had no')),
  ];

  it.each([
    ['IOB2', conll2002, ['B-claim', 'I-claim', 'I-claim'], ['B-speaker', 'B-speaker']],
    ['IOB1', conll2003, ['I-claim', 'I-claim', 'I-claim'], ['I-speaker', 'B-speaker']],
    ['IOB2', conll2003Iob2, ['B-claim', 'I-claim', 'I-claim'], ['B-speaker', 'B-speaker']],
    ['BILUO', conll2003Biluo, ['B-claim', 'I-claim', 'L-claim'], ['U-speaker', 'U-speaker']],
  ])('is %s', (_, format, ferry, twins) => {
    const written = tags(format, ...near).filter((tag) => tag !== 'O');
    expect(written.filter((tag) => tag.endsWith('claim'))).toEqual(ferry);
    expect(written.filter((tag) => tag.endsWith('speaker')).slice(1)).toEqual(twins);
  });

  it('has two columns or four, an empty line after each sentence, and the text beside it', () => {
    const files = (format: Format) => format.serialize(projectOf([article], near)).files;
    expect(files(conll2002)[0]!.data.split('\n').slice(0, 4)).toEqual([
      'The O',
      '😀 O',
      'ferry B-claim',
      'had I-claim',
    ]);
    const lines = files(conll2003)[0]!.data.split('\n');
    expect(lines.slice(0, 4)).toEqual(['-DOCSTART- -X- O O', '', 'The -X- _ O', '😀 -X- _ O']);
    expect(lines.filter((line) => line === '')).toHaveLength(6);
    expect(lines.slice(-3)).toEqual(['. -X- _ O', '', '']);
    expect(files(conll2003)[1]).toEqual({ path: 'texts/a1.txt', data: text });
  });

  it('has the first of annotations that overlap, cuts at sentences, and says what it lost', () => {
    const all = [
      on('whole', 'sentiment'),
      on('quote', 'quote', at('had no brakes. Ek knew')),
      on('inside', 'claim', at('Ek')),
      on('word', 'claim', at('id.')),
      on('space', 'claim', at(' ')),
      on('two', 'claim', at('The'), at('Who')),
    ];
    const { files, loss } = conll2003.serialize(projectOf([article], all));
    expect(marks(files)).toEqual([
      ['claim', 'The'],
      ['quote', 'had no brakes.'],
      ['quote', 'Ek knew'],
      ['claim', 'Who'],
      ['claim', 'did.'],
    ]);
    expect(Object.fromEntries(loss.losses.map(({ kind, count }) => [kind, count]))).toMatchObject({
      'whole-article': 1,
      overlap: 1,
      wordless: 1,
      'in-pieces': 2,
      fitted: 1,
      'annotation-details': 3,
    });
    expect(loss.unit).toBe('token');
  });

  it.each(GOLDEN_STRINGS)('marks the words of the target and no others: $name', ({ text, target, utf16 }) => {
    const golden = articleOf('a1', text);
    for (const format of [conll2002, conll2003, conll2003Iob2, conll2003Biluo]) {
      const project = projectOf([golden], [claimOn(golden, 'n1', [utf16])]);
      const { files } = format.serialize(project);
      const marked = files[0]!.data.split('\n').filter((line) => line.endsWith('claim'));
      expect(marked.map((line) => line.split(' ')[0]).join('')).toBe(target);
      for (const articles of [project.articles, new Map()]) {
        const [annotation] = [...format.parse!(files, articles).project.annotations.values()].flat();
        expect(annotation!.spans).toEqual([{ start: utf16[0], end: utf16[1] }]);
      }
    }
  });

  it('is lines of as many columns, whatever the project', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        for (const [format, columns] of [
          [conll2002, 2],
          [conll2003Biluo, 4],
        ] as const) {
          for (const { path, data } of format.serialize(project).files) {
            if (!path.endsWith('.conll')) continue;
            for (const line of data.split('\n').filter(Boolean)) {
              // Programs in Python cut lines and columns at any of these.
              expect(line.split(PYTHON_SPACE)).toHaveLength(columns);
              expect(line.split(' ')).toHaveLength(columns);
              expect(line).not.toMatch(/[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('files of others', () => {
  it('are read with the chunks of IOB1, texts apart, and their texts made of their words', () => {
    const { project, warnings } = read(fixture('good/eng.conll'));
    expect([...project.articles.values()].map(({ id, text }) => [id, text])).toEqual([
      ['eng-1', "U.N. official Mara Lind heads for Harbour.\n“We don't know,” she said (twice)."],
      ['eng-2', 'Harbour Strait froze'],
    ]);
    expect(marks(fixture('good/eng.conll'))).toEqual([
      ['ORG', 'U.N.'],
      ['PER', 'Mara Lind'],
      ['LOC', 'Harbour'],
      ['LOC', 'Harbour'],
      ['LOC', 'Strait'],
    ]);
    expect(project.codebook.layers.map(({ id }) => id)).toEqual(['ORG', 'PER', 'LOC']);
    expect(warnings).toEqual([]);
  });

  it('are read in BILUO and IOBES, with tabs and comments', () => {
    expect(marks(fixture('good/biluo.tsv'))).toEqual([
      ['PER', 'Ola Bye'],
      ['LOC', 'Harbour'],
      ['PER', 'Mara'],
      ['PER', 'Kai van Lind'],
    ]);
  });

  it('are read without letters before their types', () => {
    expect(marks(fixture('good/bare.conll'))).toEqual([['PER', 'one else']]);
  });

  it.each([
    ['a chunk that begins with I-', 'a I-X\nb I-X\nc B-X\nd I-Y\n', ['a b', 'c', 'd']],
    ['chunks that end with a sentence', 'a B-X\n\nb I-X\n', ['a', 'b']],
    ['single words next to each other', 'a U-X\nb U-X\nc S-X\nd S-X\n', ['a', 'b', 'c', 'd']],
    [
      'chunks that ended before they go on',
      'a U-X\nb I-X\nc B-X\nd L-X\ne I-X\nf E-X\ng I-X\n',
      ['a', 'b', 'c d', 'e f', 'g'],
    ],
    ['a line that ends with CRLF', 'a B-X\r\nb I-X\r\n\r\n', ['a b']],
    ['a word that is a hash', '# O\na B-X\n', ['a']],
    ['a hash in a file without chunks', '# O\na O\n', []],
    ['outside written as _', 'a _\nb B-X\n', ['b']],
  ])('have %s', (_, data, quotes) => {
    expect(marks([file(data)]).map(([, quote]) => quote)).toEqual(quotes);
  });

  it('have straight quotation marks where they cling', () => {
    const words = '" We knew , " said Ek ( " twice " ) : no one \'s';
    const data = words
      .split(' ')
      .map((word) => `${word} O\n`)
      .join('');
    expect([...read([file(data)]).project.articles.values()][0]!.text).toBe(
      '"We knew," said Ek ("twice"): no one\'s',
    );
  });

  it('are placed in the text beside them, or in the article of their name', () => {
    const data =
      "Ek B-PER\nsaid O\n: O\n'' O\nI O\nca O\nn't O\n-LRB- O\nyet O\n-RRB- O\ngo O\nto O\nCaf\u00e9 B-LOC\n";
    const words = '  Ek said:  ” I can’t [sic] (yet)\n\ngo to Cafe\u0301';
    for (const path of ['x.txt', 'texts/x.txt']) {
      const { project } = read([file(data), file(words, path)]);
      const [found] = project.annotations.values();
      expect(found!.map(({ quote, spans }) => [quote, spans[0]!.start])).toEqual([
        ['Ek', 2],
        ['Cafe\u0301', words.length - 5],
      ]);
      expect([...project.articles.values()][0]!.text).toBe(words);
    }
    const open = articleOf('x', words);
    expect([...read([file(data)], new Map([['x', open]])).project.articles.values()]).toEqual([open]);
  });

  it.each([
    ['fewer columns', fixture('bad/columns.conll'), /^bad\/columns\.conll:3:9: 3 columns were expected/],
    ['a tag that is none', fixture('bad/tag.conll'), /^bad\/tag\.conll:2:6: “I_PER” is no tag/],
    [
      'a word that is not in its text',
      fixture('bad/other-text.conll', 'bad/other-text.txt'),
      /^bad\/other-text\.conll:3:1: “sang” is not in the text after "Mara Lind"/,
    ],
    ['no columns', [file('one\ntwo\n')], /^x\.conll:1:1: a word and a tag/],
    ['half a character', [file('a O\n\ud83d O\n')], /^x\.conll:2:1: .*surrogate/],
    ['nothing to read', [file('', 'x.csv')], /^x\.csv:1:1: a file that ends in \.conll/],
  ])('are refused for %s', (_, files, message) => {
    expect(() => read(files)).toThrow(FormatError);
    expect(() => read(files)).toThrow(message);
  });
});

describe('CoNLL-U', () => {
  /** The words of a file, by means of our own: form, whether a space follows, and the items of MISC. */
  const wordsOf = (data: string) =>
    data.split('\n').flatMap((line) => {
      const columns = line.split('\t');
      if (!/^\d/.test(line)) return [];
      expect(columns).toHaveLength(10);
      const misc =
        columns[9] === '_' ? [] : columns[9]!.split('|').map((item) => item.split('=') as [string, string]);
      return [{ number: Number(columns[0]), form: columns[1]!, misc: new Map(misc) }];
    });

  it('is words in ten columns, with the marks in MISC and the rest in comments', () => {
    const all = [
      on('q1', 'quote', at('ferry had no'), at('Ek knew. Who')),
      claimOn(article, 'c1', [at('had no')], { note: 'so?', roles: { 'made-by': [{ speaker: 'ek' }] } }),
      on('s1', 'sentiment'),
    ];
    const { files } = conllU.serialize(projectOf([article], all));
    const lines = files[0]!.data.split('\n');
    expect(lines.filter((line) => /^# (?:newdoc|newpar|sent_id|text)/.test(line))).toEqual([
      '# newdoc id = a1',
      '# newpar',
      '# sent_id = a1-s1',
      '# text = The 😀 ferry had no brakes.',
      '# sent_id = a1-s2',
      '# text = Ek knew.',
      '# sent_id = a1-s3',
      '# text = Who knew?',
      '# sent_id = a1-s4',
      '# text = Ek Orr did.',
    ]);
    const rows = ['3\tferry', '4\thad', '5\tno', '6\tbrakes', '7\t.', '1\tEk', '2\tknew', '3\t.', '1\tWho'];
    const misc = [
      'Quote=B:q1',
      'Quote=I:q1|Claim=B:c1',
      'Quote=I:q1|Claim=I:c1',
      'SpaceAfter=No',
      '_',
      'Quote=I:q1',
      'Quote=I:q1|SpaceAfter=No',
      'Quote=I:q1',
      'Quote=I:q1',
    ];
    const from = lines.findIndex((line) => line.startsWith('3\tferry'));
    const written = lines.slice(from).filter((line) => /^\d/.test(line));
    expect(written.slice(0, 9)).toEqual(rows.map((row, at) => `${row}${'\t_'.repeat(7)}\t${misc[at]}`));
    const about = new Map(
      lines.flatMap((line) => {
        const [, id, json] = /^# annotation (\S+) = (.*)$/.exec(line) ?? [];
        return id && json ? [[id, JSON.parse(json)] as const] : [];
      }),
    );
    expect([...about.keys()].sort()).toEqual(['c1', 'q1', 's1']);
    expect(about.get('c1')).toMatchObject({
      layer: 'claim',
      note: 'so?',
      roles: [{ role: 'made-by', id: 'ek', name: 'Ada Ek' }],
    });
  });

  it('is composed, tells its text and has every annotation on all the words it touches, whatever the project', () => {
    fc.assert(
      fc.property(arbitraryProject(), (project) => {
        for (const { path, data } of conllU
          .serialize(project)
          .files.filter(({ path }) => path.endsWith('.conllu'))) {
          const article = project.articles.get(path.replace('.conllu', ''));
          if (!article) continue;
          expect(data).not.toMatch(/[\v\f\r\x1c-\x1e\x85\u2028\u2029]/);
          for (const sentence of data.split('\n\n').filter(Boolean)) {
            const words = wordsOf(sentence);
            expect(words.map(({ number }) => number)).toEqual(words.map((_, at) => at + 1));
            const text = words.map(({ form, misc }) => form + (misc.has('SpaceAfter') ? '' : ' ')).join('');
            const [, said] = /^# text = (.*)$/m.exec(sentence)!;
            expect(text.trimEnd()).toBe(said!.trimEnd());
            expect(said).toBe(said!.normalize('NFC'));
          }
          const words = wordsOf(data);
          for (const { id, spans } of project.annotations.get(article.id) ?? []) {
            const marked = words.filter(({ misc }) =>
              [...misc.values()].some((value) => value.split(',').some((mark) => mark.slice(2) === id)),
            );
            const bare = (part: string) => part.normalize('NFD').replace(new RegExp(PYTHON_SPACE, 'g'), '');
            const within = spans.map(({ start, end }) => bare(article.text.slice(start, end))).join('');
            const all = bare(marked.map(({ form }) => form).join(''));
            expect(all.length).toBeGreaterThanOrEqual(within.length);
            if (spans.length === 1) expect(all).toContain(within);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
