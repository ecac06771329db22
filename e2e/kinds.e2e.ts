import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  docx,
  epub,
  mhtml,
  odt,
  packed,
  pdf,
  STORY,
  wordParagraph,
  xhtml,
} from '../src/main/import/fixtures/documents';
import { expect, test } from './app';
import { articlesInMain, articlesOnDisk, newProject, saved } from './desk';

const { title, first } = STORY;

/** One file of each kind; every text differs, so that none is taken for another's double. */
function kinds(): Readonly<Record<string, Uint8Array | string>> {
  const said = (kind: string) => `${first} So says the ${kind} file.`;
  const page = (kind: string) => `<h1>${title}</h1><p>${said(kind)}</p>`;
  const rows = (kind: string) =>
    [1, 2].map((row) => ({ id: `${kind}-${row}`, title, text: said(`${kind} ${row}`) }));
  const cells = (kind: string, by: string) =>
    ['id\ttitle\ttext', ...rows(kind).map((row) => Object.values(row).join('\t'))]
      .join('\n')
      .replaceAll('\t', by);
  return {
    'plain.txt': `${title}\n\n${said('text')}`,
    'mark.md': `# ${title}\n\n${said('Markdown')}`,
    'page.html': `<!doctype html>${page('HTML')}`,
    'word.docx': docx(wordParagraph(title, 'Heading1') + wordParagraph(said('Word'))),
    'open.odt': odt(`<text:h text:outline-level="1">${title}</text:h><text:p>${said('ODT')}</text:p>`),
    'book.epub': epub([xhtml(page('EPUB'))]),
    'saved.mhtml': mhtml(Buffer.from(page('MHTML')), 'quoted-printable'),
    'rich.rtf': `{\\rtf1\\ansi{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 ${title}\\par\\pard ${said('RTF')}\\par}`,
    'print.pdf': pdf([
      [
        [title, 60, 740, 20],
        [said('PDF').slice(0, 60), 60, 700, 10],
        [said('PDF').slice(60).trim(), 60, 688, 10],
      ],
    ]),
    'lines.jsonl': rows('JSONL')
      .map((row) => JSON.stringify(row))
      .join('\n'),
    'list.json': JSON.stringify({ articles: rows('JSON') }),
    'table.csv': cells('CSV', ';'),
    'table.tsv': cells('TSV', '\t'),
  };
}

test('one file of each kind is read, shown and kept, and hostile ones are refused in words', async ({
  start,
  folder,
}) => {
  const project = join(folder, 'project');
  const workbench = await start();
  const { page } = workbench;
  await newProject(workbench, project, 'Kinds');
  const files = {
    ...kinds(),
    'bomb.docx': packed({ 'word/document.xml': new Uint8Array(60 * 1024 * 1024).fill(32) }),
    'entities.odt': odt('', { 'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
    'torn.epub': epub([xhtml('x')]).subarray(0, 300),
    'scan.pdf': pdf([[]]),
    'numbers.csv': 'a,b\n1,2\n',
  };
  mkdirSync(join(folder, 'in'));
  for (const [name, data] of Object.entries(files)) writeFileSync(join(folder, 'in', name), data);
  await workbench.answerDialogs(Object.keys(files).map((name) => join(folder, 'in', name)));
  await workbench.chooseMenu('File', 'Add articles…');

  const dialog = page.getByRole('dialog');
  await expect(page.getByRole('button', { name: 'Add 17 articles' })).toBeVisible();
  await dialog.getByText('4 files could not be read').click();
  for (const words of ['unpacks to far more', 'declares XML entities', 'is damaged', 'pages are pictures'])
    await expect(dialog.getByText(words)).toBeVisible();
  // A table in which nothing was taken for the text waits for a person to say what is.
  await dialog.getByLabel('Filter what was read').fill('numbers');
  await dialog.getByRole('button', { name: /numbers\.csv/ }).click();
  await expect(dialog.getByText('Taken for')).toBeVisible();
  await dialog.getByLabel('Filter what was read').fill('');
  // A document that states its own encoding offers no other.
  await dialog.getByRole('button', { name: /print\.pdf/ }).click();
  await expect(dialog.getByText('So says the PDF file.')).toBeVisible();
  await expect(dialog.getByLabel('Encoding')).toHaveCount(0);
  await dialog.getByRole('button', { name: /plain\.txt/ }).click();
  await expect(dialog.getByLabel('Encoding')).toBeVisible();
  // A record is read again from its own bytes.
  await dialog.getByLabel('Filter what was read').fill('table.tsv');
  await dialog.getByRole('button', { name: /No\. 2$/ }).click();
  await dialog.getByLabel('Encoding').selectOption('windows-1252');
  await expect(dialog.getByText('chosen by you')).toBeVisible();
  await expect(dialog.getByText('So says the TSV 2 file.')).toBeVisible();

  await page.getByRole('button', { name: 'Add 17 articles' }).click();
  await expect(page.locator('.item').first()).toBeVisible();
  await saved(page);
  await workbench.quit();

  const articles = articlesOnDisk(project);
  expect(articles.map(({ origin }) => origin.format).sort()).toEqual([
    'csv',
    'csv',
    'docx',
    'epub',
    'html',
    'json',
    'json',
    'jsonl',
    'jsonl',
    'md',
    'mhtml',
    'odt',
    'pdf',
    'rtf',
    'tsv',
    'tsv',
    'txt',
  ]);
  for (const { id, title: named, text, origin, note } of articles) {
    expect(named).toBe(title);
    expect(text).toContain(first);
    const kept = readFileSync(join(project, 'articles', `${id}.orig`));
    expect(createHash('sha256').update(kept).digest('hex')).toBe(origin.bytesSha256);
    if (/^(?:csv|tsv|jsonl?)$/.test(origin.format)) expect(note).toMatch(/^Part [12] of the file/);
    else expect(kept).toEqual(readFileSync(join(folder, 'in', origin.fileName!)));
  }

  // What was kept opens again.
  const second = await start();
  await expect(second.page.locator('.item').first()).toBeVisible();
  expect(await articlesInMain(second.page)).toHaveLength(17);
});
