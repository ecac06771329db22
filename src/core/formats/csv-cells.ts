/**
 * What a spreadsheet takes for the beginning of a formula: = + - @, tab, CR, LF, and the full-width forms
 * of the four (OWASP, "CSV Injection"); and the apostrophe, which is our own mark.
 */
const RISKY = /^[=+\-@\t\r\n＝＋－＠']/u;

/** A plain number is no formula, though it may begin with a sign: −3 … +3 scales stay numbers. */
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

/**
 * The text as it is written to a cell: with an apostrophe before it where a spreadsheet could take it for a
 * formula. A bijection: texts that begin with an apostrophe get one more, so the first apostrophe of a cell
 * is always ours, and `plainCell(safeCell(text))` is `text` for every text.
 */
export function safeCell(text: string): string {
  return RISKY.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** The text of a cell: without the apostrophe that safeCell put before it. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** Several texts in one cell: "a; b". A semicolon or backslash inside a text has a backslash before it. */
export function listCell(texts: readonly string[]): string {
  return texts.map((text) => text.replace(/[\\;]/g, '\\$&')).join('; ');
}

/** The texts of a cell written by listCell. An empty cell is one empty text: look first whether it is set. */
export function textsOfCell(cell: string): readonly string[] {
  const texts = [''];
  for (const [token] of cell.matchAll(/\\[\\;]|; |[^]/g)) {
    if (token === '; ') texts.push('');
    else texts[texts.length - 1] += token.length === 2 && token[0] === '\\' ? token[1] : token;
  }
  return texts;
}
