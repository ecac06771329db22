import { describe, expect, it } from 'vitest';
import { docx, odt, packed, STORY, wordParagraph } from './fixtures/documents';
import { article, refusal } from './fixtures/reading';

const { title, first, second } = STORY;

describe('.docx', () => {
  it('reads paragraphs, the headline by a style of another language, and the bytes it came from', async () => {
    const bytes = docx(wordParagraph(title, 'berschrift1') + wordParagraph(first) + wordParagraph(second));
    const draft = await article(bytes, 'a.docx');
    expect(draft.text).toBe(`${title}\n\n${first}\n\n${second}`);
    expect(draft.title).toBe(title);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'paragraph']);
    expect(draft.origin).toMatchObject({ fileName: 'a.docx', format: 'docx', bytes: bytes.length });
  });

  it('reads breaks, entities, bold headings and text boxes once; leaves deleted and hidden text', async () => {
    const bold = '<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>What the log says</w:t></w:r></w:p>';
    const run = (inner: string) => `<w:p><w:r>${inner}</w:r></w:p>`;
    const draft = await article(
      docx(
        wordParagraph(first) +
          bold +
          run('<w:t>One &amp; two</w:t><w:br/><w:t>three &#x1F41F;</w:t>') +
          '<w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>put in</w:t></w:r></w:ins></w:p>' +
          run('<w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t>') +
          run(
            '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Choice>' +
              '<mc:Fallback><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>',
          ),
      ),
      'a.docx',
    );
    expect(draft.text.split('\n\n').slice(1)).toEqual([
      'What the log says',
      'One & two\nthree 🐟',
      'put in',
      'In a box',
    ]);
    expect(draft.blocks[1]!.kind).toBe('heading');
  });

  it('finds the main part where the package says it is, and the language of its text', async () => {
    const xml = `<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body><w:p><w:r><w:rPr><w:lang w:val="nb-NO"/></w:rPr><w:t>Hei på deg.</w:t></w:r></w:p></w:body></w:document>`;
    const rels =
      '<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>';
    const bytes = packed({ '_rels/.rels': rels, 'word/document2.xml': xml });
    expect(await article(bytes, 'a.docx')).toMatchObject({ text: 'Hei på deg.', language: 'nb-NO' });
  });

  it.each([
    [
      'entities',
      docx(wordParagraph(first), { 'docProps/core.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    ],
    ['broken XML', docx('<w:p>')],
    ['elements 200,000 deep', docx('<w:p>'.repeat(200_000))],
    ['another document', docx('', { 'word/document.xml': '<html/>' })],
    ['no document', packed({ 'a.txt': first })],
    ['nothing to read', docx(wordParagraph(' '))],
    ['an old Office file', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0])],
    ['text', Buffer.from(first)],
  ])('refuses %s in a sentence', async (_what, bytes) => {
    expect(await refusal(bytes, 'a.docx')).toMatch(/^[A-Z].*\. [A-Z].*\.$/su);
  });
});

describe('.odt', () => {
  it('reads headings, quotations, spaces and breaks; leaves notes, comments and deleted text', async () => {
    const draft = await article(
      odt(
        `<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>` +
          `<text:h text:style-name="Heading_20_1" text:outline-level="1">${title}</text:h>` +
          `<text:p>${first}<text:note><text:p>a note</text:p></text:note></text:p>` +
          `<text:p text:style-name="P1">One<text:s text:c="3"/>two<text:line-break/>three</text:p>` +
          `<text:p><text:span text:style-name="T1">What the log says</text:span></text:p>` +
          `<text:p>${second}</text:p>`,
        { 'meta.xml': '<m><language>de-de</language></m>' },
      ),
      'a.odt',
    );
    expect(draft.text).toBe(`${title}\n\n${first}\n\nOne two\nthree\n\nWhat the log says\n\n${second}`);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual([
      'title',
      'paragraph',
      'blockquote',
      'heading',
      'paragraph',
    ]);
    expect(draft).toMatchObject({ title, language: 'de-DE', origin: { format: 'odt' } });
  });

  it.each([
    [
      'locked',
      odt('x', { 'META-INF/manifest.xml': '<m><encryption-data/></m>', 'content.xml': '\u0001' }),
      'password',
    ],
    [
      'declaring entities',
      odt('', { 'content.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' }),
      'entities',
    ],
    ['a sheet', odt('', { 'content.xml': '<a/>' }), 'damaged'],
    ['without content', packed({ mimetype: 'x' }), 'missing'],
  ])('refuses one that is %s', async (_what, bytes, said) => {
    expect(await refusal(bytes, 'a.odt')).toContain(said);
  });
});
