import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { codebookFile, readCodebook } from '../core/formats/codebook-file';
import { FormatError } from '../core/formats/format';
import { printQdc, readQdc } from '../core/formats/refi/qdc';
import type { Codebook } from '../core/project/codebook';
import type { Project } from '../core/project/model';
import type { CodebookFile } from '../shared/api';
import { realDisk } from './store/disk';
import { replaceDurably } from './store/whole-file';

/** No codebook comes near it; a file of data chosen by mistake is not read (bytes). */
const LARGEST = 8 * 1024 ** 2;

/** The codebooks of other programs (REFI-QDA). */
const QDC = /\.qdc$/i;

/**
 * Reads a codebook file, ours or a .qdc. In a .qdc of another program the parts of the `known` codebook are found again
 * by their names. Throws sentences that say what is wrong, in which line, and that nothing was changed.
 */
export async function readCodebookAt(path: string, known: Codebook): Promise<CodebookFile> {
  const fileName = basename(path);
  const refuse = (why: string) => new Error(`“${fileName}” was not taken: ${why}. Nothing was changed.`);
  const { size } = await stat(path);
  if (size > LARGEST) throw refuse('it is far larger than a codebook can be');
  let data: string;
  try {
    data = new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path));
  } catch {
    throw refuse('it is not text in UTF-8');
  }
  try {
    const file = { path: fileName, data };
    return { fileName, ...(QDC.test(path) ? readQdc(file, known) : readCodebook(file)) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const place = `${error.path}:${error.line}:${error.column}: `;
    throw refuse(`line ${error.line}, ${error.message.replace(place, '')}`);
  }
}

/** Writes a project’s codebook to a file, whole or not at all: as a .qdc where it is called so, else as our own. */
export async function writeCodebook(path: string, project: Project): Promise<void> {
  const data = QDC.test(path) ? printQdc(project.codebook) : codebookFile(project).data;
  const how = { keepPrevious: false, syncFolder: true };
  await replaceDurably(realDisk, path, [Buffer.from(data, 'utf8')], how);
}
