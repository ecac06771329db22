import type { Region } from '../read/read-article';
import type { People, Person, Place } from './people';
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
  const named = people.places.filter(
    (place) =>
      place.start < at &&
      place.region.within === null &&
      region.at - place.region.at < REACH &&
      fits(place.person),
  );
  const meant = understood.filter(
    ({ start, person, region: there }) => start < at && region.at - there.at < REACH && fits(person),
  );
  const last = named.at(-1);
  const lastMeant = meant.at(-1);
  if (lastMeant && (!last || lastMeant.start > sentenceStart(last))) return lastMeant.person;
  if (!last) return null;
  const same = named.filter((place) => place.region === last.region && place.sentence === last.sentence);
  return best(same, gender).person;
}

function sentenceStart({ region, sentence }: Place): number {
  return region.tokens[region.sentences[sentence]?.from ?? 0]!.start;
}

/** Of those named in one sentence: a known gender before a guess, a name before a possessive, the first. */
function best(places: readonly Place[], gender: Gender): Place {
  const rank = ({ person, possessive }: Place) => (person.gender === gender ? 0 : 2) + (possessive ? 1 : 0);
  return [...places].sort((a, b) => rank(a) - rank(b) || a.start - b.start)[0]!;
}
