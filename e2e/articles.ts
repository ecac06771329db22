import { strToU8, zipSync } from 'fflate';

/** Articles of our own, as a database, a website and a colleague might hand them over. */
const PARAGRAPHS = [
  'The crane that dropped a container on Quay 9 had not been inspected for fourteen months, a log seen by this paper shows. The port company said that every machine is checked twice a year.',
  '“Nobody asked for the certificate,” Ida Holm, who runs the night shift, told the inquiry. “We were told to keep it moving until Easter, and then we would see about the rest of it.”',
  'The harbour council will vote on Thursday. Its chair, Arne Lie, said that he had read the log on Monday and had slept badly since; the opposition asked for the minutes of the spring.',
];
const body = (from: number) => PARAGRAPHS.map((_, index) => PARAGRAPHS[(from + index) % 3]).join('\n\n');

/** A table whose columns do not say by their names what they hold; one row is broken, one is empty. */
export const ODD_TABLE = [
  'ref;Kopf;words;seen on;where;desk',
  `a-1;Crane stood unchecked;"${body(0)}";03/04/2024;Quay Post;News`,
  `a-2;Council to vote;"${body(1)}";05/04/2024;Coast Wire;Politics`,
  'a-3;Nothing here;;06/04/2024;Quay Post;News',
  `a-4;Night shift speaks;"${body(2)}";07/04/2024;Coast Wire`,
  '',
].join('\n');

/** Another of the same columns. */
export const ODD_TABLE_AGAIN = [
  'ref;Kopf;words;seen on;where;desk',
  `b-1;Log surfaces;"${body(2)} The log is real.";09/04/2024;Quay Post;News`,
  '',
].join('\n');

/** One object with others in it, as an interface of a website gives them. */
export const NESTED_JSON = JSON.stringify({
  total: 2,
  hits: [
    {
      meta: { id: 7, source: { name: 'Quay Post', section: 'Harbour' } },
      content: { head: 'Crane stood unchecked', full: body(0) },
      dates: { published: '2024-04-03T06:00:00Z' },
    },
    {
      meta: { id: 8, source: { name: 'Coast Wire', section: 'Politics' } },
      content: { head: 'Council to vote', full: body(1) },
      dates: { published: '2024-04-05T06:00:00Z' },
    },
  ],
});

/** An export of a news database as plain text: a cover page, then numbered articles with labelled lines. */
export const NUMBERED = [
  'Search: harbour AND crane',
  'Documents: 3',
  ...[
    ['Crane stood unchecked', 'Tove Brandal', 'Quay Post', 'April 3, 2024', 'NEWS; Pg. 1'],
    ['Council to vote', 'Max Roe', 'Coast Wire', 'April 5, 2024', 'POLITICS; Pg. 4'],
    ['Night shift speaks', 'Tove Brandal', 'Quay Post', 'April 7, 2024', 'NEWS; Pg. 2'],
  ].flatMap(([title, by, outlet, date, section], index) => [
    '',
    `${index + 1} of 3 DOCUMENTS`,
    '',
    `Publication: ${outlet}`,
    `Date: ${date}`,
    `Title: ${title}`,
    `BYLINE: ${by}`,
    `SECTION: ${section}`,
    'LENGTH: 96 words',
    '',
    body(index),
    '',
    'LOAD-DATE: April 9, 2024',
  ]),
  '',
].join('\r\n');

/** Articles a person keeps in one file, each under a line of their own making. */
export const OWN_PATTERN = [
  ...['Crane stood unchecked', 'Council to vote', 'Night shift speaks'].flatMap((title, index) => [
    `@@ clipping no. ${index + 1}`,
    title,
    '',
    body(index + 1),
    '',
  ]),
].join('\n');

/** A line over which a careless pattern does not come back. */
export const SLOW_LINE = `${'x'.repeat(60)}\n`;

/** A web page with more on it than the article. */
export const PAGE = `<!doctype html><html><head><title>Crane stood unchecked | Quay Post</title></head><body>
<nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav>
<article><h1>Crane stood unchecked</h1>${PARAGRAPHS.map((words) => `<p>${words}</p>`).join('\n')}</article>
<aside><h2>Readers say</h2><p>It was fine until Easter, my cousin works there.</p></aside>
<footer>Quay Post, Quay 1</footer></body></html>`;

/** A packed folder: articles, a picture, what systems leave behind, and a packed file. */
export function goodZip(): Uint8Array {
  return zipSync({
    'letters/1.txt': strToU8(`Crane stood unchecked\n\n${body(0)}\n`),
    'letters/2.md': strToU8(`# Council to vote\n\n${body(1)}\n`),
    'letters/empty.txt': strToU8(''),
    'letters/photo.jpg': strToU8('no picture'),
    '__MACOSX/letters/._1.txt': strToU8('x'),
    'inner.zip': zipSync({ 'a.txt': strToU8('words') }),
  });
}

/** The same with a member that names a place outside. */
export function hostileZip(): Uint8Array {
  const name = '../../evil.txt';
  const bytes = Buffer.from(
    zipSync({ 'a.txt': strToU8(body(0)), ['n'.repeat(name.length)]: strToU8('out') }),
  );
  const plain = Buffer.from('n'.repeat(name.length));
  for (let at = bytes.indexOf(plain); at >= 0; at = bytes.indexOf(plain, at)) bytes.write(name, at, 'latin1');
  return bytes;
}
