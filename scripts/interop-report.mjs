const HEAD = ['format', 'reader', 'version', 'unit', 'passages', 'faults noticed', 'result'];

/** What every reader found, as a table in Markdown, and below it what differs. */
export function asTable(results) {
  const rows = results.map((row) => {
    const noticed = row.faults.filter(([, seen]) => seen).length;
    const faults = row.faults.length > 0 ? `${noticed} of ${row.faults.length}` : '';
    return [
      row.format,
      row.reader,
      row.version ?? '',
      row.unit,
      String(row.spans || ''),
      faults,
      verdict(row),
    ];
  });
  const widths = HEAD.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at].length)));
  const line = (cells) => `| ${cells.map((cell, at) => cell.padEnd(widths[at])).join(' | ')} |`;
  const differing = results.flatMap(({ format, reader, problems, faults }) => [
    ...problems.map((problem) => `${format}, ${reader}: ${problem}`),
    ...faults.filter(([, seen]) => !seen).map(([fault]) => `${format}, ${reader} did not notice: ${fault}`),
  ]);
  return [
    '',
    line(HEAD),
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
