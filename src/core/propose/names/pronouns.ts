import type { Region } from '../read/region';
import { sentenceOf, tokenBefore } from '../read/region';
import { holderOf, unnamedSubject } from './by-role';
import type { People, Place } from './people';
import { placesBefore } from './people';
import type { Person } from './person';
import type { Gender } from './titles';

/** What has been understood of an article so far, in reading order, which pronouns lean on. */
export interface Story {
  readonly regions: readonly Region[];
  readonly people: People;
  /** Sources met: who it was, or null for people without a name. */
  readonly sources: {
    readonly at: number;
    readonly region: Region;
    readonly person: Person | null;
    readonly gender: Gender | null;
  }[];
  /** Genders that a “he” or “she” has told. */
  readonly learned: Map<Person, Gender>;
}

const GENDERS: Readonly<Record<string, Gender>> = { she: 'f', her: 'f', he: 'm', him: 'm', his: 'm' };

/** The gender of a pronoun, or undefined. */
export function genderOfPronoun(word: string): Gender | undefined {
  return GENDERS[word.toLowerCase()];
}

/** How many blocks a pronoun may look back. */
const REACH = 4;

/**
 * Whom “he” or “she” at an offset (UTF-16) means: the last person before it who fits. That is whoever was the
 * source before, whom the nearest sentence names (first of all its first), or whom a sentence begins with
 * without a name (“The minister …”): then nobody is known. What is said in quotation marks does not count.
 */
export function personOf(
  gender: Gender,
  { at, region }: { readonly at: number; readonly region: Region },
  story: Story,
): Person | null {
  // Whom a speaker means by “she” is not for the reporter's sentences to tell.
  if (region.within) return null;
  const fits = (person: Person) =>
    person.human && (person.gender ?? story.learned.get(person) ?? gender) === gender;
  const named = nearest(story.people.places, at, region, fits);
  const [last] = named;
  const since = last ? last.region.tokens[last.sentence]!.start : -1;
  const source = lastSource(story, at, region, gender, fits);
  const unnamed = lastUnnamed(story, at, region, gender);
  if (unnamed && unnamed.at > since && unnamed.at > (source?.at ?? -1)) return unnamed.person;
  if (source && source.at > since) return source.person;
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

function lastSource(
  { sources }: Story,
  at: number,
  from: Region,
  gender: Gender,
  fits: (person: Person) => boolean,
): Story['sources'][number] | null {
  for (let index = sources.length - 1; index >= 0; index--) {
    const next = sources[index]!;
    if (from.at - next.region.at >= REACH) return null;
    const fitting = next.person ? fits(next.person) : (next.gender ?? gender) === gender;
    if (next.at < at && fitting) return next;
  }
  return null;
}

/** The nearest sentence, in this block or the one before, that begins with someone unnamed who fits. */
function lastUnnamed(
  { regions, people }: Story,
  at: number,
  from: Region,
  gender: Gender,
): { readonly at: number; readonly person: Person | null } | null {
  for (const region of [from, regions[from.at - 1]]) {
    if (!region || region.tokens.length === 0) continue;
    const before = tokenBefore(region, at);
    for (let index = before; index >= 0; ) {
      const sentence = sentenceOf(region, index);
      const found = unnamedSubject(region, sentence.from, Math.min(sentence.to, before + 1));
      if (found && (found.gender ?? gender) === gender) {
        const { start } = region.tokens[sentence.from]!;
        return { at: start, person: found.definite ? holderOf(found.role, start, people) : null };
      }
      if (before - index > 200) break;
      index = sentence.from - 1;
    }
  }
  return null;
}

/** Of those named in one sentence: a known gender before a guess, a name before a possessive, the first. */
function best(places: readonly Place[], gender: Gender): Place {
  const rank = ({ person, possessive }: Place) => (person.gender === gender ? 0 : 2) + (possessive ? 1 : 0);
  return [...places].sort((a, b) => rank(a) - rank(b) || a.start - b.start)[0]!;
}
