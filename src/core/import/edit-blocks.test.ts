import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK_KINDS } from '../project/model';
import type { BlockedText } from './edit-blocks';
import { joinBlocks, redetectBlocks, setBlockKind, splitBlock } from './edit-blocks';
import { newsText, wrongWithBlocks } from './news.arbitrary';
import { readArticle } from './read-article';

function read(text: string): BlockedText | null {
  return readArticle({ text, format: 'txt', fileName: 'a.txt', encoding: 'utf-8' });
}

const draft = newsText.map(read).filter((read) => read !== null);
const kind = fc.constantFrom(...BLOCK_KINDS);
const index = fc.nat({ max: 1000 });
const wordsOf = (text: BlockedText, of: string) =>
  text.blocks.filter((block) => block.kind === of).map(({ start, end }) => text.text.slice(start, end));

describe('the laws of editing blocks', () => {
  const lawful = (before: BlockedText, after: BlockedText) => {
    expect(after.text).toBe(before.text);
    expect(wrongWithBlocks(after.text, after.blocks)).toBeNull();
    expect(after.title).not.toBe('');
  };

  it('keeps the text and sound blocks, whatever is done', () => {
    fc.assert(
      fc.property(
        draft,
        fc.array(fc.tuple(fc.nat({ max: 2 }), index, kind, index), { maxLength: 8 }),
        (start, steps) => {
          let now = start;
          for (const [what, at, newKind, offset] of steps) {
            const { length } = now.blocks;
            const before = now;
            if (what === 0) now = setBlockKind(now, at % length, newKind);
            else if (what === 1 && length > 1) now = joinBlocks(now, at % (length - 1));
            else now = splitBlock(now, at % length, offset % (now.text.length + 1));
            lawful(before, now);
            expect(now.blocks.filter((block) => block.kind === 'title').length).toBeLessThanOrEqual(1);
          }
          lawful(start, redetectBlocks(now));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives the same object for the same kind, and the kind asked for otherwise', () => {
    fc.assert(
      fc.property(draft, index, kind, (before, any, newKind) => {
        const at = any % before.blocks.length;
        const after = setBlockKind(before, at, newKind);
        expect(after.blocks[at]!.kind).toBe(newKind);
        expect(setBlockKind(after, at, newKind)).toBe(after);
      }),
      { numRuns: 1000 },
    );
  });

  it('joins again what it split', () => {
    fc.assert(
      fc.property(draft, index, index, (before, any, offset) => {
        const at = any % before.blocks.length;
        const after = splitBlock(before, at, offset % (before.text.length + 1));
        if (after !== before) expect(joinBlocks(after, at).blocks).toEqual(before.blocks);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('metadata that follows the blocks', () => {
  const long =
    'The harbour opened late on Monday after divers had looked at the piles, the port authority said.';
  const article = read(
    ['Ferry Strikes Pier', '“Is it safe?”', 'By Jane Doe', '12 March 2024', long, long].join('\n\n'),
  )!;

  it('takes a new title and demotes the old one', () => {
    const after = setBlockKind(article, 1, 'title');
    expect(after.title).toBe('“Is it safe?”');
    expect(after.blocks.map((block) => block.kind).slice(0, 2)).toEqual(['heading', 'title']);
    expect(after).not.toHaveProperty('standfirst');
  });

  it('makes a title of the first words when there is no title block any more', () => {
    expect(setBlockKind(article, 0, 'paragraph').title).toBe('Ferry Strikes Pier');
    expect(setBlockKind(article, 0, 'heading').title).toMatch(/^The harbour opened late .*…$/u);
  });

  it('follows the standfirst and the byline, and forgets them', () => {
    expect(setBlockKind(article, 4, 'standfirst').standfirst).toBe(long);
    expect(wordsOf(setBlockKind(article, 4, 'standfirst'), 'standfirst')).toEqual([long]);
    expect(setBlockKind(article, 2, 'paragraph')).not.toHaveProperty('byline');
    expect(setBlockKind(setBlockKind(article, 2, 'paragraph'), 2, 'byline').byline).toBe('Jane Doe');
  });

  it('keeps what it knows from elsewhere', () => {
    const known = { ...article, byline: 'Jane Doe, Max Roe', title: 'What the page’s head says' };
    expect(setBlockKind(known, 2, 'paragraph').byline).toBe('Jane Doe, Max Roe');
    expect(setBlockKind(known, 5, 'blockquote').title).toBe('What the page’s head says');
  });

  it('throws where there is no block', () => {
    expect(() => setBlockKind(article, 99, 'title')).toThrow(RangeError);
    expect(() => joinBlocks(article, article.blocks.length - 1)).toThrow(RangeError);
  });
});
