import type { Region } from '../read/region';
import { nameRuns } from './name-runs';
import type { People } from './people';
import type { Person } from './person';
import type { Gender } from './titles';
import { ROLES } from './titles';

/** Whom “the mayor” means: the only one the article calls so, or the one of them named last before `at` (UTF-16). */
export function holderOf(role: string, at: number, people: People): Person | null {
  const holders = people.all.filter(({ roles, human }) => human && roles.has(role));
  if (holders.length < 2) return holders[0] ?? null;
  return (
    people.places.findLast(({ person, start }) => start < at && holders.includes(person))?.person ?? null
  );
}

/** Someone that a sentence begins with and calls by what they are: “The minister shook her head.” */
export interface Unnamed {
  readonly role: string;
  readonly gender: Gender | null;
  /** “the”, and not “a” or “its”: someone known before? */
  readonly definite: boolean;
}

const OPENS = /^(?:the|a|an|one|another|his|her|its|their|this|that)$/u;

/** The unnamed person a sentence (indexes of tokens) begins with, or null. */
export function unnamedSubject(region: Region, from: number, to: number): Unnamed | null {
  const { tokens } = region;
  const first = tokens[from];
  if (!first || !OPENS.test(first.lower)) return null;
  const runs = nameRuns(region);
  for (let at = from + 1; at < Math.min(to, from + 6); at++) {
    const { kind, lower, possessive } = tokens[at]!;
    if (kind !== 'word') return null;
    if (possessive || !ROLES.has(lower) || /[^s]s$/u.test(lower)) continue;
    const next = tokens[at + 1];
    if (next && ROLES.has(next.lower)) continue;
    // A name beside it says who it is.
    if (runs.has(at + 1) || (next?.lower === ',' && runs.has(at + 2))) return null;
    return {
      role: lower,
      gender: ROLES.get(lower) ?? null,
      definite: first.lower === 'the' && at - from < 3,
    };
  }
  return null;
}
