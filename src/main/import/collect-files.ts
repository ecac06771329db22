import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import { READABLE_WORDS, sourceKindOf } from '../../core/import/file-format';
import { importProblem } from '../../core/import/problem';
import type { FoundFile, FoundFiles } from './walk-folder';
import { keep, walkFolder } from './walk-folder';

/** What there is to read, and what cannot be. */
export interface Collected {
  readonly files: readonly FoundFile[];
  readonly problems: readonly ImportProblem[];
}

/** More files than this are not read in one go. */
const MOST_FILES = 100_000;

const MISSING = 'This file is not there, or you may not read it. Check it and import it again.';
const INSTEAD = `What can be read: ${READABLE_WORDS}.`;
const BARE = `There is nothing to read in this folder. Choose one with articles. ${INSTEAD}`;

/**
 * The files that can be read among the paths given and in the folders among them, each once. Other kinds are
 * a problem each when chosen by name, and counted in a folder.
 */
export async function collectFiles(paths: readonly string[], most: number = MOST_FILES): Promise<Collected> {
  const files: FoundFiles = new Map();
  const problems: ImportProblem[] = [];
  for (const path of paths) {
    const fileName = basename(path);
    const format = sourceKindOf(fileName);
    const found = await stat(path).catch(() => null);
    if (!found) {
      problems.push(importProblem(fileName, 'unreadable', MISSING));
    } else if (found.isDirectory()) {
      problems.push(...(await collectFolder(path, files, most)));
    } else if (!format || !found.isFile()) {
      problems.push(importProblem(fileName, 'unsupported', `Files of this kind cannot be read. ${INSTEAD}`));
    } else if (files.size < most) {
      await keep(files, { path, fileName, format });
    }
  }
  if (files.size >= most) {
    const message = `No more than ${most} files are read at once. Import the others from a folder of their own.`;
    problems.push(importProblem(basename(paths[0] ?? ''), 'too-large', message));
  }
  return { files: [...files.values()], problems };
}

async function collectFolder(
  path: string,
  files: FoundFiles,
  most: number,
): Promise<readonly ImportProblem[]> {
  const before = files.size;
  const { others, closed } = await walkFolder(path, files, most);
  const problems: ImportProblem[] = [];
  const name = basename(path);
  if (closed > 0) {
    const message = `${counted(closed, 'folder')} could not be opened. Check who may read what and import again.`;
    problems.push(importProblem(name, 'unreadable', message));
  }
  if (others > 0) {
    problems.push(passedOver(name, others));
  } else if (files.size === before && closed === 0) {
    problems.push(importProblem(name, 'empty', BARE));
  }
  return problems;
}

/** What is said of files of other kinds, in a folder or a packed file. */
export function passedOver(name: string, others: number): ImportProblem {
  const files = others === 1 ? '1 file of another kind was' : `${others} files of other kinds were`;
  return { ...importProblem(name, 'unsupported', `${files} passed over. ${INSTEAD}`), quiet: true };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
