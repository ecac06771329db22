import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { readCodebook } from '../core/formats/codebook-file';
import { FormatError } from '../core/formats/format';
import type { CodebookFile } from '../shared/api';
import { realDisk } from './store/disk';
import { replaceDurably } from './store/whole-file';

/** No codebook comes near it; a file of data chosen by mistake is not read (bytes). */
const LARGEST = 8 * 1024 ** 2;

/** Reads a codebook file. Throws sentences that say what is wrong, in which line, and that nothing was changed. */
export async function readCodebookAt(path: string): Promise<CodebookFile> {
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
    return { fileName, ...readCodebook({ path: fileName, data }) };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    const place = `${error.path}:${error.line}:${error.column}: `;
    throw refuse(`line ${error.line}, ${error.message.replace(place, '')}`);
  }
}

/** Writes a codebook file, whole or not at all. */
export async function writeCodebook(path: string, data: string): Promise<void> {
  const how = { keepPrevious: false, syncFolder: true };
  await replaceDurably(realDisk, path, [Buffer.from(data, 'utf8')], how);
}
