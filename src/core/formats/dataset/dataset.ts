import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { restrict } from '../../project/scope';
import { countDangling } from '../dangling';
import type { FormatFile, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { lossFile } from '../loss-file';
import { withOptions } from '../options';
import type { Part } from '../part';
import { annotationsIn, partOf } from '../part';
import { printJson } from '../print-json';
import { streamed } from '../writing';
import { agreementOf } from './agreement';
import { annotationsTable, spansTable } from './annotations-table';
import { articlesTable } from './articles-table';
import { attributionsTable } from './attributions-table';
import { card } from './card';
import { checkDataset } from './check';
import type { DescribedTable } from './describe';
import { croissant, dataPackage } from './describe';
import { lastOffsets } from './last-offsets';
import { linksTable } from './links-table';
import { namesFor } from './names';
import { CHECKSUMS } from './paths';
import { claimsTable, speakersTable } from './register-tables';
import type { DatasetValues } from './settings';
import { DATASET_OPTIONS } from './settings';
import { isLopsided, sharesOf, splitCounts, splitsInWords } from './split';
import { Sums } from './sums';
import type { Table } from './table';
import { lineOf } from './table';
import { tokensTable } from './tokens-table';
import { valuesTable } from './values-table';
import { writeTables } from './write-tables';

/**
 * A folder of tidy tables that Python, R, DuckDB and Spark load without any code of ours: JSON Lines and Parquet,
 * the codebook, a card, Frictionless and Croissant descriptions, checksums. It is written to be analysed, and not
 * read into a project again; what its tables say is compared with the project (check.ts).
 */
export const dataset = withOptions(DATASET_OPTIONS, (values) => ({
  id: 'dataset',
  label: 'Dataset',
  hint: 'tidy tables as JSON Lines and Parquet, described, with a card',
  group: 'data',
  extensions: ['jsonl'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  outcome(project, scope = {}) {
    const shares = sharesOf(values.splits)!;
    const { articles } = restrict(project, scope);
    const counts = splitCounts(seedOf(project, values), articles.values(), shares);
    return { splits: `${splitsInWords(counts)}${isLopsided(counts, shares) ? ': try another seed' : ''}` };
  },
  first(project, scope) {
    const part = partOf(project, scope);
    const { name, columns, of } = tablesOf(part, values)[0]!;
    const line = lineOf(columns);
    return { path: `${name}.jsonl`, data: part.articles.flatMap((one) => [...of!(one)].map(line)).join('') };
  },
  ...streamed((project, scope, progress) => write(values, project, scope, progress)),
  check: (project, scope, files) => checkDataset(partOf(project, scope), values, files),
}));

const seedOf = ({ info }: Project, { seed }: DatasetValues) => (seed === '' ? info.id : seed);

/** What no table tells: the original bytes' origin, the project's facts beyond its name, annotators’ names. */
function losses(part: Part): LossReport {
  return lossReport('codepoint', {
    'misplaced-annotation': part.misplaced,
    'orphan-annotation': part.orphans,
    'dangling-target': countDangling(annotationsIn(part), part.whole),
    'annotator-name': part.whole.annotators.size,
    project: 1,
  });
}

/** Every table of a part, in the order in which they are told. */
function tablesOf(part: Part, values: DatasetValues): readonly Table[] {
  const names = namesFor(part.whole, values.pseudonyms);
  const offsets = lastOffsets();
  return [
    articlesTable(part, seedOf(part.whole, values), sharesOf(values.splits)!),
    annotationsTable(part, offsets),
    spansTable(part, offsets),
    valuesTable(part),
    linksTable(part, names, offsets),
    attributionsTable(part, names, offsets),
    claimsTable(part),
    speakersTable(part, names, values.pseudonyms),
    tokensTable(part, offsets),
  ];
}

function* write(values: DatasetValues, project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const loss = losses(part);
  const tables = tablesOf(part, values);
  const sums = new Sums();
  function* counted<Value>(pieces: Generator<FormatFile, Value>): Generator<FormatFile, Value> {
    for (;;) {
      const next = pieces.next();
      if (next.done) return next.value;
      yield sums.counted(next.value);
    }
  }
  const rows = yield* counted(writeTables(part, tables, progress));
  const described = tables.map((table): DescribedTable => {
    const path = `${table.name}.jsonl`;
    return { path, rows: rows.get(table.name)!, sum: sums.of(path), table };
  });
  const seed = seedOf(project, values);
  const splits = splitCounts(seed, part.articles, sharesOf(values.splits)!);
  const told = { tables: described, values, seed, splits, agreement: agreementOf(part), loss };
  const beside: readonly FormatFile[] = [
    { path: 'codebook.json', data: `${printJson(project.codebook)}\n` },
    { path: 'README.md', data: card(part, told) },
    { path: 'datapackage.json', data: `${printJson(dataPackage(project, described, values, seed))}\n` },
    { path: 'croissant.json', data: `${printJson(croissant(project, described, values))}\n` },
    lossFile(loss),
  ];
  for (const file of beside) yield sums.counted(file);
  const lines = sums.paths.map((path) => `${sums.of(path).sha256}  ${path}\n`);
  yield { path: CHECKSUMS, data: lines.join('') };
  return loss;
}
