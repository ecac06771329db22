import type { Span } from '../../text/span';
import { checkedText } from '../marks/check-file';
import { usableName } from '../marks/usable-name';
import { listOf, record, wordsIn } from '../web-json';

/** A labelled place as a row has it; offsets in whatever the row counts. */
export interface Label {
  readonly key: string;
  readonly label: string;
  readonly place: Span;
}

/** What a row of doccano says. */
export interface DoccanoRow {
  readonly text: string;
  readonly id: string;
  readonly title: string | undefined;
  readonly labels: readonly Label[];
  readonly relations: readonly { readonly from: string; readonly to: string; readonly type: string }[];
  readonly hasRelations: boolean;
  /** Labels of the text as a whole. */
  readonly categories: readonly string[];
  readonly comments: readonly string[];
  /** Whatever else stands in the row, as "key: value". */
  readonly metadata: readonly string[];
  readonly carried: unknown;
  /** How many labels had no sense. */
  readonly odd: number;
}

const KNOWN = new Set([
  'id',
  'text',
  'data',
  'title',
  'label',
  'labels',
  'entities',
  'relations',
  'cats',
  'Comments',
]);
/** More would not be a category but a text to a text. */
const LONGEST_CATEGORY = 60;

/** Reads a row, of a project with relations or without. Throws an Error when it has no text. */
export function doccanoRow(value: unknown): DoccanoRow {
  const row = record(value);
  const text = checkedText(row.text ?? row.data, 'the row');
  const listed = [row.label ?? row.labels, row.entities].flatMap(listOf);
  const marks = listed.filter((item) => typeof item === 'object' && item !== null);
  const labels = marks.map(labelOf);
  const keys = new Set<string>();
  const sound = labels.filter(
    (label): label is Label => label !== null && !keys.has(label.key) && !!keys.add(label.key),
  );
  const named = [...listed, ...listOf(row.cats)].filter((item) => typeof item === 'string');
  const categories = named.filter((item) => item.trim() !== '' && item.length <= LONGEST_CATEGORY);
  const relations = listOf(row.relations).map((item) => {
    const { from_id, to_id, type } = record(item);
    return { from: wordsIn(from_id), to: wordsIn(to_id), type: usableName(wordsIn(type), 'link') };
  });
  const comments = listOf(row.Comments).flatMap((item) => {
    const comment = typeof item === 'string' ? item : (record(item).comment ?? record(item).text);
    return typeof comment === 'string' && comment.trim() !== '' ? [comment] : [];
  });
  const metadata = Object.entries(row).flatMap(([key, item]) =>
    KNOWN.has(key) || key === 'marginalia' || item === null || typeof item === 'object'
      ? []
      : `${key}: ${String(item)}`,
  );
  return {
    text,
    id: typeof row.id === 'number' || typeof row.id === 'string' ? String(row.id) : '',
    title: typeof row.title === 'string' && row.title.trim() !== '' ? row.title.trim() : undefined,
    labels: sound,
    relations,
    hasRelations: row.entities !== undefined,
    categories,
    comments,
    metadata,
    carried: row.marginalia ?? undefined,
    odd: listed.length - sound.length - named.length + (named.length - categories.length),
  };
}

/** `[start, end, label]`, or the same as a record; null for anything else. */
function labelOf(item: unknown, at: number): Label | null {
  const { id, label, start_offset, end_offset } = Array.isArray(item)
    ? record({ start_offset: item[0], end_offset: item[1], label: item[2] })
    : record(item);
  if (typeof start_offset !== 'number' || typeof end_offset !== 'number') return null;
  if (typeof label !== 'string' && typeof label !== 'number') return null;
  return {
    key: wordsIn(id) || `label ${at + 1}`,
    label: usableName(String(label), 'label'),
    place: { start: start_offset, end: end_offset },
  };
}
