import type { Codebook } from '../../project/codebook';
import { isoTime, layerNamed } from '../marks/layer-named';
import type { Unplaced } from '../marks/set-down';
import { type Json, listOf, record } from '../web-json';
import type { Selected } from '../web-place';
import { selectedBy } from '../web-selectors';

/** An annotation of Hypothesis, as far as we use it. */
export interface HypothesisRow {
  readonly id: string;
  readonly uri: string;
  /** The name of the account: "ida" of "acct:ida@hypothes.is". */
  readonly account: string;
  /** The name that the person shows, '' = none. */
  readonly shown: string;
  readonly created: string | undefined;
  readonly text: string;
  readonly tags: readonly string[];
  /** Ids of the annotations that it replies to, the first of the thread first. */
  readonly references: readonly string[];
  /** None = it is about the page. */
  readonly passages: readonly Selected[] | null;
}

/** Throws an Error for what is not of the form. */
export function hypothesisRow(item: Json): HypothesisRow {
  const targets = listOf(item.target).map(record);
  const text = (value: unknown, what: string) => {
    if (value === undefined || value === null) return '';
    if (typeof value !== 'string') throw new Error(`${what} is no text`);
    return value;
  };
  const texts = (value: unknown, what: string) => listOf(value).map((each) => text(each, what));
  const selected = targets
    .filter(({ selector }) => listOf(selector).length > 0)
    .map(({ selector }) => selectedBy(listOf(selector)));
  const account = text(item.user, 'user')
    .replace(/^acct:/, '')
    .replace(/@[^@]*$/, '');
  const shown = record(item.user_info).display_name;
  return {
    id: text(item.id, 'id'),
    uri: text(item.uri, 'uri') || text(targets[0]?.source, 'source'),
    account,
    shown: typeof shown === 'string' ? shown.trim() : '',
    created: isoTime(item.created),
    text: text(item.text, 'text').trim(),
    tags: texts(item.tags, 'a tag').filter((tag) => tag.trim() !== ''),
    references: texts(item.references, 'a reference'),
    passages: selected.every(({ quote }) => quote) ? selected : null,
  };
}

/**
 * Annotations with their replies in their notes. Every tag is a layer; without tags a note is a `note`, and what has no
 * words either a `highlight`. `orphans`: replies to annotations that are not among the rows.
 */
export function hypothesisItems(
  rows: readonly HypothesisRow[],
  codebook: Codebook,
): { readonly items: readonly Unplaced[]; readonly orphans: number } {
  const known = new Set(rows.map(({ id }) => id));
  const shown = new Map(rows.flatMap((row) => (row.shown === '' ? [] : [[row.account, row.shown] as const])));
  const nameOf = ({ account }: HypothesisRow) => shown.get(account) ?? account;
  const isReply = ({ references }: HypothesisRow) => references.some((id) => known.has(id));
  const replies = new Map<string, HypothesisRow[]>();
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of rows.filter(isReply)) {
    const root = rootOf(row, byId);
    replies.set(root, [...(replies.get(root) ?? []), row]);
  }
  let orphans = 0;
  const items = rows.flatMap((row, at): Unplaced[] => {
    if (isReply(row)) return [];
    const orphan = row.references.length > 0;
    if (orphan) orphans++;
    const thread = [...(replies.get(row.id) ?? [])].sort((a, b) => order(a, b));
    const note = [row.text, ...thread.map((reply) => said(reply, nameOf(reply)))]
      .filter((text) => text !== '')
      .join('\n\n');
    const layers = [...new Set(row.tags.map((tag) => layerNamed(codebook, tag)))];
    const otherwise = row.text === '' ? 'highlight' : 'note';
    return [
      {
        key: row.id || `annotation ${at + 1}`,
        source: row.uri,
        passages: orphan ? [] : row.passages,
        labels: layers.length > 0 ? layers : [otherwise],
        about: {
          values: [],
          note,
          ...(nameOf(row) ? { by: nameOf(row) } : {}),
          ...(row.created ? { at: row.created } : {}),
        },
      },
    ];
  });
  return { items, orphans };
}

/** The first annotation of the thread that is among the rows, and no reply itself. */
function rootOf(row: HypothesisRow, byId: ReadonlyMap<string, HypothesisRow>): string {
  const seen = new Set<string>();
  let at = row;
  while (!seen.has(at.id)) {
    seen.add(at.id);
    const above = at.references.map((id) => byId.get(id)).find((found) => found && !seen.has(found.id));
    if (!above) break;
    at = above;
  }
  return at.id;
}

function order(a: HypothesisRow, b: HypothesisRow): number {
  return (a.created ?? '') < (b.created ?? '') ? -1 : 1;
}

function said({ text, tags }: HypothesisRow, name: string): string {
  const words = [text, ...(tags.length > 0 ? [`[${tags.join(', ')}]`] : [])].filter(Boolean).join(' ');
  return name && words ? `${name}: ${words}` : words;
}
