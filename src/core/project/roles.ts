import type { Annotation, Target } from './model';

/** The targets of a role, none where it has none. A role may be called "constructor", which every object has. */
export function targetsIn(roles: Annotation['roles'], role: string): readonly Target[] {
  return Object.hasOwn(roles, role) ? roles[role]! : [];
}
