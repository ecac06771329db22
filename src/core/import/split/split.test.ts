import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldLines } from './field-lines';
import { htmlLines } from './html-lines';
import { textLines } from './lines';
import { readParts } from './read-parts';
import type { SplitRule } from './rule';
import { compilePattern, SPLIT_PRESETS } from './rule';
import { splitAt } from './split';

const BODY = 'The crane had not been looked at for a year, a log shows. Nobody asked for the paper. '.repeat(
  4,
);
const ruleOf = (id: string): SplitRule => {
  const { pattern, line, cover } = SPLIT_PRESETS.find((preset) => preset.id === id)!;
  return { pattern, line, cover, fields: {} };
};
const at = { fileName: 'a.txt', encoding: 'utf-8' };
const texts = (source: string, rule: SplitRule, format: 'txt' | 'md' | 'html' = 'txt') =>
  readParts(source, format, rule, at).articles.map(({ draft }) => draft.text);

/** Sources in which separators, labels, blank lines and odd line ends come in any order. */
const source = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          '',
          ' ',
          '=====',
          '* * *',
          '1 of 3 DOCUMENTS',
          '# Head',
          '\f',
          'Title: A',
          'End of Document',
        ),
        fc.string({ unit: 'grapheme', maxLength: 12 }),
      ),
      fc.constantFrom('\n', '\r\n', '\r', '\n\n'),
    ),
    { maxLength: 30 },
  )
  .map((lines) => lines.map((line) => line.join('')).join(''));
const html = source.map((text) =>
  text
    .split('\n')
    .map((line, index) => ['<p>', '<h1>', '<hr>', '<div><article>', '</div>', '<td>'][index % 6] + line)
    .join(''),
);
const rule = fc.record({
  pattern: fc.constantFrom(...SPLIT_PRESETS.map(({ pattern }) => pattern), '.', '^$', 'a'),
  line: fc.constantFrom('between' as const, 'begins' as const),
  cover: fc.boolean(),
  fields: fc.constant({}),
});

