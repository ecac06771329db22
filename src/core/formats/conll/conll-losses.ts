import { targetsOf } from '../dangling';
import type { LossCounts } from '../loss';
import type { Part } from '../part';
import { annotationsIn } from '../part';
import { partLosses } from '../part-losses';
import { chunksOf } from './chunks';
import { sentencesOf } from './sentences-of';

/** What columns of words and tags lose: all of annotations but their words and layer, and of the rest all but texts. */
export function conllLosses(part: Part): LossCounts {
  const { whole, articles } = part;
  const counts = { whole: 0, wordless: 0, overlap: 0, inPieces: 0, fitted: 0, written: 0 };
  for (const article of articles) {
    const list = part.annotations.get(article.id) ?? [];
    if (list.length === 0) continue;
    const chunked = chunksOf(sentencesOf(article), list);
    counts.whole += chunked.whole;
    counts.wordless += chunked.wordless;
    counts.overlap += chunked.overlap;
    counts.inPieces += chunked.inPieces;
    counts.fitted += chunked.fitted;
    counts.written += chunked.written.length;
  }
  let [values, links, notes] = [0, 0, 0];
  for (const annotation of annotationsIn(part)) {
    values += Object.keys(annotation.attributes).length;
    links += [...targetsOf(annotation)].length;
    if (annotation.note !== '') notes++;
  }
  const { misplaced, orphans } = part;
  const { annotator = 0, reading = 0, project = 0 } = partLosses(part);
  return {
    'article-details': articles.length,
    'article-note': articles.filter(({ note }) => note !== undefined && note !== '').length,
    'misplaced-annotation': misplaced,
    'orphan-annotation': orphans,
    'whole-article': counts.whole,
    wordless: counts.wordless,
    overlap: counts.overlap,
    'in-pieces': counts.inPieces,
    fitted: counts.fitted,
    'attribute-value': values,
    link: links,
    'annotation-note': notes,
    'annotation-details': counts.written,
    speaker: whole.speakers.size,
    claim: whole.claims.size,
    annotator,
    reading,
    project,
  };
}
