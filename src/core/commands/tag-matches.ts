import type { Change } from '../change/change';
import { changeOf, NO_CHANGE } from '../change/change';
import type { Annotation, Project } from '../project/model';
import { annotationsOf } from '../project/query';
import type { Span } from '../text/span';
import { addAnnotation } from './add-annotation';

/** A passage found by a search (UTF-16). */
export interface Match {
  readonly articleId: string;
  readonly span: Span;
}

/** The matches that no annotation of `layer` marks yet at the very same span, each once, in the order given. */
export function untagged<M extends Match>(
  project: Project,
  matches: readonly M[],
  layer: string,
): readonly M[] {
  const taken = new Map<string, Set<string>>();
  return matches.filter(({ articleId, span }) => {
    let there = taken.get(articleId);
    if (!there) {
      const marks = annotationsOf(project, articleId);
      there = new Set(marks.filter((mark) => mark.layer === layer).map(({ spans }) => keyOf(spans)));
      taken.set(articleId, there);
    }
    const key = keyOf([span]);
    return there.size < there.add(key).size;
  });
}

const keyOf = (spans: readonly Span[]) => spans.map(({ start, end }) => `${start}-${end}`).join();

/**
 * Tags many passages with a layer at once; those that are tagged so already are passed over. Throws for an
 * unknown article or layer and for spans outside their text.
 */
export function tagMatches(
  project: Project,
  args: {
    readonly matches: readonly (Match & { readonly id: string })[];
    readonly layer: string;
    readonly annotatorId: string;
    readonly at: string;
  },
): Change {
  const { matches, layer, annotatorId, at } = args;
  const changes = untagged(project, matches, layer).map(({ id, articleId, span }) =>
    addAnnotation(project, { id, articleId, annotatorId, layer, spans: [span], at }),
  );
  if (changes.length === 0) return NO_CHANGE;
  const added = changes.flatMap(({ annotations }) => Object.values(annotations ?? {}));
  return changeOf('annotations', added as (readonly [null, Annotation])[]);
}
