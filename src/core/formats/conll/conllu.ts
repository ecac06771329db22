import type { Project } from '../../project/model';
import type { Scope } from '../../project/scope';
import { codebookFile } from '../codebook-file';
import { fileNameOf } from '../file-name';
import type { Format, LossReport, Progress, Writing } from '../format';
import { lossReport } from '../loss';
import type { Part } from '../part';
import { partOf } from '../part';
import { partLosses } from '../part-losses';
import { streamed } from '../writing';
import { misfits, runsOf } from './chunks';
import { conlluDocument } from './conllu-write';
import { sentencesOf } from './sentences-of';

/**
 * CoNLL-U (universaldependencies.org/format.html): ten columns, composed characters (NFC), sentences with their text.
 * Parts of speech and syntax are left to the tools that fill them in. What is marked stands in MISC, under the layer's
 * name: `Claim=B:c12` on the first word of the annotation c12, `I:c12` on its others, so that annotations may overlap,
 * have gaps and go on over sentences; what else is known of c12 is a comment before the sentence where it begins.
 */
export const conllU: Format = {
  id: 'conll-u',
  label: 'CoNLL-U',
  hint: 'words in ten columns for parsers, marks in MISC; not read back',
  extensions: ['conllu'],
  unit: 'token',
  fidelity: 'lossy',
  losses: (project, scope) => losses(partOf(project, scope)),
  ...streamed(write),
};

function losses(part: Part): LossReport {
  const counts = { whole: 0, wordless: 0, fitted: 0 };
  for (const article of part.articles) {
    const list = part.annotations.get(article.id) ?? [];
    if (list.length === 0) continue;
    const sentences = sentencesOf(article);
    const words = sentences.flatMap((sentence) => sentence.words);
    for (const { spans } of list) {
      if (spans.length === 0) counts.whole += words.length === 0 ? 1 : 0;
      else if (runsOf(words, spans).length === 0) counts.wordless++;
      else if (misfits(words, spans)) counts.fitted++;
    }
  }
  return lossReport('token', {
    ...partLosses(part),
    'article-text': part.articles.length,
    'whole-article': counts.whole,
    wordless: counts.wordless,
    fitted: counts.fitted,
  });
}

function* write(project: Project, scope?: Scope, progress?: Progress): Writing {
  const part = partOf(project, scope);
  for (const [done, article] of part.articles.entries()) {
    progress?.(done, part.articles.length);
    yield { path: `${article.id}.conllu`, data: conlluDocument(part, article) };
  }
  if (part.articles.length === 0) yield { path: `${fileNameOf(project.info.name)}.conllu`, data: '' };
  yield codebookFile(project);
  return losses(part);
}
