import { open, opendir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import type { FormatFile, Reader } from '../../core/formats/format';
import { FormatError } from '../../core/formats/format';
import { parseNamedAs } from '../../core/formats/named-as';
import { recognise } from '../../core/formats/recognise';
import { READERS } from '../../core/formats/registry';
import { Refusal } from '../../core/import/problem';
import { arrive } from '../../core/import-annotations/arrive';
import { withTextsBeside } from '../../core/import-annotations/texts-beside';
import type { Article } from '../../core/project/model';
import type { AnnotationsRead, AnnotationsTask, Recognised } from './jobs';
import { filesNamed } from './named-files';
import { isPacked, unpack } from './unpack';

/** Runs in the worker: reads annotations of another tool and sets them down in the project's articles. */
export async function annotationsJob(task: AnnotationsTask): Promise<AnnotationsRead> {
  try {
    return annotationsIn(await filesNamed(task.paths), task);
  } catch (error) {
    if (error instanceof FormatError || error instanceof Refusal) return { problem: error.message };
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { problem: `“${basename(path ?? '')}” could not be read: ${REASONS[code] ?? code}.` };
  }
}

/** The same of files that were unpacked. Throws a FormatError for what is not of the format. */
export function annotationsIn(
  files: readonly FormatFile[],
  task: Pick<AnnotationsTask, 'format' | 'articles'>,
): AnnotationsRead {
  const reader =
    task.format === undefined ? recognise(files) : (READERS.find(({ id }) => id === task.format) ?? null);
  if (!reader) return { problem: unknownWords(files) };
  const articles = withTextsBeside(task.articles, files);
  const read = (named: readonly FormatFile[]) => parse(reader, named, articles);
  const parsed = task.format === undefined ? read(files) : parseNamedAs(reader, files, read);
  return { part: arrive(reader, parsed, task.articles), files: files.length };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there',
  EACCES: 'you are not allowed to read it',
  EPERM: 'you are not allowed to read it',
};

/** An article that only shares its name with a file is no reason to refuse the file. */
function parse(reader: Reader, files: readonly FormatFile[], articles: ReadonlyMap<string, Article>) {
  try {
    return reader.parse(files, articles);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    try {
      return reader.parse(files);
    } catch {
      throw error;
    }
  }
}

function unknownWords(files: readonly FormatFile[]): string {
  const [first] = files;
  const what =
    first === undefined ? 'There is no file in it' : `“${first.path}” is of no format that is known here`;
  return `${what}. What can be read: ${[...new Set(READERS.map(({ label }) => label))].join(', ')}.`;
}

/** So much is looked at to tell what files are: their beginnings, and packed files that are not large (bytes). */
const HEAD = 256 * 1024;
const LARGEST_PACKED = 8 * 1024 * 1024;
const MOST_FILES = 300;
/** A folder may hold a whole disk: of what is in it, and in folders in it, so many are listed. */
const MOST_LISTED = 20_000;
const KINDS = new Set(
  [...READERS.flatMap(({ extensions }) => extensions), 'a1', 'zip', 'txt', 'parquet'].map(
    (kind) => `.${kind.split('.').at(-1)}`,
  ),
);

/** Runs in the worker: are these files, or those in these folders, annotations of another tool? Reads little of them. */
export async function recogniseJob(paths: readonly string[]): Promise<Recognised | null> {
  const files: FormatFile[] = [];
  for (const named of paths.slice(0, MOST_FILES)) {
    for (const path of await within(named).catch(() => [])) {
      if (files.length >= MOST_FILES) break;
      const name = path === named ? basename(path) : relative(named, path).split(sep).join('/');
      if (KINDS.has(extname(name).toLowerCase())) files.push(...(await headOf(path, name).catch(() => [])));
    }
  }
  const reader = recognise(files);
  return reader && { id: reader.id, label: reader.label };
}

/** A file itself, or the files in a folder, in order. */
async function within(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const found: string[] = [];
  let left = MOST_LISTED;
  try {
    for await (const entry of await opendir(path, { recursive: true })) {
      if (entry.isFile()) found.push(join(entry.parentPath, entry.name));
      if (--left === 0) break;
    }
  } catch {
    // A folder that may not be opened: the others tell enough.
  }
  return found.sort();
}

async function headOf(path: string, name: string): Promise<readonly FormatFile[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const length = Math.min(size, HEAD);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    if (isPacked(buffer)) return size > LARGEST_PACKED ? [] : unpack(name, await readFile(path));
    return [{ path: name, data: buffer.toString('utf8', 0, bytesRead) }];
  } finally {
    await file.close();
  }
}
