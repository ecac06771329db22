import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundariesOf } from '../project/text.arbitrary';
import type { Span } from '../text/span';
import { compile, SearchText } from './matcher';
import type { SearchQuery } from './query';

const RUNS = { numRuns: 1000 };

/** Hits of a query in a text; throws when it cannot be asked. */
function find(text: string, query: Partial<SearchQuery>, within?: readonly Span[], most = 1e6) {
  const compiled = compile({ text: '', mode: 'words', matchCase: false, wholeWord: true, ...query });
  if (!compiled.ok) throw new Error(compiled.problem?.message ?? 'nothing asked');
  return compiled.matcher.find(new SearchText(text), most, within);
}
const quotes = (text: string, query: Partial<SearchQuery>) =>
  find(text, query).map(({ start, end }) => text.slice(start, end));

const WORDS = [
  'the',
  'The',
  'port',
  'ports',
  'airport',
  'quay',
  'Café',
  'Cafe\u0301',
  'a',
  'été',
  '7',
  '🐟',
  'don’t',
];
const GAPS = [' ', '  ', '\n\n', '\u00a0', ', ', '. ', '-', ' “', '” ', '\u00ad', '\u200b'];
const text = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...GAPS)), { maxLength: 24 })
  .map((pairs) => pairs.flat().join(''));
const word = fc.constantFrom(...WORDS);

/** The slow fold: every character by itself, with the UTF-16 offset it came from. */
function slowFold(source: string): { units: string; at: number[]; end: number[] } {
  let units = '';
  const at: number[] = [];
  const end: number[] = [];
  for (const { segment, index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(source)) {
    const plain = segment
      .replace(/[\u00ad\u200b]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/\s/g, ' ');
    for (let unit = 0; unit < plain.length; unit++) {
      at.push(index);
      end.push(index + segment.length);
    }
    units += plain;
  }
  return { units, at, end };
}
const fold = (source: string) => slowFold(source).units;
const isWord = (character: string | undefined) =>
  character !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(character);

/** Words by splitting: what is left when everything that is no word character is taken for a border. */
function splitWords(source: string): { word: string; span: Span }[] {
  const { units, at, end } = slowFold(source);
  return [...units.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map(({ 0: found, index }) => ({
    word: found,
    span: { start: at[index]!, end: end[index + found.length - 1]! },
  }));
}

describe('words', () => {
  it('are those that splitting the text finds', () => {
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('the', 'PORT', 'ports', 'CAFÉ', 'cafe\u0301', 'a', '7'),
        (source, asked) => {
          const slow = splitWords(source).filter(({ word: found }) => found === fold(asked));
          expect(find(source, { text: asked })).toEqual(slow.map(({ span }) => span));
        },
      ),
      RUNS,
    );
  });

  it('must all be there, and each is a hit', () => {
    const list: readonly string[] = ['the', 'port', 'quay', 'a', 'été'];
    fc.assert(
      fc.property(
        text,
        fc.uniqueArray(fc.constantFrom(...list), { minLength: 1, maxLength: 3 }),
        (source, asked) => {
          const all = splitWords(source);
          const slow = asked.every((one) => all.some(({ word: found }) => found === one))
            ? all.filter(({ word: found }) => asked.includes(found))
            : [];
          expect(find(source, { text: asked.join(' ') })).toEqual(slow.map(({ span }) => span));
        },
      ),
      RUNS,
    );
  });

  it('are found inside others when they need not be whole', () => {
    expect(quotes('the port, an airport, PORTS', { text: 'port', wholeWord: false })).toEqual([
      'port',
      'port',
      'PORT',
    ]);
    expect(find('e', { text: 'é', wholeWord: false })).toEqual([]);
    expect(find('q\u0307', { text: 'q', wholeWord: false })).toEqual([]);
  });

  it('count their capitals when asked to', () => {
    expect(quotes('Port and port', { text: 'Port', matchCase: true })).toEqual(['Port']);
    expect(quotes('Cafe\u0301 café', { text: 'Café', matchCase: true })).toEqual(['Cafe\u0301']);
  });
});

