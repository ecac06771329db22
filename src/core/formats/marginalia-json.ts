import type { Project } from '../project/model';
import { SCHEMA } from '../project/model';
import { allAnnotations, annotationsOf, articlesInOrder } from '../project/query';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import { countDangling } from './dangling';
import { fileNameOf } from './file-name';
import type { Format, LossReport, Progress, Serialized } from './format';
import { lossReport } from './loss';
import { readMarginaliaJson } from './marginalia-json-read';
import { someOutline } from './outline';
import { assertCarriable } from './part';
import { printJson } from './print-json';

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
  group: 'own',
  extensions: ['marginalia.json'],
  unit: 'utf16',
  fidelity: 'lossless',
  losses,
  serialize,
  recognises: (files) =>
    someOutline(
      files,
      /\.json$/i,
      ({ keys, list }) => !list && /^"marginalia"/.test(keys.get('format') ?? ''),
    ),
  parse: readMarginaliaJson,
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
    readings: table([...project.readings.values()].filter(({ id }) => project.articles.has(id))),
    codebook: printJson(project.codebook, '  '),
  };
  const lines = Object.entries(parts).map(([key, text]) => `  "${key}": ${text}`);
  const file = { path: `${fileNameOf(project.info.name)}${EXTENSION}`, data: `{\n${lines.join(',\n')}\n}\n` };
  return { files: [file], loss: losses(whole, scope) };
}
