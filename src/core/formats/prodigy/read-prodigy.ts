import { type Offsets, offsetsOf } from '../../text/offsets';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Parsed } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import { converted, likelyUnit } from '../marks/plausible';
import { type JsonReading, readJson } from '../read-json';
import { piecesOf, showAgain } from './pieces-of';
import { type TokenRow, tokenRow } from './prodigy-rows';

interface Line {
  readonly json: JsonReading;
  readonly path: readonly number[];
  readonly name: string;
  readonly row: TokenRow;
}

/** As many tokens of a text are compared with it to see what offsets count. */
const ENOUGH_TOKENS = 2000;

/**
 * Reads rows of Prodigy and of spaCy, from .jsonl or from a list in .json. Offsets are code points; when the tokens
 * or the edges of words say that they are UTF-16, that is taken and told. Of rows that were rejected or ignored only
 * the text is taken, since what they mark is not meant. Throws FormatError with its place for a row without a text.
 */
export function readProdigy(files: readonly FormatFile[]): Parsed {
  const tables = files.filter(({ path }) => /\.jsonl?$/i.test(path) && !/\.codebook\.json$/i.test(path));
  if (tables.length === 0) {
    throw new FormatError('a file that ends in .jsonl was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(readCodebookFile(files));
  for (const file of tables) {
    checkFile(file);
    const lines = /l$/i.test(file.path) ? linesOf(file) : itemsOf(file);
    const utf16 = countsUtf16(lines.map(({ row }) => row));
    if (utf16) gathering.warnings.push(`${file.path}: offsets count UTF-16 code units`);
    for (const json of new Set(lines.map((line) => line.json))) gathering.warnings.push(...json.warnings);
    lines.forEach((line, at) => {
      const place = `${file.path}:${at + 1}`;
      line.json.at(line.path, () => add(gathering, { file: file.path, place, line, utf16 }));
    });
  }
  return gathering.finish('Labels of Prodigy');
}

function linesOf({ path, data }: FormatFile): readonly Line[] {
  return data.split('\n').flatMap((line, index): Line[] => {
    if (line.trim() === '') return [];
    const json = readJson(path, line, index + 1);
    return [{ json, path: [], name: String(index + 1), row: json.at([], () => tokenRow(json.value)) }];
  });
}

function itemsOf({ path, data }: FormatFile): readonly Line[] {
  const json = readJson(path, data);
  const items = Array.isArray(json.value) ? json.value : [json.value];
  return items.map((item, at) => {
    const steps = Array.isArray(json.value) ? [at] : [];
    return { json, path: steps, name: String(at + 1), row: json.at(steps, () => tokenRow(item)) };
  });
}

function countsUtf16(rows: readonly TokenRow[]): boolean {
  let [points, units] = [0, 0];
  for (const { text, tokens } of rows) {
    const offsets = [offsetsOf(text, 'codepoint'), offsetsOf(text, 'utf16')] as const;
    if (offsets[0].length === text.length) continue;
    const isToken = ({ place, words }: TokenRow['tokens'][number], counted: Offsets) => {
      const span = converted(counted, place);
      return span !== null && text.slice(span.start, span.end) === words;
    };
    for (const token of tokens.slice(-ENOUGH_TOKENS)) {
      if (token.words === undefined) continue;
      if (isToken(token, offsets[0])) points++;
      if (isToken(token, offsets[1])) units++;
    }
  }
  if (points + units > 0) return units > points;
  // Where our own rows have no words to compare, what is carried says that they count code points.
  const theirs = rows.filter(({ carried }) => carried === undefined);
  const unsure = theirs.map(({ text, spans }) => ({ text, places: spans.map(({ place }) => place) }));
  return likelyUnit(unsure, ['codepoint', 'utf16']) === 'utf16';
}

interface Placed {
  readonly file: string;
  readonly place: string;
  readonly line: Line;
  readonly utf16: boolean;
}

function add(gathering: Gathering, { file, place, line: { row, name }, utf16 }: Placed): void {
  const { text, carried } = row;
  const { pieces, links, odd } = piecesOf(row, offsetsOf(text, utf16 ? 'utf16' : 'codepoint'));
  if (row.rejected) gathering.warnings.push(`${place}: the row was not accepted; what it marks is left out`);
  if (odd > 0)
    gathering.warnings.push(
      `${place}: ${counted(odd, 'span is nowhere in the text and is left out', 'spans are nowhere in the text and are left out')}`,
    );
  const stem = file.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  gathering.add({
    place,
    fileName: file,
    name: `${stem}-${name}`,
    ...(row.title === undefined ? {} : { title: row.title }),
    text,
    pieces,
    links,
    ...(carried === undefined ? {} : { carried }),
    ...(carried === undefined && row.metadata.length > 0 ? { remark: row.metadata.join('\n') } : {}),
    show: ({ article, annotations }) => showAgain(article, annotations, row.hasRelations),
    recognise: 'place',
  });
}
