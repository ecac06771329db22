import type { Change, Pair } from '../change/change';
import { changeOf } from '../change/change';
import type { Annotation, Project, Target } from '../project/model';
import { allAnnotations } from '../project/query';

/**
 * Removes annotations and every target in other annotations that pointed at them, so that nothing dangles.
 * Ids that are not there are passed over.
 */
export function deleteAnnotations(
  project: Project,
  args: { readonly ids: readonly string[]; readonly at: string },
): Change {
  const gone = new Set(args.ids);
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    if (gone.has(annotation.id)) {
      pairs.push([annotation, null]);
      continue;
    }
    const roles = withoutTargets(
      annotation.roles,
      (next) => 'annotation' in next && gone.has(next.annotation),
    );
    if (roles !== annotation.roles) pairs.push([annotation, { ...annotation, roles, updatedAt: args.at }]);
  }
  return changeOf('annotations', pairs);
}

/** The roles without the targets that `drop` names; roles left empty go. The same object when none is named. */
export function withoutTargets(
  roles: Annotation['roles'],
  drop: (target: Target) => boolean,
): Annotation['roles'] {
  if (!Object.values(roles).some((targets) => targets.some(drop))) return roles;
  const kept: Record<string, readonly Target[]> = {};
  for (const [id, targets] of Object.entries(roles)) {
    const rest = targets.filter((target) => !drop(target));
    if (rest.length > 0) kept[id] = rest;
  }
  return kept;
}
