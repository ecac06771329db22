import { readClass } from './pattern-class';
import { Cursor, Wrong } from './pattern-cursor';
import { readEscape } from './pattern-escape';

export { Wrong };

/**
 * Reads a pattern by the grammar of ECMAScript's u flag, only to find where it goes wrong: the engine says what
 * is wrong, but not where. Throws Wrong at the first place; returns when it finds nothing.
 */
export function readPattern(source: string): void {
  const cursor = new Cursor(source);
  readAlternatives(cursor);
  if (!cursor.done) cursor.fail('this ) closes nothing');
  cursor.checkReferences();
}

function readAlternatives(cursor: Cursor): void {
  while (!cursor.done && cursor.next !== ')') readTerm(cursor);
}

function readTerm(cursor: Cursor): void {
  const start = cursor.at;
  const repeatable = readAtom(cursor);
  const quantified = cursor.at;
  if (!readQuantifier(cursor) || repeatable) return;
  const sign = cursor.source[quantified];
  if (cursor.source[start] === '|')
    throw new Wrong(quantified, `there is nothing before the ${sign} to repeat`);
  throw new Wrong(quantified, `“${cursor.source.slice(start, quantified)}” cannot be repeated with ${sign}`);
}

/** Reads one thing; false when it may not be repeated. */
function readAtom(cursor: Cursor): boolean {
  const { next } = cursor;
  if (next === '(') return readGroup(cursor);
  if (next === '[') readClass(cursor);
  else if (next === '\\') return readEscape(cursor);
  else if ('*+?'.includes(next)) cursor.fail(`there is nothing before the ${next} to repeat`);
  else if (next === '{')
    cursor.fail('there is nothing before the { to repeat; write \\{ for the sign itself');
  else if (next === '}' || next === ']') cursor.fail(`write \\${next} for the sign itself`);
  else {
    cursor.take();
    return next !== '^' && next !== '$' && next !== '|';
  }
  return true;
}

/** False for an assertion, which may not be repeated. */
function readGroup(cursor: Cursor): boolean {
  const start = cursor.at;
  cursor.take();
  let repeatable = true;
  if (cursor.next !== '?') cursor.groups++;
  else if (/^\?<?[=!]/.test(cursor.rest)) {
    repeatable = false;
    cursor.skip(/^\?<?[=!]/);
  } else if (cursor.rest.startsWith('?<')) {
    cursor.skip(/^\?</);
    cursor.groups++;
    cursor.nameGroup();
  } else if (!cursor.skip(/^\?[ims]*(?:-[ims]*)?:/)) {
    cursor.take();
    cursor.fail('after (? must come :, =, !, <= , <! or a <name>');
  }
  readAlternatives(cursor);
  if (cursor.next !== ')') throw new Wrong(start, 'the ( is never closed');
  cursor.take();
  return repeatable;
}

/** Was there one? */
function readQuantifier(cursor: Cursor): boolean {
  const start = cursor.at;
  if (cursor.next === '{') {
    const found = cursor.skip(/^\{(\d+)(,(\d*))?\}/);
    if (!found) cursor.fail('after { must come a number, as in {2} or {2,5}; write \\{ for the sign itself');
    const [whole, least, , most] = found;
    if (most && BigInt(most) < BigInt(least!))
      throw new Wrong(start, `the numbers in ${whole} are the wrong way round`);
  } else if (!cursor.skip(/^[*+?]/)) return false;
  cursor.skip(/^\?/);
  return true;
}
