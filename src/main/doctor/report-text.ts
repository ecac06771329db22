import type { Finding } from '../../core/doctor/finding';
import type { CheckReport } from '../../shared/api';

/** A report as text, for a person to keep or to send to someone who helps. */
export function reportText({ folder, name, articles, annotations, files, findings }: CheckReport): string {
  const grave = findings.filter((next) => next.grave);
  const notes = findings.filter((next) => !next.grave);
  return [
    `${name ?? 'A project that cannot be opened'} (${folder})`,
    `${articles} articles, ${annotations} annotations; ${files} files and backups were read.`,
    grave.length === 0 ? 'Nothing is wrong.' : `${grave.length} to look at:`,
    ...grave.map(inWords),
    ...(notes.length > 0 ? [`${notes.length} to know of:`, ...notes.map(inWords)] : []),
    '',
  ].join('\n');
}

function inWords({ where, what, can, repairable }: Finding): string {
  return `  ${repairable ? '*' : '-'} ${where}: ${what}\n      ${can}`;
}
