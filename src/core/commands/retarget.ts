import type { Change, Pair } from '../change/change';
import { changeOf } from '../change/change';
import type { Annotation, Project, Target } from '../project/model';
import { allAnnotations } from '../project/query';

/**
 * Replaces targets of every annotation, or of those that `of` names; targets that become equal within one role
 * are kept once. `at` (ISO 8601 UTC) is set on what changed.
 */
export function retarget(
  project: Project,
  at: string,
  replace: (target: Target) => Target,
  of?: ReadonlySet<string>,
): Change {
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    if (of && !of.has(annotation.id)) continue;
    let touched = false;
    const roles: Record<string, readonly Target[]> = {};
    for (const [id, targets] of Object.entries(annotation.roles)) {
      const next = targets.map(replace);
      touched ||= next.some((target, index) => target !== targets[index]);
      const seen = new Set<string>();
      roles[id] = next.filter((target) => {
        const name = JSON.stringify(target);
        return !seen.has(name) && seen.add(name);
      });
    }
    if (touched) pairs.push([annotation, { ...annotation, roles, updatedAt: at }]);
  }
  return changeOf('annotations', pairs);
}
