import { type Offsets, offsetsOf } from '../../text/offsets';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import { converted, likelyUnit, type Unsure } from '../marks/plausible';
import { tellingLines } from '../marks/telling-lines';
import { type JsonReading, readJson } from '../read-json';
import { linesOfFile } from '../written-files';
import { piecesOf, showAgain } from './pieces-of';
import { type TokenRow, tokenRow } from './prodigy-rows';

interface Line {
  readonly json: JsonReading;
  readonly path: readonly number[];
  readonly name: string;
  readonly row: TokenRow;
}

/** Where a line may hold a character that is not one of what UTF-16 counts, written as it is or by its number. */
const TELLING = /[\ud800-\udfff]|\\u[dD][89a-fA-F]/;

/** As many tokens of a text are compared with it to see what offsets count. */
const ENOUGH_TOKENS = 2000;

/**
 * Reads rows of Prodigy and of spaCy, from .jsonl or from a list in .json. Offsets are code points; when the tokens
 * or the edges of words say that they are UTF-16, that is taken and told. Of rows that were rejected or ignored only
 * the text is taken, since what they mark is not meant. Throws FormatError with its place for a row without a text.
 */
export function* readProdigy(files: readonly FormatFile[]): Reading {
  const tables = files.filter(({ path }) => /\.jsonl?$/i.test(path) && !/\.codebook\.json$/i.test(path));
  if (tables.length === 0) {
    throw new FormatError('a file that ends in .jsonl was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(readCodebookFile(files));
  for (const file of tables) {
    const isLines = /l$/i.test(file.path);
    const items = isLines ? [] : itemsOf(file);
    const utf16 = countsUtf16(isLines ? tellingLines(file, TELLING, tokenRow) : items.map(({ row }) => row));
    if (utf16) gathering.warnings.push(`${file.path}: offsets count UTF-16 code units`);
    let rows = 0;
    let last: JsonReading | undefined;
    for (const line of isLines ? linesIn(file) : items) {
      if (line.json !== last) gathering.warnings.push(...line.json.warnings);
      last = line.json;
      const place = `${file.path}:${++rows}`;
      line.json.at(line.path, () => add(gathering, { file: file.path, place, line, utf16 }));
      yield gathering.letGo();
    }
  }
  return gathering.finish('Labels of Prodigy');
}

function* linesIn(file: FormatFile): Generator<Line> {
  const { path } = file;
  for (const [line, number] of linesOfFile(file)) {
    checkFile({ path, data: line }, number);
    const json = readJson(path, line, number);
    yield { json, path: [], name: String(number), row: json.at([], () => tokenRow(json.value)) };
  }
}

function itemsOf(file: FormatFile): readonly Line[] {
  checkFile(file);
  const { path, data } = file;
  const json = readJson(path, data);
  const items = Array.isArray(json.value) ? json.value : [json.value];
  return items.map((item, at) => {
    const steps = Array.isArray(json.value) ? [at] : [];
    return { json, path: steps, name: String(at + 1), row: json.at(steps, () => tokenRow(item)) };
  });
}

function countsUtf16(rows: Iterable<TokenRow>): boolean {
  let [points, units] = [0, 0];
  const theirs: Unsure[] = [];
  for (const { text, tokens, spans, carried } of rows) {
    const offsets = [offsetsOf(text, 'codepoint'), offsetsOf(text, 'utf16')] as const;
    if (offsets[0].length === text.length) continue;
    // Where our own rows have no words to compare, what is carried says that they count code points.
    if (carried === undefined) theirs.push({ text, places: spans.map(({ place }) => place) });
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
  return likelyUnit(theirs, ['codepoint', 'utf16']) === 'utf16';
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
