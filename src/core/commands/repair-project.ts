import type { Change, Pair } from '../change/change';
import { changeOf, composeAll } from '../change/change';
import { sameValue } from '../change/same-value';
import { anchor } from '../doctor/anchor';
import { recoveredEntries, withLostLayers } from '../doctor/recovered-entries';
import { revive } from '../doctor/revive';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { contextOf } from '../text/context';
import { revised } from './codebook';

/** What a repair does, and which of the records that could not be used it brings back. */
export interface Repair {
  readonly change: Change;
  /** Those of `records` that are annotations again, by their place in the list. */
  readonly revived: ReadonlySet<number>;
}

/**
 * Mends what can be mended without taking anything away: annotations whose words stand elsewhere move there,
 * `records` that could not be used come back where their words stand, and whatever is pointed at and not there gets
 * an entry called “recovered”. Done twice it does nothing the second time.
 */
export function repairProject(
  project: Project,
  { records, at }: { readonly records: readonly unknown[]; readonly at: string },
): Repair {
  const pairs: Pair<Annotation>[] = [];
  const all: Annotation[] = [];
  for (const annotation of allAnnotations(project)) {
    const after = moved(project, annotation, at);
    all.push(after);
    if (after !== annotation) pairs.push([annotation, after]);
  }
  const taken = new Set(all.map(({ id }) => id));
  const known = new Map(all.map((annotation) => [annotation.id, annotation]));
  const revived = new Set<number>();
  for (const [index, record] of records.entries()) {
    if (isThere(project, record, known)) revived.add(index);
    const annotation = revived.has(index) ? null : revive(project, record, { taken, at });
    if (!annotation) continue;
    taken.add(annotation.id);
    all.push(annotation);
    pairs.push([null, annotation]);
    revived.add(index);
  }
  const codebook = withLostLayers(project, all);
  const entries = recoveredEntries(project, all);
  const added = <Row>(rows: readonly Row[]) => rows.map((row): Pair<Row> => [null, row]);
  const change = composeAll([
    changeOf('annotations', pairs),
    codebook === project.codebook
      ? changeOf('codebook', [])
      : revised(project, codebook, 'added layers that annotations carry', at),
    changeOf('speakers', added(entries.speakers)),
    changeOf('claims', added(entries.claims)),
    changeOf('annotators', added(entries.annotators)),
  ]);
  return { change, revived };
}

/** Does an annotation say already what would come of a record? A repair may have been stopped half way. */
function isThere(project: Project, record: unknown, known: ReadonlyMap<string, Annotation>): boolean {
  const again = revive(project, record, { taken: new Set(), at: '-' });
  const there = again && known.get(again.id);
  if (!again || !there) return false;
  const { createdAt, updatedAt } = there;
  return sameValue({ ...again, createdAt, updatedAt }, there);
}

function moved(project: Project, annotation: Annotation, at: string): Annotation {
  const text = project.articles.get(annotation.articleId)?.text;
  if (text === undefined || annotation.spans.length === 0) return annotation;
  if (contextOf(text, annotation.spans).quote === annotation.quote) return annotation;
  const spans = anchor(text, annotation);
  return spans ? { ...annotation, spans, ...contextOf(text, spans), updatedAt: at } : annotation;
}
