import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { FileFormat } from '../../core/import/file-format';
import { fileFormatOf } from '../../core/import/file-format';
import { importProblem } from '../../core/import/problem';

/** A file that is to be read. */
export interface FoundFile {
  readonly path: string;
  readonly fileName: string;
  readonly format: FileFormat;
}

export interface Collected {
  readonly files: readonly FoundFile[];
  readonly problems: readonly ImportProblem[];
}

/** More files than this are not read in one go. */
export const MOST_FILES = 100_000;

const natural = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/**
 * The files that can be read among the paths given and in the folders among them, in natural order (a2
 * before a10), each once. In folders what begins with a dot is passed over and files of other kinds are
 * counted; chosen by name they are a problem each. Links are followed, never in circles.
 */
export async function collectFiles(paths: readonly string[], most: number = MOST_FILES): Promise<Collected> {
  const files = new Map<string, FoundFile>();
  const problems: ImportProblem[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) {
      await collectFolder(path, most, files, problems);
      continue;
    }
    const format = fileFormatOf(fileName);
    if (!found) {
      problems.push(
        importProblem(
          fileName,
          'unreadable',
          'This file is not there, or you may not read it. Check it and import it again.',
        ),
      );
    } else if (!format || !found.isFile()) {
      problems.push(importProblem(fileName, 'unsupported', `Files of this kind cannot be read. ${INSTEAD}`));
    } else if (files.size < most) {
      await keep(files, { path, fileName, format });
    }
  }
  if (files.size >= most) {
    const message = `Only the first ${most} files are read. Import the others from a folder of their own.`;
    problems.push(importProblem(basename(paths[0] ?? ''), 'too-large', message));
  }
  return { files: [...files.values()], problems };
}

const INSTEAD = 'Save the article as text (.txt), Markdown (.md) or a web page (.html), and import that.';

async function collectFolder(
  root: string,
  most: number,
  files: Map<string, FoundFile>,
  problems: ImportProblem[],
): Promise<void> {
  const seen = new Set<string>();
  const before = files.size;
  let others = 0;
  let closed = 0;
  const visit = async (folder: string): Promise<void> => {
    const real = await identity(folder);
    if (seen.has(real) || files.size >= most) return;
    seen.add(real);
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => {
      closed++;
      return [];
    });
    entries.sort((a, b) => natural.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || files.size >= most) continue;
      const path = join(folder, entry.name);
      const kind = entry.isSymbolicLink() ? await stat(path).catch(() => null) : entry;
      const format = fileFormatOf(entry.name);
      if (kind?.isDirectory()) await visit(path);
      else if (kind?.isFile() && format) await keep(files, { path, fileName: entry.name, format });
      else others++;
    }
  };
  await visit(root);
  const name = basename(root);
  if (closed > 0)
    problems.push(
      importProblem(
        name,
        'unreadable',
        `${counted(closed, 'folder')} could not be opened. Check who may read them and import them again.`,
      ),
    );
  if (others > 0)
    problems.push(
      importProblem(
        name,
        'unsupported',
        `${counted(others, 'file')} in this folder ${others === 1 ? 'is' : 'are'} of another kind and ${others === 1 ? 'was' : 'were'} passed over. ${INSTEAD}`,
      ),
    );
  else if (files.size === before && closed === 0)
    problems.push(
      importProblem(
        name,
        'empty',
        'There is nothing to read in this folder. Choose one with articles as .txt, .md or .html.',
      ),
    );
}

/** Of two ways to one file the first is kept. */
async function keep(files: Map<string, FoundFile>, file: FoundFile): Promise<void> {
  const id = await identity(file.path);
  if (!files.has(id)) files.set(id, file);
}

/** The same file by another path, or through a link, is the same. */
async function identity(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
