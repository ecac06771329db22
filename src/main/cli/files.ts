import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import type { FormatFile } from '../../core/formats/format';
import { Refusal } from '../../core/import/problem';
import { unpack } from '../import/unpack';

/**
 * The files of an export, unpacked: those named, and those in the folders named, by their path within the folder. What
 * cannot be read is refused where it was named, and passed over where it only lies in the folder.
 */
export async function filesNamed(paths: readonly string[]): Promise<readonly FormatFile[]> {
  const found: FormatFile[] = [];
  for (const path of paths) {
    if (!(await stat(path)).isDirectory()) {
      found.push(...(await unpack(basename(path), await readFile(path))));
      continue;
    }
    const entries = await readdir(path, { withFileTypes: true, recursive: true });
    const names = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)));
    for (const name of names.sort()) {
      const files = await filesIn(path, [name.split(sep).join('/')]).catch((error: unknown) => {
        if (error instanceof Refusal) return [];
        throw error;
      });
      found.push(...files);
    }
  }
  return found;
}

/** The files at these paths in a folder, unpacked. */
export async function filesIn(folder: string, paths: readonly string[]): Promise<readonly FormatFile[]> {
  const found: FormatFile[] = [];
  for (const path of paths)
    found.push(...(await unpack(path, await readFile(join(folder, ...path.split('/'))))));
  return found;
}
