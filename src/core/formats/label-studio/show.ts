import type { Codebook } from '../../project/codebook';
import type { Annotation, Article } from '../../project/model';
import { offsetsOf } from '../../text/offsets';
import type { Shown } from '../marks/piece';
import { showPassages } from '../marks/show-passages';
import { piecesOf, readResults } from './results-read';
import { resultsOf } from './results-write';

/** What is shown of each annotator's annotations, which Label Studio keeps apart; links stay within each. */
export function byAnnotator(annotations: readonly Annotation[]): readonly Shown[] {
  const groups = new Map<string, Annotation[]>();
  for (const annotation of annotations) {
    const group = groups.get(annotation.annotatorId);
    if (group) group.push(annotation);
    else groups.set(annotation.annotatorId, [annotation]);
  }
  const ordered = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return ordered.map(([, group]) => showPassages(group, { values: true, notes: true, links: true }));
}

/** What the results that we write of annotations say when they are read. */
export function showInLabelStudio(
  { text }: Article,
  annotations: readonly Annotation[],
  codebook: Codebook,
): Shown {
  const offsets = offsetsOf(text, 'codepoint');
  const groups = byAnnotator(annotations);
  const read = groups.map((shown) => {
    const results = readResults(resultsOf(shown, text, offsets, codebook));
    return piecesOf(results, codebook, ({ place: { start, end } }) => ({
      start: offsets.toUtf16(start),
      end: offsets.toUtf16(end),
    }));
  });
  return {
    pieces: read.flatMap(({ pieces }) => pieces),
    links: read.flatMap(({ links }) => links),
    owners: new Map(groups.flatMap(({ owners }) => [...owners])),
  };
}
