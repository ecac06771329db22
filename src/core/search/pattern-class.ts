import type { Cursor } from './pattern-cursor';
import { Wrong } from './pattern-cursor';
import { readCharacterEscape } from './pattern-escape';

const SIGNS = '^$\\.*+?()[]{}|/-';

/** Reads a class of characters, from [ to ]. */
export function readClass(cursor: Cursor): void {
  const start = cursor.at;
  cursor.skip(/^\[\^?/);
  while (cursor.next !== ']') {
    const from = cursor.at;
    const first = readMember(cursor, start);
    if (cursor.next !== '-' || cursor.source[cursor.at + 1] === ']') continue;
    cursor.take();
    const last = readMember(cursor, start);
    const range = cursor.source.slice(from, cursor.at);
    if (first === null || last === null)
      throw new Wrong(from, `${range} is no range: both its ends must be one character`);
    if (first > last) throw new Wrong(from, `the range ${range} is the wrong way round`);
  }
  cursor.take();
}

/** One character, or null for an escape that stands for many. */
function readMember(cursor: Cursor, start: number): number | null {
  if (cursor.done) throw new Wrong(start, 'the [ is never closed');
  if (cursor.skip(/^\\b/)) return 8;
  return cursor.next === '\\' ? readCharacterEscape(cursor, SIGNS) : cursor.take().codePointAt(0)!;
}
