import { describe, expect, it } from 'vitest';
import type { PdfText } from './fixtures/documents';
import { pdf, STORY } from './fixtures/documents';
import { article, refusal } from './fixtures/reading';

/** Lines under each other, as wide as their words. */
const set = (lines: readonly string[], x: number, top: number): readonly PdfText[] =>
  lines.map((line, index) => [line, x, top - index * 14, 11] as const);

const FIRST = [
  'Marit Strand handed over the keys of the Grunnholm light on Sun-',
  'day, the coastal service said. The well-known keeper had lived on',
  'the rock for forty winters and has no plans.',
];
const SECOND = [
  'She was asked on the quay whether she would miss it. The well-',
  'known answer was no, and then she',
];
const REST = ['went home by the early boat, as the coastal service con-', 'firmed.'];

describe('.pdf', () => {
  it('joins lines to paragraphs over pages, mends hyphens, drops running heads and page numbers', async () => {
    const head = (page: number): PdfText => [`Quay Post, 12 March 2024, page ${page}`, 60, 780, 8];
    const foot = (page: number): PdfText => [String(page), 300, 20, 8];
    const bytes = pdf([
      [head(1), [STORY.title, 60, 740, 24], ...set(FIRST, 60, 700), ...set(SECOND, 60, 640), foot(1)],
      [
        head(2),
        ...set(REST, 60, 740),
        ['What the log says', 60, 690, 15],
        ...set(['It says nothing of the kind.'], 60, 670),
        foot(2),
      ],
      [head(3), ...set(['The end came soon after that.'], 60, 740), foot(3)],
    ]);
    const draft = await article(bytes, 'a.pdf');
    expect(draft.text.split('\n\n')).toEqual([
      STORY.title,
      'Marit Strand handed over the keys of the Grunnholm light on Sunday, the coastal service said. The well-known keeper had lived on the rock for forty winters and has no plans.',
      'She was asked on the quay whether she would miss it. The well-known answer was no, and then she went home by the early boat, as the coastal service confirmed.',
      'What the log says',
      'It says nothing of the kind.',
      'The end came soon after that.',
    ]);
    expect(draft.blocks.map(({ kind }) => kind)).toEqual([
      'title',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'paragraph',
    ]);
    expect(draft).toMatchObject({ title: STORY.title, origin: { format: 'pdf', bytes: bytes.length } });
  });

  it('reads one column after the other', async () => {
    const left = ['The left column is read before the', 'right one, and its last sentence'];
    const right = ['goes on at the top of the second', 'one, where it also ends.'];
    expect((await article(pdf([[...set(left, 60, 700), ...set(right, 320, 700)]]), 'a.pdf')).text).toBe(
      [...left, ...right].join(' '),
    );
  });

  it('parts paragraphs that are only indented', async () => {
    const page: readonly PdfText[] = [
      ['The first paragraph runs to the edge of the column and it ends', 60, 700, 11],
      ['here, on a line that is quite as long as all of the others here.', 60, 686, 11],
      ['The second one is indented and runs to the edge of the one', 75, 672, 11],
      ['column that there is on this page.', 60, 658, 11],
    ];
    expect((await article(pdf([page]), 'a.pdf')).text.split('\n\n')).toHaveLength(2);
  });

  it('finds the pages of a file whose table of contents is broken, and runs no script', async () => {
    const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
    const sound = Buffer.from(pdf([set(FIRST, 60, 700)])).toString('latin1');
    const broken = sound
      .replace(/startxref\n\d+/u, 'startxref\n99999999')
      .replace('/Type /Catalog', `/Type /Catalog ${script}`);
    expect((await article(Buffer.from(broken, 'latin1'), 'a.pdf')).text).toContain('forty winters');
  });

  it.each([
    [
      'locked',
      pdf(
        [set(FIRST, 60, 700)],
        `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`,
      ),
      'password',
    ],
    ['scanned', pdf([[]]), 'pictures'],
    ['cut off', pdf([set(FIRST, 60, 700)]).subarray(0, 40), 'damaged'],
    ['something else', Buffer.from(STORY.first), 'damaged'],
    ['of too many pages', pdf(Array.from({ length: 501 }, () => [])), '501 pages'],
  ])('refuses one that is %s', async (_what, bytes, said) => {
    expect(await refusal(bytes, 'a.pdf')).toContain(said);
  });
});
