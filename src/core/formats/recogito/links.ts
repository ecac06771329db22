import type { JsonRow } from '../marks/json-rows';
import type { PieceLink } from '../marks/piece';
import { usableName } from '../marks/usable-name';
import { type Json, listOf, record, wordsIn } from '../web-json';
import { bodiesIn } from './items';

/**
 * The rows that link annotations, and those that are annotations themselves. A link is one whose targets are two
 * annotations of the file, or its target one and its body the other; its tag names the role.
 */
export function recogitoLinks(rows: readonly JsonRow[]): {
  readonly links: readonly PieceLink[];
  readonly own: readonly JsonRow[];
} {
  const known = new Set(rows.flatMap(({ item }) => (typeof item.id === 'string' ? [item.id] : [])));
  const links: PieceLink[] = [];
  const own = rows.filter(({ item }) => {
    const [from, to] = endsOf(item).filter((id) => known.has(id));
    if (from === undefined || to === undefined) return true;
    const tag = bodiesIn(item).find(
      ({ purpose, value }) => purpose === 'tagging' && typeof value === 'string',
    );
    links.push({ from, role: usableName(wordsIn(tag?.value), 'link'), to: { piece: to } });
    return false;
  });
  return { links, own };
}

function endsOf(item: Json): readonly string[] {
  const { from, to } = record(record(item.target).selector);
  const ends = from === undefined ? [...listOf(item.target), ...listOf(item.body)] : [from, to];
  return ends.flatMap((end) => {
    const id = typeof end === 'object' ? record(end).id : end;
    return typeof id === 'string' ? [id] : [];
  });
}
