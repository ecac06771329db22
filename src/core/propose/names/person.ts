import type { Speaker } from '../../project/model';
import { tokens } from '../read/tokens';
import type { Appearance, Seen } from './appearances';
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

/** An entry of the register, with what the article tells of it. */
export function ofRegister(entry: Speaker, seen: Seen): Person {
  const full = [entry.name, ...entry.aliases].map(wordsOf).filter((words) => words.length > 0);
  const human =
    entry.kind === 'person' || (entry.kind === 'unspecified' && speakerKindOf(entry.name) === 'person');
  const forms = distinct([...full, ...(human ? full.flatMap((words) => partsOf(words, seen)) : [])]);
  const places = forms.flatMap((form) => seen.named(form));
  const { id: speaker, name } = entry;
  return { name, speaker, forms, gender: genderOf(full, places), sure: true, human, roles: rolesOf(places) };
}

/** Someone only the article names, by the fullest name and its shorter variants. */
export function ofText(words: readonly string[], list: readonly Appearance[], seen: Seen): Person {
  const name = words.join(' ');
  // Only of people is a part of the name enough: “Hollywood” is not “Access Hollywood”.
  const sure = speakerKindOf(name) === 'person' && hasSign(words, list, seen);
  const forms = distinct([words, ...list.map((next) => next.words), ...(sure ? partsOf(words, seen) : [])]);
  const places = forms.flatMap((form) => seen.named(form));
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

/** Does anything tell that it is a person: a title, a role, a first name, a surname that does something? */
function hasSign(words: readonly string[], list: readonly Appearance[], seen: Seen): boolean {
  if (list.some(({ isPerson }) => isPerson)) return true;
  if (words.length < 2) return false;
  if (genderOfGivenName(words[0]!) !== undefined) return true;
  if (words.length > 3) return false;
  if (seen.named([words[0]!]).some(({ isPerson }) => isPerson)) return true;
  return seen.named([words.at(-1)!]).some(({ acts, isPerson }) => acts || isPerson);
}

/** The surname, and the first name where the text uses it alone. */
function partsOf(words: readonly string[], seen: Seen): readonly (readonly string[])[] {
  if (words.length < 2 || words.length > 5 || !words.every((word) => /^[\p{L}.]/u.test(word))) return [];
  const last = words.at(-1)!;
  const particle = words.findIndex(
    (word, at) => at > 0 && /^(?:van|von|de|der|la|le|di|da|bin|al)$/u.test(word),
  );
  const surnames = /^\p{Lu}/u.test(last) ? [[last], ...(particle > 0 ? [words.slice(particle)] : [])] : [];
  const first = words[0]!;
  const known = genderOfGivenName(first) !== undefined;
  const alone = seen.named([first]).some(({ isPerson }) => known || isPerson);
  return alone ? [...surnames, [first]] : surnames;
}

function genderOf(names: readonly (readonly string[])[], places: readonly Appearance[]): Gender | null {
  const told = places.find(({ gender }) => gender !== null)?.gender;
  if (told) return told;
  const [first, ...rest] = names[0] ?? [];
  if (!first || rest.length === 0) return null;
  return genderOfGivenName(first) ?? (/\p{L}{2}a$/u.test(first) ? 'f' : null);
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
