import { countDangling, targetsOf } from './dangling';
import type { LossCounts } from './loss';
import type { Part } from './part';
import { annotationsIn } from './part';

/**
 * What every format that writes annotations one by one loses: annotations it cannot place, links out of the
 * export, and of the registers all but the names that annotations mention.
 */
export function partLosses(part: Part): LossCounts {
  const { whole, misplaced, orphans } = part;
  const annotators = new Set<string>();
  const speakers = new Set<string>();
  const claims = new Set<string>();
  for (const annotation of annotationsIn(part)) {
    annotators.add(annotation.annotatorId);
    for (const target of targetsOf(annotation)) {
      if ('speaker' in target) speakers.add(target.speaker);
      if ('claim' in target) claims.add(target.claim);
    }
  }
  const count = <Row>(rows: Iterable<Row>, lost: (row: Row) => boolean) => [...rows].filter(lost).length;
  return {
    'misplaced-annotation': misplaced,
    'orphan-annotation': orphans,
    'dangling-target': countDangling(annotationsIn(part), whole),
    'speaker-details': count(whole.speakers.values(), (speaker) => {
      const { id, name, aliases, kind, note, ...rest } = speaker;
      const plain = aliases.length === 0 && kind === 'unspecified' && note === '';
      return !plain || !speakers.has(id) || Object.values(rest).some((value) => value !== undefined);
    }),
    'claim-details': count(whole.claims.values(), ({ id, wording: _, note, ...rest }) => {
      return note !== '' || !claims.has(id) || Object.values(rest).some((value) => value !== undefined);
    }),
    reading: part.articles.filter(({ id }) => whole.readings.has(id)).length,
    annotator: count(whole.annotators.keys(), (id) => !annotators.has(id)),
    project: 1,
  };
}
