import type { Project } from '../project/model';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import { Comparison } from './comparison';
import type { ReadBack } from './difference';
import type { Format, FormatFile, WrittenFiles } from './format';
import { oneByOne } from './written-files';

/**
 * Reads the files of an export as anyone would and compares them with the part of the project that was meant, article
 * by article where the format can be read so. Null for a format that is not read. Throws what the format's reader throws
 * when the files are not what it writes.
 */
export function readBack(
  format: Format,
  whole: Project,
  scope: Scope,
  files: readonly FormatFile[],
): ReadBack | null {
  if (!format.parse) return null;
  const comparison = new Comparison(restrict(whole, scope));
  if (!format.read) return comparison.with(format.parse(files, whole.articles).project);
  const reading = format.read(files, whole.articles);
  for (;;) {
    const next = reading.next();
    if (next.done) return comparison.with(next.value.project);
    comparison.add(next.value);
  }
}

/** The same with files that are read bit by bit where the format can do with that. */
export function readBackWritten(
  format: Format,
  whole: Project,
  scope: Scope,
  files: WrittenFiles,
): ReadBack | null {
  return format.check ? format.check(whole, scope, files) : readBack(format, whole, scope, oneByOne(files));
}

/** What differs between a project as it was and as it came back, counted by kind. */
export function differences(before: Project, after: Project): ReadBack {
  return new Comparison(before).with(after);
}
