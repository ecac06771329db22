import Papa from 'papaparse';
import { FormatError } from './format';
import { positionOf } from './position';

/** How many lines of the file a row takes, whose cells may hold newlines. */
export function linesOf(row: readonly string[]): number {
  return row.reduce((lines, cell) => lines + cell.split('\n').length - 1, 1);
}

/**
 * The rows of a CSV file (RFC 4180), with the separator and line ends that its header has: spreadsheets save
 * with semicolons or tabs too. Throws FormatError for a quotation mark that is never closed.
 */
export function readTable(path: string, source: string): readonly (readonly string[])[] {
  const data = source.startsWith('\ufeff') ? source.slice(1) : source;
  const [, delimiter = ','] = /^"?[^",;\t\r\n]*"?([,;\t])/.exec(data) ?? [];
  const newline = lineEndOf(data);
  const { data: rows, errors } = Papa.parse<string[]>(data, { delimiter, newline, skipEmptyLines: true });
  const [error] = errors;
  if (error) {
    const { line, column } = positionOf(data, error.index ?? 0);
    throw new FormatError(error.message, path, line, column);
  }
  return rows;
}

/** What ends the header, whose cells may hold line ends of their own in quotation marks. */
function lineEndOf(data: string): '\r\n' | '\n' | '\r' {
  let quoted = false;
  for (let at = 0; at < data.length; at++) {
    if (data[at] === '"') quoted = !quoted;
    if (quoted || (data[at] !== '\r' && data[at] !== '\n')) continue;
    return data[at] === '\n' ? '\n' : data[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}
