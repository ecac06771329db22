const noticed = ({ faults }) =>
  faults.length > 0 ? `${faults.filter(([, seen]) => seen).length} of ${faults.length}` : '';
const count = (key) => (row) => String(row[key] || '');
const word = (key) => (row) => row[key] ?? '';

/** The table of our exports as others read them: what stands over a column, and what in it. */
export const READ = [
  ['format', word('format')],
  ['reader', word('reader')],
  ['version', word('version')],
  ['unit', word('unit')],
  ['passages', count('spans')],
  ['faults noticed', noticed],
  ['result', verdict],
];

/** The table of what others wrote, as we read it. */
export const WRITTEN = [
  ['format', word('format')],
  ['writer', word('writer')],
  ['version', word('version')],
  ['unit', word('unit')],
  ['texts', count('texts')],
  ['passages', count('spans')],
  ['faults noticed', noticed],
  ['result', verdict],
];

/** Results as a table in Markdown, and below it what differs. */
export function asTable(results, columns) {
  const head = columns.map(([name]) => name);
  const rows = results.map((row) => columns.map(([, cell]) => cell(row)));
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const differing = results.flatMap(({ format, reader, writer, problems, faults }) => [
    ...problems.map((problem) => `${format}, ${reader ?? writer}: ${problem}`),
    ...faults
      .filter(([, seen]) => !seen)
      .map(([fault]) => `${format}, ${reader ?? writer}: not noticed: ${fault}`),
  ]);
  return [
    '',
    line(head),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
    '',
    ...differing,
  ].join('\n');
}

function verdict({ skipped, problems }) {
  if (skipped) return `skipped: ${skipped}`;
  return problems.length > 0 ? 'differs' : 'ok';
}

/** The line that says it all. */
export function closing(results) {
  const count = (test) => results.filter(test).length;
  const faults = results.flatMap((row) => row.faults);
  const skipped = count((row) => row.skipped);
  const differ = count((row) => row.problems.length > 0);
  return [
    `${results.length - skipped - differ} ok, ${differ} differ, ${skipped} skipped`,
    `${results.reduce((sum, { spans }) => sum + spans, 0)} passages compared`,
    `${faults.length} planted faults, ${faults.filter(([, noticed]) => noticed).length} noticed`,
  ].join('; ');
}
