import type { FormatFile } from './format';

/** What the beginning of JSON text shows, read without trusting it. */
export interface Outline {
  /** Does it begin with a list? */
  readonly list: boolean;
  /** Keys of the first object -> how its value begins, as it is written. */
  readonly keys: ReadonlyMap<string, string>;
}

/** So much of a file is looked through (UTF-16 code units): a long text may stand before the key that tells. */
const ENOUGH = 2_000_000;
const SHOWN = 60;

const known = new WeakMap<FormatFile, Outline>();

/** The outline of a file, or of its first line where every line is a value of its own. Never throws. */
export function outlineOf(file: FormatFile): Outline {
  const found = known.get(file) ?? outline(file.data);
  known.set(file, found);
  return found;
}

function outline(data: string): Outline {
  const start = /^\ufeff?\s*(\[\s*)?/.exec(data)!;
  const keys = new Map<string, string>();
  let at = start[0].length;
  const list = start[1] !== undefined;
  if (data[at] !== '{') return { list, keys };
  const marks = /["{}[\],]/g;
  marks.lastIndex = ++at;
  let isKey = true;
  for (let depth = 1; depth > 0; ) {
    const mark = marks.exec(data);
    if (!mark || mark.index > ENOUGH) break;
    const sign = mark[0];
    if (sign === '"') {
      const end = endOfString(data, mark.index);
      if (end < 0) break;
      marks.lastIndex = end + 1;
      if (depth === 1 && isKey) {
        const [colon] = /^\s*:\s*/.exec(data.slice(end + 1, end + 200)) ?? [''];
        const from = end + 1 + colon.length;
        keys.set(data.slice(mark.index + 1, end), data.slice(from, from + SHOWN));
        isKey = false;
      }
    } else if (sign === ',') {
      if (depth === 1) isKey = true;
    } else depth += sign === '{' || sign === '[' ? 1 : -1;
  }
  return { list, keys };
}

function endOfString(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/** Does the first object of a file with one of these extensions have these keys? The codebook beside is passed over. */
export function someOutline(
  files: readonly FormatFile[],
  extensions: RegExp,
  fits: (outline: Outline, file: FormatFile) => boolean,
): boolean {
  return files.some(
    (file) =>
      extensions.test(file.path) && !/\.codebook\.json$/i.test(file.path) && fits(outlineOf(file), file),
  );
}
