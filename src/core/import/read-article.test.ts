import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOfText } from './detect/language';
import { newsText, wrongWithBlocks } from './news.arbitrary';
import { normaliseText } from './normalise-text';
import { readArticle } from './read-article';
import { titleFromWords } from './title-words';

const long =
  'The harbour opened late on Monday after divers had looked at the piles, the port authority said.';
const source = { format: 'txt', fileName: 'a.txt', encoding: 'utf-8' } as const;

describe('readArticle', () => {
  it('keeps every word of a plain text, and says where it came from', () => {
    fc.assert(
      fc.property(newsText, (text) => {
        const draft = readArticle({ ...source, text });
        const normal = normaliseText(text);
        if (draft === null) {
          expect(normal.text.trim()).toBe('');
          return;
        }
        expect(draft.text).toBe(normal.text);
        expect(draft.origin).toEqual({ ...source, lineEnds: normal.lineEnds });
        expect(wrongWithBlocks(draft.text, draft.blocks)).toBeNull();
        expect(draft.title).not.toBe('');
        expect(draft.language).toBe(languageOfText(draft.text) ?? 'en');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same article for every kind of line end', () => {
    const text = `Ferry Strikes Pier\n\n${long}\n`;
    const [lf, crlf, cr] = ['\n', '\r\n', '\r'].map(
      (end) => readArticle({ ...source, text: text.replaceAll('\n', end) })!,
    );
    expect(crlf).toEqual({ ...lf, origin: { ...lf!.origin, lineEnds: 'crlf' } });
    expect(cr!.text).toBe(lf!.text);
  });

  it('notes what it had to replace', () => {
    expect(readArticle({ ...source, text: `${long}\0` })?.note).toContain('1 control character was');
    expect(readArticle({ ...source, text: long })).not.toHaveProperty('note');
  });

  it.each(['', ' \n\t', '\ufeff'])('gives null for %j', (text) => {
    expect(readArticle({ ...source, text })).toBeNull();
    expect(readArticle({ ...source, format: 'html', text })).toBeNull();
    expect(readArticle({ ...source, format: 'md', text })).toBeNull();
  });

  it('reads what is nested too deep for Markdown as plain text', () => {
    const text = `${'>'.repeat(300)} a`;
    expect(readArticle({ ...source, format: 'md', text })?.text).toBe(text);
  });

  describe('pasted', () => {
    const pasted = { format: 'pasted', fileName: null, encoding: 'utf-8' } as const;

    it('uses the HTML when it says as much as the text', () => {
      const draft = readArticle({ ...pasted, text: `Ferry\n${long}`, html: `<h1>Ferry</h1><p>${long}</p>` });
      expect(draft?.blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
    });

    it('uses the text when the HTML is a stub', () => {
      expect(readArticle({ ...pasted, text: long, html: '<meta charset=utf-8>' })?.text).toBe(long);
      expect(readArticle({ ...pasted, text: long, html: '' })?.text).toBe(long);
    });
  });
});

describe('titleFromWords', () => {
  it('never cuts a word or a character, nor goes far beyond 80 units', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), newsText, (start, rest) => {
        const title = titleFromWords(`${start} ${rest}`);
        expect(title.length).toBeLessThanOrEqual(100);
        expect(title).not.toMatch(/\n/u);
        expect(/\p{Surrogate}/u.test(title) && !/\p{Surrogate}/u.test(start + rest)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps a short paragraph whole', () => {
    expect(titleFromWords('It rained.')).toBe('It rained.');
  });
});
