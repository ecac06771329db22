import type { Annotation, Target } from '../../project/model';
import { targetsIn } from '../../project/roles';
import type { PieceLink } from './piece';
import { targetOf } from './relink';

/**
 * The annotations with the links that lead from them as targets of their roles. `ids` says which annotation a piece
 * became; links may also lead from or to annotations by their ids. What leads nowhere or back is left out.
 */
export function withLinks(
  links: readonly PieceLink[],
  annotations: readonly Annotation[],
  ids: ReadonlyMap<string, string>,
): readonly Annotation[] {
  const known = new Set(annotations.map(({ id }) => id));
  const idOf = (key: string) => ids.get(key) ?? (known.has(key) ? key : undefined);
  const added = new Map<string, Map<string, Target[]>>();
  for (const { from, role, to } of links) {
    const owner = idOf(from);
    const end = 'piece' in to ? idOf(to.piece) : '';
    if (owner === undefined || end === undefined || owner === end) continue;
    const roles = added.get(owner) ?? new Map<string, Target[]>();
    added.set(owner, roles);
    const targets = roles.get(role) ?? [];
    roles.set(role, targets);
    targets.push(targetOf(end === '' ? to : { piece: end }));
  }
  return annotations.map((annotation) => {
    const roles: Record<string, readonly Target[]> = { ...annotation.roles };
    for (const [role, targets] of added.get(annotation.id) ?? []) {
      roles[role] = [...targetsIn(roles, role), ...targets];
    }
    return added.has(annotation.id) ? { ...annotation, roles } : annotation;
  });
}
