import iconv from 'iconv-lite';
import Papa from 'papaparse';
import type { FileFormat } from '../../../core/import/file-format';
import { docx, epub, mhtml, odt, packed, pdf, STORY, wordParagraph, xhtml } from '../fixtures/documents';
import { parquet } from '../fixtures/parquet';
import { alone, type Sample } from './sample';
import { partsOf } from './zip-parts';

const { title, first, second } = STORY;

const PLAIN = `${title}\nBy Tove Brandal\n12 March 2024\n\n${first}\n\n“Café 🛟” — ${second}\n\nA HEADING\n\nMore of it,\nhard-wrapped\nby hand.\n\nFollow us on the quay\n`;
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title} | Quay Post</title><meta property="og:site_name" content="Quay Post"><meta name="author" content="Tove Brandal"><link rel="canonical" href="https://quaypost.example/1"><script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"${title}","datePublished":"2024-03-12T08:00:00Z","author":[{"@type":"Person","name":"Tove Brandal"}],"publisher":{"name":"Quay Post"}}]}</script></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1><p class="byline">By Tove Brandal</p><p>${first}</p><blockquote><p>${second}</p></blockquote><figure><img alt="x"><figcaption>The light</figcaption></figure><h2>After</h2><ul><li>One<li>Two</ul><table><tr><td>a<td>b</table><pre>  kept\n as is</pre><p>Line<br>two &amp; &lt;three&gt; &#x1F6DF;</article></main><footer>© us</footer></body></html>`;
const MARKDOWN = `---\ntitle: "${title}"\ndate: 2024-03-12\nauthor: Tove Brandal\n---\n\n# ${title}\n\n*${first}*\n\n> ${second}\n> — [keeper](https://quaypost.example "t")\n\n## After\n\n1. one\n2. two\n   - **three** \`code\` ![x](y.png)\n\n\`\`\`js\nlet a;\n\`\`\`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n***\nHard  \nbreak &amp; <b>inline</b> [ref][1]\n\n[1]: https://quaypost.example\n`;
const RTF = `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset128 Gothic;}}{\\colortbl;\\red0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}}{\\info{\\title ${title}}{\\author Nobody}}\\pard\\s1\\b ${title}\\par\r\n\\pard\\plain ${first}\\par \\ldblquote Caf\\'e9\\rdblquote\\line \\u-10179?\\u-9186? she said \\emdash  \\{so\\}.\\par {\\f1 \\'cf\\'e0} {\\f2 \\'93\\'fa}{\\v hidden}{\\*\\x y}{\\field{\\*\\fldinst HYPERLINK "http://localhost/"}{\\fldrslt link}}\\bin3 {{{c\\trowd\\cell one\\cell two\\row{\\pict 00ff}\\par}`;
const ROWS = [
  {
    id: 'gl-1',
    title,
    text: `${first}\n\n${second}`,
    date: '2024-03-12T08:00:00Z',
    source: 'Quay Post',
    author: 'Tove Brandal',
    url: 'https://quaypost.example/1',
  },
  {
    id: 'gl-2',
    title: 'Second',
    text: `“No” 🛟, she said.\r\n${first}`,
    date: '12 March 2024',
    source: 'Coast Wire',
    author: 'A, B',
    url: 'javascript:x()',
  },
];
const META =
  '<dc:title>Lights</dc:title><dc:creator>Tove Brandal</dc:creator><dc:date>2024-03-12</dc:date><dc:language>en</dc:language><dc:publisher>Quay Post</dc:publisher>';
const CORE =
  '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>Lights</dc:title><dc:creator>Tove</dc:creator><dcterms:created>2024-03-12T00:00:00Z</dcterms:created></cp:coreProperties>';
const RELATIONS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';
const WORD = `${wordParagraph(title, 'berschrift1')}${wordParagraph(first)}<w:p><w:r><w:t>A</w:t><w:br/><w:tab/><w:t>b &amp; c</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p><w:tbl><w:tr><w:tc>${wordParagraph('cell')}</w:tc><w:tc>${wordParagraph(second)}</w:tc></w:tr></w:tbl>`;
const ODF = `<text:h text:outline-level="1">${title}</text:h><text:p text:style-name="P1">${second}</text:p><text:p>${first}<text:line-break/><text:s text:c="3"/><text:tab/><text:span text:style-name="T1">b</text:span><text:note><text:note-body><text:p>n</text:p></text:note-body></text:note></text:p><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>`;
const MANIFEST =
  '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>';
