import type { Article, Project } from '../project/model';
import { SCHEMA } from '../project/model';
import { allAnnotations, annotationsOf, articlesInOrder } from '../project/query';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import {
  parseAnnotation,
  parseAnnotator,
  parseArticle,
  parseClaim,
  parseCodebook,
  parseInfo,
  parseSpeaker,
  placementProblem,
} from '../project/validate';
import { textProblem } from './carriable';
import { countDangling } from './dangling';
import { fileNameOf, fileWith } from './file-name';
import type { Format, FormatFile, LossReport, Parsed, Progress, Serialized } from './format';
import { lossReport } from './loss';
import { assertCarriable } from './part';
import { printJson } from './print-json';
import type { JsonReading } from './read-json';
import { readJson } from './read-json';
import { Recovered } from './recovered';

const EXTENSION = '.marginalia.json';

/**
 * A whole project in one JSON file, of our own making: every table, nothing left out, offsets in UTF-16 code
 * units as inside the program. Rows and keys stand in a fixed order, so equal projects give equal files and
 * two versions can be compared line by line. Reading refuses what is not valid, with its line.
 */
export const marginaliaJson: Format = {
  id: 'marginalia-json',
  label: 'Marginalia project',
  hint: 'everything, in one file',
  extensions: ['marginalia.json'],
  unit: 'utf16',
  fidelity: 'lossless',
  losses,
  serialize,
  parse,
};

/** Nothing is lost of a whole project; of a part, the other ends of links may stay behind. */
function losses(whole: Project, scope: Scope = {}): LossReport {
  const project = restrict(whole, scope);
  return lossReport('utf16', { 'dangling-target': countDangling(allAnnotations(project), project) });
}

function serialize(whole: Project, scope: Scope = {}, progress?: Progress): Serialized {
  const project = restrict(whole, scope);
  const articles = articlesInOrder(project);
  const written = articles.map((article, done) => {
    progress?.(done, articles.length);
    assertCarriable(article);
    return printJson(article, '    ');
  });
  const orphaned = [...project.annotations.keys()].filter((id) => !project.articles.has(id)).sort();
  const annotations = [...articles.map(({ id }) => id), ...orphaned].flatMap((id) =>
    annotationsOf(project, id),
  );
  const rows = (items: readonly string[]) =>
    items.length === 0 ? '[]' : `[\n    ${items.join(',\n    ')}\n  ]`;
  const table = (map: Iterable<{ readonly id: string }>) =>
    rows([...map].sort((a, b) => (a.id < b.id ? -1 : 1)).map((row) => printJson(row, '    ')));
  const parts = {
    format: '"marginalia"',
    schema: String(SCHEMA),
    project: printJson(project.info, '  '),
    articles: rows(written),
    annotations: rows(annotations.map((annotation) => printJson(annotation, '    '))),
    speakers: table(project.speakers.values()),
    claims: table(project.claims.values()),
    annotators: table(project.annotators.values()),
    codebook: printJson(project.codebook, '  '),
  };
  const lines = Object.entries(parts).map(([key, text]) => `  "${key}": ${text}`);
  const file = { path: `${fileNameOf(project.info.name)}${EXTENSION}`, data: `{\n${lines.join(',\n')}\n}\n` };
  return { files: [file], loss: losses(whole, scope) };
}

function parse(files: readonly FormatFile[]): Parsed {
  const { path, data } = fileWith(files, '.json');
  const json = readJson(path, data);
  const file = (json.value ?? {}) as Readonly<Record<string, unknown>>;
  if (file.format !== 'marginalia') throw json.faultAt(['format'], 'this is not a Marginalia project');
  if (file.schema !== SCHEMA) throw json.faultAt(['schema'], schemaProblem(file.schema));

  const one = <Row>(key: string, read: (value: unknown) => Row) => at(json, [key], () => read(file[key]));
  const each = (key: string, add: (value: unknown) => void) => {
    const rows = file[key];
    if (!Array.isArray(rows)) throw json.faultAt([key], `a list of ${key} was expected`);
    for (const [index, row] of rows.entries()) at(json, [key, index], () => add(row));
  };
  const recovered = new Recovered();
  const warnings = [...json.warnings];
  each('articles', (row) => recovered.addArticle(sound(parseArticle(row))));
  each('annotations', (row) => {
    const annotation = parseAnnotation(row);
    const article = recovered.articles.get(annotation.articleId);
    const problem = article ? placementProblem(annotation, article) : 'its article is missing';
    if (problem) warnings.push(`annotation ${annotation.id} is kept although ${problem}`);
    recovered.addAnnotation(annotation);
  });
  each('speakers', (row) => addOnce(recovered.speakers, parseSpeaker(row)));
  each('claims', (row) => addOnce(recovered.claims, parseClaim(row)));
  each('annotators', (row) => addOnce(recovered.annotators, parseAnnotator(row)));
  const project = recovered.project(one('project', parseInfo), one('codebook', parseCodebook));
  return { project, warnings };
}

function schemaProblem(schema: unknown): string {
  return typeof schema === 'number' && schema > SCHEMA
    ? `it was written by a newer version of Marginalia (schema ${schema}; this one reads ${SCHEMA})`
    : `the schema is ${JSON.stringify(schema) ?? 'missing'}; this version reads ${SCHEMA}`;
}

/** Runs a reader whose complaint is then told with the line of what it read. */
function at<Value>(json: JsonReading, path: readonly (string | number)[], read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    throw json.faultAt(path, error instanceof Error ? error.message : String(error));
  }
}

function sound(article: Article): Article {
  const problem = textProblem(article.text);
  if (problem) throw new Error(problem);
  return article;
}

function addOnce<Row extends { readonly id: string }>(table: Map<string, Row>, row: Row): void {
  if (table.has(row.id)) throw new Error(`two entries have the id ${row.id}`);
  table.set(row.id, row);
}
