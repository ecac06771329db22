import { sameValue } from '../change/same-value';
import type { Annotation, Project } from '../project/model';
import { overlaps } from '../text/span';

type Candidate = Pick<Annotation, 'id' | 'articleId' | 'annotatorId' | 'layer' | 'spans' | 'attributes'>;

/** Finds the annotations of a project that one from a file would repeat. */
export class AlreadyThere {
  readonly #byId = new Map<string, Annotation>();
  readonly #bySign = new Map<string, Annotation>();

  /** Looks only at these articles, and for ids everywhere. */
  constructor(project: Project, articleIds: Iterable<string>) {
    const looked = new Set(articleIds);
    for (const [articleId, list] of project.annotations) {
      for (const annotation of list) {
        this.#byId.set(annotation.id, annotation);
        if (looked.has(articleId)) this.#bySign.set(signOf(annotation), annotation);
      }
    }
  }

  /**
   * The same annotation as before: one of the same id in the same article that has the layer or words in common, or one
   * by the same annotator with the same place, layer and values.
   */
  find(candidate: Candidate): Annotation | undefined {
    const own = this.#byId.get(candidate.id);
    const meets =
      own &&
      own.articleId === candidate.articleId &&
      (own.layer === candidate.layer ||
        own.spans.some((span) => candidate.spans.some((other) => overlaps(span, other))));
    if (meets) return own;
    return this.#bySign.size > 0 ? this.#bySign.get(signOf(candidate)) : undefined;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }
}

/** Is what is there the same in place, layer and values? */
export function isAsCandidate(there: Annotation, { layer, spans, attributes }: Candidate): boolean {
  return there.layer === layer && sameValue(there.spans, spans) && sameValue(there.attributes, attributes);
}

function signOf({ articleId, annotatorId, layer, spans, attributes }: Candidate): string {
  const values = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([articleId, annotatorId, layer, spans.map(({ start, end }) => [start, end]), values]);
}
