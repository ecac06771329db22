import { normalise } from '../../text/span';
import { CONTINUES, type Piece, type Pieces } from './piece';

/** A piece with all its passages, and the keys of the pieces they were. */
export interface Joined {
  readonly piece: Piece;
  readonly keys: readonly string[];
}

/** Pieces in their order, those joined that are linked as passages of one annotation and bear the same label. */
export function joinPassages({ pieces, links }: Pieces): readonly Joined[] {
  const byKey = new Map(pieces.map((piece) => [piece.key, piece]));
  const onto = new Map<string, string>();
  for (const { from, role, to } of links) {
    if (role !== CONTINUES || !('piece' in to)) continue;
    const [first, further] = [byKey.get(to.piece), byKey.get(from)];
    if (first && further && first.label === further.label) onto.set(from, to.piece);
  }
  const groups = new Map<string, Piece[]>();
  const roots = new Map<string, string>();
  for (const piece of pieces) {
    const root = rootOf(piece.key, onto, roots);
    const group = groups.get(root);
    if (group) group.push(piece);
    else groups.set(root, [piece]);
  }
  return [...groups].map(([root, group]) => {
    const first = byKey.get(root)!;
    const spans = group.length === 1 ? first.spans : normalise(group.flatMap((piece) => piece.spans));
    return { piece: { ...first, spans }, keys: group.map(({ key }) => key) };
  });
}

/** The first passage of all, also when passages are linked in a chain; pieces linked in a circle are one too. */
function rootOf(key: string, onto: ReadonlyMap<string, string>, roots: Map<string, string>): string {
  const seen = new Set([key]);
  let at = key;
  for (let next = onto.get(at); next !== undefined && !seen.has(next); next = onto.get(at)) {
    at = roots.get(next) ?? next;
    if (seen.has(at)) break;
    seen.add(at);
  }
  for (const step of seen) roots.set(step, at);
  return at;
}
