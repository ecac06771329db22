import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { FormatFile } from '../../core/formats/format';
import { Refusal } from '../../core/import/problem';
import { unpack } from './unpack';

/** What is read for one import or check: far more than annotations take, and bounded all the same. */
const MOST_FILES = 20_000;
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The files named, and those in the folders named, unpacked, by their paths within the folder. Beside an export of
 * ours its report of losses is passed over. Throws a Refusal, or an error of the disk.
 */
export async function filesNamed(paths: readonly string[]): Promise<readonly FormatFile[]> {
  const found: FormatFile[] = [];
  let bytes = 0;
  const several = paths.length > 1;
  for (const { path, name } of await listed(paths)) {
    bytes += (await stat(path)).size;
    if (found.length >= MOST_FILES || bytes > MOST_BYTES)
      throw new Refusal('too-large', 'These are more files than can be read at once. Import them in parts.');
    const files = await unpack(name, await readFile(path));
    const packed = several && (files.length !== 1 || files[0]!.path !== name);
    const within = packed ? `${basename(name, extname(name))}/` : '';
    for (const file of files) found.push({ ...file, path: `${within}${file.path}` });
  }
  return found.filter(({ path }) => !/(?:^|\/)losses\.json$/.test(path));
}

async function listed(
  paths: readonly string[],
): Promise<readonly { readonly path: string; readonly name: string }[]> {
  const found: { path: string; name: string }[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push({ path, name: basename(path) });
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    const names = entries
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const name of names.sort())
      found.push({ path: name, name: relative(path, name).split(sep).join('/') });
  }
  return found;
}
