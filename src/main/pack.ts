import { type ZippableFile, zipSync } from 'fflate';
import type { Format, Progress, Writing } from '../core/formats/format';
import { gathered, writingOf } from '../core/formats/writing';
import type { Project } from '../core/project/model';
import type { Scope } from '../core/project/scope';

/** Zips have a time for each of their files: the first there is, so that the same files make the same zip. */
const LONG_AGO = new Date(1980, 0, 1);

/** What a format writes as it goes to the disk: in one zip where its format is one (`container`), else as it is. */
export function* packed(format: Format, project: Project, scope?: Scope, progress?: Progress): Writing {
  const writing = writingOf(format, project, scope, progress);
  if (!format.container) return yield* writing;
  const { files, loss } = gathered(writing);
  const entries = files.map(({ path, data, bytes }): [string, ZippableFile] => [
    path,
    [bytes ?? Buffer.from(data, 'utf8'), { mtime: LONG_AGO, level: 6 }],
  ]);
  yield { path: format.container(project), data: '', bytes: zipSync(Object.fromEntries(entries)) };
  return loss;
}
