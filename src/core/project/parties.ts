import type { Codebook, Role } from './codebook';
import { smallestEnclosing } from './enclosing';
import type { Annotation, Project, Target } from './model';
import { targetsIn } from './roles';
import { IS, speakingRoles } from './standing';

/** Who stands behind an annotation and whom it is about, inherited targets included. */
export interface Parties {
  readonly behind: readonly Target[];
  readonly about: readonly Target[];
  /** Is nothing of `behind` said by the annotation itself? */
  readonly inherited: boolean;
}

/** A role that says who is behind an annotation, or whom it is about. */
export interface PartyRole {
  readonly role: Role;
  readonly side: 'behind' | 'about';
}

const NONE: readonly Target[] = [];
const NO_ROLES: readonly PartyRole[] = [];
const NOBODY: Parties = { behind: NONE, about: NONE, inherited: false };
const AUTHOR: readonly Target[] = [{ author: true }];
/** Of a layer that the codebook has lost, only what links a mention is understood. */
const LOST: readonly PartyRole[] = [{ role: { id: IS, label: IS, targets: ['speaker'] }, side: 'behind' }];

const known = new WeakMap<Codebook, ReadonlyMap<string, readonly PartyRole[]>>();

/**
 * The roles of a layer that name persons. Behind it is whom a mention names, who says it or holds it: the
 * roles that others inherit, those that inherit, and those expected that may be the author's. It is about
 * whom any other role points at that the codebook expects to be filled.
 */
export function partyRoles(codebook: Codebook, layer: string): readonly PartyRole[] {
  return rolesOf(codebook).get(layer) ?? LOST;
}

function rolesOf(codebook: Codebook): ReadonlyMap<string, readonly PartyRole[]> {
  const found = known.get(codebook);
  if (found) return found;
  const speaking = speakingRoles(codebook);
  const roles = new Map(
    codebook.layers.map(({ id, roles: own }) => [
      id,
      own.flatMap((role): readonly PartyRole[] => {
        if (role.id === IS || role.inherits || speaking.has(`${id}/${role.id}`))
          return [{ role, side: 'behind' }];
        if (!role.expected) return NO_ROLES;
        return [{ role, side: role.targets.includes('author') ? 'behind' : 'about' }];
      }),
    ]),
  );
  known.set(codebook, roles);
  return roles;
}

/** Who is behind each annotation of a list and whom each is about. */
export function partiesIn(
  { codebook }: Pick<Project, 'codebook'>,
  list: readonly Annotation[],
): (annotation: Annotation) => Parties {
  const roles = rolesOf(codebook);
  return (annotation) => {
    let behind = NONE;
    let about = NONE;
    let inherited = true;
    for (const { role, side } of roles.get(annotation.layer) ?? LOST) {
      const own = targetsIn(annotation.roles, role.id);
      if (side === 'about') {
        about = joined(about, own);
      } else if (own.length > 0) {
        behind = joined(behind, own);
        inherited = false;
      } else if (role.inherits) {
        behind = joined(behind, inheritedBy(list, annotation, role.inherits));
      }
    }
    if (behind.length === 0 && about.length === 0) return NOBODY;
    return { behind, about, inherited: inherited && behind.length > 0 };
  };
}

/** What a role that is unset takes from around it; see `resolveRole` in query.ts, which says the same. */
function inheritedBy(
  list: readonly Annotation[],
  annotation: Annotation,
  { layer, role, elseAuthor }: NonNullable<Role['inherits']>,
): readonly Target[] {
  const outer = smallestEnclosing(list, annotation, layer);
  if (!outer) return elseAuthor ? AUTHOR : NONE;
  return targetsIn(outer.roles, role);
}

function joined(some: readonly Target[], more: readonly Target[]): readonly Target[] {
  return some.length === 0 ? more : more.length === 0 ? some : [...some, ...more];
}

/** Annotations by id, of one list or of a whole project; made when first asked for. */
const byList = new WeakMap<readonly Annotation[], ReadonlyMap<string, Annotation>>();
const everywhere = new WeakMap<Project['annotations'], ReadonlyMap<string, Annotation>>();

/** Finds annotations that targets of a list point at: in the list itself at once, elsewhere when need be. */
export function pointedAt(
  { annotations }: Pick<Project, 'annotations'>,
  list: readonly Annotation[],
): (id: string) => Annotation | undefined {
  return (id) => {
    const near = byList.get(list) ?? byId(list);
    byList.set(list, near);
    const found = near.get(id);
    if (found) return found;
    const all = everywhere.get(annotations) ?? byId([...annotations.values()].flat());
    everywhere.set(annotations, all);
    return all.get(id);
  };
}

const byId = (list: readonly Annotation[]) => new Map(list.map((annotation) => [annotation.id, annotation]));

/** The speaker a target stands for: itself, or the one that the mention it points at is linked to. */
export function speakerOf(target: Target, find: (id: string) => Annotation | undefined): string | undefined {
  if ('speaker' in target) return target.speaker;
  if (!('annotation' in target)) return undefined;
  for (const next of find(target.annotation)?.roles[IS] ?? NONE) {
    if ('speaker' in next) return next.speaker;
  }
  return undefined;
}
