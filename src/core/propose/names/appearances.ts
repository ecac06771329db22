import type { ArticleReading } from '../read/read-article';
import type { Region } from '../read/region';
import { sentenceOf } from '../read/region';
import type { NameRun } from './name-runs';
import { nameRuns } from './name-runs';
import { acts, hasAge, roleAfter, rolesBefore, speaks } from './signs';
import type { Gender } from './titles';
import { HONORIFICS, ROLES } from './titles';

/** A name in an article, and what the words around it say of its bearer. Offsets are UTF-16. */
export interface Appearance {
  readonly start: number;
  readonly end: number;
  /** The words of the name, without titles. */
  readonly words: readonly string[];
  readonly gender: Gender | null;
  /** Does a title, a role, an age, a verb of saying tell that it is a person? */
  readonly isPerson: boolean;
  /** Does it do something here, as people and also firms do? */
  readonly acts: boolean;
  readonly roles: readonly string[];
  readonly possessive: boolean;
  readonly region: Region;
  readonly run: NameRun;
  /** The index of the first token of its sentence. */
  readonly sentence: number;
}

/** The names of an article, by what they are. */
export interface Seen {
  /** In reading order. */
  readonly all: readonly Appearance[];
  /** Those with just these words. */
  named(words: readonly string[]): readonly Appearance[];
}

/** Makes names easy to find by their words. */
export function seenIn(all: readonly Appearance[]): Seen {
  const byName = new Map<string, Appearance[]>();
  for (const next of all) {
    const name = next.words.join(' ');
    const list = byName.get(name);
    if (list) list.push(next);
    else byName.set(name, [next]);
  }
  return { all, named: (words) => byName.get(words.join(' ')) ?? [] };
}

/** The names of an article in reading order; those at the offsets `speaking` are people. */
export function appearances(
  { blocks, insides }: ArticleReading,
  speaking: ReadonlySet<number>,
): readonly Appearance[] {
  const found: Appearance[] = [];
  for (const region of [...blocks, ...insides]) {
    for (const [at, run] of nameRuns(region))
      if (at === run.from) found.push(appearance(region, run, speaking));
  }
  return found.sort((a, b) => a.start - b.start);
}

function appearance(region: Region, run: NameRun, speaking: ReadonlySet<number>): Appearance {
  const { tokens } = region;
  const words = tokens.slice(run.core, run.to).map(({ text }) => text);
  const honorifics = tokens.slice(run.from, run.core).map(({ lower }) => lower);
  const before = rolesBefore(region, run);
  const after = roleAfter(region, run);
  const roles = [
    ...before,
    ...after,
    ...honorifics.filter((word) => !word.endsWith('.') && !/^m(?:r|s|rs|iss)$/u.test(word)),
  ];
  const genders = [
    ...honorifics.map((word) => HONORIFICS.get(word)),
    ...roles.map((role) => ROLES.get(role)),
  ];
  return {
    start: tokens[run.from]!.start,
    end: tokens[run.to - 1]!.end,
    words,
    gender: genders.find((next) => next) ?? null,
    isPerson:
      honorifics.length > 0 ||
      roles.length > 0 ||
      hasAge(region, run) ||
      speaking.has(tokens[run.from]!.start) ||
      speaks(region, run),
    acts: acts(region, run),
    roles,
    possessive: tokens[run.to - 1]!.possessive,
    region,
    run,
    sentence: sentenceOf(region, run.from).from,
  };
}
