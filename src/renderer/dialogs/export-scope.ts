import { layerOf } from '../../core/project/codebook';
import type { Project, Status } from '../../core/project/model';
import type { Scope } from '../../core/project/scope';

/** What is chosen in the dialog. A set that is null means everything of its kind, also what comes later. */
export interface Choice {
  readonly articles: 'this' | 'some' | 'all';
  readonly some: ReadonlySet<string>;
  readonly layers: ReadonlySet<string> | null;
  readonly annotators: ReadonlySet<string> | null;
  readonly statuses: ReadonlySet<Status> | null;
}

export const EVERYTHING: Choice = {
  articles: 'all',
  some: new Set(),
  layers: null,
  annotators: null,
  statuses: null,
};

/** The choice as the exporters take it. */
export function scopeOf(choice: Choice, articleId: string | null): Scope {
  const { articles, some, layers, annotators, statuses } = choice;
  return {
    ...(articles === 'this' && articleId !== null ? { articles: [articleId] } : {}),
    ...(articles === 'some' ? { articles: [...some] } : {}),
    ...(layers ? { layers: [...layers] } : {}),
    ...(annotators ? { annotators: [...annotators] } : {}),
    ...(statuses ? { statuses: [...statuses] } : {}),
  };
}

/** One value more or fewer; null again when all of them are chosen. */
export function toggled<Value>(
  chosen: ReadonlySet<Value> | null,
  all: readonly Value[],
  value: Value,
): ReadonlySet<Value> | null {
  const next = new Set(chosen ?? all);
  if (!next.delete(value)) next.add(value);
  return all.every((each) => next.has(each)) ? null : next;
}

export interface Facets {
  /** Layers that have annotations, in the order of the codebook; those it has lost last, under their id. */
  readonly layers: readonly { readonly value: string; readonly label: string }[];
  readonly annotators: readonly { readonly value: string; readonly label: string }[];
}

/** What there is to choose from: one pass over the annotations. */
export function facetsOf(project: Project): Facets {
  const layers = new Set<string>();
  const annotators = new Set<string>();
  for (const list of project.annotations.values()) {
    for (const { layer, annotatorId } of list) {
      layers.add(layer);
      annotators.add(annotatorId);
    }
  }
  const known = project.codebook.layers.map(({ id }) => id).filter((id) => layers.has(id));
  const lost = [...layers].filter((id) => !known.includes(id));
  return {
    layers: [...known, ...lost].map((id) => ({
      value: id,
      label: layerOf(project.codebook, id)?.label ?? id,
    })),
    annotators: [...annotators].map((id) => ({ value: id, label: project.annotators.get(id)?.name ?? id })),
  };
}

export interface Extent {
  readonly articles: number;
  readonly annotations: number;
  /** UTF-16 units of text, to judge how long work on it will take. */
  readonly text: number;
}

/** How much is inside the scope. */
export function extentOf(project: Project, scope: Scope): Extent {
  const inside = insideOf(scope);
  const extent = { articles: 0, annotations: 0, text: 0 };
  const wanted = scope.articles && new Set(scope.articles);
  for (const [id, article] of project.articles) {
    if (wanted && !wanted.has(id)) continue;
    extent.articles++;
    extent.text += article.text.length;
    for (const annotation of project.annotations.get(id) ?? []) if (inside(annotation)) extent.annotations++;
  }
  return extent;
}

/** Is an annotation of an article that is in scope in scope itself? */
export function insideOf({ layers, annotators, statuses }: Scope) {
  return (annotation: { layer: string; annotatorId: string; status: Status }): boolean =>
    (!layers || layers.includes(annotation.layer)) &&
    (!annotators || annotators.includes(annotation.annotatorId)) &&
    (!statuses || statuses.includes(annotation.status));
}
