import Papa from 'papaparse';

/**
 * What spreadsheets take for a formula when a cell begins with it (OWASP, "CSV injection"), with the
 * full-width forms some of them accept, and the apostrophe itself so that escaping can be taken back.
 */
const RISKY = /^[=+\-@\t\r\n＝＋－＠']/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** A cell that no spreadsheet runs: risky ones get an apostrophe in front. Plain numbers stay numbers. */
export function escapeCell(value: string): string {
  return RISKY.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

/** Exactly what `escapeCell` was given: `unescapeCell(escapeCell(x)) === x` for every text. */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

/** Rows as CSV (RFC 4180, CRLF between rows, UTF-8), every cell escaped. */
export function writeCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [columns, ...rows].map((row) => row.map(escapeCell));
  return `${Papa.unparse(cells, { newline: '\r\n' })}\r\n`;
}

/** Rows by column name as they were before writing. Throws a sentence when rows and columns do not fit. */
export function readCsv(text: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/\r\n$/, ''), { newline: '\r\n' });
  const [first] = errors;
  if (first && first.code !== 'UndetectableDelimiter') {
    throw new Error(`row ${(first.row ?? 0) + 1}: ${first.message}`);
  }
  const [columns = [], ...rows] = data;
  return rows.map((row, index) => {
    if (row.length !== columns.length) {
      throw new Error(`row ${index + 2} has ${row.length} cells where the head has ${columns.length}`);
    }
    return Object.fromEntries(columns.map((name, at) => [unescapeCell(name), unescapeCell(row[at]!)]));
  });
}
