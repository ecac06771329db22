import { DEFAULT_CODEBOOK } from '../../project/default-codebook';
import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile, readCodebookFile } from '../codebook-file';
import { counted } from '../counted';
import { fileNameOf } from '../file-name';
import type { Format, FormatFile, LossReport, Progress, Reading, Writing } from '../format';
import { FormatError } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { checkFile } from '../marks/check-file';
import { Gathering } from '../marks/gather';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { readJson } from '../read-json';
import { inPieces } from '../reading';
import { CARRIED, type FeatureValue } from '../uima/cas';
import { gatherCas } from '../uima/gather-cas';
import { firstTold, withoutFirst } from '../uima/inception-path';
import { CasNames } from '../uima/names';
import { tokenSentences } from '../uima/tokens';
import { writeMarks } from '../uima/write-cas';
import { listOf, record } from '../web-json';
import { streamed } from '../writing';
import { readLines } from './tsv-lines';
import { readRows } from './tsv-parse';
import { printTsv, unitsOf } from './tsv-print';
import { rebuilt } from './tsv-text';
import { throughTsv } from './tsv-values';
import type { Unit } from './units';

/**
 * WebAnno TSV 3.3, which INCEpTION reads and writes: one file per article with a row for each token; offsets are
 * UTF-16 code units. The format has no room for whole-article annotations, for what is in no token or for white space
 * between sentences; they stand in a file beside, which only we read.
 */
export const webannoTsv: Format = {
  id: 'webanno-tsv',
  label: 'WebAnno TSV 3.3',
  hint: 'a row for each token, for INCEpTION and WebAnno',
  group: 'tools',
  extensions: ['tsv', 'jsonl'],
  unit: 'utf16',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    files.some(({ path, data }) => /\.tsv$/i.test(path) && /^\ufeff?#FORMAT=WebAnno TSV/.test(data)),
  ...inPieces(read),
};

const BESIDE = '.marginalia.jsonl';

function losses(part: Part): LossReport {
  return lossReport('utf16', partLosses(part));
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const names = new CasNames(project.codebook);
  const besidePath = `${fileNameOf(project.info.name)}${BESIDE}`;
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const sentences = tokenSentences(article);
    const { text, id } = article;
    let last = 0;
    const marks = writeMarks(part.annotations.get(id) ?? [], names, project, () => ++last);
    const structures = throughTsv(marks.structures, unitsOf(sentences), names);
    const edges = [0, ...sentences.flatMap(({ start, end }) => [start, end]), text.length];
    const gaps = Array.from({ length: sentences.length + 1 }, (_, at) =>
      text.slice(edges[2 * at], edges[2 * at + 1]),
    );
    yield { path: `${id}.tsv`, data: printTsv(text, sentences, structures) };
    yield { path: besidePath, data: `${JSON.stringify({ ...carriedRow(part, article), gaps })}\n` };
  }
  if (part.articles.length === 0) yield { path: besidePath, data: '' };
  yield codebookFile(project);
  return losses(part);
}

/** Reads every .tsv file, with what stands beside it if it is ours. */
function* read(files: readonly FormatFile[]): Reading {
  const given = readCodebookFile(files);
  const { files: found, left } = withoutFirst(files.filter(({ path }) => /\.tsv$/i.test(path)));
  const besides = files.filter(({ path }) => path.endsWith(BESIDE));
  if (found.length === 0 && besides.length === 0) {
    throw new FormatError('a file that ends in .tsv was expected', files[0]?.path ?? '', 1, 1);
  }
  const gathering = new Gathering(given);
  gathering.warnings.push(...firstTold(left));
  const names = new CasNames(given ?? DEFAULT_CODEBOOK);
  const carried = new Map(besides.flatMap(readBeside));
  for (const file of found) {
    readFile(gathering, file, names, carried);
    yield gathering.letGo();
  }
  return gathering.finish('Layers of WebAnno');
}

function readBeside(file: FormatFile): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  return file.data.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    const row = record(readJson(file.path, line, at + 1).value);
    return [[String(row.id), row] as const];
  });
}

function readFile(
  gathering: Gathering,
  file: FormatFile,
  names: CasNames,
  beside: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): void {
  checkFile(file);
  const { path } = file;
  const { layers, sentences } = readLines(file);
  const ours = beside.get(path.replace(/^.*\//, '').replace(/\.tsv$/i, ''));
  const gaps = listOf(ours?.gaps).map(String);
  const tokens = sentences.reduce((sum, { rows }) => sum + rows.length, 0);
  const utf16 = rebuilt(sentences, 'utf16', gaps);
  const points = utf16?.right === tokens ? null : rebuilt(sentences, 'codepoint', gaps);
  const best = points && points.right > (utf16?.right ?? -1) ? points : utf16;
  if (!best || (tokens > 0 && best.right === 0)) {
    const line = sentences[0]?.line ?? 1;
    throw new FormatError('the places of the tokens do not fit the text of the sentences', path, line, 1);
  }
  if (best.unit !== 'utf16')
    gathering.warnings.push(`${path}: offsets count code points, against WebAnno’s rule`);
  if (best.right < tokens) {
    gathering.warnings.push(
      `${path}: ${counted(tokens - best.right, 'token is not what the text says at its place', 'tokens are not what the text says at their places')}`,
    );
  }
  const read = readRows(layers, sentences, names);
  if (read.lost > 0)
    gathering.warnings.push(
      `${path}: ${counted(read.lost, 'link leads to nothing and is left out', 'links lead to nothing and are left out')}`,
    );
  const moved = read.structures.map((structure) => {
    const features = new Map<string, FeatureValue>(structure.features);
    for (const edge of ['begin', 'end']) {
      const offset = features.get(edge);
      if (typeof offset === 'number') features.set(edge, best.at(offset));
    }
    return { ...structure, features };
  });
  const units = sentences.flatMap(({ rows }) =>
    rows.flatMap(({ unit, start, end }): Unit[] =>
      unit.includes('.') ? [] : [{ id: unit, start: best.at(start), end: best.at(end) }],
    ),
  );
  const carried =
    ours === undefined
      ? []
      : [{ id: 0, type: CARRIED, features: new Map<string, FeatureValue>([['json', JSON.stringify(ours)]]) }];
  const cas = { text: best.text, structures: [...moved, ...carried], members: read.members };
  gatherCas(gathering, path, cas, names, (structures) => throughTsv(structures, units, names));
}
