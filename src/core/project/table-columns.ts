import type { Attribute, Codebook } from './codebook';

/** The columns that every table has, whatever the codebook; the codebook's attributes follow them. */
const FIXED = [
  ['layer', 'Layer'],
  ['passage', 'Passage'],
  ['value', 'Value'],
  ['speaker', 'Speaker'],
  ['about', 'About'],
  ['claim', 'Claim'],
  ['article', 'Article'],
  ['outlet', 'Outlet'],
  ['date', 'Date'],
  ['status', 'Status'],
  ['certainty', 'Certainty'],
  ['annotator', 'Annotator'],
  ['note', 'Note'],
  ['changed', 'Changed'],
  ['version', 'Codebook version'],
] as const;

export type FixedColumn = (typeof FIXED)[number][0];

/** A column of the table of annotations. */
export type Column =
  | { readonly id: FixedColumn; readonly label: string }
  | {
      /** "attribute:" and the id of the attribute, which several layers may have, each in its own way. */
      readonly id: `attribute:${string}`;
      readonly label: string;
      readonly attribute: string;
    };

/** What a table shows before anybody chose its columns. */
export const FIRST_COLUMNS: readonly string[] = [
  'layer',
  'passage',
  'value',
  'speaker',
  'outlet',
  'date',
  'status',
];

/** Every column there is to choose from: the fixed ones, then one for each attribute id of the codebook. */
export function columnsOf(codebook: Codebook): readonly Column[] {
  const attributes = new Map<string, Column>();
  for (const layer of codebook.layers) {
    for (const { id, label } of layer.attributes) {
      if (!attributes.has(id)) attributes.set(id, { id: `attribute:${id}`, label, attribute: id });
    }
  }
  return [...FIXED.map(([id, label]): Column => ({ id, label })), ...attributes.values()];
}

/** The columns with these ids, in this order; ids that there are no columns for are passed over. */
export function columnsNamed(codebook: Codebook, ids: readonly string[]): readonly Column[] {
  const all = new Map(columnsOf(codebook).map((column) => [column.id as string, column]));
  const wanted = ids.length === 0 ? FIRST_COLUMNS : ids;
  return wanted.flatMap((id) => all.get(id) ?? []);
}

/** The attribute that a column shows of an annotation of a layer: its own, or the first one under "Value". */
export function attributeIn(codebook: Codebook, column: Column, layer: string): Attribute | undefined {
  const attributes = codebook.layers.find(({ id }) => id === layer)?.attributes;
  if (column.id === 'value') return attributes?.[0];
  return 'attribute' in column ? attributes?.find(({ id }) => id === column.attribute) : undefined;
}
