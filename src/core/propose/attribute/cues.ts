import type { Region } from '../read/region';
import type { CueForm } from './cue-verbs';
import { cueForms } from './cue-verbs';
import { BETWEEN, DETERMINERS, PREPOSITIONS } from './words';

/** A verb of saying in its place: indexes of tokens, `to` not included. */
export interface Cue extends CueForm {
  readonly from: number;
  readonly to: number;
}

const PASSIVE = /^(?:is|are|was|were|be|been|being|am|get|gets|got)$/u;

/** “Will not say”, “did not ask”: nothing is said. */
const NEGATION = /(?:\bnot|n[’']t|\bnever|\bnobody|\bcannot)\b/u;

/** Verbs of two words: the second, and what the pair does. */
const PAIRS: Readonly<Record<string, readonly [second: string, like: string]>> = {
  point: ['out', 'explain'],
  points: ['out', 'explains'],
  pointed: ['out', 'explained'],
  pointing: ['out', 'explaining'],
  put: ['it', 'remarked'],
  puts: ['it', 'responds'],
  went: ['on', 'continued'],
  goes: ['on', 'continues'],
};

/** The verb of saying that begins at a token; null for nouns (“the claims”) and passives (“is said to”). */
export function cueAt({ tokens }: Region, at: number): Cue | null {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.possessive) return null;
  const pair = Object.hasOwn(PAIRS, token.lower) ? PAIRS[token.lower] : undefined;
  const paired = pair && tokens[at + 1]?.lower === pair[0];
  const found = cueForms(paired ? pair[1] : token.lower);
  const form = found.find((next) => fits(tokens, at, next));
  return form ? { ...form, from: at, to: at + (paired ? 2 : 1) } : null;
}

function fits(tokens: Region['tokens'], at: number, { verb, form }: CueForm): boolean {
  if (tokens[at]!.capital && form !== 'ing') return false;
  let before = at - 1;
  while (before >= 0 && /(?:ly|not|also|never)$/u.test(tokens[before]!.lower)) before--;
  const last = tokens[before];
  if (form === 'past') return !last || !PASSIVE.test(last.lower) || verb.foreign;
  if (form === 'ing')
    return !last || last.kind === 'mark' || !(DETERMINERS.has(last.lower) || last.possessive);
  const isNoun =
    last?.possessive || DETERMINERS.has(last?.lower ?? '') || PREPOSITIONS.has(last?.lower ?? '');
  if (verb.noun && (isNoun || !last || last.kind === 'mark')) return false;
  if (form === 'present') return !isNoun;
  const marked = /^[:,]$/u.test(tokens[at + 1]?.lower ?? '');
  if (marked && last?.lower === 'to') return true; // “as she likes to say, ‘…’”
  if (tokens[at + 1]?.lower === ':' && !isNoun) return true;
  if (
    NEGATION.test(
      tokens
        .slice(Math.max(0, at - 3), at)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return false;
  // “Researchers say”, “they claim”, “will tell”: not “to say”, not “his claim”.
  return (
    last !== undefined && !isNoun && (BETWEEN.has(last.lower) || isPlural(last.lower) || last.kind === 'mark')
  );
}

function isPlural(word: string): boolean {
  return /s$|^(?:i|we|they|you|police|people|women|men|who|that|children|others|staff|some|many|most|both)$/u.test(
    word,
  );
}

/** Is “according to” at this token? It takes two. */
export function isAccording({ tokens }: Region, at: number): boolean {
  return tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
}