describe('whatever is folded', () => {
  const variants: readonly ((source: string) => string)[] = [
    (source) => source.normalize('NFD'),
    (source) => source.normalize('NFC'),
    (source) => source.toUpperCase(),
    (source) => source.replaceAll('’', "'").replace(/[“”]/g, '"'),
    (source) => source.replaceAll(' ', '\u00a0'),
    (source) => [...source].join('\u00ad').replace(/\u00ad(?=\p{M})/gu, ''),
  ];

  it('hides no hit, and the offsets stay those of the text as it is', () => {
    const asked = fc.constantFrom('the', 'port', 'café', 'don’t', 'été', 'the port', '“quay', 'PORT');
    fc.assert(
      fc.property(
        text,
        asked,
        fc.constantFrom(...variants),
        fc.boolean(),
        (source, query, vary, wholeWord) => {
          const other = vary(source);
          fc.pre(fold(other) === fold(source));
          const request = { text: query, mode: 'phrase', wholeWord } as const;
          const there = find(other, request);
          expect(there.length).toBe(find(source, request).length);
          for (const { start, end } of there) {
            const folded = fold(other.slice(start, end));
            expect(folded.split(/ +/)).toEqual(fold(query).split(/ +/));
          }
        },
      ),
      RUNS,
    );
  });

  it('is also İ, ς and the long s', () => {
    expect(quotes('İstanbul', { text: 'istanbul' })).toEqual(['İstanbul']);
    expect(quotes('ΟΔΟΣ οδος οδοσ', { text: 'Οδος' })).toEqual(['ΟΔΟΣ', 'οδος', 'οδοσ']);
    expect(quotes('Wachſtube', { text: 'wachstube' })).toEqual(['Wachſtube']);
  });

  it('has no letter whose small form takes another number of units, but İ', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      if (code === 0x130 || (code >= 0xd800 && code <= 0xdfff)) continue;
      const character = String.fromCodePoint(code);
      if (character.toLowerCase().length !== character.length) expect.fail(`U+${code.toString(16)}`);
    }
  });
});

describe('a phrase', () => {
  it('is its words in this order, whatever white space is between, at every place where it stands', () => {
    const phrase = fc.array(fc.constantFrom('the', 'port', 'a', 'quay'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, phrase, fc.boolean(), (source, words, wholeWord) => {
        const { units, at, end } = slowFold(source);
        const slow: Span[] = [];
        for (let start = 0; start < units.length; start++) {
          if (slow.length > 0 && at[start]! < slow.at(-1)!.end) continue;
          const here = new RegExp(`^${words.join(' +')}`).exec(units.slice(start))?.[0];
          if (here === undefined) continue;
          const stop = start + here.length;
          if (/^\p{M}/u.test(units.slice(stop))) continue;
          if (wholeWord && (isWord(units[start - 1]) || isWord(units[stop]))) continue;
          slow.push({ start: at[start]!, end: end[stop - 1]! });
        }
        expect(find(source, { text: words.join(' '), mode: 'phrase', wholeWord })).toEqual(slow);
        expect(find(source, { text: `“${words.join('  ')}”`, wholeWord })).toEqual(slow);
      }),
      RUNS,
    );
  });

  it('may be one of several things asked, and may lack its last mark', () => {
    const source = 'The crane was fine until Easter. The port denied it until May.';
    expect(quotes(source, { text: '"until Easter" port' })).toEqual(['until Easter', 'port']);
    expect(quotes(source, { text: '»until May' })).toEqual(['until May']);
    expect(find(source, { text: '"until Easter" quay' })).toEqual([]);
  });
});

