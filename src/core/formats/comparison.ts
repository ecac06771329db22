import { sameValue } from '../change/same-value';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import type { DifferenceKind, ReadBack } from './difference';
import { differencesOf } from './difference';
import type { Read } from './format';
import { append } from './marks/append';
import { pairUp } from './pair-up';

/**
 * Compares what comes back of a project, bit by bit, with the project as it was. Of what was compared only the count is
 * kept; annotations that nothing has the id of wait until all are there.
 */
export class Comparison {
  readonly #counts: Partial<Record<DifferenceKind, number>> = {};
  /** Annotations that have not come back, by their ids. */
  readonly #waiting = new Map<string, Annotation[]>();
  readonly #unknown: Annotation[] = [];
  readonly #annotations: number;
  #articles: number;

  constructor(readonly before: Project) {
    let annotations = 0;
    for (const annotation of allAnnotations(before)) {
      append(this.#waiting, annotation.id, annotation);
      annotations++;
    }
    this.#annotations = annotations;
    this.#articles = before.articles.size;
  }

  /** Takes articles and annotations that came back, each once. */
  add({ articles, annotations }: Read): void {
    for (const [id, found] of articles) {
      const article = this.before.articles.get(id);
      if (article && sameValue(article, found)) this.#articles--;
    }
    for (const list of annotations.values()) {
      for (const found of list) {
        const waiting = this.#waiting.get(found.id);
        const annotation = waiting?.shift();
        if (waiting?.length === 0) this.#waiting.delete(found.id);
        if (annotation) this.#compare(annotation, found);
        else this.#unknown.push(found);
      }
    }
  }

  /** What differs, with the rest of what came back. */
  with(after: Project): ReadBack {
    const { before } = this;
    this.add(after);
    const left = new Set([...this.#waiting.values()].flat());
    const missing = left.size === 0 ? [] : [...allAnnotations(before)].filter((each) => left.has(each));
    const rest = pairUp(missing, this.#unknown);
    for (const [annotation, found] of rest.pairs) this.#compare(annotation, found);
    this.#count('missing', rest.missing.length);
    this.#count('added', rest.added.length);
    this.#count('article', this.#articles);
    for (const table of ['speakers', 'claims', 'annotators', 'readings'] as const) {
      for (const [id, row] of before[table]) {
        if (table === 'readings' && !before.articles.has(id)) continue;
        if (!sameValue(row as unknown, after[table].get(id) as unknown)) this.#count('register');
      }
    }
    if (!sameValue(before.info, after.info)) this.#count('project');
    if (!sameValue(before.codebook, after.codebook)) this.#count('project');
    return { annotations: this.#annotations, differences: differencesOf(this.#counts) };
  }

  #count(kind: DifferenceKind, many = 1): void {
    this.#counts[kind] = (this.#counts[kind] ?? 0) + many;
  }

  #compare(before: Annotation, after: Annotation): void {
    for (const kind of differing(before, after)) this.#count(kind);
  }
}

function* differing(before: Annotation, after: Annotation): Generator<DifferenceKind> {
  if (before.id !== after.id) yield 'id';
  if (before.articleId !== after.articleId || !sameValue(before.spans, after.spans)) yield 'place';
  if (before.quote !== after.quote) yield 'words';
  if (before.layer !== after.layer) yield 'layer';
  if (!sameValue(before.attributes, after.attributes)) yield 'attributes';
  if (!sameValue(before.roles, after.roles)) yield 'roles';
  if (before.note !== after.note) yield 'note';
  if (before.status !== after.status || before.certainty !== after.certainty) yield 'status';
  const { annotatorId, codebookVersion, createdAt, updatedAt, prefix, suffix } = before;
  const same = { annotatorId, codebookVersion, createdAt, updatedAt, prefix, suffix };
  if (Object.entries(same).some(([key, value]) => after[key as keyof typeof same] !== value)) yield 'origin';
}
