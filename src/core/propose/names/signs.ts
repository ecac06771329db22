import { cueAt } from '../attribute/cues';
import { isVerb } from '../attribute/verbs';
import type { Region } from '../read/region';
import type { NameRun } from './name-runs';
import { ROLES } from './titles';

/** “Burke is”, “Burke’s”; not “in Hollywood”. */
export function acts({ tokens }: Region, { from, to }: NameRun): boolean {
  const next = tokens[to];
  if (/^(?:in|from|at|to|near|the|across|outside|of)$/u.test(tokens[from - 1]?.lower ?? '')) return false;
  return tokens[to - 1]!.possessive || (next !== undefined && isVerb(next));
}

/** harbour master Ida Holm; the mayor, Petra Vance, */
export function rolesBefore({ tokens }: Region, { from }: NameRun): readonly string[] {
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
export function roleAfter({ tokens }: Region, { to }: NameRun): readonly string[] {
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
export function hasAge({ tokens }: Region, { to }: NameRun): boolean {
  return tokens[to]?.lower === ',' && /^\d{1,2}$/u.test(tokens[to + 1]?.lower ?? '');
}

/** Is it beside a verb of saying, as its subject? */
export function speaks(region: Region, { to, from }: NameRun): boolean {
  const { tokens } = region;
  if (tokens[to - 1]!.possessive) return false;
  const next = cueAt(region, to);
  if (next && (next.form === 'past' || next.form === 'present') && !next.verb.things) return true;
  const before = cueAt(region, from - 1);
  return before !== null && tokens[from - 2]?.kind !== 'word' && before.form === 'past';
}
