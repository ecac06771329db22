import type { Change, Pair } from '../change/change';
import { changeOf, compose } from '../change/change';
import type { Attribute, CodebookValue } from '../project/codebook';
import { idFrom } from '../project/codebook-ids';
import { usageOf } from '../project/codebook-use';
import type { Annotation, AttributeValue, Project } from '../project/model';
import { allAnnotations } from '../project/query';
import { revised } from './codebook';
import type { InAttribute } from './codebook-parts';
import {
  attributeIn,
  editWords,
  labelAmong,
  layerIn,
  moved,
  withAttribute,
  withFields,
} from './codebook-parts';

interface InValue extends InAttribute {
  readonly value: string;
}

/** Adds a value to a choice. Its id is made from the label and is none that an annotation carries here. */
export function addValue(project: Project, args: InAttribute & { readonly label: string }): Change {
  const { attribute, values } = choiceOf(project, args);
  const label = labelAmong(args.label, values, 'a value');
  const used = usageOf(project).get(args.layer)?.values.get(attribute.id)?.keys() ?? [];
  const id = idFrom(label, new Set([...values.map((value) => value.id), ...used]), 'value');
  return withValues(project, args, [...values, { id, label }], `added “${label}”`);
}

/** Renames or explains a value; its id and what annotations carry stay. A field given as undefined is removed. */
export function editValue(
  project: Project,
  args: InValue & {
    readonly fields: { readonly [K in keyof Omit<CodebookValue, 'id'>]?: CodebookValue[K] | undefined };
  },
): Change {
  const { values } = choiceOf(project, args);
  const before = valueIn(values, args.value);
  const after = withFields(before, args.fields, values, 'a value');
  const list = values.map((next) => (next === before ? after : next));
  return withValues(project, args, list, editWords(before, after, 'value', ''));
}

/** Moves a value to another place in its attribute; `to` is its index then. */
export function moveValue(project: Project, args: InValue & { readonly to: number }): Change {
  const { values } = choiceOf(project, args);
  return withValues(project, args, moved(values, args.value, args.to), '');
}

/**
 * Removes a value. Annotations that have it get the value `to` instead, or are unset where `to` is null; so
 * does the default.
 */
export function deleteValue(project: Project, args: InValue & { readonly to: string | null }): Change {
  const { values } = choiceOf(project, args);
  const gone = valueIn(values, args.value);
  const rest = values.filter((next) => next !== gone);
  if (args.to !== null) valueIn(rest, args.to);
  const structure = withValues(project, args, rest, `removed “${gone.label}”`, args.to);
  const pairs: Pair<Annotation>[] = [];
  for (const annotation of allAnnotations(project)) {
    const value = annotation.layer === args.layer ? annotation.attributes[args.attribute] : undefined;
    const after = value === undefined ? undefined : exchanged(value, gone.id, args.to);
    if (after === value) continue;
    const { [args.attribute]: _, ...others } = annotation.attributes;
    const attributes = after === undefined ? others : { ...others, [args.attribute]: after };
    pairs.push([annotation, { ...annotation, attributes, updatedAt: args.at }]);
  }
  return compose(structure, changeOf('annotations', pairs));
}

/** The value with `to` in place of `gone`; undefined when nothing is left, the same object when nothing changes. */
function exchanged(value: AttributeValue, gone: string, to: string | null): AttributeValue | undefined {
  if (value === gone) return to ?? undefined;
  if (!Array.isArray(value) || !value.includes(gone)) return value;
  const list = value.flatMap((one) => (one !== gone ? one : (to ?? [])));
  return list.length === 0 ? undefined : [...new Set(list)];
}

function choiceOf(
  project: Project,
  args: InAttribute,
): { readonly attribute: Attribute; readonly values: readonly CodebookValue[] } {
  const attribute = attributeIn(layerIn(project.codebook, args.layer), args.attribute);
  if (!('values' in attribute)) throw new Error(`${attribute.label} is not a choice`);
  return { attribute, values: attribute.values };
}

function valueIn(values: readonly CodebookValue[], id: string): CodebookValue {
  const value = values.find((next) => next.id === id);
  if (!value) throw new Error(`no value ${id}`);
  return value;
}

/** The change to other values; a default that is no longer among them becomes `instead`, or none. */
function withValues(
  project: Project,
  args: InAttribute,
  values: readonly CodebookValue[],
  what: string,
  instead: string | null = null,
): Change {
  const { label, attributes } = layerIn(project.codebook, args.layer);
  const place = attributes.find(({ id }) => id === args.attribute)?.label ?? '';
  const codebook = withAttribute(project.codebook, args, (attribute): Attribute => {
    if (attribute.kind !== 'choice' || attribute.default === undefined) {
      return { ...attribute, values } as Attribute;
    }
    const { default: preset, ...rest } = attribute;
    const kept = values.some(({ id }) => id === preset) ? preset : instead;
    return kept === null ? { ...rest, values } : { ...rest, values, default: kept };
  });
  return revised(project, codebook, `${what} (${label}, ${place})`, args.at);
}
