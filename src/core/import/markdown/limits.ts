/** Quotes and lists nested this deep. */
const TOO_DEEP = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t]){150,}/mu;
const UNDERLINE = /^(?:=+|-+)[ \t]*$/gmu;
const MOST_UNDERLINES = 1000;
/** What may open or close a link or an emphasis, and what ends a paragraph for sure. */
const SIGN_OR_GAP = /[[*_]|\n[ \t]*\n/gu;
const MOST_SIGNS = 20_000;

/**
 * Would the parser take minutes? Its time grows with the square of the depth of nesting, of the number of
 * underlined headings, and of the links and emphases that are opened in a paragraph. Such a text is no article and is read as plain text. (What is missed here is stopped
 * by the worker's limit.)
 */
export function isBeyondParser(source: string): boolean {
  if (TOO_DEEP.test(source)) return true;
  let underlines = 0;
  for (const _ of source.matchAll(UNDERLINE)) if (++underlines > MOST_UNDERLINES) return true;
  let signs = 0;
  for (const [found] of source.matchAll(SIGN_OR_GAP)) {
    signs = found.length > 1 ? 0 : signs + 1;
    if (signs > MOST_SIGNS) return true;
  }
  return false;
}
