import type { BlockKind } from '../../project/model';
import { trim } from '../../text/sentences';
import type { Span } from '../../text/span';
import { wrapWidth } from './hard-wrap';
import { isPostSignature } from './post-signature';

/** A stretch of text that becomes one block: a paragraph, a line, or what markup says belongs together. */
export interface Piece extends Span {
  /** The words of the span, without white space at the ends. */
  readonly text: string;
  /** Pieces with no blank line between them share a number. */
  readonly chunk: number;
  /** What markup says it is. 'paragraph' is weak: a byline may be marked up as one. */
  readonly hint?: BlockKind;
}

/**
 * Cuts a text into pieces: at blank lines, and at every line end unless the text is hard-wrapped (as from
 * an old mail or news agency feed), where a paragraph's lines stay together. The pieces are ordered,
 * disjoint, trimmed, and hold everything that is not white space. Offsets are UTF-16.
 */
export function cutPieces(text: string): readonly Piece[] {
  const lines = linesOf(text);
  const width = wrapWidth(lines);
  const pieces: Piece[] = [];
  lines.forEach((line, index) => {
    const above = index > 0 ? lines[index - 1]! : null;
    const open = pieces.at(-1);
    if (width > 0 && above?.chunk === line.chunk && open && continues(above, line, width)) {
      pieces[pieces.length - 1] = { ...open, end: line.end, text: text.slice(open.start, line.end) };
    } else {
      pieces.push({ start: line.start, end: line.end, text: line.text, chunk: line.chunk });
    }
  });
  return pieces;
}

/** A line that is not blank, trimmed. `indent` counts the white space before it. */
export interface Line extends Span {
  readonly text: string;
  readonly chunk: number;
  readonly indent: number;
}

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let chunk = 0;
  let blank = false;
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 ? text.length : newline;
    const span = trim(text, { start: from, end: to });
    if (span) {
      if (blank && lines.length > 0) chunk++;
      lines.push({ ...span, text: text.slice(span.start, span.end), chunk, indent: span.start - from });
    }
    blank = span === null;
    from = to + 1;
  }
  return lines;
}

const LIST_ITEM = /^(?:[-*•·–]\s|\d{1,3}[.)]\s|>)/u;

/** Does `next` go on with the paragraph of `line`, in a text wrapped at `width`? */
function continues(line: Line, next: Line, width: number): boolean {
  if (isPostSignature(next.text) || isPostSignature(line.text) || LIST_ITEM.test(next.text)) return false;
  const endsSentence = /[.!?…][”’"')\]]*$/u.test(line.text.slice(-8));
  if (endsSentence && next.indent > line.indent + 1) return false;
  return !(endsSentence && line.text.length < width * 0.75);
}
