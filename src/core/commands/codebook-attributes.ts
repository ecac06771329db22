import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Attribute, AttributeKind } from '../project/codebook';
import { idFrom } from '../project/codebook-ids';
import { usageOf } from '../project/codebook-use';
import { convert } from '../project/convert-attribute';
import type { Annotation, AttributeValue, Project } from '../project/model';
import { isPossible } from '../project/possible-value';
import { allAnnotations } from '../project/query';
import { revised } from './codebook';
import type { InAttribute, InLayer } from './codebook-parts';
import {
  attributeIn,
  editWords,
  labelAmong,
  layerIn,
  moved,
  withAttribute,
  withFields,
  withLayer,
} from './codebook-parts';

/** Adds an attribute at the end of a layer; new annotations begin without a value for it. */
export function addAttribute(
  project: Project,
  args: InLayer & { readonly label: string; readonly kind: AttributeKind },
): Change {
  const { codebook } = project;
  const layer = layerIn(codebook, args.layer);
  const label = labelAmong(args.label, layer.attributes, 'an attribute');
  const used = usageOf(project).get(layer.id)?.attributes.keys() ?? [];
  const id = idFrom(label, new Set([...layer.attributes.map((next) => next.id), ...used]), 'attribute');
  const { attribute } = convert({ id, label, kind: 'text' }, args.kind, []);
  const after = withLayer(codebook, layer.id, (before) => ({
    ...before,
    attributes: [...before.attributes, attribute],
  }));
  return revised(project, after, `added the attribute “${label}” to ${layer.label}`, args.at);
}

/** The fields of any kind of attribute that can be edited; which of them it has depends on the kind. */
interface Fields {
  readonly label?: string;
  readonly description?: string | undefined;
  readonly examples?: readonly string[] | undefined;
  readonly default?: string | number | undefined;
  readonly min?: number;
  readonly max?: number;
  readonly diverging?: boolean | undefined;
}

/**
 * Edits an attribute. A field given as undefined is removed; a default that the range no longer holds goes.
 * Throws for a default that is not a value, and for a scale that does not rise or has more than 21 steps.
 */
export function editAttribute(project: Project, args: InAttribute & { readonly fields: Fields }): Change {
  const layer = layerIn(project.codebook, args.layer);
  const before = attributeIn(layer, args.attribute);
  let after = withFields<Attribute>(
    before,
    args.fields as Partial<Attribute>,
    layer.attributes,
    'an attribute',
  );
  if (after.kind === 'scale' && !(after.min < after.max && after.max - after.min <= 20)) {
    throw new Error('a scale rises from its least to its greatest step, in at most 20 more');
  }
  if ('default' in after && after.default !== undefined && !isPossible(after, after.default)) {
    if (args.fields.default !== undefined) throw new Error(`${after.label} has no value ${after.default}`);
    const { default: _, ...rest } = after;
    after = rest as Attribute;
  }
  const codebook = withAttribute(project.codebook, args, () => after);
  return revised(project, codebook, editWords(before, after, 'attribute', ` of ${layer.label}`), args.at);
}

/**
 * Makes it another kind of attribute. Values that can be said in the new kind are; texts become the values of
 * a choice. The others stay as they are, and are told as hints.
 */
export function setAttributeKind(
  project: Project,
  args: InAttribute & { readonly kind: AttributeKind },
): Change {
  const layer = layerIn(project.codebook, args.layer);
  const before = attributeIn(layer, args.attribute);
  if (before.kind === args.kind) return changeOf('codebook', []);
  const own = [...allAnnotations(project)].filter((next) => next.layer === layer.id);
  const used = own.flatMap(({ attributes }) => attributes[before.id] ?? []);
  const { attribute, value } = convert(before, args.kind, used);
  const codebook = withAttribute(project.codebook, args, () => attribute);
  const what = `made “${before.label}” of ${layer.label} a ${args.kind} attribute`;
  const values = withValueOf(own, before.id, args.at, value);
  return compose(revised(project, codebook, what, args.at), values);
}

/** Moves an attribute to another place in its layer; `to` is its index then. The first is set by digits. */
export function moveAttribute(project: Project, args: InAttribute & { readonly to: number }): Change {
  const codebook = withLayer(project.codebook, args.layer, (layer) => ({
    ...layer,
    attributes: moved(layer.attributes, args.attribute, args.to),
  }));
  return revised(project, codebook, '', args.at);
}

/** Removes an attribute; `keep` leaves the values that annotations have for it, among the hints. */
export function deleteAttribute(project: Project, args: InAttribute & { readonly keep: boolean }): Change {
  const layer = layerIn(project.codebook, args.layer);
  const gone = attributeIn(layer, args.attribute);
  const codebook = withLayer(project.codebook, layer.id, (before) => ({
    ...before,
    attributes: before.attributes.filter((next) => next !== gone),
  }));
  const what = `removed the attribute “${gone.label}” of ${layer.label}`;
  const structure = revised(project, codebook, what, args.at);
  if (args.keep) return structure;
  const own = [...allAnnotations(project)].filter((next) => next.layer === layer.id);
  return compose(
    structure,
    withValueOf(own, gone.id, args.at, () => undefined),
  );
}

/** The change of one attribute's value in every annotation that has one; undefined unsets. */
function withValueOf(
  annotations: readonly Annotation[],
  id: string,
  at: string,
  edit: (value: AttributeValue) => AttributeValue | undefined,
): Change {
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of annotations) {
    const { [id]: before, ...others } = annotation.attributes;
    const after = before === undefined ? undefined : edit(before);
    if (after === before) continue;
    const attributes = after === undefined ? others : { ...others, [id]: after };
    pairs.push([annotation, { ...annotation, attributes, updatedAt: at }]);
  }
  return changeOf('annotations', pairs);
}
