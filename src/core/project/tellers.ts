import { layerOf } from './codebook';
import { smallestEnclosing } from './enclosing';
import { layerKinds } from './layer-kinds';
import type { Annotation, Project } from './model';
import { annotationsOf, findAnnotation } from './query';

/**
 * The quotes in which an annotation is told, from the inside out: what it says itself to be nested in, else the
 * smallest quote larger than it that holds its passages. The last one is finally responsible for it.
 */
export function tellersOf(project: Project, annotation: Annotation): readonly Annotation[] {
  const told: Annotation[] = [];
  const seen = new Set([annotation.id]);
  for (let outer = tellerOf(project, annotation); outer; outer = tellerOf(project, outer)) {
    if (seen.has(outer.id)) break;
    seen.add(outer.id);
    told.push(outer);
  }
  return told;
}

function tellerOf(project: Project, annotation: Annotation): Annotation | undefined {
  const { words } = layerKinds(project.codebook);
  for (const { id, acyclic } of layerOf(project.codebook, annotation.layer)?.roles ?? []) {
    if (!acyclic) continue;
    for (const target of annotation.roles[id] ?? []) {
      const outer =
        'annotation' in target && findAnnotation(project, target.annotation, annotation.articleId);
      if (outer && words.has(outer.layer)) return outer;
    }
  }
  const list = annotationsOf(project, annotation.articleId);
  let best: Annotation | undefined;
  for (const layer of words.keys()) {
    const outer = smallestEnclosing(list, annotation, layer, true);
    if (outer && (!best || extentOf(outer) < extentOf(best))) best = outer;
  }
  return best;
}

const extentOf = ({ spans }: Annotation) => spans.at(-1)!.end - spans[0]!.start;
