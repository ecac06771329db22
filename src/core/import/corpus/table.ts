import Papa from 'papaparse';
import { onceEach } from '../../text/once-each';
import { damaged } from '../problem';
import type { CorpusRecord, CorpusRecords } from './record';

/**
 * Reads a table with its columns' names in the first row (RFC 4180; also semicolons and tabs). Throws a
 * Refusal when a quoted cell never ends.
 */
export function tableRecords(text: string, kind: 'csv' | 'tsv'): CorpusRecords {
  const records: CorpusRecord[] = [];
  let columns: readonly string[] | null = null;
  let header = '';
  let from = 0;
  let number = 0;
  let unclosed = false;
  Papa.parse<string[]>(text, {
    delimiter: kind === 'tsv' ? '\t' : delimiterOf(text),
    step({ data: cells, meta, errors }) {
      const source = text.slice(from, meta.cursor);
      from = meta.cursor;
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed = true;
      if (cells.every((cell) => cell.trim() === '')) return;
      if (columns === null) {
        columns = named(cells);
        header = source.endsWith('\n') || source.endsWith('\r') ? source : `${source}\n`;
        return;
      }
      number++;
      const fields = new Map(columns.map((name, index) => [name, cells[index] ?? '']));
      records.push({ number, fields, source: header + source });
    },
  });
  if (unclosed) throw damaged('a quoted cell of the table never ends');
  return { records, problems: [] };
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
