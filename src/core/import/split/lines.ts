import type { Span } from '../../text/span';

/** A line of a source that a pattern is held against. UTF-16 offsets of the source. */
export interface SourceLine extends Span {
  /** What the pattern sees: without white space at the ends, but a form feed at the beginning stays. */
  readonly text: string;
}

/** A pattern sees no more of a line (UTF-16 units). */
const LONGEST = 400;

/** The lines of a plain text, ends included: they cover it from first to last. */
export function textLines(source: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  const ends = /\r\n|[\r\n]/gu;
  let start = 0;
  for (let match = ends.exec(source); start < source.length; match = match && ends.exec(source)) {
    const end = match ? match.index + match[0].length : source.length;
    lines.push({ start, end, text: seen(source.slice(start, Math.min(end, start + 2 * LONGEST))) });
    start = end;
  }
  return lines;
}

/** A line as a pattern sees it. */
export function seen(line: string): string {
  const feed = /^[ \t\u00a0\ufeff]*\f/u.test(line) ? '\f' : '';
  return feed + line.trim().slice(0, LONGEST);
}
