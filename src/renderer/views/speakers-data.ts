import type { Speaker } from '../../core/project/model';
import type { Register } from '../../core/project/register';
import { NO_TALLY } from '../../core/project/register';

/** Stands in the state where a speaker's id would: the page of mentions not linked yet. No id begins so. */
export const UNLINKED = '?';

export type Sorting = 'name' | 'most';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** The register as a list: those whose name, alias, role or affiliation holds every word of the query, sorted. */
export function speakersListed(
  speakers: ReadonlyMap<string, Speaker>,
  { tallies }: Register,
  query: string,
  sorting: Sorting,
): readonly Speaker[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const weight = ({ id }: Speaker) => {
    const { mentions, statements } = tallies.get(id) ?? NO_TALLY;
    return mentions + statements;
  };
  return [...speakers.values()]
    .filter((speaker) => {
      const { name, aliases, kind, role, affiliation } = speaker;
      const text = plain([name, ...aliases, kind, role, affiliation].filter(Boolean).join('\n'));
      return words.every((word) => text.includes(word));
    })
    .sort(
      (a, b) =>
        (sorting === 'most' ? weight(b) - weight(a) : 0) ||
        collator.compare(a.name, b.name) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Text for comparing: no case, no accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
