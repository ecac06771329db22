import type { TsvSentence } from './tsv-lines';

/** A text put together from its sentences; `at` gives UTF-16 offsets. */
export interface RebuiltText {
  readonly text: string;
  readonly unit: 'utf16' | 'codepoint';
  /** How many tokens are where their rows say. */
  readonly right: number;
  readonly at: (offset: number) => number;
}

/** More white space than this between sentences is no text but an attack. */
const LONGEST_GAP = 100_000;

/**
 * The text of a file: sentences where the places of their tokens say. What lies between them is not in the file: `gaps`
 * of our own, else a space, or newlines where it is longer. Null when sentences would lie on each other.
 */
export function rebuilt(
  sentences: readonly TsvSentence[],
  unit: 'utf16' | 'codepoint',
  gaps: readonly string[] = [],
): RebuiltText | null {
  const lengthOf = (text: string) => (unit === 'utf16' ? text.length : [...text].length);
  const pieces: string[] = [];
  let length = 0;
  for (const [number, { text, rows }] of sentences.entries()) {
    const [first] = rows;
    const lead = first ? Math.max(0, text.indexOf(first.form)) : 0;
    const start = first ? first.start - lengthOf(text.slice(0, lead)) : length + (number > 0 ? 1 : 0);
    const gap = start - length;
    if (gap < 0 || gap > LONGEST_GAP) return null;
    const known = gaps[number];
    pieces.push(
      known !== undefined && lengthOf(known) === gap ? known : gap === 1 ? ' ' : '\n'.repeat(gap),
      text,
    );
    length = start + lengthOf(text);
  }
  pieces.push(gaps[sentences.length] ?? '');
  const whole = pieces.join('');
  const at = unit === 'utf16' ? (offset: number) => offset : byCodePoint(whole);
  let right = 0;
  for (const { rows } of sentences) {
    for (const { start, end, form } of rows) if (whole.slice(at(start), at(end)) === form) right++;
  }
  return { text: whole, unit, right, at };
}

function byCodePoint(text: string): (offset: number) => number {
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += text.codePointAt(at)! > 0xffff ? 2 : 1) starts.push(at);
  starts.push(text.length);
  return (offset) => starts[offset] ?? text.length + 1;
}
