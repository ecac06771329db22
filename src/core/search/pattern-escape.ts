import type { Cursor } from './pattern-cursor';
import { Wrong } from './pattern-cursor';

const SIGNS = '^$\\.*+?()[]{}|/';

/** Reads an escape outside a class; false for \b and \B, which may not be repeated. */
export function readEscape(cursor: Cursor): boolean {
  if (cursor.skip(/^\\[bB]/)) return false;
  if (cursor.skip(/^\\k/)) {
    cursor.refer();
    return true;
  }
  const number = /^\\([1-9]\d*)/.exec(cursor.rest);
  if (number) {
    cursor.refer(Number(number[1]));
    cursor.skip(/^\\\d+/);
    return true;
  }
  readCharacterEscape(cursor, SIGNS);
  return true;
}

/**
 * Reads an escape that stands for one character or for a set of them; `signs` may be escaped though they need
 * not be. Returns the code point, or null for a set.
 */
export function readCharacterEscape(cursor: Cursor, signs: string): number | null {
  const start = cursor.at;
  if (cursor.rest === '\\') cursor.fail('after the \\ must come something; write \\\\ for the sign itself');
  if (cursor.skip(/^\\[dDsSwW]/)) return null;
  if (/^\\[pP]/.test(cursor.rest)) return readProperty(cursor);
  const simple = cursor.skip(/^\\[fnrtv]/) ?? cursor.skip(/^\\0(?!\d)/) ?? cursor.skip(/^\\c[a-zA-Z]/);
  if (simple) return codeOf(simple[0]);
  const pair = cursor.skip(/^\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})/);
  if (pair) {
    return String.fromCharCode(Number(`0x${pair[1]}`), Number(`0x${pair[2]}`)).codePointAt(0)!;
  }
  const hex =
    cursor.skip(/^\\x([\da-fA-F]{2})/) ??
    cursor.skip(/^\\u([\da-fA-F]{4})/) ??
    cursor.skip(/^\\u\{([\da-fA-F]+)\}/);
  if (hex) {
    const code = Number(`0x${hex[1]}`);
    if (code > 0x10ffff) throw new Wrong(start, `${hex[0]} is no character`);
    return code;
  }
  cursor.take();
  const { next } = cursor;
  if ('xu'.includes(next)) throw new Wrong(start, `after \\${next} must come the number of a character`);
  if (!signs.includes(next)) throw new Wrong(start, `\\${next} means nothing`);
  cursor.take();
  return next.codePointAt(0)!;
}

function readProperty(cursor: Cursor): null {
  const start = cursor.at;
  const found = cursor.skip(/^\\[pP]\{([^}]*)\}/);
  if (!found) throw new Wrong(start, 'after \\p must come a property in braces, as in \\p{Lu}');
  try {
    new RegExp(found[0], 'u');
  } catch {
    throw new Wrong(start, `there is no property “${found[1]}”`);
  }
  return null;
}

function codeOf(written: string): number {
  const letter = written[1]!;
  if (letter === 'c') return written.charCodeAt(2) & 31;
  return { f: 12, n: 10, r: 13, t: 9, v: 11 }[letter] ?? 0;
}
