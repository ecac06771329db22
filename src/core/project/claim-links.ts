import type { Codebook } from './codebook';
import type { Annotation, Project } from './model';

/** The role by which an annotation says which entry of the claim register it makes. */
export const SAME_CLAIM = 'same-claim';

/** The roles, and the fields of an entry, by which a claim speaks for or against another. */
export const RELATIONS = ['supports', 'contradicts'] as const;
export type RelationKind = (typeof RELATIONS)[number];

const layers = new WeakMap<Codebook, ReadonlySet<string>>();

/** Does the annotation make a claim: is it of a layer that may name an entry of the register? */
export function isClaim(codebook: Codebook, { layer }: Annotation): boolean {
  let known = layers.get(codebook);
  if (!known) {
    const of = codebook.layers.filter(({ roles }) => roles.some(({ id }) => id === SAME_CLAIM));
    known = new Set(of.map(({ id }) => id));
    layers.set(codebook, known);
  }
  return known.has(layer);
}

/** The entry that an annotation is linked to; undefined = it is not in the register, or its entry is not. */
export function entryOf({ claims }: Pick<Project, 'claims'>, { roles }: Annotation): string | undefined {
  for (const target of roles[SAME_CLAIM] ?? []) {
    if ('claim' in target && claims.has(target.claim)) return target.claim;
  }
  return undefined;
}

/**
 * Does the annotation deny the entry it is linked to? It does when its kind is denial, unless it says that it
 * is something else that it contradicts: then it makes its entry in order to deny the other.
 * `find` gives a claim annotation by its id.
 */
export function isDenial(
  project: Pick<Project, 'claims'>,
  annotation: Annotation,
  find: (id: string) => Annotation | undefined,
): boolean {
  if (annotation.attributes.kind !== 'denial') return false;
  const entry = entryOf(project, annotation);
  return (annotation.roles.contradicts ?? []).every((target) => {
    if ('claim' in target) return target.claim === entry;
    const other = 'annotation' in target ? find(target.annotation) : undefined;
    return other === undefined || entryOf(project, other) === entry;
  });
}
