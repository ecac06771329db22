import { type ZippableFile, zipSync } from 'fflate';
import type { Serialized } from '../core/formats/format';

/** Zips have a time for each of their files: the first there is, so that the same files make the same zip. */
const LONG_AGO = new Date(1980, 0, 1);

/** What was serialised with its files in one zip, where its format is one (`container`); else just as it was. */
export function pack(serialized: Serialized): Serialized {
  const { container, files, loss } = serialized;
  if (container === undefined) return serialized;
  const entries = files.map(({ path, data, bytes }): [string, ZippableFile] => [
    path,
    [bytes ?? Buffer.from(data, 'utf8'), { mtime: LONG_AGO, level: 6 }],
  ]);
  return { files: [{ path: container, data: '', bytes: zipSync(Object.fromEntries(entries)) }], loss };
}
