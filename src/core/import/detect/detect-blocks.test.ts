import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsText, wrongWithBlocks } from '../news.arbitrary';
import { normaliseText } from '../normalise-text';
import { detectBlocks } from './detect-blocks';

const long =
  'The harbour opened late on Monday after divers had looked at the piles, the port authority said in a note.';
const kinds = (text: string) => detectBlocks(text).blocks.map(({ kind }) => kind);
const paragraphs = (...pieces: string[]) => pieces.join('\n\n');
const lines = (...pieces: string[]) => pieces.join('\n');

describe('detectBlocks', () => {
  it('gives ordered, disjoint, trimmed blocks that hold every word', () => {
    fc.assert(
      fc.property(newsText, (raw) => {
        const { text } = normaliseText(raw);
        expect(wrongWithBlocks(text, detectBlocks(text).blocks)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('has at most one title and one standfirst, and none of an empty text', () => {
    fc.assert(
      fc.property(newsText, (raw) => {
        const found = kinds(normaliseText(raw).text);
        expect(found.filter((kind) => kind === 'title').length).toBeLessThanOrEqual(1);
        expect(found.filter((kind) => kind === 'standfirst').length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 1000 },
    );
    expect(kinds('')).toEqual([]);
  });

  describe('what stands above the story', () => {
    it('finds the headline under a credit', () => {
      expect(kinds(paragraphs('Coast Wire/Jonas Petrel', 'Ferry Strikes Pier', long))).toEqual([
        'caption',
        'title',
        'paragraph',
      ]);
    });

    it('finds none in a text that begins with a sentence', () => {
      const { blocks, facts } = detectBlocks(paragraphs(long, long));
      expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
      expect(facts.title).toBeUndefined();
    });

    it('takes a quoted line for the headline only when there is no other', () => {
      expect(kinds(paragraphs('“Is it safe?”', long))).toEqual(['title', 'paragraph']);
      expect(kinds(paragraphs('Ferry Strikes Pier', '“Is it safe?”', long))).toEqual([
        'title',
        'standfirst',
        'paragraph',
      ]);
    });

    it('takes a sentence between headline and byline for the standfirst', () => {
      const text = paragraphs(
        'Ferry Strikes Pier',
        'The company calls it untrue.',
        'By Jane Doe',
        long,
        long,
      );
      expect(kinds(text)).toEqual(['title', 'standfirst', 'byline', 'paragraph', 'paragraph']);
      expect(detectBlocks(text).facts).toMatchObject({
        standfirst: 'The company calls it untrue.',
        byline: 'Jane Doe',
      });
    });

    it('takes a stray word under the headline for a heading, not the standfirst', () => {
      expect(kinds(paragraphs('Ferry Strikes Pier In Linden', 'Hello', long))).toEqual([
        'title',
        'heading',
        'paragraph',
      ]);
    });

    it('knows a section’s name above a headline', () => {
      expect(kinds(paragraphs('OPINION', 'A harbour that trusts nobody', long))).toEqual([
        'heading',
        'title',
        'paragraph',
      ]);
    });

    it('reads labelled lines, dates, outlets and names', () => {
      const text = lines(
        'Title: Ferry Strikes Pier',
        'Source: The Harbour Post',
        'Author: Jane Doe',
        'Date: Mar. 12, 2024 9:05 AM EST',
        'URL: https://harbourpost.example/1',
        '',
        long,
      );
      expect(detectBlocks(text).facts).toEqual({
        title: 'Ferry Strikes Pier',
        outlet: 'The Harbour Post',
        byline: 'Jane Doe',
        publishedAt: '2024-03-12',
        url: 'https://harbourpost.example/1',
      });
      expect(kinds(text)).toEqual(['title', 'byline', 'byline', 'byline', 'byline', 'paragraph']);
    });

    it('reads a line of name, outlet and date', () => {
      const { facts } = detectBlocks(
        paragraphs('Ferry Strikes Pier', 'Jane Doe | The Harbour Post | 12 March 2024', long),
      );
      expect(facts).toMatchObject({
        byline: 'Jane Doe',
        outlet: 'The Harbour Post',
        publishedAt: '2024-03-12',
      });
    });

    it('takes a bare name over a date for the byline', () => {
      const text = paragraphs('Ferry Strikes Pier', 'Jane Doe', '12 March 2024', long);
      expect(detectBlocks(text).facts.byline).toBe('Jane Doe');
      expect(kinds(text)).toEqual(['title', 'byline', 'byline', 'paragraph']);
    });

    it('leaves “Source: …” alone where it is a headline', () => {
      expect(detectBlocks(paragraphs('Source: gear failed before crash', long)).facts).toEqual({
        title: 'Source: gear failed before crash',
      });
    });

    it('makes no headline of a line that stands alone', () => {
      expect(kinds('Ferry strikes pier')).toEqual(['paragraph']);
    });
  });

  describe('posts', () => {
    const signature = '— Noor B (@noor_onboard) February 24, 2024';

    it('joins a post and its signature, each post for itself', () => {
      const text = lines(long, long, 'still shaking', signature, 'me too 😳', '— Piet (@piet) Feb 25', long);
      const { blocks } = detectBlocks(text);
      expect(blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'post', 'post', 'paragraph']);
      const post = blocks[2]!;
      expect(text.slice(post.start, post.end)).toBe(`still shaking\n${signature}`);
    });

    it('takes fragments of lines before, but no prose', () => {
      expect(kinds(lines(long, long, long, 'the bar slid past us', '#Marta 😳', signature))).toEqual([
        'paragraph',
        'paragraph',
        'paragraph',
        'post',
      ]);
    });

    it('takes all since the last blank line where blank lines part the paragraphs', () => {
      const text = paragraphs(
        'Ferry Strikes Pier',
        long,
        lines('Still shaking. All of it slid.', 'Thank you.', signature),
        long,
      );
      expect(kinds(text)).toEqual(['title', 'paragraph', 'post', 'paragraph']);
    });

    it('reaches over a blank line to a signature that stands alone', () => {
      expect(kinds(paragraphs('Ferry Strikes Pier', long, 'Still shaking.', signature, long))).toEqual([
        'title',
        'paragraph',
        'post',
        'paragraph',
      ]);
    });

    it('knows quoted paragraphs after an announcement, and no others', () => {
      const quoted = '“i keep hearing the sound”';
      expect(
        kinds(paragraphs(long, 'She put it in a thread on Sunday:', quoted, quoted.replace('i', 'we'), long)),
      ).toEqual(['paragraph', 'paragraph', 'post', 'post', 'paragraph']);
      expect(kinds(paragraphs(long, 'The Harbour Post printed her letter:', quoted, long))).toEqual([
        'paragraph',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
    });
  });

  describe('what stands between and below paragraphs', () => {
    it('knows a pull quote by its words', () => {
      const pulled = 'divers had looked at the piles, the port authority said in a note.';
      expect(kinds(paragraphs('Ferry Strikes Pier', long, pulled, long))).toEqual([
        'title',
        'paragraph',
        'blockquote',
        'paragraph',
      ]);
    });

    it('knows headings, but not lists', () => {
      expect(kinds(paragraphs('Ferry Strikes Pier', long, 'What the divers saw', long))).toEqual([
        'title',
        'paragraph',
        'heading',
        'paragraph',
      ]);
      expect(kinds(paragraphs('Ferry Strikes Pier', long, 'Bread', 'Salt', 'Diesel', long))).toEqual([
        'title',
        'paragraph',
        'paragraph',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
    });

    it('knows the author below and the line about her', () => {
      const text = paragraphs(
        'Ferry Strikes Pier',
        long,
        'Coast Wire/Jonas Petrel',
        long,
        'Written by Mika Sorrel',
        '29, commuter',
      );
      expect(kinds(text)).toEqual(['title', 'paragraph', 'caption', 'paragraph', 'byline', 'byline']);
      expect(detectBlocks(text).facts.byline).toBe('Mika Sorrel');
    });
  });

  describe('shapes of files', () => {
    it('reads one line per paragraph', () => {
      expect(kinds(lines('Ferry Strikes Pier', long, long, long))).toEqual([
        'title',
        'paragraph',
        'paragraph',
        'paragraph',
      ]);
    });

    it('keeps the lines of a hard-wrapped paragraph together', () => {
      const wrapped = wrap(`${long} ${long} ${long}`, 60);
      const { blocks } = detectBlocks(paragraphs('Ferry Strikes Pier', wrapped, wrapped));
      expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph']);
      expect(blocks[1]!.end - blocks[1]!.start).toBe(wrapped.length);
    });

    it('reads a line of 20 MB and half a million lines within seconds', () => {
      const begun = performance.now();
      expect(kinds('word '.repeat(4_000_000).trim())).toEqual(['paragraph']);
      const many = `Ferry Strikes Pier\n${'A short line about it.\n'.repeat(500_000)}`.trim();
      expect(kinds(many)).toHaveLength(500_001);
      expect(performance.now() - begun).toBeLessThan(20_000);
    });
  });
});

function wrap(text: string, width: number): string {
  const found: string[] = [];
  for (const word of text.split(' ')) {
    const last = found.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.join('\n');
}
