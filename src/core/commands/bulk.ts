import type { Change, Pair } from '../change/change';
import { changeOf } from '../change/change';
import type { Attribute, Role } from '../project/codebook';
import { layerOf } from '../project/codebook';
import type { Annotation, AttributeValue, Certainty, Project, Status, Target } from '../project/model';
import { isPossible } from '../project/possible-value';
import { allAnnotations } from '../project/query';
import { fits, relayered, takes } from './relayer';

/**
 * Commands on many annotations at once: one change, so one step of undo, in one walk over the project
 * however many are meant. Ids that are not there, and annotations that cannot take what is set, are passed
 * over: the change says how many it is about.
 */
interface Edits {
  readonly ids: readonly string[];
  readonly at: string;
}

function editedMany(project: Project, args: Edits, edit: (before: Annotation) => Annotation): Change {
  const wanted = new Set(args.ids);
  const pairs: Pair<Annotation>[] = [];
  for (const before of allAnnotations(project)) {
    if (!wanted.has(before.id)) continue;
    const after = edit(before);
    if (after !== before) pairs.push([before, { ...after, updatedAt: args.at }]);
  }
  return changeOf('annotations', pairs);
}

/** Sets one attribute of all whose layer has it and allows the value, or unsets it when `value` is null. */
export function setAttributeOfMany(
  project: Project,
  args: Edits & { readonly attribute: string; readonly value: AttributeValue | null },
): Change {
  const { attribute: id, value } = args;
  const possible = perLayer(project, ({ attributes }): Attribute | undefined =>
    attributes.find((next) => next.id === id && (value === null || isPossible(next, value))),
  );
  return editedMany(project, args, (before) => {
    if (!possible(before.layer) || isSame(before.attributes[id], value)) return before;
    const { [id]: _, ...rest } = before.attributes;
    return { ...before, attributes: value === null ? rest : { ...rest, [id]: value } };
  });
}

function isSame(before: AttributeValue | undefined, after: AttributeValue | null): boolean {
  if (!Array.isArray(before) || !Array.isArray(after)) return (before ?? null) === after;
  return before.length === after.length && before.every((each, at) => each === after[at]);
}

/** A target that means the same wherever it is set. */
type SharedTarget = Exclude<Target, { readonly spans: unknown } | { readonly annotation: unknown }>;

/**
 * Sets the targets of one role of all whose layer has one and allows them; `roles` says which role is meant
 * in which layer. An empty list unsets it.
 */
export function setRoleOfMany(
  project: Project,
  args: Edits & {
    readonly roles: Readonly<Record<string, string>>;
    readonly targets: readonly SharedTarget[];
  },
): Change {
  const { roles, targets } = args;
  const possible = perLayer(project, ({ id: layer, roles: own }): Role | undefined =>
    own.find(
      (role) =>
        role.id === roles[layer] &&
        targets.length <= (role.max ?? targets.length) &&
        targets.every((target) => takes(role, target)),
    ),
  );
  const written = targets.length === 0 ? undefined : JSON.stringify(targets);
  return editedMany(project, args, (before) => {
    const role = possible(before.layer);
    if (!role || JSON.stringify(before.roles[role.id]) === written) return before;
    const { [role.id]: _, ...rest } = before.roles;
    return { ...before, roles: targets.length === 0 ? rest : { ...rest, [role.id]: targets } };
  });
}

/** Moves all to another layer that can be of it; see `relayered` for what is kept. Throws for an unknown layer. */
export function changeLayerOfMany(project: Project, args: Edits & { readonly layer: string }): Change {
  const layer = layerOf(project.codebook, args.layer);
  if (!layer) throw new Error(`no layer ${args.layer} in the codebook`);
  return editedMany(project, args, (before) => (fits(before, layer) ? relayered(before, layer) : before));
}

/** Marks all draft or final. */
export function setStatusOfMany(project: Project, args: Edits & { readonly status: Status }): Change {
  const { status } = args;
  return editedMany(project, args, (before) => (before.status === status ? before : { ...before, status }));
}

/** Sets how sure the annotator is of all. */
export function setCertaintyOfMany(
  project: Project,
  args: Edits & { readonly certainty: Certainty },
): Change {
  const { certainty } = args;
  return editedMany(project, args, (before) =>
    before.certainty === certainty ? before : { ...before, certainty },
  );
}

/** Something looked up in a layer once, not for every annotation. */
function perLayer<Value>(
  { codebook }: Project,
  find: (layer: Project['codebook']['layers'][number]) => Value,
): (layer: string) => Value | undefined {
  const found = new Map(codebook.layers.map((layer) => [layer.id, find(layer)]));
  return (layer) => found.get(layer);
}
