import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newsText, wrongWithBlocks } from '../news.arbitrary';
import { readMarkdown } from './document';
import { readFrontMatter } from './front-matter';

const long =
  'The harbour opened late on Monday after divers had looked at the piles, the port authority said.';

function outline(source: string): readonly string[] {
  const { text, blocks } = readMarkdown(source)!;
  expect(wrongWithBlocks(text, blocks)).toBeNull();
  return blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('readMarkdown', () => {
  it('reads headings, paragraphs, quotes, lists and posts as text', () => {
    const source = [
      '# Ferry *Strikes* Pier',
      '*The company calls it “untrue”.*',
      'By Jane Doe',
      `${long}\n${long}  \nbroken [here](https://x.example "t") ![](a.png)`,
      '## Background',
      '> One.\n>\n> Two.',
      '> still shaking 😳\n> — Noor B (@noor) February 24, 2024',
      '- bread\n- salt',
      '```\ncode  kept\n```',
      '![the ferry](a.jpg)\n*The Marta at Pier 4.*',
      '**A line in bold**',
      'Nobody there would say more.',
    ].join('\n\n');
    expect(outline(source)).toEqual([
      'title: Ferry Strikes Pier',
      'standfirst: The company calls it “untrue”.',
      'byline: By Jane Doe',
      `paragraph: ${long} ${long} broken here`,
      'heading: Background',
      'blockquote: One.',
      'blockquote: Two.',
      'post: still shaking 😳\n— Noor B (@noor) February 24, 2024',
      'paragraph: bread',
      'paragraph: salt',
      'paragraph: code  kept',
      'caption: The Marta at Pier 4.',
      'heading: A line in bold',
      'paragraph: Nobody there would say more.',
    ]);
  });

  it('takes the text of HTML and runs none of it', () => {
    const source = `# T\n\n<script>alert(1)</script>\n\n<blockquote class="twitter-tweet"><p>hi</p>— N (@n) May 1, 2024</blockquote>\n\nan <b onclick=x>inline</b> <script>alert(2)</script> tag [x](javascript:alert(3))\n`;
    expect(outline(source)).toEqual([
      'title: T',
      'post: hi\n— N (@n) May 1, 2024',
      'paragraph: an inline  tag x',
    ]);
  });

  it('believes front matter, and takes the headline from the text', () => {
    const source = `---\ntitle: "In front"\nauthor: [Jane Doe, 'Max O''Roe']\ndate: 2024-03-12T10:00\noutlet: Coast Wire\nurl: https://x.example/1\nlang: de_DE\ntags:\n  - a\n---\n# On top\n\n${long}`;
    expect(readMarkdown(source)!.facts).toEqual({
      title: 'On top',
      byline: "Jane Doe, Max O'Roe",
      publishedAt: '2024-03-12',
      outlet: 'Coast Wire',
      url: 'https://x.example/1',
      language: 'de-DE',
    });
    expect(outline(source)).toEqual(['title: On top', `paragraph: ${long}`]);
  });

  it('gives sound blocks for any text', () => {
    fc.assert(
      fc.property(newsText, (source) => {
        const { text, blocks } = readMarkdown(source)!;
        expect(wrongWithBlocks(text, blocks)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });

  it('hands back what is beyond the parser', () => {
    expect(readMarkdown(`${'>'.repeat(100_000)} a`)).toBeNull();
    expect(readMarkdown(`${'> '.repeat(50_000)} a`)).toBeNull();
    expect(readMarkdown(`${'1. '.repeat(50_000)} a`)).toBeNull();
    expect(readMarkdown('a\n---\n'.repeat(20_000))).toBeNull();
    for (const part of ['[a](', '**a_ ', '![a][']) expect(readMarkdown(part.repeat(75_000))).toBeNull();
  });

  it.each(['[', '*a ', '**a _b ', '<div>', '`', '![a]('])(
    '%s repeated 6,000 times is read within seconds',
    (part) => {
      const begun = performance.now();
      expect(readMarkdown(part.repeat(6_000))).not.toBeNull();
      expect(performance.now() - begun).toBeLessThan(15_000);
    },
  );
});

describe('readFrontMatter', () => {
  it('finds none in a text that begins with a rule', () => {
    expect(readFrontMatter('---\nJust a rule above\n---\n').end).toBe(0);
    expect(readFrontMatter('Text\n---\ntitle: x\n---').end).toBe(0);
    expect(readFrontMatter('---\ntitle: x\nno end').end).toBe(0);
  });

  it('reads a list of authors', () => {
    expect(readFrontMatter('---\nauthors:\n  - name: Jane Doe\n  - Max Roe\n---').facts.byline).toBe(
      'Jane Doe, Max Roe',
    );
  });
});
