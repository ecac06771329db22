import type { Span } from '../../text/span';
import { isCode, knownUse } from './labels';

/** A line that begins with a label, with those it goes on in. Offsets are UTF-16 of the article's text. */
export interface FieldLine extends Span {
  /** As printed: "BYLINE", "HD". */
  readonly label: string;
  readonly value: string;
  /** Where the value begins; `end` when there is none. */
  readonly from: number;
}

/** So many lines that are not blank, at the beginning and at the end, may have labels. */
const HEAD = 20;
const TAIL = 14;
/** No label's line is longer, but for those with a code. UTF-16 units. */
const LONGEST = 600;

const LABELLED = /^[ \t]*(\p{L}[\p{L}\d ./&_-]{0,28}?)[ \t]*:(?:[ \t]+(\S.*)|[ \t]*)$/u;
const CODED = /^([A-Z]{2,3})(?:[ \t]+(\S.*)|[ \t]*)$/u;

interface Line extends Span {
  readonly text: string;
}

/** The lines with labels at the beginning and the end of an article; `text` is normalised. */
export function fieldLines(text: string): readonly FieldLine[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length, text: line });
    start += line.length + 1;
  }
  const codes = lines.filter(({ text: line }) => isCode(CODED.exec(line)?.[1] ?? ''));
  const distinct = new Set(codes.map(({ text: line }) => CODED.exec(line)![1]));
  return distinct.size >= 3 && distinct.has('HD') ? coded(lines, text) : labelled(lines);
}

/** A field with a code goes on until the next. */
function coded(lines: readonly Line[], text: string): readonly FieldLine[] {
  const begins = lines.filter(({ text: line }) => isCode(CODED.exec(line)?.[1] ?? ''));
  return begins.map(({ start }, index): FieldLine => {
    const end = begins[index + 1]?.start ?? text.length;
    const whole = text.slice(start, end).trimEnd();
    const label = whole.slice(0, whole.search(/\s|$/u));
    const value = whole.slice(label.length).trim();
    return { label, value, start, end: start + whole.length, from: start + whole.length - value.length };
  });
}

function labelled(lines: readonly Line[]): readonly FieldLine[] {
  const inked = lines.flatMap(({ text }, index) => (text.trim() === '' ? [] : [index]));
  const near = new Set([...inked.slice(0, HEAD), ...inked.slice(-TAIL)]);
  const found: FieldLine[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!;
    const match = near.has(index) && line.text.length <= LONGEST ? LABELLED.exec(line.text) : null;
    if (!match) continue;
    const label = match[1]!;
    let last = index;
    // A long value goes on in lines that are set in; one may also stand under its label.
    const below = match[2] === undefined && knownUse(label) !== undefined;
    if (below && inks(lines[index + 1]) && !LABELLED.test(lines[index + 1]!.text)) last++;
    while (inks(lines[last + 1]) && indent(lines[last + 1]!) > indent(line) + 1 && last - index < 8) last++;
    const { end } = lines[last]!;
    const from =
      match[2] === undefined ? (last > index ? lines[index + 1]!.start : end) : line.end - match[2].length;
    const value = lines
      .slice(index, last + 1)
      .map(({ text, start }) => (start < from ? text.slice(from - start) : text).trim())
      .join(' ')
      .trim();
    found.push({ label, value: from === end ? '' : value, start: line.start, end, from });
    index = last;
  }
  return found;
}

function inks(line: Line | undefined): boolean {
  return line !== undefined && line.text.trim() !== '';
}

function indent({ text }: Line): number {
  return text.length - text.trimStart().length;
}
