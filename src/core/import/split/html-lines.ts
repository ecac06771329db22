import { isBlockLevel, isInvisible } from '../html/parts';
import { parseHtml, walk } from '../html/tree';
import type { SourceLine } from './lines';
import { seen } from './lines';

/** Enough of a paragraph to be held against a pattern. UTF-16 units. */
const LONGEST = 2000;

/**
 * The lines of a page as its reader sees them, each from where its element begins to where the next does; they
 * cover the source. Headings begin with "#" to "######" and rules are "---", as in Markdown.
 */
export function htmlLines(source: string): readonly SourceLine[] {
  const found: { start: number; text: string }[] = [];
  let words = '';
  let begins: number | undefined;
  let level = 0;
  const add = (text: string) => {
    // What a broken table throws out of itself stands before what came first: it belongs to the line above.
    if (begins !== undefined && begins > (found.at(-1)?.start ?? -1)) found.push({ start: begins, text });
    begins = undefined;
  };
  const flush = () => {
    const text = seen(words.replace(/\s+/gu, ' '));
    if (text !== '') add(level > 0 ? `${'#'.repeat(level)} ${text}` : text);
    words = '';
  };
  walk(parseHtml(source, { places: true }), {
    enter(element) {
      if (isInvisible(element)) return false;
      if (element.tagName === 'br') flush();
      if (!isBlockLevel(element)) return true;
      flush();
      begins ??= element.sourceCodeLocation?.startOffset;
      if (element.tagName === 'hr') add('---');
      level = levelOf(element.tagName);
      return true;
    },
    text(value, node) {
      if (value.trim() !== '') begins ??= node.sourceCodeLocation?.startOffset;
      if (words.length < LONGEST) words += value;
    },
    leave(element) {
      if (!isBlockLevel(element)) return;
      flush();
      level = 0;
    },
  });
  flush();
  return found.map(({ text, start }, index) => ({
    text,
    start: index === 0 ? 0 : start,
    end: found[index + 1]?.start ?? source.length,
  }));
}

function levelOf(tagName: string): number {
  return /^h[1-6]$/u.test(tagName) ? Number(tagName[1]) : 0;
}
