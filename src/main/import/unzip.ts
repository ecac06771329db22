import { writeFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import type { FileFormat } from '../../core/import/file-format';
import { sourceKindOf } from '../../core/import/file-format';
import { damaged, importProblem, Refusal } from '../../core/import/problem';
import { passedOver } from './collect-files';
import { fileBytes, LARGEST_FILE } from './read-file';
import type { OpenZip, ZipLimits } from './zip';
import { openZip } from './zip';

/** A packed file, and where what is in it is to be left: paths that begin with `to`. */
export interface UnzipRequest {
  readonly path: string;
  readonly fileName: string;
  readonly to: string;
}

/** A file that was unpacked, under a name of our own. */
export interface UnpackedFile {
  readonly path: string;
  /** As it is called in the packed file, without folders. */
  readonly fileName: string;
  readonly format: FileFormat;
  /** The packed file and the folder in it. */
  readonly packedIn: string;
}

export interface Unzipped {
  readonly files: readonly UnpackedFile[];
  readonly problems: readonly ImportProblem[];
}

/** Bytes. */
const LARGEST_ZIP = 256 * 1024 * 1024;
const LIMITS: ZipLimits = {
  part: LARGEST_FILE,
  sum: 512 * 1024 * 1024,
  parts: 20_000,
  message:
    'This packed file holds more than is read at once (20,000 files, 32 MB each, 512 MB in all), and was not opened. Unpack it and add its folders one by one.',
};

/**
 * Runs in the worker: unpacks the articles of a packed file. A name in it never becomes a path. One that is
 * damaged, locked or hostile in any part is refused whole; packed files in it are not opened.
 */
export async function unzipArticles({ path, fileName, to }: UnzipRequest): Promise<Unzipped> {
  const refused = (problem: ImportProblem): Unzipped => ({ files: [], problems: [problem] });
  try {
    const bytes = fileBytes(path, fileName, LARGEST_ZIP);
    if ('code' in bytes) return refused(bytes);
    return await unpack(await openZip(bytes, LIMITS), fileName, to);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refused(importProblem(fileName, error.code, error.message));
  }
}

async function unpack(zip: OpenZip, fileName: string, to: string): Promise<Unzipped> {
  const files: (UnpackedFile & { readonly name: string })[] = [];
  const problems: ImportProblem[] = [];
  let others = 0;
  let sum = 0;
  for (const { name, size, link } of zip.entries) {
    if (link) throw damaged(`“${name.slice(0, 80)}” in it is a link to another file`);
    if (name.endsWith('/') || isHidden(name)) continue;
    const kind = sourceKindOf(name);
    if (kind === null) others++;
    else if (kind === 'zip') problems.push(nested(fileName, name));
    else {
      sum += size;
      const folder = posix.dirname(name);
      files.push({
        name,
        path: `${to}-${files.length}`,
        fileName: posix.basename(name),
        format: kind,
        packedIn: folder === '.' ? fileName : `${fileName}/${folder}`,
      });
    }
  }
  if (sum > LIMITS.sum) throw new Refusal('too-large', LIMITS.message);
  for (const { name, path } of files) await writeFile(path, (await zip.read(name))!, { flag: 'wx' });
  if (others > 0) problems.push(passedOver(fileName, others));
  if (files.length === 0 && problems.length === 0) problems.push(importProblem(fileName, 'empty', BARE));
  return { files: files.map(({ name: _name, ...file }) => file), problems };
}

const BARE = 'There is nothing to read in this packed file. Choose one with articles.';

/** What systems leave behind, and what a person does not see in a folder either. */
function isHidden(name: string): boolean {
  return name.split('/').some((part) => part.startsWith('.') || part === '__MACOSX');
}

function nested(fileName: string, name: string): ImportProblem {
  return importProblem(
    `${fileName}/${name.slice(0, 200)}`,
    'unsupported',
    'A packed file in a packed file is not opened. Unpack it and add what is in it.',
  );
}
