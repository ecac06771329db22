import type { FormatFile } from '../format';
import { begins, readTag, type Scheme, type Tag } from './tags';

/** What the first lines of columns show: how many there are, and by which scheme their tags are written. */
interface Shape {
  readonly columns: number;
  readonly scheme: Scheme;
}

const LINES = 400;

/** Are there columns of words and tags among the files, as `fits` has them? A .txt or .tsv must show some tags. */
export function recognisesColumns(files: readonly FormatFile[], fits: (shape: Shape) => boolean): boolean {
  const named = files.filter(({ path }) => /\.(?:conll|iob|iob2|bio|biluo)$/i.test(path));
  const tables = files.filter(({ path }) => /\.tsv$/i.test(path));
  const alone = named.length + tables.length === 0 ? files.filter(({ path }) => /\.txt$/i.test(path)) : [];
  const shapes = [
    ...named.map(({ data }) => shapeOf(data) ?? { columns: 2, scheme: 'IOB2' as const }),
    ...[...tables, ...alone].flatMap(({ data }) => (hasTags(data) ? (shapeOf(data) ?? []) : [])),
  ];
  return shapes[0] !== undefined && fits(shapes.find(({ columns }) => columns > 0) ?? shapes[0]);
}

function linesOf(data: string): readonly string[] {
  return data.slice(0, 40_000).split(/\r?\n/, LINES);
}

/** Is every line a word and a tag, and is any of the tags more than "outside"? */
function hasTags(data: string): boolean {
  let some = false;
  for (const line of linesOf(data).slice(0, -1)) {
    const fields = line.trim().split(/[ \t]+/);
    if (line.trim() === '' || fields[0] === '-DOCSTART-') continue;
    const tag = fields.length > 1 ? readTag(fields.at(-1)!, false) : undefined;
    if (tag === undefined && line.startsWith('#')) continue;
    if (tag === undefined) return false;
    some ||= tag !== null;
  }
  return some;
}

function shapeOf(data: string): Shape | null {
  let columns = 0;
  let before: Tag | null = null;
  const seen = { inside: false, first: false, last: false };
  for (const line of linesOf(data)) {
    const fields = line.trim().split(/[ \t]+/);
    if (line.trim() === '' || fields[0] === '-DOCSTART-') {
      before = null;
      if (fields[0] === '-DOCSTART-' && columns === 0) columns = fields.length;
      continue;
    }
    const tag = readTag(fields.at(-1)!, false) ?? null;
    if (tag === null && line.startsWith('# ')) continue;
    columns ||= fields.length;
    if (tag && 'LUES'.includes(tag.prefix)) seen.last = true;
    if (tag?.prefix === 'B' && (before === null || before.type !== tag.type)) seen.first = true;
    if (tag?.prefix === 'I' && begins(tag, before)) seen.inside = true;
    before = tag;
  }
  if (columns === 0) return null;
  const scheme = seen.last ? 'BILUO' : seen.first && !seen.inside ? 'IOB2' : 'IOB1';
  return { columns, scheme };
}
