import { nameRuns } from '../names/name-runs';
import { BODIES, ROLES } from '../names/titles';
import type { Region } from '../read/region';
import type { Token } from '../read/tokens';
import { cueForms } from './cue-verbs';
import type { Phrase } from './phrase';
import { isSpeaking, LONGEST, STANDS_ALONE } from './phrase';
import { isTime, isVerb } from './verbs';
import { BETWEEN, CONNECTORS, DETERMINERS, MONTHS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from './words';

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
