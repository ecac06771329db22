import type { Codebook } from '../../project/codebook';
import type { Annotation, Article, Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { offsetsOf } from '../../text/offsets';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, LossReport, Progress, Serialized } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import type { Part } from '../part';
import { partOf } from '../part';
import { layersIn } from '../part-layers';
import { partLosses } from '../part-losses';
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
  hint: 'tasks with regions, values and relations, and the labelling configuration',
  extensions: ['json'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  serialize,
  parse: readLabelStudio,
};

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}

function serialize(project: Project, scope?: Scope, progress?: Progress): Serialized {
  const part = partOf(project, scope);
  const tasks = part.articles.map((article, done) => {
    progress?.(done, part.articles.length);
    const annotations = annotationsOf(article, part.annotations.get(article.id) ?? [], project.codebook);
    const task = { id: done + 1, data: { text: article.text }, annotations, predictions: [] };
    return JSON.stringify({ ...task, meta: { marginalia: carriedRow(part, article) } });
  });
  const name = fileNameOf(project.info.name);
  const files = [
    { path: `${name}.json`, data: tasks.length === 0 ? '[]\n' : `[\n${tasks.join('\n,')}\n]\n` },
    { path: `${name}.xml`, data: labellingConfig(project.codebook, layersIn(part)) },
    codebookFile(project),
  ];
  return { files, loss: losses(part) };
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
