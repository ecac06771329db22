import type { Offsets } from '../../text/offsets';
import { counted } from '../counted';
import { FormatError } from '../format';
import { append } from '../marks/append';
import { stemOf } from '../marks/article-named';
import { timeCell } from '../marks/databases';
import type { Gathering } from '../marks/gather';
import type { Piece, PieceValue } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import { type Claimed, countingOf, countingTold } from './counting';
import type { Mapping } from './mapping';
import { placeRow, type Trouble } from './place-row';
import type { Table, TableRow } from './table';
import type { RowText, RowTexts } from './texts';

/** The layer of rows without a label. */
const UNLABELLED = 'Annotation';

/** What is told of rows that gave trouble. */
const TROUBLES: Readonly<Record<Trouble | 'homeless', readonly [one: string, many: string]>> = {
  homeless: [
    'row is about an article that is not here and is left out',
    'rows are about articles that are not here and are left out',
  ],
  nowhere: [
    'row is nowhere in its article and is left out',
    'rows are nowhere in their article and are left out',
  ],
  moved: [
    'row has its words elsewhere than it says, and is placed there',
    'rows have their words elsewhere than they say, and are placed there',
  ],
  misquoted: ['row does not mark the words that it says', 'rows do not mark the words that they say'],
  often: [
    'row has words that occur more than once, and is placed at the first',
    'rows have words that occur more than once, and are placed at the first',
  ],
};

/** As many lines as a warning names. */
const NAMED = 5;

/** Adds the annotations of a table, text by text. Throws FormatError for a text that no file could carry. */
export function readRows(gathering: Gathering, table: Table, mapping: Mapping, texts: RowTexts): void {
  const { columns } = mapping;
  const trouble = new Map<keyof typeof TROUBLES, number[]>();
  const tell = (kind: keyof typeof TROUBLES, { line }: TableRow) => {
    append(trouble, kind, line);
  };
  const homes = homesOf(table, mapping, texts);
  const placed = table.rows.flatMap((row): readonly { row: TableRow; home: RowText; claim: Claimed }[] => {
    const home = homes.get(row);
    if (home) return [{ row, home, claim: claimOf(row, home, mapping) }];
    tell('homeless', row);
    return [];
  });
  const counting = countingOf(placed.flatMap(({ claim }) => (Number.isNaN(claim.start) ? [] : claim)));
  const known = new Map<string, Offsets>();
  const numeric = new Set(mapping.attributes.filter((column) => isNumeric(table, column)));
  const pieces = new Map<RowText, { first: TableRow; list: Piece[] }>();
  for (const { row, home, claim } of placed) {
    const group = pieces.get(home) ?? { first: row, list: [] };
    pieces.set(home, group);
    const { spans, trouble: kind } = placeRow(claim, counting, known);
    if (kind) tell(kind, row);
    if (!spans) continue;
    const by = row.cell(columns.annotator).trim();
    const at = timeCell(row.cell(columns.created));
    group.list.push({
      key: `line ${row.line}`,
      label: usableName(row.cell(columns.label), UNLABELLED),
      spans,
      values: valuesOf(row, mapping.attributes, numeric),
      note: row.cell(columns.note).trim(),
      ...(by === '' ? {} : { by }),
      ...(at === undefined ? {} : { at }),
    });
  }
  for (const told of countingTold(counting)) gathering.warnings.push(`${table.path}: ${told}`);
  for (const [home, { first, list }] of pieces)
    add(gathering, table, home, first.cell(columns.title).trim(), list, first);
  for (const [kind, lines] of trouble) {
    const more = lines.length > NAMED ? ' …' : '';
    const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.slice(0, NAMED).join(', ')}${more}`;
    gathering.warnings.push(`${table.path}: ${counted(lines.length, ...TROUBLES[kind])} (${where})`);
  }
}

/** The text that each row is about; rows that say the same are about the same. */
function homesOf(
  { path, rows }: Table,
  { columns }: Mapping,
  texts: RowTexts,
): ReadonlyMap<TableRow, RowText> {
  const homes = new Map<TableRow, RowText>();
  const own = new Map<string, RowText>();
  const stem = stemOf(path.replace(/^.*\//, ''));
  for (const row of rows) {
    const [name, title, text] = [columns.document, columns.title, columns.text].map((column) =>
      row.cell(column),
    );
    const said = name!.trim() || title!.trim();
    if (text !== '') {
      const key = JSON.stringify([said, text]);
      const home = own.get(key) ?? { name: said || `${stem}-${own.size + 1}`, text: text!, fileName: path };
      own.set(key, home);
      homes.set(row, home);
      continue;
    }
    const quote = row.cell(columns.quote);
    const found =
      said === ''
        ? (texts.only() ?? texts.holding(quote))
        : (texts.named(name!.trim()) ?? texts.named(title!.trim()));
    if (found) homes.set(row, found);
  }
  return homes;
}

/** What a row says of its place; NaN where it says nothing, or no number. */
function claimOf(row: TableRow, { text }: RowText, { columns }: Mapping): Claimed {
  const number = (column: string | undefined) => {
    const cell = row.cell(column).trim();
    return /^\d{1,15}(?:\.0+)?$/.test(cell) ? Number(cell) : Number.NaN;
  };
  const start = number(columns.start);
  const end = columns.end === undefined ? start + number(columns.length) : number(columns.end);
  const quote = row.cell(columns.quote);
  return Number.isNaN(end) ? { start: end, end, text, quote } : { start, end, text, quote };
}

function valuesOf(
  row: TableRow,
  attributes: readonly string[],
  numeric: ReadonlySet<string>,
): readonly PieceValue[] {
  return attributes.flatMap((column) => {
    const cell = row.cell(column).trim();
    if (cell === '') return [];
    return { name: usableName(column, 'value'), value: numeric.has(column) ? Number(cell) : cell };
  });
}

function isNumeric({ rows }: Table, column: string): boolean {
  const cells = rows.map((row) => row.cell(column).trim()).filter((cell) => cell !== '');
  return cells.length > 0 && cells.every((cell) => /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(cell));
}

function add(
  gathering: Gathering,
  { path }: Table,
  home: RowText,
  title: string,
  pieces: readonly Piece[],
  { line }: TableRow,
): void {
  try {
    gathering.add({
      place: `${path}, ${home.name}`,
      fileName: home.fileName,
      name: home.name,
      ...(title === '' ? {} : { title }),
      text: home.text,
      pieces,
      links: [],
      show: () => ({ pieces: [], links: [], owners: new Map() }),
      recognise: 'key',
      ...(home.article ? { article: home.article } : {}),
    });
  } catch (error) {
    throw new FormatError(error instanceof Error ? error.message : String(error), path, line, 1);
  }
}
