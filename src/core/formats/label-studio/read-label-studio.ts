import type { Codebook } from '../../project/codebook';
import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import { type Offsets, offsetsOf } from '../../text/offsets';
import type { Span } from '../../text/span';
import { readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import type { FormatFile, Parsed } from '../format';
import { FormatError } from '../format';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Piece } from '../marks/piece';
import { converted, likelyUnit } from '../marks/plausible';
import { readJson } from '../read-json';
import { type LabellingConfig, readConfig } from './config-read';
import { piecesOf, type Region, valuesOf } from './results-read';
import { showInLabelStudio } from './show';
import { type LsTask, readTask } from './tasks';

/** The layer of what is judged of a whole text. */
const WHOLE = 'article';

/**
 * Reads tasks of Label Studio, as JSON or JSON_MIN, with or without the labelling configuration. Offsets are code
 * points or, in older files, UTF-16: the words that regions say they mark decide, or else what looks likely. Regions
 * that are not in plain text, cancelled annotations and predictions are left out and counted in the warnings. Throws
 * FormatError with its place for a task without a text.
 */
export function readLabelStudio(files: readonly FormatFile[]): Parsed {
  const tables = files.filter(({ path }) => /\.json$/i.test(path) && !/\.codebook\.json$/i.test(path));
  if (tables.length === 0) {
    throw new FormatError('a file that ends in .json was expected', files[0]?.path ?? '', 1, 1);
  }
  const config = readConfig(files.find(({ path }) => /\.xml$/i.test(path))?.data ?? '');
  const given = readCodebookFile(files);
  const gathering = new Gathering(given);
  for (const file of tables) readTasks(gathering, file, config, given ?? DEFAULT_CODEBOOK);
  return gathering.finish('Labels of Label Studio', config.scheme);
}

function readTasks(
  gathering: Gathering,
  file: FormatFile,
  config: LabellingConfig,
  codebook: Codebook,
): void {
  checkFile(file);
  const { path, data } = file;
  const json = readJson(path, data);
  gathering.warnings.push(...json.warnings);
  const items = Array.isArray(json.value) ? json.value : [json.value];
  const pathOf = (at: number) => (Array.isArray(json.value) ? [at] : []);
  const tasks = items.map((item, at) => json.at(pathOf(at), () => readTask(item, config)));
  const utf16 = countsUtf16(tasks);
  if (utf16) gathering.warnings.push(`${path}: offsets count UTF-16 code units`);
  tasks.forEach((task, at) => {
    json.at(pathOf(at), () => add(gathering, { path, at, task, utf16 }, codebook));
  });
}

/** Do the regions of these tasks fit their words better when offsets count UTF-16 code units? */
function countsUtf16(tasks: readonly LsTask[]): boolean {
  let [points, units] = [0, 0];
  for (const { text, entries } of tasks) {
    const quoted = entries.flatMap(({ regions }) => regions).filter(({ quote }) => quote !== undefined);
    if (quoted.length === 0) continue;
    const offsets = [offsetsOf(text, 'codepoint'), offsetsOf(text, 'utf16')] as const;
    for (const region of quoted) {
      if (isQuote(text, region, offsets[0])) points++;
      if (isQuote(text, region, offsets[1])) units++;
    }
  }
  if (points + units > 0) return units > points;
  const unsure = tasks.map(({ text, entries }) => {
    return { text, places: entries.flatMap(({ regions }) => regions.map(({ place }) => place)) };
  });
  return likelyUnit(unsure, ['codepoint', 'utf16']) === 'utf16';
}

/** Are the words there that the region says? Line breaks may have become anything on the way. */
function isQuote(text: string, { place, quote }: Region, offsets: Offsets): boolean {
  const span = converted(offsets, place);
  if (!span || span.end - span.start > 2 * quote!.length + 64) return false;
  const plain = (words: string) => words.replace(/(?:\s|\\n)+/gu, ' ').trim();
  return plain(text.slice(span.start, span.end)) === plain(quote!);
}

interface Placed {
  readonly path: string;
  readonly at: number;
  readonly task: LsTask;
  readonly utf16: boolean;
}

function add(gathering: Gathering, { path, at, task, utf16 }: Placed, codebook: Codebook): void {
  const { text, entries, carried } = task;
  const place = `${path}, task ${task.id || at + 1}`;
  const offsets = offsetsOf(text, utf16 ? 'utf16' : 'codepoint');
  const counts = { misquoted: 0, nowhere: 0 };
  const spanOf = (region: Region): Span | null => {
    const span = converted(offsets, region.place);
    if (!span) counts.nowhere++;
    else if (region.quote !== undefined && !isQuote(text, region, offsets)) counts.misquoted++;
    return span;
  };
  const read = entries.map((entry, index) => {
    const { pieces, links } = piecesOf(entry, codebook, spanOf);
    const whole: Piece[] =
      entry.whole.size === 0
        ? []
        : [
            {
              key: `text ${index + 1}`,
              label: WHOLE,
              spans: [],
              values: valuesOf(entry.whole, WHOLE, codebook),
              note: '',
            },
          ];
    const maker = { ...(entry.by ? { by: entry.by } : {}), ...(entry.at ? { at: entry.at } : {}) };
    return { pieces: [...pieces, ...whole].map((piece) => ({ ...piece, ...maker })), links };
  });
  const tell = (count: number, one: string, many: string) => {
    if (count > 0) gathering.warnings.push(`${place}: ${counted(count, one, many)}`);
  };
  tell(
    counts.nowhere,
    'region is nowhere in the text and is left out',
    'regions are nowhere in the text and are left out',
  );
  tell(
    counts.misquoted,
    'region does not mark the words that it says',
    'regions do not mark the words that they say',
  );
  tell(
    task.odd,
    'result is no mark in plain text and is left out',
    'results are no marks in plain text and are left out',
  );
  tell(
    task.cancelled,
    'annotation was cancelled and is left out',
    'annotations were cancelled and are left out',
  );
  tell(task.predictions, 'prediction is left out', 'predictions are left out');
  const stem = path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
  gathering.add({
    place,
    fileName: path,
    name: `${stem}-${task.id || at + 1}`,
    ...(task.title === undefined ? {} : { title: task.title }),
    text,
    pieces: read.flatMap(({ pieces }) => pieces),
    links: read.flatMap(({ links }) => links),
    ...(carried === undefined ? {} : { carried }),
    ...(carried === undefined && task.data.length > 0 ? { remark: task.data.join('\n') } : {}),
    show: ({ article, annotations }) => showInLabelStudio(article, annotations, codebook),
    recognise: 'key',
  });
}
