import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { FormatFile } from '../../core/formats/format';

/** The files of an export: those named, and those in the folders named, by their path within the folder. */
export async function filesNamed(paths: readonly string[]): Promise<readonly FormatFile[]> {
  const found: FormatFile[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push({ path: basename(path), data: await readFile(path, 'utf8') });
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const name of names.sort()) {
      found.push({ path: relative(path, name).split(sep).join('/'), data: await readFile(name, 'utf8') });
    }
  }
  return found;
}
