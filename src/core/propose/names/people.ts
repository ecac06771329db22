import type { Speaker } from '../../project/model';
import type { Attribution } from '../attribute/attribution';
import type { ArticleReading } from '../read/read-article';
import type { Appearance, Seen } from './appearances';
import { appearances, seenIn } from './appearances';
import type { Person } from './person';
import { ofRegister, ofText, wordsOf } from './person';
import type { Gender } from './titles';

export interface People {
  readonly all: readonly Person[];
  /** Where names of people stand in the text, in order. */
  readonly places: readonly Place[];
  /** Who is meant by a name at an offset (UTF-16), the words of it given; null for a stranger. */
  named(words: readonly string[], at: number, gender: Gender | null): Person | null;
}

/** A name in the text. */
export interface Place extends Appearance {
  readonly person: Person;
}

/**
 * Brings together the names of an article and the entries of the register. Whoever speaks in one of
 * `attributions` is taken for a person, whatever else the text tells.
 */
export function peopleOf(
  reading: ArticleReading,
  register: readonly Speaker[],
  attributions: readonly Attribution[],
): People {
  const { text } = reading.article;
  const sources = attributions.flatMap(({ source }) => source ?? []);
  const speaking = new Set(sources.flatMap(({ phrase, span }) => (phrase?.run ? [span.start] : [])));
  const seen = seenIn(appearances(reading, speaking));
  const people = register.map((entry) => ofRegister(entry, seen));
  const isKnown = (name: string) => known.has(name);
  const known = new Set(people.flatMap(namesOf));
  const add = (words: readonly string[], list: readonly Appearance[]) => {
    const person = ofText(words, list, seen);
    people.push(person);
    for (const name of namesOf(person)) known.add(name);
  };
  for (const list of strangers(
    seen.all.filter(({ words }) => words.length > 1 && !isKnown(words.join(' '))),
  )) {
    add(list[0]!.words, list);
  }
  for (const { phrase, span } of sources) {
    const words = phrase ? [] : wordsOf(text.slice(span.start, span.end));
    if (words.length > 0 && !isKnown(words.join(' '))) add(words, []);
  }
  for (const { words } of seen.all) if (!isKnown(words.join(' '))) add(words, seen.named(words));
  return index(people, seen);
}

function namesOf({ forms }: Person): readonly string[] {
  return forms.map((form) => form.join(' '));
}

/** Names of several words, those with the same first and last word together, the longest of them first. */
function strangers(list: readonly Appearance[]): Iterable<readonly Appearance[]> {
  const groups = new Map<string, Appearance[]>();
  for (const next of [...list].sort((a, b) => b.words.length - a.words.length || a.start - b.start)) {
    const key = `${next.words[0]} ${next.words.at(-1)}`;
    const group = groups.get(key);
    if (group) group.push(next);
    else groups.set(key, [next]);
  }
  return groups.values();
}

function index(people: readonly Person[], { all }: Seen): People {
  const byName = new Map<string, Person[]>();
  for (const person of people) {
    for (const name of namesOf(person)) {
      const list = byName.get(name);
      if (!list) byName.set(name, [person]);
      else if (!list.includes(person)) list.push(person);
    }
  }
  const places: Place[] = [];
  const named = (words: readonly string[], at: number, gender: Gender | null): Person | null => {
    const list = byName.get(words.join(' ')) ?? byName.get(lowered(words)) ?? [];
    const fitting = list.filter((person) => !gender || !person.gender || person.gender === gender);
    if (fitting.length < 2) return fitting[0] ?? null;
    for (let last = placesBefore(places, at) - 1; last >= 0; last--) {
      if (fitting.includes(places[last]!.person)) return places[last]!.person;
    }
    return fitting[0]!;
  };
  for (const next of all) {
    const person = named(next.words, next.start, next.gender);
    if (person) places.push({ ...next, person });
  }
  return { all: people, places, named };
}

/** How many of the places begin before an offset. O(log n). */
export function placesBefore(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** “The union” at the head of a sentence is “the union”. */
function lowered([first, ...rest]: readonly string[]): string {
  return [first?.toLowerCase(), ...rest].join(' ');
}
