import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceKind } from '../../core/import/file-format';
import { sourceKindOf } from '../../core/import/file-format';

/** A file that is to be read. */
export interface FoundFile {
  readonly path: string;
  readonly fileName: string;
  readonly format: SourceKind;
}

/** Files by what they are on disk: the same one by another path, or through a link, is found once. */
export type FoundFiles = Map<string, FoundFile>;

/** What was passed over on a walk. */
export interface PassedOver {
  /** Files of kinds that cannot be read. */
  others: number;
  /** Folders that could not be opened. */
  closed: number;
}

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * Adds the readable files of a folder and those in it to `files`, in natural order (a2 before a10), until
 * there are `most`. What begins with a dot is passed over; links are followed, never in circles.
 */
export async function walkFolder(root: string, files: FoundFiles, most: number): Promise<PassedOver> {
  const seen = new Set<string>();
  const passed: PassedOver = { others: 0, closed: 0 };
  const visit = async (folder: string): Promise<void> => {
    const real = await identity(folder);
    if (seen.has(real)) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      passed.closed++;
      return [];
    });
    entries.sort((a, b) => natural.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (files.size >= most) return;
      if (entry.name.startsWith('.')) continue;
      const path = join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
      const format = sourceKindOf(entry.name);
      if (kind?.isDirectory()) await visit(path);
      else if (kind?.isFile() && format) await keep(files, { path, fileName: entry.name, format });
      else passed.others++;
    }
  };
  await visit(root);
  return passed;
}

/** Of two ways to one file the first is kept. */
export async function keep(files: FoundFiles, file: FoundFile): Promise<void> {
  const id = await identity(file.path);
  if (!files.has(id)) files.set(id, file);
}

async function identity(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