describe('splitting', () => {
  it('loses no character: the lines are the source, and so are the pieces', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          source.map((text) => [text, textLines(text)] as const),
          html.map((text) => [text, htmlLines(text)] as const),
        ),
        rule,
        ([text, lines], { pattern, ...how }) => {
          const pieces = splitAt(lines, text.length, compilePattern(pattern) as RegExp, how);
          expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
          for (const [index, { start, end, kind }] of pieces.entries()) {
            expect(start).toBe(index === 0 ? 0 : pieces[index - 1]!.end);
            expect(end).toBeGreaterThan(start);
            // No two separators stand side by side, and no article is empty.
            if (kind === 'separator') expect(pieces[index - 1]?.kind).not.toBe('separator');
            else
              expect(
                lines.some((line) => line.start >= start && line.end <= end && line.text.trim() !== ''),
              ).toBe(true);
          }
          expect(pieces.filter(({ kind }) => kind === 'cover').length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('covers a source with its lines, each ending with a line end or the source', () => {
    fc.assert(
      fc.property(source, (text) => {
        const lines = textLines(text);
        expect(lines.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        for (const { start, end } of lines.slice(0, -1))
          expect(text.slice(start, end)).toMatch(/^[^\r\n]*(?:\r\n|[\r\n])$/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads each article from its own piece alone as it reads it in the file', () => {
    fc.assert(
      fc.property(source, rule, (text, how) => {
        for (const { draft, piece, number } of readParts(text, 'txt', how, at).articles) {
          const alone = readParts(text.slice(piece.start, piece.end), 'txt', how, { ...at, record: number });
          expect(alone.articles[0]?.draft.text).toBe(draft.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['numbered', `Cover\n\n1 of 2 DOCUMENTS\n\n${BODY}a\n\nDocument 2 of 2\n${BODY}b`],
    ['end', `${BODY}a\nEnd of Document\n\n${BODY}b\nEnd of Document\n`],
    ['document-id', `${BODY}a\nDocument QUAYP00020240403ek43000a1\n${BODY}b\n`],
    ['row', `${BODY}a\n\n==========\n\n${BODY}b`],
    ['row', `${BODY}a\n* * *\n${BODY}b`],
    ['page', `${BODY}a\n\f${BODY}b`],
  ])('knows “%s”', (id, text) => {
    expect(texts(text, ruleOf(id))).toEqual([`${BODY}a`, `${BODY}b`]);
  });

  it('keeps a heading with its article, in Markdown and on a page', () => {
    const md = `# One\n\n${BODY}\n\n# Two\n\n${BODY}\n`;
    expect(texts(md, ruleOf('heading'), 'md').map((text) => text.slice(0, 3))).toEqual(['One', 'Two']);
    const page = `<html><head><title>Found</title></head><body><p>2 results</p><div><article><h1>One</h1><p>${BODY}</p></article><article><h1>Two</h1><p>${BODY}</p></article></div></body></html>`;
    const { articles, pieces } = readParts(page, 'html', ruleOf('heading'), at);
    expect(articles.map(({ draft }) => draft.title)).toEqual(['One', 'Two']);
    expect(pieces[0]!.kind).toBe('cover');
    const [, second] = articles;
    expect(page.slice(second!.piece.start)).toMatch(/^<article><h1>Two/u);
  });

  it('says what is wrong with a pattern', () => {
    expect(compilePattern('(')).toBe('unterminated group');
    expect(compilePattern('  ')).toBe('there is no pattern');
    expect(compilePattern('a'.repeat(2000))).toContain('longer');
    expect(compilePattern('\\-')).toBeInstanceOf(RegExp);
  });
});

describe('lines with labels', () => {
  const part = (head: string) => `1 of 2 DOCUMENTS\n${head}\n\n${BODY}\n2 of 2 DOCUMENTS\n${head}\n\n${BODY}`;
  const first = (head: string, fields: SplitRule['fields'] = {}) => {
    const { articles, fields: seen } = readParts(part(head), 'txt', { ...ruleOf('numbered'), fields }, at);
    return { draft: articles[0]!.draft, seen };
  };

  it('tell the fields, and go from the text; a headline stays in it', () => {
    const { draft, seen } = first(
      'Publication: Quay Post\nTitle: Crane stood unchecked\nBYLINE: By Tove Brandal\nDATE: April 3, 2024\nSECTION: News;\n  Pg. 4\nLanguage: English\nMood: grim',
    );
    expect(draft).toMatchObject({
      title: 'Crane stood unchecked',
      byline: 'Tove Brandal',
      outlet: 'Quay Post',
      publishedAt: '2024-04-03',
      language: 'en',
      metadata: { SECTION: 'News; Pg. 4' },
    });
    expect(draft.text).toBe(`Crane stood unchecked\nMood: grim\n\n${BODY.trim()}`);
    expect(draft.blocks[0]).toEqual({ kind: 'title', start: 0, end: 21 });
    expect(seen.map(({ label, use }) => [label, use])).toEqual([
      ['Publication', 'outlet'],
      ['Title', 'title'],
      ['BYLINE', 'byline'],
      ['DATE', 'publishedAt'],
      ['SECTION', 'kept'],
      ['Language', 'language'],
      ['Mood', 'stays'],
    ]);
  });

  it('are taken as a person says', () => {
    const { draft } = first('Title: One\nMood: grim\nSection: News', {
      mood: 'kept',
      section: 'out',
      title: 'stays',
    });
    expect(draft.metadata).toEqual({ Mood: 'grim' });
    expect(draft.text).toMatch(/^Title: One\n\nThe crane/u);
  });

  it('stay where they are when their value does not fit', () => {
    const { draft } = first('Date: soon\nUrl: nowhere');
    expect(draft.text).toContain('Date: soon\nUrl: nowhere');
  });

  it('with codes go on until the next', () => {
    const { draft } = first(
      'HD\nCrane stood unchecked\nBY   Tove Brandal\nPD   3 April 2024\nSN   Quay Post\nLP\nThe first words of it,\n\nin two paragraphs.\nTD\n',
    );
    expect(draft).toMatchObject({
      title: 'Crane stood unchecked',
      byline: 'Tove Brandal',
      outlet: 'Quay Post',
      publishedAt: '2024-04-03',
    });
    expect(draft.text).toContain('The first words of it,\n\nin two paragraphs.');
    expect(draft.text).not.toMatch(/^(?:HD|LP|TD)\b/mu);
  });

  it('on a page are taken out of its blocks', () => {
    const one = (title: string) =>
      `<h2>1 of 2 DOCUMENTS</h2><p>Publication: Quay Post<br>Section: News</p><h1>${title}</h1><p>${BODY}</p>`;
    const { articles } = readParts(
      `<body>${one('A')}${one('B')}`,
      'html',
      { ...ruleOf('numbered'), pattern: '^## 1 of' },
      at,
    );
    expect(articles.map(({ draft }) => [draft.title, draft.outlet, draft.metadata])).toEqual([
      ['A', 'Quay Post', { Section: 'News' }],
      ['B', 'Quay Post', { Section: 'News' }],
    ]);
    expect(articles[0]!.draft.text).not.toContain('Publication');
  });

  it('are spans of the text in order, whatever the text', () => {
    const line = fc.oneof(
      fc.constantFrom('Title: a', 'BYLINE:', '  goes on', 'HD', 'HD  x', 'BY y', 'LP', 'TD z', ''),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n');
        let last = 0;
        for (const { start, end, from, value } of fieldLines(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(from).toBeGreaterThanOrEqual(start);
          expect(end).toBeGreaterThanOrEqual(from);
          expect(text.slice(from, end).replace(/\s+/gu, '')).toBe(value.replace(/\s+/gu, ''));
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});
