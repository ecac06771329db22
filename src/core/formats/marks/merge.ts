import { sameValue } from '../../change/same-value';
import type { Annotation, Target } from '../../project/model';
import { contextOf } from '../../text/context';
import { normalise } from '../../text/span';
import type { LinkEnd, Piece, Pieces, PieceValue, Shown } from './piece';
import { relink } from './relink';

/** How pieces are known again: by their keys, or, in formats that make new ones, by their place and label. */
export type Recognise = 'key' | 'place';

export interface Merged {
  /** The annotations that are still there; those that nothing was changed of are the very same objects. */
  readonly annotations: readonly Annotation[];
  /** Pieces and links that are new; links lead from or to keys of new pieces, or ids of annotations. */
  readonly fresh: Pieces;
  /** Speakers and claims that new links name. */
  readonly named: readonly LinkEnd[];
}

/**
 * Annotations of ours that came back from another tool. `carried` is what the file carried of them unseen, `base`
 * how the format had shown them, `found` what it shows now: what is as it was shown is believed to be as carried,
 * with all that the format cannot show; whatever differs was changed in the other tool, and that counts.
 */
export function merge(
  text: string,
  carried: readonly Annotation[],
  base: Shown,
  found: Pieces,
  recognise: Recognise,
): Merged {
  const pairs = paired(base.pieces, found.pieces, recognise);
  const ownKey = new Map([...pairs].map(([key, piece]) => [piece.key, key]));
  const owned = new Map<string, Piece[]>();
  for (const piece of base.pieces) {
    const owner = base.owners.get(piece.key)!;
    const list = owned.get(owner);
    if (list) list.push(piece);
    else owned.set(owner, [piece]);
  }
  const kept = new Map<string, Annotation>();
  for (const annotation of carried) {
    const before = owned.get(annotation.id) ?? [];
    const after = before.flatMap((piece) => pairs.get(piece.key) ?? []);
    if (before.length > 0 && after.length === 0) continue;
    const next = before.length === 0 ? annotation : withPieces(text, annotation, before, after);
    kept.set(annotation.id, next);
  }
  forget(carried, kept);
  const links = relink(base, found, ownKey, kept);
  return {
    annotations: [...kept.values()],
    fresh: { pieces: found.pieces.filter(({ key }) => !ownKey.has(key)), links: links.fresh },
    named: links.named,
  };
}

/** Takes links to annotations that are gone from those that are still there, shown or not. */
function forget(carried: readonly Annotation[], kept: Map<string, Annotation>): void {
  const gone = new Set(carried.flatMap(({ id }) => (kept.has(id) ? [] : id)));
  if (gone.size === 0) return;
  const lost = (target: Target) => 'annotation' in target && gone.has(target.annotation);
  for (const [id, annotation] of kept) {
    if (!Object.values(annotation.roles).some((targets) => targets.some(lost))) continue;
    const roles = Object.entries(annotation.roles).flatMap(([role, targets]) => {
      const left = targets.filter((target) => !lost(target));
      return left.length > 0 ? [[role, left] as const] : [];
    });
    kept.set(id, { ...annotation, roles: Object.fromEntries(roles) });
  }
}

function paired(
  base: readonly Piece[],
  found: readonly Piece[],
  recognise: Recognise,
): ReadonlyMap<string, Piece> {
  const signOf = (piece: Piece) =>
    recognise === 'key' ? piece.key : JSON.stringify([piece.label, piece.spans]);
  const waiting = new Map<string, Piece[]>();
  for (const piece of [...found].reverse()) {
    const sign = signOf(piece);
    const list = waiting.get(sign);
    if (list) list.push(piece);
    else waiting.set(sign, [piece]);
  }
  const pairs = new Map<string, Piece>();
  for (const piece of base) {
    const match = waiting.get(signOf(piece))?.pop();
    if (match) pairs.set(piece.key, match);
  }
  return pairs;
}

/** The annotation as its pieces say now; the very same when they say what they said. */
function withPieces(
  text: string,
  annotation: Annotation,
  before: readonly Piece[],
  after: readonly Piece[],
): Annotation {
  const spansOf = (pieces: readonly Piece[]) => normalise(pieces.flatMap(({ spans }) => spans));
  const [was, is] = [before[0]!, after[0]!];
  const moved = !sameValue(spansOf(before), spansOf(after));
  // The first passage bears the values and the note; without it there is nothing to compare.
  const first = moved && before.length > after.length && !sameValue(was.spans, is.spans) ? was : is;
  const renamed = was.label !== is.label;
  const noted = was.note !== first.note;
  const valued = !sameValue(was.values, first.values);
  if (!moved && !renamed && !noted && !valued) return annotation;
  const spans = moved ? spansOf(after) : annotation.spans;
  return {
    ...annotation,
    layer: renamed ? is.label : annotation.layer,
    spans,
    ...(moved ? contextOf(text, spans) : {}),
    attributes: valued ? revalued(annotation.attributes, was.values, first.values) : annotation.attributes,
    note: noted ? first.note : annotation.note,
  };
}

function revalued(
  attributes: Annotation['attributes'],
  was: readonly PieceValue[],
  is: readonly PieceValue[],
): Annotation['attributes'] {
  const values = new Map(Object.entries(attributes));
  const before = new Map(was.map(({ name, value }) => [name, value]));
  const after = new Map(is.map(({ name, value }) => [name, value]));
  for (const name of before.keys()) if (!after.has(name)) values.delete(name);
  for (const [name, value] of after) if (!sameValue(before.get(name), value)) values.set(name, value);
  return Object.fromEntries(values);
}
