import type { Speaker } from '../../project/model';
import type { ArticleReading, Region } from '../read/read-article';
import { tokens } from '../read/tokens';
import type { Appearance } from './appearances';
import { appearances } from './appearances';
import { genderOfGivenName } from './given-names';
import { speakerKindOf } from './speaker-kind';
import type { Gender } from './titles';

/** Someone an article or the register names. */
export interface Person {
  /** The fullest name. */
  readonly name: string;
  /** The entry of the register, or null. */
  readonly speaker: string | null;
  /** Every way to write the name: its words in order. The full name comes first. */
  readonly forms: readonly (readonly string[])[];
  readonly gender: Gender | null;
  /** Is there a sign in the text that it is a person, or is it in the register? */
  readonly sure: boolean;
  /** Can “he” or “she” mean it? */
  readonly human: boolean;
  /** What they are: “mayor”, “coroner”. */
  readonly roles: ReadonlySet<string>;
}

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

/** Brings together the names of an article and the entries of the register. */
export function peopleOf(reading: ArticleReading, register: readonly Speaker[]): People {
  const seen = appearances(reading);
  const people = [...register.map((entry) => ofRegister(entry, seen))];
  const taken = new Map<string, Person>();
  for (const person of people)
    for (const form of person.forms) taken.set(form.join(' '), taken.get(form.join(' ')) ?? person);
  const strangers = new Map<string, Appearance[]>();
  const longest = [...seen].sort((a, b) => b.words.length - a.words.length || a.start - b.start);
  for (const next of longest) {
    if (next.words.length < 2 || taken.has(next.words.join(' '))) continue;
    const same = [...strangers.keys()].find((name) => isVariant(next.words, name.split(' ')));
    const list = strangers.get(same ?? next.words.join(' '));
    if (list) list.push(next);
    else strangers.set(next.words.join(' '), [next]);
  }
  for (const [name, list] of strangers) people.push(ofText(name.split(' '), list, seen));
  const known = new Set(people.flatMap(({ forms }) => forms.map((form) => form.join(' '))));
  const singles = new Map<string, Appearance[]>();
  for (const next of seen) {
    const [word] = next.words;
    if (next.words.length !== 1 || known.has(word!)) continue;
    singles.set(word!, [...(singles.get(word!) ?? []), next]);
  }
  for (const [word, list] of singles) people.push(ofText([word], list, seen));
  return index(people, seen);
}

function index(people: readonly Person[], seen: readonly Appearance[]): People {
  const byForm = new Map<string, Person[]>();
  for (const person of people) {
    for (const form of person.forms) {
      const list = byForm.get(form.join(' '));
      if (!list) byForm.set(form.join(' '), [person]);
      else if (!list.includes(person)) list.push(person);
    }
  }
  const places: Place[] = [];
  const named = (words: readonly string[], at: number, gender: Gender | null): Person | null => {
    const all = byForm.get(words.join(' ')) ?? byForm.get(lowered(words)) ?? [];
    const fitting = all.filter((person) => !gender || !person.gender || person.gender === gender);
    if (fitting.length < 2) return fitting[0] ?? null;
    const before = places.filter(({ start, person }) => start < at && fitting.includes(person));
    return before.at(-1)?.person ?? fitting[0]!;
  };
  for (const next of seen) {
    const person = named(next.words, next.start, next.gender);
    if (person) places.push({ ...next, person });
  }
  return { all: people, places, named };
}

/** “The union” at the head of a sentence is “the union”. */
function lowered(words: readonly string[]): string {
  const [first, ...rest] = words;
  return [first?.toLowerCase(), ...rest].join(' ');
}

function ofRegister(entry: Speaker, seen: readonly Appearance[]): Person {
  const full = [entry.name, ...entry.aliases].map(wordsOf).filter((words) => words.length > 0);
  const isPerson =
    entry.kind === 'person' || (entry.kind === 'unspecified' && speakerKindOf(entry.name) === 'person');
  const forms = [...full, ...(isPerson ? full.flatMap((words) => partsOf(words, seen)) : [])];
  return {
    name: entry.name,
    speaker: entry.id,
    forms: distinct(forms),
    gender: genderOf(full, matching(forms, seen)),
    sure: true,
    human: isPerson,
    roles: rolesOf(matching(full, seen)),
  };
}

function ofText(words: readonly string[], list: readonly Appearance[], seen: readonly Appearance[]): Person {
  const name = words.join(' ');
  const isPerson = speakerKindOf(name) === 'person';
  const named = words.length > 1 && genderOfGivenName(words[0]!) !== undefined;
  const surname =
    words.length > 1 &&
    words.length < 4 &&
    seen.some((next) => next.acts && next.words.join() === words.at(-1));
  const sign = named || surname || list.some((next) => next.isPerson);
  // Only of people is a part of the name enough: “Hollywood” is not “Access Hollywood”.
  const parts = isPerson && sign ? partsOf(words, seen) : [];
  const forms = distinct([words, ...list.map((next) => next.words), ...parts]);
  const places = matching(forms, seen);
  const sure = isPerson && sign;
  return {
    name,
    speaker: null,
    forms,
    gender: genderOf([words], places),
    sure,
    human: sure,
    roles: rolesOf(places),
  };
}

/** The surname, and the first name where the text uses it alone. */
function partsOf(words: readonly string[], seen: readonly Appearance[]): readonly (readonly string[])[] {
  if (words.length < 2 || words.length > 5 || !words.every((word) => /^[\p{L}.]/u.test(word))) return [];
  const last = words.at(-1)!;
  const particle = words.findIndex(
    (word, at) => at > 0 && /^(?:van|von|de|der|la|le|di|da|bin|al)$/u.test(word),
  );
  const surnames = /^\p{Lu}/u.test(last) ? [[last], ...(particle > 0 ? [words.slice(particle)] : [])] : [];
  const first = words[0]!;
  const alone =
    genderOfGivenName(first) && seen.some((next) => next.words.length === 1 && next.words[0] === first);
  return alone ? [...surnames, [first]] : surnames;
}

function isVariant(words: readonly string[], full: readonly string[]): boolean {
  return (
    words.length < full.length && words.length > 1 && words.at(-1) === full.at(-1) && words[0] === full[0]
  );
}

function matching(forms: readonly (readonly string[])[], seen: readonly Appearance[]): readonly Appearance[] {
  const wanted = new Set(forms.map((form) => form.join(' ')));
  return seen.filter(({ words }) => wanted.has(words.join(' ')));
}

function genderOf(names: readonly (readonly string[])[], places: readonly Appearance[]): Gender | null {
  const told = places.find(({ gender }) => gender !== null)?.gender;
  if (told) return told;
  const first = names[0]?.[0];
  if (names[0] && names[0].length < 2) return null;
  return (first && (genderOfGivenName(first) ?? (/\p{L}{2}a$/u.test(first) ? 'f' : null))) || null;
}

function rolesOf(places: readonly Appearance[]): ReadonlySet<string> {
  return new Set(places.flatMap(({ roles }) => roles));
}

function distinct(forms: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(forms.map((form) => [form.join(' '), form])).values()];
}

/** A name as its words, as they stand in a text. */
export function wordsOf(name: string): readonly string[] {
  return tokens(name, { start: 0, end: name.length }, []).map(({ text }) => text);
}

export type { Region };
