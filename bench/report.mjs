import { PEERS } from './plan.mjs';

const COLUMNS = ['what', 'text, annotations', 'Marginalia', 'peer', 'its figure', 'ratio', 'goal', ''];

/** The rows as columns of plain text, with one line on what was missed. */
export function asText(report) {
  const lines = [COLUMNS, ...report.rows.map(cells)];
  const widths = COLUMNS.map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const table = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [...circumstances(report), '', ...table, '', verdict(report)].join('\n');
}

/** The same as a Markdown table, for the docs. */
export function asMarkdown(report) {
  const line = (columns) => `| ${columns.join(' | ')} |`;
  const table = [
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...report.rows.map((row) => line(cells(row))),
  ];
  return [...circumstances(report), '', ...table, '', verdict(report), ''].join('\n');
}

function circumstances({ date, minutes, machine, measured, plan }) {
  const { versions } = measured;
  const peers = Object.entries(machine.peers).map(([name, version]) => `${name} ${version}`);
  return [
    `${date.slice(0, 10)}, commit ${machine.commit}: ${plan.rounds} rounds in ${minutes.toFixed(1)} minutes.`,
    `${machine.processors}, ${machine.memory}, ${machine.system}; load ${machine.load.toFixed(1)} at the start.`,
    `Electron ${machine.electron} (Chromium ${versions.chrome}), React ${machine.react}; ${peers.join(', ')}.`,
    ...(measured.floor
      ? [`Two empty frames take ${measured.floor.toFixed(0)} ms here: no hand-over can be shorter.`]
      : []),
  ];
}

function cells({ what, size, ours, peer, theirs, atLeast, problem, unit, goal, pass }) {
  return [
    what,
    size,
    ours === undefined && problem && !peer ? problem : figure(ours, unit),
    peer ? (PEERS[peer] ?? peer) : '',
    theirs === undefined && peer ? '–' : (atLeast ? '> ' : '') + figure(theirs, unit),
    peer && ours && theirs ? (atLeast ? '< ' : '') + ratio(ours / theirs) : '',
    goal ?? '',
    pass === null ? '' : pass ? 'pass' : 'MISS',
  ];
}

function figure(value, unit) {
  if (value === undefined) return '';
  const digits = unit === '' || value >= 100 ? 0 : value < 1 ? 2 : 1;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit}`.trim();
}

const ratio = (value) =>
  value < 0.75
    ? `1/${(1 / value).toLocaleString('en', { maximumFractionDigits: value > 0.1 ? 1 : 0 })}`
    : value.toFixed(2);

function verdict({ rows }) {
  const judged = rows.filter(({ pass }) => pass !== null);
  return `${judged.filter(({ pass }) => pass).length} of ${judged.length} goals met.`;
}
