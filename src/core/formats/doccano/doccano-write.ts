import type { Layer } from '../../project/codebook';
import { HEX } from '../marks/colours';
import type { Shown } from '../marks/piece';

/** A row of a project that labels spans: `[start, end, label]`, in the order in which doccano exports them. */
export function spanRow(id: number, text: string, { pieces }: Shown, carried: object): object {
  const label = pieces.map(({ label, spans: [span] }) => [span!.start, span!.end, label] as const);
  const sorted = [...label].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
  return { id, text, label: sorted, marginalia: carried };
}

/** A row of a project with relations; `next` gives ids that no other row of the file has. */
export function relationRow(
  id: number,
  text: string,
  { pieces, links }: Shown,
  carried: object,
  next: () => number,
): object {
  const ids = new Map(pieces.map(({ key }) => [key, next()]));
  const entities = pieces.map(({ key, label, spans: [span] }) => ({
    id: ids.get(key)!,
    label,
    start_offset: span!.start,
    end_offset: span!.end,
  }));
  const relations = links.flatMap(({ from, role, to }) => {
    const to_id = 'piece' in to ? ids.get(to.piece) : undefined;
    return to_id === undefined ? [] : [{ id: next(), from_id: ids.get(from)!, to_id, type: role }];
  });
  return { id, text, entities, relations, marginalia: carried };
}

/** A file of labels for doccano's page Labels, each key of the keyboard given once. */
export function labelsFile(
  labels: readonly (Pick<Layer, 'id'> & Partial<Pick<Layer, 'key' | 'colour'>>)[],
): string {
  const keys = new Set<string>(['']);
  const rows = labels.map(({ id, key, colour = 'neutral' }) => {
    const suffix_key = key === undefined || keys.has(key) ? null : key;
    if (suffix_key !== null) keys.add(suffix_key);
    return {
      text: id,
      prefix_key: null,
      suffix_key,
      background_color: HEX[colour].line,
      text_color: '#ffffff',
    };
  });
  return `${JSON.stringify(rows, null, 2)}\n`;
}
