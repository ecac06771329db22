import { open, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ImportProblem } from '../../core/import/draft';
import { importProblem, tooLarge } from '../../core/import/problem';
import { sayWhy } from '../store/disk-errors';
import type { ReadJobResult, ReadRequest } from './jobs';
import { copyPath } from './jobs';
import type { ReadBytes, ReadFile } from './read-bytes';
import { readBytes } from './read-bytes';

/** The most bytes a file may have: far beyond any article, and read and parsed in seconds. */
const LARGEST_FILE = 32 * 1024 * 1024;

/** Runs in the worker: reads one file or pasted text, and leaves copies of the bytes that were read. */
export async function readFileJob(request: ReadRequest): Promise<ReadJobResult | ImportProblem> {
  const read = await readWhole(request);
  if ('code' in read) return read;
  const articles: ReadBytes[] = [];
  for (const [index, { bytes, ...article }] of read.articles.entries()) {
    const problem = await keepCopy(request, bytes, index);
    if (problem) return problem;
    articles.push(article);
  }
  return { articles, problems: read.problems };
}

/** Keeps the bytes until they are the store's; a problem where the disk has no room for them. */
async function keepCopy(
  { copyTo, fileName }: ReadRequest,
  bytes: Uint8Array,
  index: number,
): Promise<ImportProblem | null> {
  if (copyTo === undefined) return null;
  try {
    await writeFile(copyPath(copyTo, index), bytes, { flag: 'wx' });
    return null;
  } catch (error) {
    const message = `No copy of this could be kept: ${sayWhy(error)}. Make room and import it again.`;
    return importProblem(fileName ?? 'Pasted text', 'unreadable', message);
  }
}

/** Reads one file or pasted text; the bytes of each article come with it. */
export async function readWhole(request: ReadRequest): Promise<ReadFile | ImportProblem> {
  const { source, copyTo: _copyTo, ...as } = request;
  const bytes =
    'path' in source ? await fileBytes(source.path, request.fileName) : Buffer.from(source.text, 'utf8');
  if ('code' in bytes) return bytes;
  if (bytes.length > LARGEST_FILE) return tooLarge(request.fileName ?? 'Pasted text', LARGEST_FILE);
  const html = 'path' in source ? undefined : source.html;
  return readBytes(bytes, { ...as, ...(html === undefined ? {} : { html }) });
}

/** Trusts no size that the file system states: reads on until the end or the limit. */
async function fileBytes(path: string, shown: string | null): Promise<Buffer | ImportProblem> {
  const fileName = shown ?? basename(path);
  try {
    const file = await open(path, 'r');
    try {
      const stat = await file.stat();
      if (!stat.isFile()) return unreadable(fileName, 'It is not an ordinary file.');
      if (stat.size > LARGEST_FILE) return tooLarge(fileName, LARGEST_FILE);
      const parts: Buffer[] = [];
      let length = 0;
      while (length <= LARGEST_FILE) {
        const part = Buffer.allocUnsafe(Math.max(64 * 1024, stat.size + 1 - length));
        const { bytesRead } = await file.read(part, 0, part.length, null);
        if (bytesRead === 0) break;
        parts.push(part.subarray(0, bytesRead));
        length += bytesRead;
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    } finally {
      await file.close();
    }
  } catch (error) {
    return unreadable(fileName, REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error));
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'It is no longer there.',
  EACCES: 'You are not allowed to read it.',
  EPERM: 'You are not allowed to read it.',
  EISDIR: 'It is a folder.',
  EIO: 'The disk reported an error.',
  EMFILE: 'Too many files are open.',
};

function unreadable(fileName: string, reason: string): ImportProblem {
  return importProblem(
    fileName,
    'unreadable',
    `This file could not be read: ${reason} Check it and import it again.`,
  );
}
