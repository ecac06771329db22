import type { Codebook } from '../../project/codebook';
import type { Offsets } from '../../text/offsets';
import { attributeOf } from '../attribute-values';
import type { Piece, PieceLink, Shown } from '../marks/piece';
import { controlName, controlType, controlValue, LABELS, TEXT } from './controls';

/** One item of an annotation's `result` list. */
export type LsResult = Readonly<Record<string, unknown>>;

/**
 * What is shown, as Label Studio's results: a region for each piece, results of controls with the region's id for its
 * values, and relations. Offsets are code points, as its editor counts them today.
 */
export function resultsOf(
  { pieces, links }: Shown,
  text: string,
  offsets: Offsets,
  codebook: Codebook,
): readonly LsResult[] {
  const regions = pieces.flatMap((piece) => {
    const [span] = piece.spans;
    const place = { start: offsets.fromUtf16(span!.start), end: offsets.fromUtf16(span!.end) };
    return regionResults(piece, { ...place, text: text.slice(span!.start, span!.end) }, codebook);
  });
  return [...regions, ...relationResults(links)];
}

function regionResults(
  { key, label, values, note }: Piece,
  place: { readonly start: number; readonly end: number; readonly text: string },
  codebook: Codebook,
): readonly LsResult[] {
  const base = { id: key, to_name: TEXT, origin: 'manual' };
  const region = {
    ...base,
    from_name: LABELS,
    type: 'labels',
    value: { ...place, labels: [label] },
    ...(note === '' ? {} : { meta: { text: [note] } }),
  };
  const controls = values.map(({ name, value }) => {
    const type = controlType(attributeOf(codebook, label, name), value);
    return {
      ...base,
      from_name: controlName(codebook, label, name),
      type,
      value: { ...place, ...controlValue(type, value) },
    };
  });
  return [region, ...controls];
}

/** One relation for each pair of regions, whichever way round: the editor has no room for a second. */
function relationResults(links: readonly PieceLink[]): readonly LsResult[] {
  const pairs = new Map<string, { from: string; to: string; labels: string[] }>();
  for (const { from, role, to } of links) {
    if (!('piece' in to)) continue;
    const pair = [from, to.piece].sort().join(' ');
    const known = pairs.get(pair) ?? { from, to: to.piece, labels: [] };
    pairs.set(pair, known);
    if (known.from === from) known.labels.push(role);
  }
  return [...pairs.values()].map(({ from, to, labels }) => ({
    from_id: from,
    to_id: to,
    type: 'relation',
    direction: 'right',
    labels,
  }));
}
