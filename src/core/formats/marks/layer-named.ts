import type { Codebook } from '../../project/codebook';
import { folded } from '../../text/folded';
import { usableName } from './usable-name';

/** The layer that a tag of another tool names, by its id or label whatever the case; else the tag itself. */
export function layerNamed({ layers }: Codebook, tag: string): string {
  const sought = folded(tag.trim());
  const known = layers.find(({ id, label }) => folded(id) === sought || folded(label) === sought);
  return known?.id ?? usableName(tag, 'tag');
}

/** A time of another tool in UTC as ISO 8601, or undefined when it is none. */
export function isoTime(time: unknown): string | undefined {
  if (typeof time !== 'string') return undefined;
  const plain = time.replace(/([+-]\d\d)(\d\d)$/, '$1:$2').replace(/(\.\d{3})\d+/, '$1');
  if (!/^\d{4}-\d\d-\d\d/.test(plain) || Number.isNaN(Date.parse(plain))) return undefined;
  return new Date(plain).toISOString();
}
