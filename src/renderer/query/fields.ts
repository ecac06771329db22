import type { Layer } from '../../core/project/codebook';
import type { Project } from '../../core/project/model';
import type { Selection } from '../../core/project/select';

/** One of the choices within a condition; null is "unset", or "no one". */
export type Choice = string | number | boolean | null;

/** A condition that a chip stands for. */
export interface Field {
  readonly id: string;
  /** As a chip begins: "Speaker", "Kind". */
  readonly label: string;
  /** How it is answered: by choosing some of what there is, by typing, by yes or no, by two dates. */
  readonly kind: 'choices' | 'text' | 'noted' | 'dates';
  /** Which layers have such an attribute; only attributes say so. */
  readonly aside?: string;
  /** The attribute it asks for. */
  readonly attribute?: string;
}

type ListKey = Exclude<keyof Selection, 'attributes' | 'text' | 'noted' | 'from' | 'to'>;

const LISTS: readonly (readonly [id: string, label: string, key: ListKey])[] = [
  ['speaker', 'Speaker', 'speakers'],
  ['about', 'About', 'about'],
  ['claim', 'Claim', 'claims'],
  ['article', 'Article', 'articles'],
  ['outlet', 'Outlet', 'outlets'],
  ['annotator', 'Annotator', 'annotators'],
  ['status', 'Status', 'statuses'],
  ['certainty', 'Certainty', 'certainties'],
];
const KEYS = new Map<string, ListKey>([
  ['layer', 'layers'],
  ...LISTS.map(([id, , key]) => [id, key] as const),
]);

/**
 * Every condition there is to choose: the layer, the attributes of the layers chosen (of all that are on,
 * when none is), and what every annotation has.
 */
export function fieldsOf({ codebook }: Project, { layers, attributes }: Selection): readonly Field[] {
  const found = new Map<string, { label: string; layers: string[] }>();
  for (const layer of codebook.layers) {
    const meant = isMeant(layer, layers);
    for (const { id, label } of layer.attributes) {
      if (!meant && attributes?.[id] === undefined) continue;
      const known = found.get(id) ?? { label, layers: [] };
      known.layers.push(layer.label.toLowerCase());
      found.set(id, known);
    }
  }
  return [
    { id: 'layer', label: 'Layer', kind: 'choices' },
    ...Array.from(found, ([attribute, { label, layers: of }]): Field => {
      return { id: `attribute:${attribute}`, label, kind: 'choices', aside: of.join(', '), attribute };
    }),
    ...LISTS.map(([id, label]): Field => ({ id, label, kind: 'choices' })),
    { id: 'text', label: 'Text', kind: 'text' },
    { id: 'noted', label: 'Note', kind: 'noted' },
    { id: 'dates', label: 'Date', kind: 'dates' },
  ];
}

/** Is the layer among those chosen? When none is, those that are on are meant. */
export function isMeant({ id, on }: Layer, layers: Selection['layers']): boolean {
  return layers ? layers.includes(id) : on;
}

/** What is chosen of a condition with choices; an empty list is "any". */
export function chosenIn(field: Field, selection: Selection): readonly Choice[] {
  if (field.attribute !== undefined) return selection.attributes?.[field.attribute] ?? [];
  const key = KEYS.get(field.id);
  return (key && selection[key]) ?? [];
}

/** Does the selection ask for anything in this condition? */
export function isAsked(field: Field, selection: Selection): boolean {
  if (field.kind === 'text') return selection.text !== undefined;
  if (field.kind === 'noted') return selection.noted !== undefined;
  if (field.kind === 'dates') return selection.from !== undefined || selection.to !== undefined;
  return chosenIn(field, selection).length > 0;
}

/** The selection with these choices in one condition; none of them takes the condition away. */
export function withChosen(field: Field, selection: Selection, chosen: readonly Choice[]): Selection {
  if (field.attribute !== undefined) {
    const { [field.attribute]: _, ...others } = selection.attributes ?? {};
    const attributes = chosen.length === 0 ? others : { ...others, [field.attribute]: chosen };
    return withPart(selection, 'attributes', Object.keys(attributes).length === 0 ? undefined : attributes);
  }
  const key = KEYS.get(field.id);
  return key ? withPart(selection, key, chosen.length === 0 ? undefined : (chosen as never)) : selection;
}

/** The selection without anything asked in this condition. */
export function without(field: Field, selection: Selection): Selection {
  if (field.kind === 'text') return withPart(selection, 'text', undefined);
  if (field.kind === 'noted') return withPart(selection, 'noted', undefined);
  if (field.kind === 'dates') return withPart(withPart(selection, 'from', undefined), 'to', undefined);
  return withChosen(field, selection, []);
}

/** The selection with one part set, or taken away where it is undefined. */
export function withPart<Key extends keyof Selection>(
  selection: Selection,
  key: Key,
  value: Selection[Key] | undefined,
): Selection {
  const { [key]: _, ...others } = selection;
  return value === undefined ? others : { ...others, [key]: value };
}

/** Does the selection ask for nothing at all? */
export const isEverything = (selection: Selection): boolean => Object.keys(selection).length === 0;
