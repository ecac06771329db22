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
