import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { offsetsOf } from '../../text/offsets';
import { codebookFile } from '../codebook-file';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import { carriedRow } from '../marks/carried';
import { oneLineJson } from '../marks/one-line';
import type { Part } from '../part';
import { partOf } from '../part';
import { layersIn } from '../part-layers';
import { partLosses } from '../part-losses';
import { inPieces } from '../reading';
import { streamed } from '../writing';
import { annotationConf, shortcutsConf, visualConf } from './config-write';
import { printLines } from './lines-print';
import { oddLinesOf } from './odd-lines';
import { readBrat } from './read-brat';
import { writeLines } from './write-lines';

/**
 * brat standoff (brat.nlplab.org): for each article its text and an .ann file, with the configuration that brat
 * needs to show them. Offsets are code points. What lines cannot say (ids, times, certainty, whole-article
 * annotations) stands in one note of the type Marginalia at the end of each .ann file, which brat keeps and ignores.
 */
export const brat: Format = {
  id: 'brat',
  label: 'brat standoff',
  hint: 'a text and an .ann file per article, with its configuration',
  group: 'tools',
  extensions: ['ann', 'conf'],
  unit: 'codepoint',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
  recognises: (files) =>
    files.some(({ path }) => /(?:\.(?:ann|a1|a2)|(?:^|\/)annotation\.conf)$/i.test(path)),
  ...inPieces(readBrat),
};

function losses(part: Part): LossReport {
  return lossReport('codepoint', partLosses(part));
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    const odd = oddLinesOf(article.note);
    const annotations = part.annotations.get(article.id) ?? [];
    const { lines } = writeLines(article, annotations, project.codebook, project, odd);
    const carried = oneLineJson(carriedRow(part, article));
    const data = printLines({ ...lines, odd, carried }, article.text, offsetsOf(article.text, 'codepoint'));
    yield { path: `${article.id}.ann`, data };
    yield { path: `${article.id}.txt`, data: article.text };
  }
  const layers = layersIn(part);
  yield { path: 'annotation.conf', data: annotationConf(project.codebook, layers) };
  yield { path: 'visual.conf', data: visualConf(layers) };
  yield { path: 'kb_shortcuts.conf', data: shortcutsConf(layers) };
  yield codebookFile(project);
  return losses(part);
}
