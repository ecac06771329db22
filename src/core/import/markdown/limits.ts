/** Quotes and lists nested this deep. */
const TOO_DEEP = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){150,}/mu;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/gmu;
const MOST_UNDERLINES = 1000;

/**
 * Would the parser take minutes? Its time grows with the square of the depth of nesting and of the number of
 * underlined headings. Such a text is no article and is read as plain text. (What is missed here is stopped
 * by the worker's limit.)
 */
export function isBeyondParser(source: string): boolean {
  if (TOO_DEEP.test(source)) return true;
  let underlines = 0;
  for (const _ of source.matchAll(UNDERLINE)) if (++underlines > MOST_UNDERLINES) return true;
  return false;
}
