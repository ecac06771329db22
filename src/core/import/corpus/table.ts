import Papa from 'papaparse';
import { onceEach } from '../../text/once-each';
import { damaged } from '../problem';
import type { CorpusRecord, CorpusRecords } from './record';

/**
 * Reads a table with its columns' names in the first row (RFC 4180; also semicolons and tabs). A row with
 * other than so many cells is read and told of. Throws a Refusal when a quoted cell never ends.
 */
export function tableRecords(text: string, kind: 'csv' | 'tsv'): CorpusRecords {
  const records: CorpusRecord[] = [];
  const problems: string[] = [];
  let columns: readonly string[] | null = null;
  let header = '';
  let from = 0;
  let line = 1;
  let number = 0;
  let unclosed: number | null = null;
  Papa.parse<string[]>(text, {
    delimiter: kind === 'tsv' ? '\t' : delimiterOf(text),
    step({ data: cells, meta, errors }) {
      const source = text.slice(from, meta.cursor);
      const begins = line;
      from = meta.cursor;
      line += source.match(/\r\n|[\r\n]/gu)?.length ?? 0;
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed ??= begins;
      if (cells.every((cell) => cell.trim() === '')) return;
      if (columns === null) {
        columns = named(cells);
        header = source.endsWith('\n') || source.endsWith('\r') ? source : `${source}\n`;
        return;
      }
      number++;
      const odd = oddRow(cells, columns);
      if (odd !== null) problems.push(`Line ${begins}${odd}`);
      const fields = new Map(columns.map((name, index) => [name, cells[index] ?? '']));
      records.push({ number, line: begins, fields, source: header + source });
    },
  });
  if (unclosed !== null) throw damaged(`a quoted cell of the row on line ${unclosed} never ends`);
  return { records, total: number, problems };
}

/** What is odd about the number of a row's cells, if something is. */
function oddRow(cells: readonly string[], columns: readonly string[]): string | null {
  const beyond = cells.findIndex((cell, index) => index >= columns.length && cell.trim() !== '');
  if (beyond >= 0)
    return `, column ${beyond + 1}: there are only ${columns.length} columns; the rest of the row was left out.`;
  if (cells.length >= columns.length) return null;
  return `, column ${cells.length + 1}: the row ends before “${columns[cells.length]!.slice(0, 40)}”; what is missing was taken as empty.`;
}

/** The names of the columns, each once. */
function named(cells: readonly string[]): readonly string[] {
  return onceEach(cells.map((cell, index) => cell.replace(/^\ufeff/u, '').trim() || `column ${index + 1}`));
}

/** What parts the columns' names, so that a record cut out with its header is parted alike. */
function delimiterOf(text: string): string {
  const header = (/^\s*([^\r\n]*)/u.exec(text)?.[1] ?? '').replace(/"[^"]*"/gu, '');
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t', '|'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
