import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Layer, Role } from '../project/codebook';
import { idFrom } from '../project/codebook-ids';
import { usageOf } from '../project/codebook-use';
import type { Annotation, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { revised } from './codebook';
import type { InLayer } from './codebook-parts';
import { editWords, labelAmong, layerIn, moved, withFields, withLayer } from './codebook-parts';

interface InRole extends InLayer {
  readonly role: string;
}

/** Adds a role that may point at speakers and passages, as many as wanted. */
export function addRole(project: Project, args: InLayer & { readonly label: string }): Change {
  const before = layerIn(project.codebook, args.layer);
  const label = labelAmong(args.label, before.roles, 'a role');
  const used = usageOf(project).get(before.id)?.roles.keys() ?? [];
  const id = idFrom(label, new Set([...before.roles.map((role) => role.id), ...used]), 'role');
  const role: Role = { id, label, targets: ['speaker', 'spans'] };
  return withRoles(project, args, [...before.roles, role], `added the role “${label}” to ${before.label}`);
}

/** Edits anything of a role but its id. A field given as undefined is removed. Throws for no target at all. */
export function editRole(
  project: Project,
  args: InRole & { readonly fields: { readonly [K in keyof Omit<Role, 'id'>]?: Role[K] | undefined } },
): Change {
  const layer = layerIn(project.codebook, args.layer);
  const before = roleIn(layer, args.role);
  if (args.fields.targets?.length === 0) throw new Error('a role must point at something');
  const after = withFields(before, args.fields, layer.roles, 'a role');
  const roles = layer.roles.map((next) => (next === before ? after : next));
  return withRoles(project, args, roles, editWords(before, after, 'role', ` of ${layer.label}`));
}

/** Moves a role to another place in its layer; `to` is its index then. */
export function moveRole(project: Project, args: InRole & { readonly to: number }): Change {
  const { roles } = layerIn(project.codebook, args.layer);
  return withRoles(project, args, moved(roles, args.role, args.to), '');
}

/** Removes a role; `keep` leaves what annotations point at with it where it is, among the hints. */
export function deleteRole(project: Project, args: InRole & { readonly keep: boolean }): Change {
  const layer = layerIn(project.codebook, args.layer);
  const gone = roleIn(layer, args.role);
  const codebook = {
    ...project.codebook,
    layers: project.codebook.layers.map((next) => {
      const roles = next.roles.map((role) => {
        const { inherits, ...rest } = role;
        return inherits?.layer === layer.id && inherits.role === gone.id ? rest : role;
      });
      return next === layer
        ? { ...next, roles: roles.filter(({ id }) => id !== gone.id) }
        : { ...next, roles };
    }),
  };
  const structure = revised(project, codebook, `removed the role “${gone.label}” of ${layer.label}`, args.at);
  return args.keep ? structure : compose(structure, emptied(project, args));
}

function emptied(project: Project, { layer, role, at }: InRole): Change {
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    if (annotation.layer !== layer || !(role in annotation.roles)) continue;
    const { [role]: _, ...roles } = annotation.roles;
    pairs.push([annotation, { ...annotation, roles, updatedAt: at }]);
  }
  return changeOf('annotations', pairs);
}

function withRoles(project: Project, args: InLayer, roles: readonly Role[], what: string): Change {
  const codebook = withLayer(project.codebook, args.layer, (layer) => ({ ...layer, roles }));
  return revised(project, codebook, what, args.at);
}

function roleIn(layer: Layer, id: string): Role {
  const role = layer.roles.find((next) => next.id === id);
  if (!role) throw new Error(`${layer.label} has no role ${id}`);
  return role;
}
