import type { Project } from '../project/model';
import type { Scope } from '../project/scope';
import { offsetsOf } from '../text/offsets';
import { codebookFile, readCodebookFile } from './codebook-file';
import { counted } from './counted';
import { datasetCard } from './dataset-card';
import { fileNameOf, fileWith } from './file-name';
import type { Format, FormatFile, LossReport, Progress, Reading, Writing } from './format';
import { readJsonlRow } from './jsonl-read';
import { jsonlRow } from './jsonl-rows';
import { lossReport } from './loss';
import { someOutline } from './outline';
import type { Part } from './part';
import { partOf } from './part';
import { partLosses } from './part-losses';
import { readJson } from './read-json';
import { inPieces } from './reading';
import { infoOf, Recovered } from './recovered';
import { streamed } from './writing';
import { linesOfFile } from './written-files';

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
  ...inPieces(read),
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

function* read(files: readonly FormatFile[]): Reading {
  const file = fileWith(files, '.jsonl');
  const { path } = file;
  const codebook = readCodebookFile(files);
  const recovered = new Recovered();
  const warnings: string[] = [];
  let info = {};
  let misquoted = 0;
  for (const [line, number] of linesOfFile(file)) {
    const json = readJson(path, line, number);
    warnings.push(...json.warnings);
    misquoted += json.at([], () => readJsonlRow(json.value, recovered)).misquoted;
    const { project_id: id, project_name: name } = json.value as Record<string, unknown>;
    if (id && name) info = json.at([], () => infoOf(id, name));
    yield recovered.letGo();
  }
  if (misquoted > 0)
    warnings.push(
      counted(misquoted, 'passage is not what its quote says', 'passages are not what their quotes say'),
    );
  return { project: recovered.project(info, codebook), warnings };
}
