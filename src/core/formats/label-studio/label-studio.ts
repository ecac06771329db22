import type { Codebook } from '../../project/codebook';
import type { Annotation, Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { offsetsOf } from '../../text/offsets';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { type Outline, someOutline } from '../outline';
import type { Part } from '../part';
import { partOf } from '../part';
import { layersIn } from '../part-layers';
import { partLosses } from '../part-losses';
import { streamed } from '../writing';
import { labellingConfig } from './config-write';
import { readLabelStudio } from './read-label-studio';
import { resultsOf } from './results-write';
import { byAnnotator } from './show';

/**
 * Tasks of Label Studio (labelstud.io) as JSON, one for each article with an annotation for each annotator, and the
 * labelling configuration that a project needs for them. Offsets are code points. Every passage is a region; values,
 * notes and links between annotations are shown too. The rest is carried in the task's metadata.
 */
export const labelStudio: Format = {
  id: 'label-studio',
  label: 'Label Studio',
  hint: 'tasks with regions, values and relations',
  group: 'tools',
  extensions: ['json'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    files.some(({ path, data }) => /\.xml$/i.test(path) && /^\s*<View\b/.test(data)) ||
    someOutline(files, /\.json$/i, isTask),
  parse: readLabelStudio,
};

/** A task with its annotations, or the little that JSON_MIN tells of one. */
function isTask({ keys, list }: Outline): boolean {
  const task = keys.get('data')?.startsWith('{');
  const full = task && ['annotations', 'completions', 'predictions'].some((key) => keys.has(key));
  const bare = task && list && [...keys.keys()].every((key) => ['id', 'data', 'meta'].includes(key));
  return full || bare || (keys.has('annotation_id') && keys.has('annotator')) || keys.has('lead_time');
}

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  const name = fileNameOf(project.info.name);
  const path = `${name}.json`;
  yield { path, data: part.articles.length === 0 ? '[]\n' : '[\n' };
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const annotations = annotationsOf(article, part.annotations.get(article.id) ?? [], project.codebook);
    const task = { id: done + 1, data: { text: article.text }, annotations, predictions: [] };
    const row = JSON.stringify({ ...task, meta: { marginalia: carriedRow(part, article) } });
    yield { path, data: `${done === 0 ? '' : ','}${row}\n` };
  }
  if (part.articles.length > 0) yield { path, data: ']\n' };
  yield { path: `${name}.xml`, data: labellingConfig(project.codebook, layersIn(part)) };
  yield codebookFile(project);
  return losses(part);
}

function annotationsOf(
  { text }: Article,
  annotations: readonly Annotation[],
  codebook: Codebook,
): readonly object[] {
  const offsets = offsetsOf(text, 'codepoint');
  return byAnnotator(annotations).flatMap((shown) => {
    const result = resultsOf(shown, text, offsets, codebook);
    return result.length === 0 ? [] : { result, was_cancelled: false, ground_truth: false };
  });
}
