import { smallestEnclosing } from './enclosing';
import type { Annotation, Project } from './model';
import { annotationsOf, findAnnotation } from './query';

/**
 * The attributions around an annotation, outermost first and without itself: who reported whom (nested sources,
 * after MPQA). The step outward is the role that nests (the one that is acyclic and points at its own layer),
 * or else the smallest annotation of that layer that holds all its passages.
 */
export function reportedThrough(project: Project, annotation: Annotation): readonly Annotation[] {
  const list = annotationsOf(project, annotation.articleId);
  const outer: Annotation[] = [];
  const seen = new Set([annotation.id]);
  for (let next = nestedIn(project, list, annotation); next; next = nestedIn(project, list, next)) {
    // Enclosing and nesting may be set against each other by hand; a circle says nothing.
    if (seen.has(next.id)) break;
    seen.add(next.id);
    outer.unshift(next);
  }
  return outer;
}

function nestedIn(
  project: Project,
  list: readonly Annotation[],
  annotation: Annotation,
): Annotation | undefined {
  const layer = project.codebook.layers.find(({ id }) => id === annotation.layer);
  const role = layer?.roles.find(({ acyclic, layers }) => acyclic && layers?.includes(annotation.layer));
  if (!role) return undefined;
  for (const target of annotation.roles[role.id] ?? []) {
    if ('annotation' in target) return findAnnotation(project, target.annotation, annotation.articleId);
  }
  return smallestEnclosing(list, annotation, annotation.layer);
}

/**
 * What belongs together around one annotation: itself, the annotations its roles point at, and those whose
 * roles point at it. For a quote that is its source; for a mention the quotes it is the source of.
 */
export function frameAround(list: readonly Annotation[], annotation: Annotation): readonly Annotation[] {
  const named = new Set(pointedAt(annotation));
  return list.filter(
    (other) => other.id === annotation.id || named.has(other.id) || pointedAt(other).includes(annotation.id),
  );
}

function pointedAt({ roles }: Annotation): readonly string[] {
  const found: string[] = [];
  for (const targets of Object.values(roles)) {
    for (const target of targets) if ('annotation' in target) found.push(target.annotation);
  }
  return found;
}
