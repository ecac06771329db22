import type { NameRun } from '../names/name-runs';
import { nameRuns } from '../names/name-runs';
import type { Region } from '../read/region';
import type { Token } from '../read/tokens';
import type { Phrase } from './phrase';
import { isSpeaking, LONGEST, STANDS_ALONE } from './phrase';
import { isTime, isVerb } from './verbs';
import { CONNECTORS, DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from './words';

/** The phrase whose last token is before `end`, reaching back to `from` at most; null where none is seen. */
export function phraseBefore(region: Region, from: number, end: number): Phrase | null {
  const { tokens } = region;
  const last = tokens[end - 1];
  if (end - 1 < from || last?.kind !== 'word' || last.possessive) return null;
  if (PRONOUNS.has(last.lower)) return { from: end - 1, to: end, run: null };
  const run = nameRuns(region).get(end - 1);
  if (run && run.to === end && run.from >= from) return aroundName(region, from, run);
  return commonPhrase(region, from, end);
}

/** A name, or what it only belongs to: “a lawyer for Mr. Stroud”, “Olga and Pavel”. */
function aroundName(region: Region, from: number, run: NameRun): Phrase {
  const { tokens } = region;
  const alone = { from: run.from, to: run.to, run };
  let before = run.from - 1;
  if (before < from) return alone;
  if (tokens[before]!.lower === 'and') {
    const other = nameRuns(region).get(before - 1);
    return other && other.from >= from ? { from: other.from, to: run.to, run: null } : alone;
  }
  if (DETERMINERS.has(tokens[before]!.lower) && before > from) before--;
  if (!/^(?:of|for|at|from|with|in|near|to)$/u.test(tokens[before]!.lower) || before - 1 < from) return alone;
  const outer = phraseBefore(region, from, before);
  if (!outer || PRONOUNS.has(tokens[outer.to - 1]!.lower)) return alone;
  if (outer.run) return outer;
  return isSpeaking(region, outer) ? { from: outer.from, to: run.to, run: null } : alone;
}

/** A phrase without a name at its end: “the port authority”, “inspectors”, “researchers at the university”. */
function commonPhrase(region: Region, from: number, end: number): Phrase | null {
  const { tokens } = region;
  let start = clauseStart(tokens, from, end);
  while (start < end && (CONNECTORS.has(tokens[start]!.lower) || isTime(tokens[start]!))) start++;
  for (let at = start; at < end; at++) {
    const before = tokens[at - 1]?.lower ?? '';
    if (!DETERMINERS.has(tokens[at]!.lower)) continue;
    if (at > start && (PREPOSITIONS.has(before) || DETERMINERS.has(before))) continue;
    if (end - at === 1 && !STANDS_ALONE.test(tokens[at]!.lower)) continue;
    if (end - at <= LONGEST && isNominal(tokens, at, end)) return { from: at, to: end, run: null };
  }
  while (start < end && (PREPOSITIONS.has(tokens[start]!.lower) || isTime(tokens[start]!))) start++;
  const named = nameRuns(region).get(start);
  // “Rosa Imhoff of the union”
  if (named && named.to < end && /^(?:of|at|from|for|with)$/u.test(tokens[named.to]!.lower)) {
    return { from: named.from, to: named.to, run: named };
  }
  if (start >= end || end - start > 8 || !isNominal(tokens, start, end)) return null;
  const phrase = { from: start, to: end, run: null };
  // One plural at the head of a clause: “pupils told her”.
  const plural = end - start === 1 && /\p{L}{3}s$/u.test(tokens[start]!.lower);
  return plural || isSpeaking(region, phrase) ? phrase : null;
}

/** Where the clause that reaches up to `end` begins, looking only at marks and joining words. */
function clauseStart(tokens: readonly Token[], from: number, end: number): number {
  const relative = DETERMINERS.has(tokens[from]!.lower)
    ? tokens.slice(from, end).findIndex(({ lower }) => /^(?:that|who|which|whose)$/u.test(lower)) + from
    : -1;
  for (let at = end - 1; at >= from; at--) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'quote' || (kind === 'mark' && !/[’'$€£%/#&-]/u.test(lower))) return at + 1;
    if (!SUBORDINATORS.has(lower)) continue;
    if (lower === 'and' || lower === 'or') {
      if (!opensClause(tokens[at + 1]!)) continue;
    } else if (
      relative > from &&
      at >= relative &&
      !/^(?:but|while|because|although|though|if)$/u.test(lower)
    ) {
      continue; // “a nurse who was sacked after …” is all one phrase
    }
    return at + 1;
  }
  return from;
}

function opensClause({ lower, capital }: Token): boolean {
  return capital || DETERMINERS.has(lower) || PRONOUNS.has(lower);
}

/** No verb in it, unless after “that”, “who” or “which”. */
function isNominal(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    if (at > from && /^(?:that|who|which|whose)$/u.test(lower)) return to - at > 1;
    if (isVerb(tokens[at]!) && !DETERMINERS.has(tokens[at - 1]?.lower ?? '')) return false;
    if (PRONOUNS.has(lower)) return false;
  }
  return true;
}
