import type { Annotation, Project, Status } from './model';

/** Which part of a project is meant: absent = all of that kind. */
export interface Scope {
  readonly articles?: readonly string[];
  readonly layers?: readonly string[];
  readonly annotators?: readonly string[];
  readonly statuses?: readonly Status[];
  /** Ids of annotations. */
  readonly annotations?: readonly string[];
}

/** Is the annotation inside the scope? */
export function inScope(scope: Scope, annotation: Annotation): boolean {
  return (
    (!scope.articles || scope.articles.includes(annotation.articleId)) &&
    (!scope.layers || scope.layers.includes(annotation.layer)) &&
    (!scope.annotators || scope.annotators.includes(annotation.annotatorId)) &&
    (!scope.statuses || scope.statuses.includes(annotation.status)) &&
    (!scope.annotations || idsOf(scope.annotations).has(annotation.id))
  );
}

/** Thousands of ids may be named; each list is made a set once. */
const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function idsOf(ids: readonly string[]): ReadonlySet<string> {
  let set = sets.get(ids);
  if (!set) {
    set = new Set(ids);
    sets.set(ids, set);
  }
  return set;
}

/**
 * The project with only the articles and annotations of the scope. Registers, codebook and annotators stay
 * whole. Targets that point at annotations left out stay as they are: formats count them in their loss
 * report rather than let them vanish. An empty scope returns the same project.
 */
export function restrict(project: Project, scope: Scope): Project {
  if (Object.values(scope).every((part) => part === undefined)) return project;
  // Articles are looked up in a set; naming thousands of them must not cost a search for each annotation.
  const { articles: named, ...rest } = scope;
  const wanted = named && new Set(named);
  const articles = new Map([...project.articles].filter(([id]) => !wanted || wanted.has(id)));
  const annotations = new Map<string, readonly Annotation[]>();
  for (const [articleId, list] of project.annotations) {
    if (wanted && !wanted.has(articleId)) continue;
    const kept = list.filter((annotation) => inScope(rest, annotation));
    if (kept.length > 0) annotations.set(articleId, kept);
  }
  return { ...project, articles, annotations };
}
