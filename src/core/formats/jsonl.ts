import type { Codebook } from '../project/codebook';
import type { Project } from '../project/model';
import type { Scope } from '../project/scope';
import { restrict } from '../project/scope';
import { offsetsOf } from '../text/offsets';
import { codebookFile, readCodebookFile } from './codebook-file';
import { counted } from './counted';
import { datasetCard } from './dataset-card';
import { fileNameOf, fileWith } from './file-name';
import type { Format, FormatFile, LossReport, Parsed, Progress, Writing, WrittenFiles } from './format';
import { readJsonlRow } from './jsonl-read';
import { jsonlRow } from './jsonl-rows';
import { lossReport } from './loss';
import { someOutline } from './outline';
import type { Part } from './part';
import { partOf } from './part';
import { partLosses } from './part-losses';
import type { ReadBack } from './read-back';
import { differences } from './read-back';
import { readJson } from './read-json';
import { infoOf, Recovered } from './recovered';
import { streamed } from './writing';
import { linesOf, oneByOne } from './written-files';

/**
 * JSON Lines (jsonlines.org): one article per line with its text and annotations, for Python, R and Hugging
 * Face `datasets`; see jsonl-model.ts for what is in a row and why. Beside it the codebook, and a dataset card
 * that tells `datasets` the types and which file holds the data.
 */
export const jsonl: Format = {
  id: 'jsonl',
  label: 'JSON Lines',
  hint: 'one article per line, for Python, R and Hugging Face',
  group: 'data',
  extensions: ['jsonl'],
  unit: 'codepoint',
  fidelity: 'lossy',
  byLine: true,
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    someOutline(files, /\.jsonl$/i, ({ keys }) => keys.has('text') && keys.has('offset_unit')),
  parse,
  check,
};

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const path = `${fileNameOf(project.info.name)}.jsonl`;
  if (part.articles.length === 0) yield { path, data: '' };
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const row = jsonlRow(part, article, offsetsOf(article.text, 'codepoint'));
    yield { path, data: `${JSON.stringify(row)}\n` };
  }
  yield codebookFile(project);
  yield datasetCard(project, path);
  return losses(part);
}

function parse(files: readonly FormatFile[]): Parsed {
  const { path, data } = fileWith(files, '.jsonl');
  return readRows(path, numbered(data), readCodebookFile(files));
}

function* numbered(data: string): Generator<readonly [line: string, number: number]> {
  for (const [index, line] of data.split('\n').entries()) if (line.trim() !== '') yield [line, index + 1];
}

/** As `parse`, with a line of the file at a time. */
function check(project: Project, scope: Scope, files: WrittenFiles): ReadBack {
  const all = oneByOne(files);
  const { path } = fileWith(all, '.jsonl');
  const found = readRows(path, linesOf(files, path), readCodebookFile(all));
  return differences(restrict(project, scope), found.project);
}

function readRows(
  path: string,
  lines: Iterable<readonly [line: string, number: number]>,
  codebook: Codebook | undefined,
): Parsed {
  const recovered = new Recovered();
  const warnings: string[] = [];
  let info = {};
  let misquoted = 0;
  for (const [line, number] of lines) {
    const json = readJson(path, line, number);
    warnings.push(...json.warnings);
    misquoted += json.at([], () => readJsonlRow(json.value, recovered)).misquoted;
    const { project_id: id, project_name: name } = json.value as Record<string, unknown>;
    if (id && name) info = json.at([], () => infoOf(id, name));
  }
  if (misquoted > 0)
    warnings.push(
      counted(misquoted, 'passage is not what its quote says', 'passages are not what their quotes say'),
    );
  return { project: recovered.project(info, codebook), warnings };
}
