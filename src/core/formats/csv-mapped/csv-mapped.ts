import type { Article } from '../../project/model';
import { readCodebookFile } from '../codebook-file';
import { FIRST_COLUMNS } from '../csv-columns';
import type { FormatFile, Parsed, Reader } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import { guessMapping, isUsable, type Mapping, PARTS } from './mapping';
import { readRows } from './rows';
import { headerOf, readNamedTable, type Table } from './table';
import { RowTexts } from './texts';

const TABLE = /\.(?:csv|tsv|tab)$/i;

/**
 * Tables of other programs with a row per annotation, in any columns. What the columns hold is guessed by their names
 * (mapping.ts) or told; what positions count is found out by the words that rows say they mark. Rows without positions
 * are placed by their words. Only read; tables of our own have a format of their own.
 */
export const csvMapped: Reader = {
  id: 'csv-mapped',
  label: 'Table of annotations (any columns)',
  hint: 'a row per annotation, in the columns of another program',
  extensions: ['csv', 'tsv', 'tab'],
  unit: 'codepoint',
  recognises: (files) =>
    files.some((file) => {
      if (!TABLE.test(file.path)) return false;
      const header = headerOf(file);
      return !isOurs(header) && isUsable(guessMapping(header, () => false));
    }),
  parse: (files, articles) => readMapped(files, articles),
};

/** A reader of tables that has been told what their columns hold. */
export function mappedReader(mapping: Mapping): Reader {
  return { ...csvMapped, parse: (files, articles) => readMapped(files, articles, mapping) };
}

function isOurs(header: readonly string[]): boolean {
  return FIRST_COLUMNS.every((column) => header.includes(column));
}

/**
 * Reads the tables among the files. Rows of articles that are neither in the table nor in `articles` nor beside it are
 * left out, and so are rows whose place is nowhere; the warnings count them and name their lines. Throws FormatError
 * for a table that does not say what is marked, or lacks a column of the `mapping`.
 */
function readMapped(
  files: readonly FormatFile[],
  articles: ReadonlyMap<string, Article> = new Map(),
  mapping?: Mapping,
): Parsed {
  const tables = files.filter(({ path }) => TABLE.test(path));
  if (tables.length === 0) throw new FormatError('a table was expected', files[0]?.path ?? '', 1, 1);
  const gathering = new Gathering(readCodebookFile(files));
  for (const file of tables) {
    checkFile(file);
    const table = readNamedTable(file);
    readRows(gathering, table, mappingFor(table, mapping), new RowTexts(articles, files));
  }
  return gathering.finish('Labels of a table');
}

function mappingFor(table: Table, told: Mapping | undefined): Mapping {
  const { path, header } = table;
  const mapping = told ?? guessMapping(header, (column) => isPassage(table, column));
  const named = [...PARTS.flatMap((part) => mapping.columns[part] ?? []), ...mapping.attributes];
  const columns = new Set(header);
  const missing = named.find((column) => !columns.has(column));
  if (missing !== undefined) throw new FormatError(`the column ${missing} is missing`, path, 1, 1);
  if (!isUsable(mapping)) {
    throw new FormatError(
      'no columns say what is marked: a start and an end, or a quote and a label',
      path,
      1,
      1,
    );
  }
  return mapping;
}

/** Are the texts of a column passages, and not the documents they are from? */
function isPassage({ header, rows }: Table, column: string): boolean {
  const { columns } = guessMapping(header, () => false);
  const some = rows.slice(0, 200);
  const fitting = some.filter(({ cell }) => {
    const length =
      cell(columns.end) === ''
        ? Number(cell(columns.length))
        : Number(cell(columns.end)) - Number(cell(columns.start));
    const text = cell(column);
    // In whatever unit, from wherever it counts.
    return length >= [...text].length - 1 && length <= 4 * text.length + 1;
  });
  const isPlaced = some.some(({ cell }) => cell(columns.start) !== '');
  return !isPlaced || 2 * fitting.length > some.length;
}
