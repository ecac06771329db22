import { layerOf } from '../../core/project/codebook';
import type { Annotation, Article, Project, Status } from '../../core/project/model';
import { articlesInOrder } from '../../core/project/query';
import type { Scope } from '../../core/project/scope';
import { inScope } from '../../core/project/scope';

/** What is chosen in the dialog. A set that is null means everything of its kind, also what comes later. */
export interface Choice {
  readonly articles: 'this' | 'some' | 'all';
  readonly some: ReadonlySet<string>;
  readonly layers: ReadonlySet<string> | null;
  readonly annotators: ReadonlySet<string> | null;
  readonly statuses: ReadonlySet<Status> | null;
  /** Ids of annotations chosen elsewhere: only these, in the articles they are in, whatever else is chosen. */
  readonly annotations: readonly string[] | null;
}

export const EVERYTHING: Choice = {
  articles: 'all',
  some: new Set(),
  layers: null,
  annotators: null,
  statuses: null,
  annotations: null,
};

/** The choice as the exporters take it. */
export function scopeOf(project: Project, choice: Choice, articleId: string | null): Scope {
  const { articles, some, layers, annotators, statuses, annotations } = choice;
  if (annotations) return { articles: articlesWith(project, annotations), annotations };
  return {
    ...(articles === 'this' && articleId !== null ? { articles: [articleId] } : {}),
    ...(articles === 'some' ? { articles: [...some] } : {}),
    ...(layers ? { layers: [...layers] } : {}),
    ...(annotators ? { annotators: [...annotators] } : {}),
    ...(statuses ? { statuses: [...statuses] } : {}),
  };
}

/** The articles that hold these annotations, in the order they were added. */
function articlesWith(project: Project, annotations: readonly string[]): readonly string[] {
  const wanted = new Set(annotations);
  const holds = ({ id }: Article) => project.annotations.get(id)?.some((one) => wanted.has(one.id)) ?? false;
  return articlesInOrder(project)
    .filter(holds)
    .map(({ id }) => id);
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
export function insideOf({ articles: _, ...rest }: Scope): (annotation: Annotation) => boolean {
  return (annotation) => inScope(rest, annotation);
}
