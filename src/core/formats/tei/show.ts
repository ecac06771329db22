import type { Annotation, AttributeValue, Target } from '../../project/model';
import type { LinkEnd, Piece, PieceLink, Shown } from '../marks/piece';
import { orderedEntries } from '../ordered-entries';
import { xmlSafe } from '../uima/xml-text';

/** Names of the entries of registers by id. */
export interface EntryNames {
  readonly speakers: ReadonlyMap<string, { readonly name: string }>;
  readonly claims: ReadonlyMap<string, { readonly wording: string }>;
}

/**
 * Annotations of one article as TEI shows them: a piece for each, whatever its passages, and a link for every target
 * of a role that a document can point at. The author is no such link, and what is elsewhere is none either.
 */
export function showInTei(annotations: readonly Annotation[], entries: EntryNames): Shown {
  const known = new Set(annotations.map(({ id }) => id));
  const pieces = annotations.map(
    ({ id, layer, spans, attributes, note }): Piece => ({
      key: id,
      label: layer,
      spans,
      values: orderedEntries(attributes).map(([name, value]) => ({ name, value: safeValue(value) })),
      note: xmlSafe(note),
    }),
  );
  const links = annotations.flatMap(({ id, roles }) =>
    orderedEntries(roles).flatMap(([role, targets]) =>
      targets.flatMap((target): PieceLink[] => {
        const to = endOf(target, known, entries);
        return to ? [{ from: id, role, to }] : [];
      }),
    ),
  );
  return { pieces, links, owners: new Map(annotations.map(({ id }) => [id, id])) };
}

function endOf(target: Target, known: ReadonlySet<string>, { speakers, claims }: EntryNames): LinkEnd | null {
  if ('spans' in target) return { spans: target.spans };
  if ('annotation' in target) return known.has(target.annotation) ? { piece: target.annotation } : null;
  if ('speaker' in target) {
    const speaker = speakers.get(target.speaker);
    return speaker ? { speaker: target.speaker, name: xmlSafe(speaker.name) } : null;
  }
  if ('author' in target) return null;
  return { claim: target.claim, wording: xmlSafe(claims.get(target.claim)?.wording ?? '') };
}

function safeValue(value: AttributeValue): AttributeValue {
  if (typeof value === 'object') return value.map(xmlSafe);
  return typeof value === 'string' ? xmlSafe(value) : value;
}
