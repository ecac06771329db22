import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { countDangling } from '../dangling';
import type { Format, FormatFile, LossReport, Progress, Serialized } from '../format';
import { lossReport } from '../loss';
import type { Part } from '../part';
import { annotationsIn, partOf } from '../part';
import { printJson } from '../print-json';
import { annotationTables } from './annotation-tables';
import { articlesTable } from './articles-table';
import { attributionsTable } from './attributions-table';
import { card } from './card';
import type { DescribedFile } from './describe';
import { croissant, dataPackage } from './describe';
import { namesFor } from './names';
import { asParquet } from './parquet';
import { claimsTable, speakersTable } from './register-tables';
import { sha256Of } from './sha256';
import type { Table } from './table';
import { asJsonLines } from './table';
import { tokensTable } from './tokens-table';

/**
 * A folder of tidy tables that Python, R, DuckDB and Spark load without any code of ours: JSON Lines and Parquet,
 * the codebook, a card, Frictionless and Croissant descriptions, checksums. It is written to be analysed, and not
 * read back; `pseudonyms` calls speakers by numbers.
 */
function datasetFormat(id: string, label: string, hint: string, pseudonyms: boolean): Format {
  return {
    id,
    label,
    hint,
    extensions: ['jsonl'],
    unit: 'codepoint',
    fidelity: 'lossy',
    losses: (project, scope) => losses(partOf(project, scope)),
    first(project, scope) {
      const table = articlesTable(partOf(project, scope), project.info.id);
      return { path: `${table.name}.jsonl`, data: asJsonLines(table) };
    },
    serialize: (project, scope, progress) => serialize(project, scope, progress, pseudonyms),
  };
}

export const dataset = datasetFormat(
  'dataset',
  'Dataset',
  'tidy tables: JSON Lines, Parquet, described',
  false,
);
export const pseudonymousDataset = datasetFormat(
  'dataset-pseudonymous',
  'Dataset, speakers as numbers',
  'the same tables, names of speakers replaced',
  true,
);

/** What no table tells: the original bytes' origin, the project's facts beyond its name, annotators’ names. */
function losses(part: Part): LossReport {
  return lossReport('codepoint', {
    'misplaced-annotation': part.misplaced,
    'orphan-annotation': part.orphans,
    'dangling-target': countDangling(annotationsIn(part), part.whole),
    annotator: part.whole.annotators.size,
    project: 1,
  });
}

/** Every table of a part, in the order in which they are told. */
export function tablesOf(part: Part, pseudonyms: boolean): readonly Table[] {
  const names = namesFor(part.whole, pseudonyms);
  return [
    articlesTable(part, part.whole.info.id),
    ...annotationTables(part, names),
    attributionsTable(part, names),
    claimsTable(part),
    speakersTable(part, names, pseudonyms),
    tokensTable(part),
  ];
}

function serialize(
  project: Project,
  scope: Scope | undefined,
  progress: Progress | undefined,
  pseudonyms: boolean,
): Serialized {
  const part = partOf(project, scope);
  for (let done = 0; done < part.articles.length; done++) progress?.(done, part.articles.length);
  const loss = losses(part);
  const encoder = new TextEncoder();
  const described = tablesOf(part, pseudonyms).map((table): DescribedFile => {
    const data = asJsonLines(table);
    return { path: `${table.name}.jsonl`, data, bytes: encoder.encode(data), table };
  });
  const version = project.codebook.version;
  const text = (path: string, data: string): FormatFile => ({ path, data });
  const files: FormatFile[] = [
    ...described.map(({ path, data }) => text(path, data)),
    text('codebook.json', `${printJson(project.codebook)}\n`),
    text('README.md', card(project, described, loss, pseudonyms)),
    text('datapackage.json', `${printJson(dataPackage(project, described, version))}\n`),
    text('croissant.json', `${printJson(croissant(project, described, version))}\n`),
    ...described.flatMap(({ table }) => parquetFiles(table, part)),
  ];
  const sums = files.map(({ path, data, bytes }) => `${sha256Of(bytes ?? encoder.encode(data))}  ${path}\n`);
  return { files: [...files, text('checksums.sha256', sums.join(''))], loss };
}

/** Annotations are cut by layer, as Hive and all who follow it name such folders; the other tables are whole. */
function parquetFiles(table: Table, part: Part): readonly FormatFile[] {
  if (table.name !== 'annotations') {
    return [{ path: `parquet/${table.name}.parquet`, data: '', bytes: asParquet(table) }];
  }
  const at = table.columns.findIndex(({ name }) => name === 'layer');
  const columns = table.columns.toSpliced(at, 1);
  const layers = [...new Set([...annotationsIn(part)].map(({ layer }) => layer))].sort();
  return layers.map((layer) => ({
    path: `parquet/annotations/layer=${encodeURIComponent(layer)}/part-0.parquet`,
    data: '',
    bytes: asParquet({
      ...table,
      columns,
      rows: table.rows.filter((row) => row[at] === layer).map((row) => row.toSpliced(at, 1)),
    }),
  }));
}
