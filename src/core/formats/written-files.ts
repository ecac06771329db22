import { sha256 } from '@noble/hashes/sha2.js';
import type { FormatFile, WrittenFiles } from './format';
import { FormatError } from './format';

/** The longest string that V8 holds, in UTF-16 units (v8::String::kMaxLength on 64 bits). */
const LONGEST = 2 ** 29 - 24;

/** So many bytes are made text at once: longer texts are out of reach of the garbage collector's quick rounds. */
const BITE = 1 << 16;

/** A file as text (UTF-8, U+FEFF at its head included). Throws FormatError when it is longer than a text can be. */
export function textOf(files: WrittenFiles, path: string, longest = LONGEST): string {
  let text = '';
  for (const piece of texts(files, path)) {
    if (text.length + piece.length > longest) {
      const most = longest.toLocaleString('en-GB');
      throw new FormatError(
        `the file has more than the ${most} characters that can be read at once`,
        path,
        1,
        1,
      );
    }
    text += piece;
  }
  return text;
}

/**
 * Files whose text is read when it is asked for, whole or in pieces. Only the last is kept: readers go from one to the
 * next.
 */
export function oneByOne(files: WrittenFiles): readonly FormatFile[] {
  let last: FormatFile | undefined;
  return files.paths.map((path) => ({
    path,
    pieces: () => texts(files, path),
    get data() {
      if (last?.path !== path) last = { path, data: textOf(files, path) };
      return last.data;
    },
  }));
}

/** A line of a file, and which it is, from 1. */
export type Line = readonly [line: string, number: number];

/** The lines of a written file that are not empty; throws FormatError where it is not UTF-8. */
export function linesOf(files: WrittenFiles, path: string): Generator<Line> {
  return linesIn(texts(files, path));
}

/** The lines of a file that are not empty; throws what reading its pieces throws. */
export function linesOfFile(file: FormatFile): Generator<Line> {
  // Not asked for at once: there may be more of it than a text can hold.
  return linesIn(file.pieces?.() ?? [file.data]);
}

function* linesIn(pieces: Iterable<string>): Generator<Line> {
  let rest = '';
  let number = 0;
  for (const piece of pieces) {
    // What is waiting is not looked at again: a line may be as long as a book.
    const [more, ...lines] = piece.split('\n');
    rest += more!;
    for (const next of lines) {
      number++;
      if (rest.trim() !== '') yield [rest, number];
      rest = next;
    }
  }
  if (rest.trim() !== '') yield [rest, number + 1];
}

function* texts(files: WrittenFiles, path: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    for (const bytes of files.bytes(path)) {
      for (let at = 0; at < bytes.length; at += BITE)
        yield decoder.decode(bytes.subarray(at, at + BITE), { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError('this is not UTF-8', path, 1, 1);
    throw error;
  }
}

/** Files that are in memory, as those on a disk are read. */
export function filesInMemory(files: readonly FormatFile[]): WrittenFiles {
  const encoder = new TextEncoder();
  const bytesOf = (path: string) => {
    const file = files.find((each) => each.path === path);
    if (!file) throw new Error(`there is no ${path}`);
    return file.bytes ?? encoder.encode(file.data);
  };
  return {
    paths: files.map(({ path }) => path),
    bytes: (path) => [bytesOf(path)],
    sha256: (path) =>
      Array.from(sha256(bytesOf(path)), (byte) => byte.toString(16).padStart(2, '0')).join(''),
  };
}
