import { sameValue } from '../change/same-value';
import type { Layer, Role } from '../project/codebook';
import { defaultAttributes } from '../project/codebook';
import type { Annotation, AttributeValue, Target } from '../project/model';
import { isPossible } from '../project/possible-value';

/** Can the annotation be of this layer? Only some layers speak of a whole article. */
export function fits({ layer, spans }: Annotation, to: Layer): boolean {
  return layer === to.id || spans.length > 0 || to.wholeArticle === true;
}

/**
 * The annotation moved to another layer. Attributes and roles that the new layer also has are kept where
 * their values are possible there; the others go, and the new layer's defaults come in. The same object when
 * it is of that layer already.
 */
export function relayered(before: Annotation, to: Layer): Annotation {
  if (before.layer === to.id) return before;
  const attributes: Record<string, AttributeValue> = { ...defaultAttributes(to) };
  for (const attribute of to.attributes) {
    const value = before.attributes[attribute.id];
    if (value !== undefined && isPossible(attribute, value)) attributes[attribute.id] = value;
  }
  const roles: Record<string, readonly Target[]> = {};
  for (const role of to.roles) {
    const kept = before.roles[role.id]?.filter((target) => takes(role, target)).slice(0, role.max);
    if (kept && kept.length > 0) roles[role.id] = kept;
  }
  return { ...before, layer: to.id, attributes, roles };
}

/** May the role point at such a target? */
export function takes(role: Role, target: Target): boolean {
  if ('spans' in target)
    return role.targets.includes('spans') && !(role.contiguous && target.spans.length > 1);
  return role.targets.some((kind) => kind in target);
}

/** What moving to another layer would take from an annotation. */
export interface Loss {
  /** Values that somebody set: those that are not what the old layer begins with. */
  readonly values: number;
  /** Targets of roles. */
  readonly links: number;
}

/** What is lost when the annotation is moved from a layer (undefined: one that the codebook lost) to another. */
export function lossOf(before: Annotation, from: Layer | undefined, to: Layer): Loss {
  const after = relayered(before, to);
  if (after === before) return { values: 0, links: 0 };
  const first: Readonly<Record<string, AttributeValue>> = from ? defaultAttributes(from) : {};
  const values = Object.entries(before.attributes).filter(
    ([id, value]) => !sameValue(value, first[id]) && !sameValue(value, after.attributes[id]),
  );
  const count = ({ roles }: Annotation) => Object.values(roles).reduce((sum, list) => sum + list.length, 0);
  return { values: values.length, links: count(before) - count(after) };
}
