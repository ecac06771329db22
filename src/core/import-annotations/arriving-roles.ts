import { sameValue } from '../change/same-value';
import { takes } from '../commands/relayer';
import type { Layer, Role } from '../project/codebook';
import type { LayerMapping } from '../project/mapping';
import type { Annotation, Target } from '../project/model';
import type { ArrivingPeople } from './arriving-people';

/** What became of an annotation of the file that roles may point at. */
export interface Become {
  /** Our id and layer; absent when it is no annotation here. */
  readonly id?: string;
  readonly layer?: string;
  /** Is it the passage of a role here? Then links to it say nothing more. */
  readonly joined?: true;
  readonly spans: Annotation['spans'];
  /** The article that they are in, by its id in the file: words of one are no words of another. */
  readonly theirArticle: string;
}

/** The roles of an annotation of a file in terms of ours; `dropped` targets have no place there. */
export function arrivingRoles(
  theirs: Annotation,
  mapping: LayerMapping['roles'],
  into: Layer,
  become: ReadonlyMap<string, Become>,
  people: ArrivingPeople,
): { readonly roles: Map<string, readonly Target[]>; readonly dropped: number } {
  const found = new Map<string, readonly Target[]>();
  let dropped = 0;
  for (const [id, targets] of Object.entries(theirs.roles)) {
    const to = Object.hasOwn(mapping, id) ? mapping[id]! : 'out';
    const role = typeof to === 'object' ? into.roles.find((known) => known.id === to.role) : undefined;
    if (!role) continue;
    for (const target of targets) {
      if ('annotation' in target && become.get(target.annotation)?.joined) continue;
      const next = target && targetAs(role, target, theirs, become, people);
      if (!next || !addTarget(found, role, next)) dropped++;
    }
  }
  return { roles: found, dropped };
}

/** Adds a target to a role, once, as long as there is room for it. False when there is not. */
export function addTarget(roles: Map<string, readonly Target[]>, role: Role, target: Target): boolean {
  const before = roles.get(role.id) ?? [];
  if (before.some((known) => sameValue(known, target))) return true;
  if (!takes(role, target) || (role.max !== undefined && before.length >= role.max)) return false;
  roles.set(role.id, [...before, target]);
  return true;
}

function targetAs(
  role: Role,
  target: Target,
  own: Annotation,
  become: ReadonlyMap<string, Become>,
  people: ArrivingPeople,
): Target | undefined {
  if ('speaker' in target) {
    const speaker = role.targets.includes('speaker') ? people.speaker(target.speaker) : undefined;
    return speaker === undefined ? undefined : { speaker };
  }
  if ('claim' in target) {
    const claim = role.targets.includes('claim') ? people.claim(target.claim) : undefined;
    return claim === undefined ? undefined : { claim };
  }
  if (!('annotation' in target)) return target;
  const there = become.get(target.annotation);
  if (!there || target.annotation === own.id) return undefined;
  const { id, layer, spans, theirArticle } = there;
  const fits = role.targets.includes('annotation') && (!role.layers || role.layers.includes(layer ?? ''));
  if (id !== undefined && fits) return { annotation: id };
  // A role that takes words takes those of the annotation that was pointed at.
  return spans.length > 0 && theirArticle === own.articleId ? { spans } : undefined;
}

/** Takes targets away that lead back to where a role begins, in roles that must never do that; how many. */
export function withoutCircles(
  role: string,
  annotations: ReadonlyMap<string, { readonly roles: Map<string, readonly Target[]> }>,
): number {
  let dropped = 0;
  const done = new Set<string>();
  const open = new Set<string>();
  const targetsOf = (id: string) => annotations.get(id)?.roles.get(role) ?? [];
  for (const start of annotations.keys()) {
    const way: { id: string; left: Target[] }[] = done.has(start)
      ? []
      : [{ id: start, left: [...targetsOf(start)] }];
    open.add(start);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const target = here.left.pop();
      if (!target) {
        way.pop();
        open.delete(here.id);
        done.add(here.id);
      } else if ('annotation' in target && open.has(target.annotation)) {
        const { roles } = annotations.get(here.id)!;
        const kept = targetsOf(here.id).filter((other) => other !== target);
        if (kept.length > 0) roles.set(role, kept);
        else roles.delete(role);
        dropped++;
      } else if (
        'annotation' in target &&
        !done.has(target.annotation) &&
        annotations.has(target.annotation)
      ) {
        open.add(target.annotation);
        way.push({ id: target.annotation, left: [...targetsOf(target.annotation)] });
      }
    }
    open.delete(start);
  }
  return dropped;
}
