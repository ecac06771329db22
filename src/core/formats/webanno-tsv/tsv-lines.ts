import { textProblem } from '../carriable';
import { counted } from '../counted';
import type { FormatFile } from '../format';
import { FormatError } from '../format';
import { unescapeText } from './escapes';

/** A layer as the head of a file declares it. */
export interface TsvLayer {
  readonly kind: 'span' | 'chain' | 'relation';
  readonly type: string;
  readonly columns: readonly TsvColumn[];
}

export interface TsvColumn {
  readonly feature: string;
  readonly is: 'value' | 'role' | 'target' | 'source' | 'nothing';
}

export interface TsvRow {
  readonly unit: string;
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly cells: readonly string[];
  readonly line: number;
}

export interface TsvSentence {
  readonly text: string;
  readonly rows: readonly TsvRow[];
  readonly line: number;
}

export interface TsvLines {
  readonly layers: readonly TsvLayer[];
  readonly sentences: readonly TsvSentence[];
}

/**
 * The head and the rows of a WebAnno TSV file (3.0 to 3.3), unread. Throws FormatError with line and column for
 * another format, for rows that do not begin as units do, and for rows with too few or too many cells.
 */
export function readLines({ path, data }: FormatFile): TsvLines {
  const lines = data.replace(/^\ufeff/, '').split('\n');
  const fault = (line: number, column: number, message: string) =>
    new FormatError(message, path, line, column);
  if (!/^#FORMAT=WebAnno TSV 3(?:\.[0-3])?\s*$/.test(lines[0]!)) {
    throw fault(1, 1, 'the first line is not #FORMAT=WebAnno TSV 3.3');
  }
  const layers: TsvLayer[] = [];
  const sentences: { text: string; rows: TsvRow[]; line: number }[] = [];
  let text: string | undefined;
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!.replace(/\r$/, '');
    const number = at + 1;
    const [, kind, declared] = /^#T_(SP|CH|RL)=(.*)$/.exec(line) ?? [];
    if (declared !== undefined && sentences.length === 0) layers.push(layerOf(kind!, declared));
    else if (line.startsWith('#Text=')) {
      const said = unescapeText(line.slice(6));
      const problem = textProblem(said);
      if (problem) throw fault(number, 7, problem);
      const last = sentences.at(-1);
      if (last && text !== undefined && last.rows.length === 0) last.text = text = `${text}\n${said}`;
      else {
        text = said;
        sentences.push({ text, rows: [], line: number });
      }
    } else if (/^\d/.test(line)) {
      const sentence = sentences.at(-1);
      if (!sentence) throw fault(number, 1, 'a row before the first #Text=');
      sentence.rows.push(rowOf(line, number, fault));
    } else if (line.trim() === '') text = undefined;
    else if (!line.startsWith('#'))
      throw fault(number, 1, 'a row that does not begin with a unit, such as 1-1');
  }
  return { layers: fitting(layers, sentences, fault), sentences };
}

function rowOf(
  line: string,
  number: number,
  fault: (line: number, column: number, message: string) => FormatError,
): TsvRow {
  const [unit = '', place = '', form = '', ...cells] = line.split('\t');
  if (!/^\d{1,9}-\d{1,9}(?:\.\d{1,9})?$/.test(unit))
    throw fault(number, 1, 'a row that does not begin with a unit, such as 1-1');
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(place) ?? [];
  if (start === undefined || Number(start) > Number(end)) {
    throw fault(number, unit.length + 2, 'a place such as 0-4 was expected');
  }
  if (cells.at(-1) === '') cells.pop();
  return { unit, start: Number(start), end: Number(end), form, cells, line: number };
}

function layerOf(kind: string, declared: string): TsvLayer {
  const [type = '', ...features] = declared.split('|').filter((part, at) => at === 0 || part !== '');
  const columns: TsvColumn[] = [];
  for (let at = 0; at < features.length; at++) {
    const feature = features[at]!;
    const [, slot] = /^ROLE_[^:]*:(.+?)(?:_(?=[A-Za-z0-9]+\.)|$)/.exec(feature) ?? [];
    if (slot !== undefined) {
      columns.push({ feature: slot, is: 'role' }, { feature: slot, is: 'target' });
      at++; // the type of the targets
    } else columns.push({ feature, is: feature.startsWith('BT_') ? 'source' : 'value' });
  }
  if (kind === 'SP' && columns.length === 0) columns.push({ feature: '', is: 'nothing' });
  return { kind: kind === 'SP' ? 'span' : kind === 'CH' ? 'chain' : 'relation', type, columns };
}

/** Layers with as many columns as the rows have: relations without features have a column of nothing, or none. */
function fitting(
  layers: readonly TsvLayer[],
  sentences: readonly TsvSentence[],
  fault: (line: number, column: number, message: string) => FormatError,
): readonly TsvLayer[] {
  const count = (list: readonly TsvLayer[]) => list.reduce((sum, { columns }) => sum + columns.length, 0);
  const wider = layers.map((layer): TsvLayer => {
    const bare = layer.kind === 'relation' && layer.columns.length === 1;
    return bare ? { ...layer, columns: [{ feature: '', is: 'nothing' }, ...layer.columns] } : layer;
  });
  const first = sentences.find(({ rows }) => rows.length > 0)?.rows[0];
  const fits = first?.cells.length === count(wider) ? wider : layers;
  const declared = count(fits);
  for (const { rows } of sentences) {
    for (const { cells, line } of rows) {
      if (cells.length === declared) continue;
      throw fault(
        line,
        1,
        `the row has ${counted(cells.length, 'cell', 'cells')} where the head declares ${declared}`,
      );
    }
  }
  return fits;
}