const ODF_META =
  '<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Lights</dc:title><meta:initial-creator>Tove</meta:initial-creator><meta:creation-date>2024-03-12T00:00:00</meta:creation-date></office:meta></office:document-meta>';
const CHAPTERS = [
  xhtml(`<h1>${title}</h1><p>${first}</p>`),
  xhtml(`<h1>Second</h1><p>${second}</p><p>${first}</p>`),
];

const inEncodings = (name: string, text: string) =>
  ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'shift_jis'].map((encoding) =>
    alone(name, iconv.encode(text, encoding, { addBOM: encoding === 'utf-16be' })),
  );
const zipped = (path: string, bytes: Uint8Array): Sample => ({ files: partsOf(bytes), zip: path });

/** Files of every kind that articles are read from. */
export const ARTICLE_SAMPLES: Readonly<Record<FileFormat, readonly Sample[]>> = {
  txt: inEncodings('a.txt', PLAIN),
  md: [alone('a.md', MARKDOWN), alone('a.md', PLAIN)],
  html: [...inEncodings('a.html', PAGE), alone('a.html', xhtml(`<p>${first}</p>`))],
  docx: [zipped('a.docx', docx(WORD, { 'docProps/core.xml': CORE, '_rels/.rels': RELATIONS }))],
  odt: [zipped('a.odt', odt(ODF, { 'meta.xml': ODF_META, 'META-INF/manifest.xml': MANIFEST }))],
  epub: [
    zipped('a.epub', epub(CHAPTERS, META)),
    zipped(
      'a.epub',
      epub([CHAPTERS[0]!], META, {
        'META-INF/encryption.xml': '<encryption><CipherReference URI="x"/></encryption>',
      }),
    ),
  ],
  mhtml: (['quoted-printable', 'base64', '8bit'] as const).map((how) =>
    alone('a.mhtml', mhtml(Buffer.from(PAGE), how)),
  ),
  rtf: [alone('a.rtf', Buffer.from(RTF, 'latin1'))],
  jsonl: [alone('a.jsonl', ROWS.map((row) => JSON.stringify(row)).join('\n'))],
  json: [
    alone('a.json', JSON.stringify({ count: 2, articles: ROWS }, null, 2)),
    alone('b.json', JSON.stringify(ROWS)),
    alone('c.json', JSON.stringify(ROWS[0])),
  ],
  csv: [
    ...inEncodings('a.csv', Papa.unparse(ROWS)),
    alone('b.csv', `\ufeff${Papa.unparse(ROWS, { delimiter: ';', newline: '\n' })}\n\n`),
  ],
  tsv: [alone('a.tsv', Papa.unparse(ROWS, { delimiter: '\t' }))],
  parquet: (['SNAPPY', 'UNCOMPRESSED', 'GZIP', 'ZSTD', 'BROTLI', 'LZ4_RAW'] as const).map((codec) =>
    alone('a.parquet', parquet(ROWS, codec)),
  ),
  pdf: [
    alone(
      'a.pdf',
      pdf(
        [
          [
            [title, 40, 700, 20],
            [first, 40, 660, 11],
            ['Nobody asked me', 40, 640, 11],
          ],
          [[second.replace(/[^ -~]/gu, '-'), 40, 700, 11]],
        ],
        '/Info << /Title (Lights) >>',
      ),
    ),
    alone('a.pdf', pdf([[['One', 40, 700, 11]]], '/Encrypt 99 0 R')),
  ],
};

/** Packed files that are no kind of document. */
export const OTHER_ZIPS: readonly Sample[] = [
  zipped('a.zip', packed({ 'a.txt': PLAIN, 'b/a.ann': 'T1\tPerson 0 10\tLighthouse\n', 'b/a.txt': PLAIN })),
];
