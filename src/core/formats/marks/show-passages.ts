import type { Annotation } from '../../project/model';
import type { Span } from '../../text/span';
import { orderedEntries } from '../ordered-entries';
import { CONTINUES, type Piece, type PieceLink, type Shown } from './piece';

/** What a format can show of an annotation besides its label and passages. */
export interface Shows {
  readonly values?: boolean;
  readonly notes?: boolean;
  readonly links?: boolean;
  /** The passage as the format can mark it (UTF-16), or null when it cannot. Absent: any passage as it is. */
  readonly passage?: (span: Span) => Span | null;
}

/**
 * Annotations of one article as a format shows them that knows no discontinuous ones: a piece for each passage,
 * the first with the annotation's id as its key, the others with "_2", "_3" … behind it and linked to the first.
 * Roles that point at annotations shown here are links. What speaks of the whole article is not shown.
 */
export function showPassages(annotations: readonly Annotation[], shows: Shows): Shown {
  const pieces: Piece[] = [];
  const links: PieceLink[] = [];
  const owners = new Map<string, string>();
  for (const annotation of annotations) {
    const { id, layer, spans } = annotation;
    const passages = spans.flatMap((span) => (shows.passage ? (shows.passage(span) ?? []) : span));
    passages.forEach((span, at) => {
      const key = at === 0 ? id : `${id}_${at + 1}`;
      const first = at === 0;
      const values = first && shows.values ? orderedEntries(annotation.attributes) : [];
      pieces.push({
        key,
        label: layer,
        spans: [span],
        values: values.map(([name, value]) => ({ name, value })),
        note: first && shows.notes ? annotation.note : '',
      });
      owners.set(key, id);
      if (!first && shows.links) links.push({ from: key, role: CONTINUES, to: { piece: id } });
    });
  }
  return { pieces, links: shows.links ? [...links, ...linksBetween(annotations, owners)] : [], owners };
}

/** One link for every role that points at an annotation shown, each end once for each role. */
function linksBetween(
  annotations: readonly Annotation[],
  shown: ReadonlyMap<string, string>,
): readonly PieceLink[] {
  const links = new Map<string, PieceLink>();
  for (const { id, roles } of annotations) {
    if (!shown.has(id)) continue;
    for (const [role, targets] of orderedEntries(roles)) {
      for (const target of targets) {
        if (!('annotation' in target) || target.annotation === id || !shown.has(target.annotation)) continue;
        const link = { from: id, role, to: { piece: target.annotation } };
        links.set(JSON.stringify(link), link);
      }
    }
  }
  return [...links.values()];
}
