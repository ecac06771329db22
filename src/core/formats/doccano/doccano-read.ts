import { type OffsetUnit, offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Reading } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Piece } from '../marks/piece';
import { converted, likelyUnit, type Unsure } from '../marks/plausible';
import { showPassages } from '../marks/show-passages';
import { tellingLines } from '../marks/telling-lines';
import { type JsonReading, readJson } from '../read-json';
import { listOf, numberIn, record } from '../web-json';
import { linesOfFile } from '../written-files';
import { type DoccanoRow, doccanoRow } from './doccano-rows';

interface Line {
  readonly json: JsonReading;
  readonly number: number;
  readonly row: DoccanoRow;
}

/**
 * Reads every .jsonl file of doccano, with relations or without. The rows do not say what their offsets count:
 * UTF-16 code units, or grapheme clusters in projects set so, or code points when a program made them; what fits
 * most labels of a file is taken, and told when it is not UTF-16. Throws FormatError with the line for a row without
 * a text. Labels that are nowhere in their text are left out and named in the warnings.
 */
export function* readDoccano(files: readonly FormatFile[]): Reading {
  const tables = files.filter(({ path }) => path.toLowerCase().endsWith('.jsonl'));
  if (tables.length === 0) {
    throw new FormatError('a file that ends in .jsonl was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(readCodebookFile(files));
  for (const file of tables) {
    const telling = tellingLines(file, TELLING, unsureRow);
    const unit = likelyUnit(telling, ['utf16', 'grapheme', 'codepoint']);
    if (unit !== 'utf16') gathering.warnings.push(`${file.path}: offsets count ${NAMES[unit]}`);
    for (const line of linesIn(file, gathering.warnings)) {
      line.json.at([], () => add(gathering, file.path, line, unit));
      yield gathering.letGo();
    }
  }
  return gathering.finish('Labels of doccano');
}

/** Where a line may hold a text in which not all units are alike, its characters written as they are or escaped. */
const TELLING = /[^\x01-\x7f]|\\u|\\r\\n/;

function unsureRow(value: unknown): Unsure {
  const { text, labels, carried } = doccanoRow(value);
  return { text, places: labels.map(({ place }) => place), certain: writtenPlaces(text, carried) };
}

const NAMES: Readonly<Record<OffsetUnit, string>> = {
  utf16: 'UTF-16 code units',
  grapheme: 'grapheme clusters',
  codepoint: 'code points',
  byte: 'bytes',
};

function* linesIn(file: FormatFile, warnings: string[]): Generator<Line> {
  const { path } = file;
  for (const [line, number] of linesOfFile(file)) {
    checkFile({ path, data: line }, number);
    const json = readJson(path, line, number);
    warnings.push(...json.warnings);
    yield { json, number, row: json.at([], () => doccanoRow(json.value)) };
  }
}

/** Where the passages of carried annotations are, in UTF-16, as far as that can be told before they are checked. */
function writtenPlaces(text: string, carried: unknown): readonly Span[] {
  if (carried === undefined) return [];
  const offsets = offsetsOf(text, 'codepoint');
  const spans = listOf(record(carried).annotations).flatMap((annotation) => listOf(record(annotation).spans));
  return spans.flatMap((span) => {
    const { start, end } = record(span);
    return converted(offsets, { start: numberIn(start), end: numberIn(end) }) ?? [];
  });
}

function add(gathering: Gathering, path: string, { number, row }: Line, unit: OffsetUnit): void {
  const place = `${path}:${number}`;
  const { text, labels, relations, hasRelations, categories, carried } = row;
  const offsets = offsetsOf(text, unit);
  const pieces = labels.flatMap(({ key, label, place }): Piece[] => {
    const span = converted(offsets, place);
    return span ? [{ key, label, spans: [span], values: [], note: '' }] : [];
  });
  const odd = row.odd + labels.length - pieces.length;
  if (odd > 0)
    gathering.warnings.push(
      `${place}: ${counted(odd, 'label is nowhere in the text and is left out', 'labels are nowhere in the text and are left out')}`,
    );
  const whole = [...new Set(categories)].map((label): Piece => {
    return { key: `text ${label}`, label, spans: [], values: [], note: '' };
  });
  const stem = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  const said = [...(carried === undefined ? row.metadata : []), ...row.comments];
  gathering.add({
    place,
    fileName: path,
    name: `${stem}-${row.id || number}`,
    ...(row.title === undefined ? {} : { title: row.title }),
    text,
    pieces: [...pieces, ...whole],
    links: relations.map(({ from, to, type }) => ({ from, role: type, to: { piece: to } })),
    ...(carried === undefined ? {} : { carried }),
    ...(said.length > 0 ? { remark: said.join('\n') } : {}),
    show: ({ annotations }) => showPassages(annotations, { links: hasRelations }),
    recognise: 'place',
  });
}
