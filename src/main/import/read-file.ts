import { closeSync, fstatSync, openSync, readSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ArticleDraft, ImportProblem } from '../../core/import/draft';
import { withMetadata } from '../../core/import/metadata';
import { importProblem, tooLarge } from '../../core/import/problem';
import { sayWhy } from '../store/disk-errors';
import type { ReadJobResult, ReadRequest } from './jobs';
import { copyPath, wholePath } from './jobs';
import type { ReadFile } from './read-bytes';
import { readBytes } from './read-bytes';
import type { ReadBytes } from './record';

/** The most bytes a file may have: far beyond any article, and read and parsed in seconds. */
export const LARGEST_FILE = 32 * 1024 * 1024;

/** Runs in the worker: reads one file or pasted text, and leaves copies of the bytes that were read. */
export async function readFileJob(request: ReadRequest): Promise<ReadJobResult | ImportProblem> {
  const { copyTo, look, packedIn } = request;
  const bytes = sourceBytes(request);
  if ('code' in bytes) return bytes;
  const read = await readAs(bytes, request);
  if ('code' in read) return read;
  const { seen, problems } = read;
  if (look) return { articles: [], problems, ...(seen ? { seen } : {}) };
  const articles: ReadBytes[] = [];
  for (const [index, { bytes: own, draft, ...about }] of read.articles.entries()) {
    const problem = keepCopy(request, own, copyPath(copyTo ?? '', index));
    if (problem) return problem;
    articles.push({ draft: packedIn === undefined ? draft : packed(draft, packedIn), ...about });
  }
  const cut = seen && seen.way.kind !== 'one';
  const problem = cut ? keepCopy(request, bytes, wholePath(copyTo ?? '')) : null;
  if (problem) return problem;
  return { articles, problems, ...(seen ? { seen } : {}) };
}

/** Runs in the worker: reads files one after the other. */
export async function readFilesJob(
  requests: readonly ReadRequest[],
  read: typeof readFileJob = readFileJob,
): Promise<readonly (ReadJobResult | ImportProblem)[]> {
  const results: (ReadJobResult | ImportProblem)[] = [];
  for (const request of requests) results.push(await read(request));
  return results;
}

/** Keeps the bytes until they are the store's; a problem where the disk has no room for them. */
function keepCopy({ copyTo, fileName }: ReadRequest, bytes: Uint8Array, path: string): ImportProblem | null {
  if (copyTo === undefined) return null;
  try {
    writeFileSync(path, bytes, { flag: 'wx' });
    return null;
  } catch (error) {
    const message = `No copy of this could be kept: ${sayWhy(error)}. Make room and import it again.`;
    return importProblem(fileName ?? 'Pasted text', 'unreadable', message);
  }
}

/** Reads one file or pasted text; the bytes of each article come with it. */
export async function readWhole(request: ReadRequest): Promise<ReadFile | ImportProblem> {
  const bytes = sourceBytes(request);
  return 'code' in bytes ? bytes : readAs(bytes, request);
}

function sourceBytes({ source, fileName }: ReadRequest): Uint8Array | ImportProblem {
  const bytes = 'path' in source ? fileBytes(source.path, fileName) : Buffer.from(source.text, 'utf8');
  if (!('code' in bytes) && bytes.length > LARGEST_FILE)
    return tooLarge(fileName ?? 'Pasted text', LARGEST_FILE);
  return bytes;
}

async function readAs(bytes: Uint8Array, request: ReadRequest): Promise<ReadFile | ImportProblem> {
  const { source, ...as } = request;
  const html = 'path' in source ? undefined : source.html;
  return readBytes(bytes, { ...as, ...(html === undefined ? {} : { html }) });
}

function packed(draft: ArticleDraft, packedIn: string): ArticleDraft {
  return withMetadata(draft, [...Object.entries(draft.metadata ?? {}), ['packed in', packedIn]]);
}

/**
 * Trusts no size that the file system states: reads on until the end or the limit. At a stretch, for the worker has
 * nothing else to do meanwhile, and every turn of its loop costs as much as reading a small file.
 */
export function fileBytes(path: string, shown: string | null, most = LARGEST_FILE): Buffer | ImportProblem {
  const fileName = shown ?? basename(path);
  try {
    const file = openSync(path, 'r');
    try {
      const stat = fstatSync(file);
      if (!stat.isFile()) return unreadable(fileName, 'It is not an ordinary file.');
      if (stat.size > most) return tooLarge(fileName, most);
      const parts: Buffer[] = [];
      let length = 0;
      while (length <= most) {
        const part = Buffer.allocUnsafe(Math.max(64 * 1024, stat.size + 1 - length));
        const bytesRead = readSync(file, part);
        if (bytesRead === 0) break;
        parts.push(part.subarray(0, bytesRead));
        length += bytesRead;
      }
      return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    } finally {
      closeSync(file);
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
