import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { wrongWithBlocks } from './news.arbitrary';
import { readArticle } from './read-article';

/**
 * Five real articles, which are not ours to ship: they lie beside the repository where there is a copy. What
 * is expected of them is written as kinds and lengths, so that none of their words are here.
 */
const folder = new URL('../../../../shared/articles/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
if (names.length === 0) console.info(`real articles: skipped, there are none in ${folder.pathname}`);

/** By number: each block as "kind length" (UTF-16 units). */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  // Headline, a quoted standfirst, a pull quote among the paragraphs.
  '000': [
    'title 78',
    'standfirst 57',
    'paragraph 76',
    'paragraph 325',
    'paragraph 350',
    'paragraph 216',
    'blockquote 104',
    'paragraph 163',
    'paragraph 466',
    'paragraph 415',
    'paragraph 221',
    'paragraph 290',
    'paragraph 58',
  ],
  // A lone quoted line for a headline; everything else is the author's or quoted at length.
  '001': [
    'title 50',
    'paragraph 918',
    'paragraph 427',
    'paragraph 461',
    'paragraph 464',
    'paragraph 392',
    'paragraph 345',
    'paragraph 416',
    'paragraph 386',
    'paragraph 287',
    'paragraph 192',
  ],
  // A stray word and an agency's caption under the headline; four posts announced by a colon.
  '002': [
    'title 63',
    'heading 7',
    'caption 669',
    'paragraph 652',
    'paragraph 86',
    'post 244',
    'post 242',
    'post 278',
    'post 249',
  ],
  // No headline, one line per paragraph, five posts with their signatures.
  '003': [
    'paragraph 151',
    'paragraph 227',
    'paragraph 190',
    'post 163',
    'paragraph 418',
    'paragraph 270',
    'paragraph 278',
    'post 51',
    'post 79',
    'post 66',
    'post 142',
  ],
  // A photo credit above the headline and again below; the author and a line about her at the end.
  '004': [
    'caption 21',
    'title 88',
    'paragraph 197',
    'paragraph 150',
    'paragraph 229',
    'paragraph 162',
    'paragraph 348',
    'paragraph 196',
    'paragraph 144',
    'paragraph 230',
    'paragraph 161',
    'paragraph 220',
    'paragraph 157',
    'paragraph 272',
    'paragraph 225',
    'caption 21',
    'paragraph 286',
    'paragraph 38',
    'byline 16',
    'byline 27',
  ],
};

function read(number: string) {
  const name = names.find((candidate) => candidate.startsWith(number))!;
  const text = readFileSync(new URL(name, folder), 'utf8');
  return readArticle({ text, format: 'txt', fileName: name, encoding: 'utf-8' })!;
}

describe.skipIf(names.length === 0)('the real articles', () => {
  it.each(Object.keys(EXPECTED))('%s has the structure that a reader sees', (number) => {
    const { text, blocks } = read(number);
    expect(blocks.map(({ kind, start, end }) => `${kind} ${end - start}`)).toEqual(EXPECTED[number]);
    expect(wrongWithBlocks(text, blocks)).toBeNull();
  });

  it('takes titles and standfirsts from their blocks, whole', () => {
    for (const number of ['000', '001', '002', '004']) {
      const { text, blocks, title } = read(number);
      const block = blocks.find(({ kind }) => kind === 'title')!;
      expect(title).toBe(text.slice(block.start, block.end));
    }
    const { text, blocks, standfirst } = read('000');
    expect(standfirst).toBe(text.slice(blocks[1]!.start, blocks[1]!.end));
  });

  it('makes a title of the first words where there is no headline', () => {
    const { title, text } = read('003');
    expect(title.endsWith('…')).toBe(true);
    expect(title.length).toBeLessThanOrEqual(81);
    expect(text.startsWith(title.slice(0, -1))).toBe(true);
  });

  it('knows one author, and no more than the texts say', () => {
    const known = Object.keys(EXPECTED).map((number) => {
      const { byline, outlet, publishedAt, url, note } = read(number);
      return [byline?.length, outlet, publishedAt, url, note];
    });
    const nothing = [undefined, undefined, undefined, undefined, undefined];
    expect(known).toEqual([
      nothing,
      nothing,
      nothing,
      nothing,
      [5, undefined, undefined, undefined, undefined],
    ]);
    const digest = createHash('sha256').update(read('004').byline!).digest('hex');
    expect(digest.slice(0, 12)).toBe('f0b8649dbd8c');
  });
});
