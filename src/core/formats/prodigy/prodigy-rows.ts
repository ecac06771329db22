import type { Span } from '../../text/span';
import { checkedText } from '../marks/check-file';
import { usableName } from '../marks/usable-name';
import { type Json, listOf, numberIn, record, wordsIn } from '../web-json';

/** A labelled place; offsets in characters of whatever kind. */
export interface RowSpan {
  readonly label: string;
  readonly place: Span;
}

/** What a row of Prodigy or spaCy says. */
export interface TokenRow {
  readonly text: string;
  readonly title: string | undefined;
  readonly by: string | undefined;
  readonly spans: readonly RowSpan[];
  /** Relations between spans, by their numbers. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly role: string }[];
  /** Could the row hold relations? spaCy's cannot. */
  readonly hasRelations: boolean;
  /** Labels of the text as a whole. */
  readonly categories: readonly string[];
  /** Tokens with their words, to see what offsets count. */
  readonly tokens: readonly { readonly place: Span; readonly words: string | undefined }[];
  /** Was the row turned down? */
  readonly rejected: boolean;
  readonly metadata: readonly string[];
  readonly carried: unknown;
  readonly odd: number;
}

/** Reads a row. Throws an Error when it has no text. */
export function tokenRow(value: unknown): TokenRow {
  // Training data of old: ["text", {"entities": [[0, 3, "X"]]}].
  const [said, about] = Array.isArray(value) ? value : [];
  const row = Array.isArray(value) ? { text: said, ...record(about) } : record(value);
  const read: Json = row;
  const text = checkedText(read.text, 'the row');
  const tokens = listOf(read.tokens).map((token) => {
    const { start, end, text: words } = record(token);
    return {
      place: { start: numberIn(start), end: numberIn(end) },
      words: typeof words === 'string' ? words : undefined,
    };
  });
  const listed = spansIn(read).map(({ span, group }) => spanOf(span, group, tokens));
  const spans = listed.filter((span) => span !== null);
  const meta = record(read.meta);
  const title = meta.title ?? read.title;
  const by = read._annotator_id ?? read._session_id;
  return {
    text,
    title: typeof title === 'string' && title.trim() !== '' ? title.trim() : undefined,
    by: typeof by === 'string' && by !== '' ? by : undefined,
    spans,
    links: listOf(read.relations).flatMap((relation) => linkOf(record(relation), spans, tokens)),
    hasRelations: Array.isArray(read.relations),
    categories: categoriesOf(read),
    tokens,
    rejected: read.answer !== undefined && read.answer !== 'accept',
    metadata: Object.entries(meta).flatMap(([key, item]) =>
      item === null || typeof item === 'object' || key === 'title' ? [] : `${key}: ${String(item)}`,
    ),
    carried: read.marginalia ?? record(read._).marginalia ?? undefined,
    odd: listed.length - spans.length,
  };
}

interface Listed {
  readonly span: Json;
  readonly group: string;
}

/** Spans of Prodigy (a list), of spaCy (groups of lists) and entities, as records or as [start, end, label]. */
function spansIn({ spans, ents, entities }: Json): readonly Listed[] {
  const of = (list: unknown, group: string) =>
    listOf(list).map((item) => {
      const span = Array.isArray(item)
        ? record({ start: item[0], end: item[1], label: item[2] })
        : record(item);
      return { span, group };
    });
  const groups = Array.isArray(spans)
    ? of(spans, '')
    : Object.entries(record(spans)).flatMap(([group, list]) => of(list, group));
  return [...groups, ...of(ents, ''), ...of(entities, '')];
}

/** A span by its characters, or, where only tokens are named, by those: `token_end` is the last of them. */
function spanOf(span: Json, group: string, tokens: TokenRow['tokens']): RowSpan | null {
  const label = typeof span.label === 'string' && span.label !== '' ? span.label : group;
  const start = span.start ?? tokens[numberIn(span.token_start)]?.place.start;
  const end = span.end ?? tokens[numberIn(span.token_end)]?.place.end;
  if (typeof start !== 'number' || typeof end !== 'number') return null;
  return { label: usableName(label, 'span'), place: { start, end } };
}

function linkOf(relation: Json, spans: readonly RowSpan[], tokens: TokenRow['tokens']): TokenRow['links'] {
  const find = (side: 'head' | 'child') => {
    const { start, end, label } = record(relation[`${side}_span`]);
    const there = (span: RowSpan) => span.place.start === start && span.place.end === end;
    const exact = spans.findIndex((span) => there(span) && span.label === label);
    if (exact >= 0) return exact;
    const near = spans.findIndex(there);
    if (near >= 0) return near;
    const token = tokens[numberIn(relation[side])]?.place;
    return token ? spans.findIndex(({ place }) => place.start <= token.start && token.end <= place.end) : -1;
  };
  const [from, to] = [find('head'), find('child')];
  return from < 0 || to < 0 ? [] : [{ from, to, role: usableName(wordsIn(relation.label), 'related') }];
}

/** Longer is no category. */
const LONGEST_CATEGORY = 60;

/** Of a text as a whole: Prodigy's label or chosen options, and spaCy's categories that are more likely than not. */
function categoriesOf({ label, accept, cats }: Json): readonly string[] {
  const likely = Object.entries(record(cats)).flatMap(([name, score]) =>
    numberIn(score) >= 0.5 ? name : [],
  );
  const named = [label, ...listOf(accept)].filter((name) => typeof name === 'string');
  return [...named, ...likely].filter((name) => name.trim() !== '' && name.length <= LONGEST_CATEGORY);
}