describe('a beginning', () => {
  it('is every word that begins so, to its end', () => {
    const asked = fc.constantFrom('p', 'port', 'POR', 'caf', 'été', 'qu');
    fc.assert(
      fc.property(text, asked, (source, beginning) => {
        const slow = splitWords(source).filter(({ word: found }) => found.startsWith(fold(beginning)));
        const spans = slow.map(({ span }) => span);
        expect(find(source, { text: beginning, mode: 'prefix' })).toEqual(spans);
        expect(find(source, { text: `${beginning}*` })).toEqual(spans);
      }),
      RUNS,
    );
  });

  it('may end a phrase, and a star elsewhere is a star', () => {
    expect(quotes('had not been inspected for months', { text: '“been insp*' })).toEqual(['been inspected']);
    expect(quotes('what the f***, they said', { text: 'f***', wholeWord: false })).toEqual(['f***']);
  });
});

describe('a pattern', () => {
  const asked = fc.constantFrom(
    'p\\w+',
    'the|port',
    '[a-c]',
    '\\bport\\b',
    '^the',
    '\\d',
    '(?<=the )port',
    'a*',
    '.',
  );
  it('finds what JavaScript finds in a text with nothing to fold', () => {
    const plain = text.map((source) => source.normalize('NFC').replace(/[\u00ad\u200b]/g, ''));
    fc.assert(
      fc.property(plain, asked, fc.boolean(), (source, pattern, matchCase) => {
        const slow = [...source.matchAll(new RegExp(pattern, matchCase ? 'gmu' : 'gimu'))]
          .filter(({ 0: found }) => found !== '')
          .map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
        expect(find(source, { text: pattern, mode: 'regex', matchCase })).toEqual(slow);
      }),
      RUNS,
    );
  });

  it('takes any quotation mark and dash for the one typed, in classes and out of them', () => {
    const source = '“No,” she said: "It’s shut." It\'s not.';
    expect(quotes(source, { text: '"[^"]+"', mode: 'regex' })).toEqual(['“No,”', '"It’s shut."']);
    expect(quotes(source, { text: "it's", mode: 'regex' })).toEqual(['It’s', "It's"]);
    expect(quotes('“a" b', { text: '\\u201c', mode: 'regex' })).toEqual(['“', '"']);
    expect(quotes('a“!b', { text: '[!-"]', mode: 'regex' })).toEqual(['“', '!']);
    expect(quotes('2019–2020, 7-8', { text: '\\d[a–z]\\d', mode: 'regex' })).toEqual(['9–2', '7-8']);
    expect(quotes('one\ntwo\u2009three', { text: '(?:\\n|\\s)\\w+', mode: 'regex' })).toEqual([
      '\ntwo',
      '\u2009three',
    ]);
    expect(quotes('cafe\u0301s', { text: 'caf\u00e9', mode: 'regex' })).toEqual(['cafe\u0301']);
  });
});

describe('within spans', () => {
  it('finds what lies in one of them, and asks for all words there', () => {
    const part = fc.tuple(fc.nat(60), fc.nat(60));
    fc.assert(
      fc.property(text, part, (source, [a, b]) => {
        const bounds = boundariesOf(source);
        const [start, end] = [bounds[a % bounds.length]!, bounds[b % bounds.length]!].sort((x, y) => x - y);
        const within = [{ start: start!, end: end! }];
        const inside = (query: string) =>
          find(source, { text: query }).filter((span) => span.start >= start! && span.end <= end!);
        expect(find(source, { text: 'port' }, within)).toEqual(inside('port'));
        const both = inside('port').length > 0 && inside('the').length > 0;
        expect(find(source, { text: 'the port' }, within).length > 0).toBe(both);
      }),
      RUNS,
    );
  });
});

it('gives no more hits than asked for, the first ones', () => {
  fc.assert(
    fc.property(text, word, fc.integer({ min: 1, max: 4 }), (source, asked, most) => {
      expect(find(source, { text: asked }, undefined, most)).toEqual(
        find(source, { text: asked }).slice(0, most),
      );
    }),
    RUNS,
  );
});
