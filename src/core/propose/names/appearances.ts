import { cueAt } from '../attribute/cues';
import { isVerb } from '../attribute/phrases';
import type { ArticleReading, Region } from '../read/read-article';
import { sentenceOf } from '../read/read-article';
import type { NameRun } from './name-runs';
import { nameRuns } from './name-runs';
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

/** “Burke is”, “Burke’s”; not “in Hollywood”. */
function acts({ tokens }: Region, { from, to }: NameRun): boolean {
  const next = tokens[to];
  if (/^(?:in|from|at|to|near|the|across|outside|of)$/u.test(tokens[from - 1]?.lower ?? '')) return false;
  return tokens[to - 1]!.possessive || (next !== undefined && isVerb(next));
}

/** harbour master Ida Holm; the mayor, Petra Vance, */
function rolesBefore({ tokens }: Region, { from }: NameRun): readonly string[] {
  let at = from - 1;
  const comma = tokens[at]?.lower === ',';
  if (comma) at--;
  const role = tokens[at];
  if (role?.kind !== 'word' || role.possessive || !ROLES.has(role.lower)) return [];
  if (!comma) {
    // “actress and activist Ida Holm”
    const other = tokens[at - 1]?.lower === 'and' ? tokens[at - 2]?.lower : undefined;
    return other && ROLES.has(other) ? [other, role.lower] : [role.lower];
  }
  const determiner = /^(?:the|its|his|her|their|a|an)$/u;
  const opens = [1, 2, 3, 4].some((back) => determiner.test(tokens[at - back]?.lower ?? ''));
  return opens && /^(?:,|\.)?$/u.test(tokens[from]?.lower ?? '') === false ? [role.lower] : [];
}

/** Hugo Brandt, the coroner, … */
function roleAfter({ tokens }: Region, { to }: NameRun): readonly string[] {
  if (tokens[to]?.lower !== ',') return [];
  for (let at = to + 1; at < to + 7; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') return [];
    if (ROLES.has(token.lower)) {
      const next = tokens[at + 1]?.lower ?? '';
      return /^(?:,|\.|of|at|for|in|who|with|from|and|)$/u.test(next) ? [token.lower] : [];
    }
    if (
      at === to + 1 &&
      !/^(?:an?|the|its|his|her|their|who|head|chief|former|professor|\p{Ll}.*)$/u.test(token.lower)
    )
      return [];
  }
  return [];
}

/** Vance, 61, said */
function hasAge({ tokens }: Region, { to }: NameRun): boolean {
  return tokens[to]?.lower === ',' && /^\d{1,2}$/u.test(tokens[to + 1]?.lower ?? '');
}

function speaks(region: Region, { to, from }: NameRun): boolean {
  const { tokens } = region;
  if (tokens[to - 1]!.possessive) return false;
  const next = cueAt(region, to);
  if (next && (next.form === 'past' || next.form === 'present') && !next.verb.things) return true;
  const before = cueAt(region, from - 1);
  return before !== null && tokens[from - 2]?.kind !== 'word' && before.form === 'past';
}
