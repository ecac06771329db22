import type { Article } from '../project/model';
import { SCHEMA } from '../project/model';
import {
  parseAnnotation,
  parseAnnotator,
  parseArticle,
  parseClaim,
  parseInfo,
  parseReading,
  parseSpeaker,
  placementProblem,
} from '../project/validate';
import { textProblem } from './carriable';
import { codebookIn } from './codebook-file';
import { fileWith } from './file-name';
import type { FormatFile, Parsed } from './format';
import { readJson } from './read-json';
import { Recovered } from './recovered';

/**
 * Reads a file that marginalia-json.ts wrote. Throws FormatError, with its line, for whatever is not valid, for ids
 * given twice, and for files of a newer version. Annotations that lie outside their text are kept, and named
 * in the warnings.
 */
export function readMarginaliaJson(files: readonly FormatFile[]): Parsed {
  const { path, data } = fileWith(files, '.json');
  const json = readJson(path, data);
  const file = (json.value ?? {}) as Readonly<Record<string, unknown>>;
  if (file.format !== 'marginalia') throw json.faultAt(['format'], 'this is not a Marginalia project');
  if (file.schema !== 1 && file.schema !== SCHEMA) throw json.faultAt(['schema'], schemaProblem(file.schema));

  const each = (key: string, add: (value: unknown) => void) => {
    const rows = file[key];
    if (!Array.isArray(rows)) throw json.faultAt([key], `a list of ${key} was expected`);
    for (const [index, row] of rows.entries()) json.at([key, index], () => add(row));
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
  if (file.schema !== 1) each('readings', (row) => addOnce(recovered.readings, parseReading(row)));
  const info = json.at(['project'], () => parseInfo(file.project));
  const project = recovered.project(info, codebookIn(json, ['codebook'], file.codebook));
  return { project, warnings };
}

function schemaProblem(schema: unknown): string {
  return typeof schema === 'number' && schema > SCHEMA
    ? `it was written by a newer version of Marginalia (schema ${schema}; this one reads ${SCHEMA})`
    : `the schema is ${JSON.stringify(schema) ?? 'missing'}; this version reads ${SCHEMA}`;
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
