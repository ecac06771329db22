import type { PdfLine } from './lines';

/** Lines that belong together, joined. */
export interface PdfParagraph {
  readonly text: string;
  /** The height of its type in points. */
  readonly size: number;
  /** From 0. */
  readonly page: number;
}

const SENTENCE_END = /[.!?…:][”’"')\]]*$/u;

/**
 * Joins the lines of pages to paragraphs, over columns and pages too: a paragraph ends where the space to the
 * next line is wider than usual, the type changes, the next line is indented, or a sentence ends short of the
 * column's edge. Words that were hyphenated at a line's end are mended.
 */
export function paragraphsOf(pages: readonly (readonly PdfLine[])[]): readonly PdfParagraph[] {
  const all = pages.flat().map(({ text }) => text);
  const mend = mender(all.join('\n'));
  const gap = usualGap(pages);
  const paragraphs: { text: string; size: number; page: number }[] = [];
  let last: PdfLine | null = null;
  let edge = 0;
  pages.forEach((lines, page) => {
    for (const line of lines) {
      const open = paragraphs.at(-1);
      if (open && last && goesOn(last, line, gap, edge)) open.text = mend(open.text, line.text);
      else paragraphs.push({ text: line.text, size: line.size, page });
      last = line;
      edge = edgeOf(line, lines);
    }
  });
  return paragraphs;
}

/** `edge` is where the column of `line` ends; `gap` the usual distance of lines, in heights of their type. */
function goesOn(line: PdfLine, next: PdfLine, gap: number, edge: number): boolean {
  if (Math.abs(line.size - next.size) > 0.12 * Math.max(line.size, next.size)) return false;
  const ended = SENTENCE_END.test(line.text);
  const short = line.right < edge - 3 * line.size;
  const down = (line.y - next.y) / line.size;
  // To another column or page: only the words tell.
  if (down < -0.5 || down > 6 * gap) return !ended && (!short || /^\p{Ll}/u.test(next.text));
  if (down > 1.3 * gap) return false;
  const indented = next.x > line.x + 0.7 * line.size && next.x < line.x + 6 * line.size;
  return !(ended && (indented || short));
}

/** The right edge of the column that a line stands in. */
function edgeOf(line: PdfLine, page: readonly PdfLine[]): number {
  let edge = line.right;
  for (const other of page)
    if (Math.abs(other.x - line.x) < 4 * line.size) edge = Math.max(edge, other.right);
  return edge;
}

/** The median distance of lines under each other, in heights of their type. */
function usualGap(pages: readonly (readonly PdfLine[])[]): number {
  const gaps: number[] = [];
  for (const lines of pages) {
    for (let index = 1; index < lines.length; index++) {
      const [above, below] = [lines[index - 1]!, lines[index]!];
      const down = (above.y - below.y) / above.size;
      if (down > 0.5 && down < 3 && above.size === below.size) gaps.push(down);
    }
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? 1.2;
}

/**
 * Joins a line to a text. A hyphen between letters at the end goes, unless the word is written with it
 * elsewhere in `whole`; before a capital it stays.
 */
function mender(whole: string): (text: string, line: string) => string {
  const hyphenated = new Set<string>();
  for (const [word] of whole.matchAll(/\p{L}+[-‐]\p{L}+/gu)) hyphenated.add(word.toLowerCase());
  return (text, line) => {
    const before = /(\p{L}+)[-‐\u00ad]$/u.exec(text.slice(-60));
    const after = /^\p{L}+/u.exec(line);
    if (!before || !after) return `${text} ${line}`;
    if (text.endsWith('\u00ad')) return text.slice(0, -1) + line;
    const isName = after[0] !== after[0].toLowerCase();
    if (isName || hyphenated.has(`${before[1]}-${after[0]}`.toLowerCase())) return text + line;
    return text.slice(0, -1) + line;
  };
}
