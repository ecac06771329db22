import type { Change } from '../change/change';
import { isEmpty, NO_CHANGE } from '../change/change';
import { drained } from '../change/drained';
import type { Annotation, Project } from '../project/model';
import { annotationsOf } from '../project/query';
import type { Span } from '../text/span';
import { newAnnotation } from './add-annotation';

/** A passage found by a search (UTF-16). */
export interface Match {
  readonly articleId: string;
  readonly span: Span;
}

/** Is there no annotation of `layer` yet at the very span of a match, and was it not asked about before? */
function isUntagged(project: Project, layer: string): (match: Match) => boolean {
  const taken = new Map<string, Set<string>>();
  return ({ articleId, span }) => {
    let there = taken.get(articleId);
    if (!there) {
      const marks = annotationsOf(project, articleId);
      there = new Set(marks.filter((mark) => mark.layer === layer).map(({ spans }) => keyOf(spans)));
      taken.set(articleId, there);
    }
    const key = keyOf([span]);
    return there.size < there.add(key).size;
  };
}

const keyOf = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join();

/** What many passages are tagged with. */
export interface Tagging {
  readonly matches: Iterable<Match & { readonly id: string }>;
  readonly layer: string;
  readonly annotatorId: string;
  readonly at: string;
}

/**
 * Tags many passages with a layer at once; those that are tagged so already are passed over. Throws for an
 * unknown article or layer and for spans outside their text.
 */
export const tagMatches = (project: Project, args: Tagging): Change => drained(taggingMatches(project, args));

/** As `tagMatches`, bit by bit: yields how many passages have been looked at. */
export function* taggingMatches(project: Project, args: Tagging): Generator<number, Change> {
  const { matches, layer, annotatorId, at } = args;
  const isNew = isUntagged(project, layer);
  const annotations: Record<string, readonly [null, Annotation]> = {};
  let done = 0;
  for (const match of matches) {
    const { id, articleId, span } = match;
    const args = { id, articleId, annotatorId, layer, spans: [span], at };
    if (isNew(match)) annotations[id] = [null, newAnnotation(project, args)];
    yield ++done;
  }
  return isEmpty({ annotations }) ? NO_CHANGE : { annotations };
}
