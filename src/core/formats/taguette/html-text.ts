import { isBlockLevel } from '../../import/html/parts';
import { parseHtml, walk } from '../../import/html/tree';
import { offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { converted } from '../marks/plausible';

/** A document of HTML as a text to read, and a way into it from the text between its tags. */
export interface HtmlText {
  readonly text: string;
  /** The text between the tags, as it stands. */
  readonly raw: string;
  /** A passage of the raw text, in UTF-8 bytes, as one of the text (UTF-16); null when it is nowhere in it. */
  place(bytes: Span): Span | null;
}

const SPACE = /[ \t\n\f\r]/;
/** Elements that stand on a line of their own within a paragraph’s worth of text. */
const LINES = new Set(['li', 'tr', 'dt', 'dd', 'caption']);

/** Reads HTML as a browser lays it out: white space collapsed, an empty line between blocks. No depth matters. */
export function htmlText(html: string): HtmlText {
  const out: string[] = [];
  const raws: string[] = [];
  /** For each UTF-16 unit of the raw text, where it begins and ends in `out`. */
  const from: number[] = [];
  const to: number[] = [];
  let length = 0;
  let waiting = '';
  let verbatim = 0;
  const write = (text: string) => {
    out.push(text);
    length += text.length;
  };
  const wait = (gap: string) => {
    // Before the first word there is nothing to be apart from.
    if (length > 0 && gap.length >= waiting.length && waiting !== '\n\n') waiting = gap;
  };
  walk(parseHtml(`<body>${html}`), {
    enter(element) {
      if (element.tagName === 'pre') verbatim++;
      if (element.tagName === 'br') wait('\n');
      else if (isBlockLevel(element)) wait(LINES.has(element.tagName) ? '\n' : '\n\n');
      else if (element.tagName === 'td' || element.tagName === 'th') wait(' ');
      return element.tagName !== 'head';
    },
    text(value) {
      raws.push(value);
      for (const character of value) {
        const isGap = verbatim === 0 && SPACE.test(character);
        if (isGap) wait(' ');
        else {
          write(waiting);
          waiting = '';
        }
        const start = length;
        if (!isGap) write(character);
        for (let unit = 0; unit < character.length; unit++) {
          from.push(start + (isGap ? 0 : unit));
          to.push(isGap ? start : start + unit + 1);
        }
      }
    },
    leave(element) {
      if (element.tagName === 'pre') verbatim--;
      if (isBlockLevel(element)) wait(LINES.has(element.tagName) ? '\n' : '\n\n');
    },
  });
  const text = out.join('');
  const raw = raws.join('');
  const offsets = offsetsOf(raw, 'byte');
  return {
    text,
    raw,
    place(bytes) {
      const span = converted(offsets, bytes);
      if (!span) return null;
      let start = from[span.start]!;
      const end = to[span.end - 1]!;
      while (start < end && SPACE.test(text[start]!)) start++;
      return start < end ? { start, end } : null;
    },
  };
}
