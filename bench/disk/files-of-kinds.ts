import Papa from 'papaparse';
import { docx, epub, mhtml, odt, pdf, wordParagraph, xhtml } from '../../src/main/import/fixtures/documents';
import { makeSample } from '../sample/sample';

interface Told {
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** A file of one article, by its extension. */
const SINGLE: Readonly<Record<string, (article: Told) => string | Uint8Array>> = {
  txt: ({ title, paragraphs }) => [title, ...paragraphs].join('\n\n'),
  md: ({ title, paragraphs }) => [`# ${title}`, ...paragraphs].join('\n\n'),
  html: (article) => page(article),
  docx: ({ title, paragraphs }) =>
    docx([wordParagraph(title, 'berschrift1'), ...paragraphs.map((each) => wordParagraph(each))].join('')),
  odt: ({ title, paragraphs }) =>
    odt(`<text:h>${title}</text:h>${paragraphs.map((each) => `<text:p>${each}</text:p>`).join('')}`),
  epub: ({ title, paragraphs }) => epub([xhtml(`<h1>${title}</h1>${inTags(paragraphs)}`)]),
  mhtml: (article) => mhtml(Buffer.from(page(article)), 'quoted-printable'),
  rtf: ({ title, paragraphs }) =>
    `{\\rtf1\\ansi\\ansicpg1252\\deff0 ${[title, ...paragraphs].map((each) => `${each}\\par`).join('\r\n')}}`,
  pdf: ({ title, paragraphs }) => pdf(pagesOf([title, ...paragraphs])),
};

/** A file of all articles, by its extension. */
const MANY: Readonly<Record<string, (rows: readonly object[]) => string>> = {
  jsonl: (rows) => rows.map((row) => JSON.stringify(row)).join('\n'),
  json: (rows) => JSON.stringify(rows),
  csv: (rows) => Papa.unparse([...rows]),
  tsv: (rows) => Papa.unparse([...rows], { delimiter: '\t' }),
};

export const KINDS = [...Object.keys(SINGLE), ...Object.keys(MANY)];

/** Files of one kind that hold so many articles of about 4,000 characters, each another. */
export function filesOfKind(
  kind: string,
  count: number,
): readonly (readonly [string, string | Uint8Array])[] {
  const articles = Array.from({ length: count }, (_, index): Told => {
    const [, ...paragraphs] = makeSample(3_500 + (index % 50) * 20, 0)
      .text.split('\n')
      .filter(Boolean);
    return { title: `Report number ${index}`, paragraphs };
  });
  const single = SINGLE[kind];
  if (single) return articles.map((article, index) => [`article-${index}.${kind}`, single(article)]);
  const rows = articles.map(({ title, paragraphs }, id) => ({ id, title, text: paragraphs.join('\n\n') }));
  return [[`articles.${kind}`, MANY[kind]!(rows)]];
}

const inTags = (paragraphs: readonly string[]) => paragraphs.map((each) => `<p>${each}</p>`).join('');
const page = ({ title, paragraphs }: Told) =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${inTags(paragraphs)}</article></body></html>`;

/** Lines of about 90 characters, 50 a page. */
function pagesOf(
  paragraphs: readonly string[],
): readonly (readonly (readonly [string, number, number, number])[])[] {
  const lines = paragraphs.flatMap((each) => [...(each.match(/.{1,90}(?:\s|$)/gu) ?? []), '']);
  const pages = Array.from({ length: Math.ceil(lines.length / 50) }, (_, at) =>
    lines.slice(at * 50, at * 50 + 50),
  );
  return pages.map((own) =>
    own.flatMap((line, at) => (line === '' ? [] : [[line.trim(), 50, 760 - at * 14, 11] as const])),
  );
}
