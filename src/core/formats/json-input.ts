import { FormatError } from './format';

/** Deeper nesting than this is refused: writing it again would overflow the stack of some readers. */
const DEEPEST = 200;

/** Parses the JSON of a file, or throws a FormatError that says where it stops being JSON (from 1). */
export function readJson(path: string, text: string): unknown {
  const deep = tooDeepAt(text);
  if (deep >= 0) throw errorAt(path, text, deep, `nested more than ${DEEPEST} deep`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = (error as Error).message;
    const position = /position (\d+)/.exec(message)?.[1];
    throw errorAt(path, text, position === undefined ? text.length : Number(position), 'this is not JSON');
  }
}

/** A FormatError at an offset (UTF-16) of the file's text. */
export function errorAt(path: string, text: string, offset: number, message: string): FormatError {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return new FormatError(message, path, line, offset - before.lastIndexOf('\n'));
}

/** Where the nesting first goes too deep, or -1. Strings are skipped, so their brackets do not count. */
function tooDeepAt(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"') {
      for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++;
    } else if (character === '{' || character === '[') {
      if (++depth > DEEPEST) return at;
    } else if (character === '}' || character === ']') depth--;
  }
  return -1;
}
