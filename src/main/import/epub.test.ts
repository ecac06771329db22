import { describe, expect, it } from 'vitest';
import { epub, packed, STORY, xhtml } from './fixtures/documents';
import { article, articles, reading, refusal } from './fixtures/reading';

const { title, first, second } = STORY;
const paragraphs = `<p>${first}</p><p>${second}</p>`.repeat(3);

describe('.epub', () => {
  it('reads a book of one article, with the book’s own facts', async () => {
    const bytes = epub(
      [xhtml('<p>Cover</p>'), xhtml(`<h1>${title}</h1>${paragraphs}`)],
      '<dc:title>Saved pages</dc:title><dc:creator>Tove Brandal</dc:creator><dc:publisher>Quay Post</dc:publisher><dc:date>2024-03-12T08:00:00Z</dc:date><dc:language>en-GB</dc:language>',
    );
    expect(await article(bytes, 'a.epub')).toMatchObject({
      title,
      byline: 'Tove Brandal',
      outlet: 'Quay Post',
      publishedAt: '2024-03-12',
      language: 'en-GB',
      text: `${title}\n\n${[first, second, first, second, first, second].join('\n\n')}`,
      origin: { bytes: bytes.length, format: 'epub' },
    });
  });

  it('reads a book of several articles as several, each with the bytes of its own document', async () => {
    const one = xhtml(`<h1>${title}</h1>${paragraphs}`);
    const two = xhtml(`<h1>The other story</h1>${paragraphs}`);
    const read = await reading(
      epub([xhtml('<p>Cover</p>'), one, two], '<dc:title>Week 12</dc:title>'),
      'a.epub',
    );
    if ('code' in read) throw new Error(read.message);
    expect(read.articles.map(({ draft }) => [draft.title, draft.outlet, draft.note])).toEqual([
      [title, 'Week 12', 'Part 2 of the file.'],
      ['The other story', 'Week 12', 'Part 3 of the file.'],
    ]);
    expect(read.articles.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual([one, two]);
  });

  it('takes all of a book of short documents as one, and runs nothing', async () => {
    const read = await articles(
      epub([
        xhtml('<p onclick="x()">One here.</p><script>document.write("no")</script>'),
        xhtml('<p>Two there.</p>'),
      ]),
      'a.epub',
    );
    expect(read.map(({ text }) => text)).toEqual(['One here.\n\nTwo there.']);
  });

  it.each([
    [
      'whose text is locked',
      epub([xhtml('<p>x</p>')], '', {
        'META-INF/encryption.xml': '<e><CipherReference URI="OEBPS/text/d%200.xhtml"/></e>',
      }),
      'password',
    ],
    ['without a container', packed({ mimetype: 'application/epub+zip' }), 'missing'],
    ['whose container names nothing', epub([], '', { 'META-INF/container.xml': '<container/>' }), 'damaged'],
    ['without documents', epub([]), 'names no text'],
    [
      'with a document that is not there',
      epub([xhtml('x')], '', {
        'OEBPS/book.opf':
          '<p><item id="a" href="../../../etc/passwd" media-type="text/html"/><itemref idref="a"/></p>',
      }),
      'missing',
    ],
    ['without a word', epub([xhtml('<img src="http://localhost/a.png"/>')]), 'No text'],
  ])('refuses one %s', async (_what, bytes, said) => {
    expect(await refusal(bytes, 'a.epub')).toContain(said);
  });
});
