import { oneLine } from './facts';
import { replaceForbidden } from './normalise-text';

/** What a source says of an article beyond the known fields, by the source's own names. */
export type Metadata = Readonly<Record<string, string>>;

const LONGEST_NAME = 200;

/** The same draft with what else is known of it; names and values on one line, empty ones left out. */
export function withMetadata<Draft extends object>(
  draft: Draft,
  pairs: Iterable<readonly [name: string, value: string]>,
): Draft & { readonly metadata?: Metadata } {
  const found = new Map<string, string>();
  for (const [name, value] of pairs) {
    const key = replaceForbidden(oneLine(name).slice(0, LONGEST_NAME).trim());
    const clean = oneLine(replaceForbidden(value));
    if (key !== '' && key !== '__proto__' && clean !== '' && !found.has(key)) found.set(key, clean);
  }
  return found.size === 0 ? draft : { ...draft, metadata: Object.fromEntries(found) };
}
