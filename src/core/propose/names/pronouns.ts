import type { Region } from '../read/read-article';
import type { People, Place } from './people';
import { placesBefore } from './people';
import type { Person } from './person';
import type { Gender } from './titles';

/** A pronoun that has been understood, which later ones may lean on. */
export interface Understood {
  readonly start: number;
  readonly region: Region;
  readonly person: Person;
}

const GENDERS: Readonly<Record<string, Gender>> = { she: 'f', her: 'f', he: 'm', him: 'm' };

/** How many blocks a pronoun may look back. */
const REACH = 4;

/**
 * Whom “he” or “she” at an offset (UTF-16) means: in the nearest sentence before it that names someone who
 * fits, the first who does, outside quotation marks. Who was the last “he” or “she” counts as named there.
 */
export function personOf(
  pronoun: string,
  { at, region }: { readonly at: number; readonly region: Region },
  people: People,
  understood: readonly Understood[],
): Person | null {
  const gender = GENDERS[pronoun.toLowerCase()];
  // Whom a speaker means by “she” is not for the reporter's sentences to tell.
  if (!gender || region.within) return null;
  const fits = ({ human, gender: known }: Person) => human && (known === null || known === gender);
  const named = nearest(people.places, at, region, fits);
  const meant = nearestMeant(understood, at, region, fits);
  const [last] = named;
  if (meant && (!last || meant.start > sentenceStart(last))) return meant.person;
  return last ? best(named, gender).person : null;
}

/** The names of people who fit in the nearest sentence before `at` that has any, the last one first. */
function nearest(
  places: readonly Place[],
  at: number,
  from: Region,
  fits: (person: Person) => boolean,
): readonly Place[] {
  const found: Place[] = [];
  for (let index = placesBefore(places, at) - 1; index >= 0; index--) {
    const place = places[index]!;
    const { region, sentence, person } = place;
    const [last] = found;
    if (from.at - region.at >= REACH) break;
    if (last && (last.region !== region || last.sentence !== sentence)) break;
    if (region.within === null && fits(person)) found.push(place);
  }
  return found;
}

function nearestMeant(
  understood: readonly Understood[],
  at: number,
  from: Region,
  fits: (person: Person) => boolean,
): Understood | null {
  for (let index = understood.length - 1; index >= 0; index--) {
    const next = understood[index]!;
    if (from.at - next.region.at >= REACH) return null;
    if (next.start < at && fits(next.person)) return next;
  }
  return null;
}

function sentenceStart({ region, sentence }: Place): number {
  return region.tokens[sentence]!.start;
}

/** Of those named in one sentence: a known gender before a guess, a name before a possessive, the first. */
function best(places: readonly Place[], gender: Gender): Place {
  const rank = ({ person, possessive }: Place) => (person.gender === gender ? 0 : 2) + (possessive ? 1 : 0);
  return [...places].sort((a, b) => rank(a) - rank(b) || a.start - b.start)[0]!;
}
