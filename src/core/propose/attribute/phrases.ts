import type { NameRun } from '../names/name-runs';
import { nameRuns } from '../names/name-runs';
import { BODIES, ROLES } from '../names/titles';
import type { Region } from '../read/read-article';
import type { Token } from '../read/tokens';
import { cueForms } from './cue-verbs';
import {
  AUXILIARIES,
  BETWEEN,
  CONNECTORS,
  DAYS,
  DETERMINERS,
  IRREGULAR,
  MONTHS,
  NOUN_JOINTS,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TIMES,
} from './words';

/** The words that may name a source: indexes of tokens of a region, `to` not included. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The name, if the words are one. */
  readonly run: NameRun | null;
}

const LONGEST = 18;

/** Words like articles that may also be all there is: “said another”, “many say”. */
const STANDS_ALONE = /^(?:another|others|one|some|many|most|both|several|few|all|neither|each|two|three)$/u;

/** They end like past tenses and are none. */
const ADJECTIVES = new Set(
  'retired aged unnamed elected renowned noted respected seasoned celebrated self-employed so-called registered'.split(
    ' ',
  ),
);

/** Does this word carry a verb, as far as can be seen? */
export function isVerb({ kind, lower, capital }: Token): boolean {
  if (kind !== 'word' || capital || ADJECTIVES.has(lower)) return false;
  return AUXILIARIES.has(lower) || IRREGULAR.has(lower) || (lower.length > 4 && lower.endsWith('ed'));
}

/** Any of it a finite verb? */
export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isVerb(tokens[at]!) || isSaying(tokens[at]!)) return true;
  return false;
}

function isSaying({ kind, lower }: Token): boolean {
  return (
    kind === 'word' &&
    cueForms(lower).some(({ form, verb }) => form !== 'base' && form !== 'ing' && !verb.noun)
  );
}

/** A day, a month, a year, “earlier”, “last week”. */
export function isTime({ kind, lower }: Token): boolean {
  return (
    kind === 'word' &&
    (DAYS.has(lower) || MONTHS.has(lower) || TIMES.has(lower) || /^\d{1,4}(?:th|st|nd|rd|s)?$/u.test(lower))
  );
}

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

/** Is the first noun of it one of someone or something that speaks? */
export function isSpeaking({ tokens }: Region, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    if (ROLES.has(lower) || BODIES.has(lower)) return true;
    if (at > from && NOUN_JOINTS.has(lower)) return false;
  }
  return false;
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

/** The phrase that begins at `at`; `to` is the end of the sentence. */
export function phraseAfter(region: Region, at: number, to: number): Phrase | null {
  const { tokens } = region;
  const first = tokens[at];
  if (at >= to || first?.kind !== 'word') return null;
  if (PRONOUNS.has(first.lower)) return { from: at, to: at + 1, run: null };
  const runs = nameRuns(region);
  const begins = runs.get(at);
  let end = at;
  if (begins && begins.from <= at && !tokens[begins.to - 1]!.possessive) {
    const other = tokens[begins.to]?.lower === 'and' ? runs.get(begins.to + 1) : undefined;
    if (other && other.to <= to) return { from: begins.from, to: other.to, run: null };
    if (begins.to >= to || !isNounBehind(tokens[begins.to])) return { from: at, to: begins.to, run: begins };
    end = begins.to;
  }
  for (; end < to && end - at < LONGEST; end++) {
    const token = tokens[end]!;
    const run = runs.get(end);
    if (
      run &&
      end > at &&
      !PREPOSITIONS.has(tokens[end - 1]!.lower) &&
      run.to <= to &&
      !tokens[run.to - 1]!.possessive &&
      !isNounBehind(tokens[run.to])
    ) {
      return { from: run.from, to: run.to, run };
    }
    if (run) end = run.to - 1;
    else if (
      token.kind !== 'word' ||
      isVerb(token) ||
      (isTime(token) && (!/^\d/u.test(token.lower) || isMonth(tokens[end + 1]))) ||
      BETWEEN.has(token.lower)
    )
      break;
    else if (SUBORDINATORS.has(token.lower) && !DETERMINERS.has(token.lower) && !joinsRoles(region, at, end))
      break;
    else if (
      PREPOSITIONS.has(token.lower) &&
      !/^(?:of|for|at|from|with|by|de|du|des|von|der)$/u.test(token.lower)
    )
      break;
    else if (isBareHead(tokens, at, end)) {
      end++;
      break;
    }
  }
  while (end > at && PREPOSITIONS.has(tokens[end - 1]!.lower)) end--;
  if (end === at) return null;
  const named = tokens[end]?.lower === ',' ? runs.get(end + 1) : undefined;
  if (named && named.from === end + 1 && /^[,.]?$/u.test(tokens[named.to]?.lower ?? '')) {
    return { from: named.from, to: named.to, run: named };
  }
  const phrase = { from: at, to: end, run: null };
  return (DETERMINERS.has(first.lower) && (end - at > 1 || STANDS_ALONE.test(first.lower))) ||
    isSpeaking(region, phrase)
    ? phrase
    : null;
}

/** “retired postmaster and amateur keeper Wilf Tranter”: behind “and” more roles lead to the name. */
function joinsRoles(region: Region, from: number, and: number): boolean {
  const { tokens } = region;
  if (tokens[and]!.lower !== 'and' || and === from) return false;
  for (let at = and + 1; at < and + 5; at++) {
    if (nameRuns(region).has(at)) return at > and + 1;
    if (!isNounBehind(tokens[at])) return false;
  }
  return false;
}

function isMonth(token: Token | undefined): boolean {
  return token?.capital === true && MONTHS.has(token.lower);
}

/** Could this be the noun that a name before it only describes: “White House spokesman”? */
function isNounBehind(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.capital || isVerb(token) || isTime(token)) return false;
  const { lower } = token;
  if (ROLES.has(lower) || BODIES.has(lower)) return true;
  const small = [PREPOSITIONS, SUBORDINATORS, BETWEEN, DETERMINERS, PRONOUNS, CONNECTORS];
  return (
    !small.some((words) => words.has(lower)) && !/(?:ly|ing)$/u.test(lower) && cueForms(lower).length === 0
  );
}

/** “union” in “union blames managers”: without an article the phrase ends with who speaks. */
function isBareHead(tokens: readonly Token[], from: number, at: number): boolean {
  const speaks = ({ lower }: Token) => ROLES.has(lower) || BODIES.has(lower);
  const next = tokens[at + 1];
  if (DETERMINERS.has(tokens[from]!.lower) || !speaks(tokens[at]!) || next?.kind !== 'word') return false;
  return !speaks(next) && !next.capital && !/^(?:of|for|at|from|with|by)$/u.test(next.lower);
}
