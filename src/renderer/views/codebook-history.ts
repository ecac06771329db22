import type { Revision } from '../../core/project/codebook';

/** The versions of one day: "1.3 to 1.7, 21 Nov 2024" and what was done, each once. Newest first. */
export interface Day {
  readonly title: string;
  readonly what: readonly string[];
}

/** Versions as a list to read: those made on one day stand together. */
export function byDay(history: readonly Revision[]): readonly Day[] {
  const days = new Map<string, Revision[]>();
  for (const revision of [...history].reverse()) {
    const day = new Date(revision.at).toLocaleDateString(undefined, { dateStyle: 'medium' });
    const known = days.get(day);
    if (known) known.push(revision);
    else days.set(day, [revision]);
  }
  return Array.from(days, ([day, list]) => {
    const [last, first] = [list[0]!.version, list.at(-1)!.version];
    return {
      title: `${first === last ? last : `${first} to ${last}`}, ${day}`,
      what: [...new Set(list.map(({ what }) => what.charAt(0).toUpperCase() + what.slice(1)))],
    };
  });
}
