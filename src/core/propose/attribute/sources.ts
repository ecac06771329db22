import { nameRuns } from '../names/name-runs';
import type { Region } from '../read/region';
import { cueForms } from './cue-verbs';
import { cueAt } from './cues';
import type { Phrase } from './phrase';
import { phraseBefore } from './phrase-before';
import { isTime, isVerb } from './verbs';
import { BETWEEN, CONNECTORS, DETERMINERS, PREPOSITIONS } from './words';

/** No subject is farther from its verb than so many tokens. */
const FARTHEST = 60;

/**
 * Who stands before the verb at `verb` as its subject, looking back to `from` at most: past adverbs, days,
 * brackets and appositions, and to the subject of the sentence where the verb shares it with another.
 */
export function sourceBefore(region: Region, first: number, verb: number): Phrase | null {
  const { tokens } = region;
  const from = Math.max(first, verb - FARTHEST);
  const at = backOver(region, from, verb);
  const last = tokens[at - 1];
  if (at <= from || !last) return null;
  if (last.lower === ',')
    return acrossApposition(region, from, at - 1) ?? sharedSubject(region, first, at - 1);
  if (last.kind === 'quote') {
    // “Mira Sund, first mate of the ‘Stella,’ said”: the comma is inside the marks.
    const apart = last.text === ',' ? acrossApposition(region, from, at - 1) : null;
    return apart?.run ? apart : endingInPassage(region, from, at);
  }
  if (last.lower === 'who') {
    const end = tokens[at - 2]?.lower === ',' ? at - 2 : at - 1;
    return phraseBefore(region, from, end);
  }
  if (last.lower === 'that' || last.lower === 'which') {
    return phraseBefore(region, from, at - 1) ?? sharedSubject(region, first, at - 1);
  }
  if (/^(?:and|but|then|or|while|by|before|after|to|of)$/u.test(last.lower))
    return sharedSubject(region, first, at - 1);
  return phraseBefore(region, from, at);
}

/** The star of “Harbour Nights” */
function endingInPassage(region: Region, from: number, end: number): Phrase | null {
  const { tokens } = region;
  let at = end - 2;
  if (at > from && DETERMINERS.has(tokens[at]!.lower)) at--;
  if (!/^(?:of|from|in|behind|on)$/u.test(tokens[at]?.lower ?? '')) return null;
  const phrase = phraseBefore(region, from, at);
  if (!phrase) return null;
  return phrase.run ? phrase : { from: phrase.from, to: end, run: null };
}

/** Over “also”, “repeatedly”, “on Tuesday”, “(D-N.Y.)”: the index behind the word that may end the subject. */
function backOver({ tokens }: Region, from: number, verb: number): number {
  let at = verb;
  for (;;) {
    const last = tokens[at - 1];
    if (!last || at - 1 < from) return at;
    if (last.lower === ')') {
      let open = at - 1;
      while (open > from && tokens[open]!.lower !== '(') open--;
      if (tokens[open]!.lower !== '(') return at;
      at = open;
    } else if (isBetween(tokens, at - 1, verb)) {
      at--;
    } else if (isTime(last) && at - 2 >= from && timeStart(tokens, from, at) < at - (last.capital ? 0 : 1)) {
      at = timeStart(tokens, from, at);
    } else return at;
  }
}

/** An adverb or an auxiliary in front of the verb; “most” only before an adverb, “a” only in French. */
function isBetween(tokens: Region['tokens'], at: number, verb: number): boolean {
  const { kind, lower, capital } = tokens[at]!;
  if (kind !== 'word' || capital) return false;
  if (BETWEEN.has(lower) || /\p{L}{3}ly$/u.test(lower)) return true;
  if (/^(?:most|more|very|so|quite)$/u.test(lower)) return /ly$|^often$/u.test(tokens[at + 1]!.lower);
  return lower === 'a' && cueForms(tokens[verb]!.lower).some((next) => next.verb.foreign);
}

function timeStart(tokens: Region['tokens'], from: number, end: number): number {
  let at = end;
  while (at - 1 >= from && isTime(tokens[at - 1]!)) at--;
  while (at - 1 >= from && /^(?:on|in|late|early|since|for|by|at|a)$/u.test(tokens[at - 1]!.lower)) at--;
  return at;
}

/** “Hugo Brandt, the coroner, said”; “The mayor, Petra Vance, said”: `comma` is the second one. */
function acrossApposition(region: Region, from: number, comma: number): Phrase | null {
  const { tokens } = region;
  let widest: Phrase | null = null;
  for (let at = comma - 1; at > from; at--) {
    const { kind, lower } = tokens[at]!;
    if (kind === 'quote' || lower === ';' || lower === ':') break;
    if (lower !== ',') continue;
    const between = nameRuns(region).get(at + 1);
    if (between && between.from === at + 1 && between.to === comma)
      return { from: at + 1, to: comma, run: between };
    const before = phraseBefore(region, from, at);
    if (before?.run) return before;
    if (before && !isAdverbial(region, from, before)) widest = before;
  }
  return widest;
}

function isAdverbial({ tokens }: Region, from: number, { from: start }: Phrase): boolean {
  return start > from && PREPOSITIONS.has(tokens[start - 1]!.lower);
}

/** The subject of the sentence that a later verb shares: “She left the room, saying …”. */
export function sharedSubject(region: Region, from: number, before: number): Phrase | null {
  const { tokens } = region;
  let start = from;
  while (start < before && (tokens[start]!.kind !== 'word' || CONNECTORS.has(tokens[start]!.lower))) start++;
  for (let at = start + 1; at < Math.min(before, start + FARTHEST); at++) {
    const token = tokens[at]!;
    if (!isVerb(token) && !cueAt(region, at) && !/s$/u.test(token.lower)) continue;
    if (!isVerb(token) && !cueAt(region, at) && !subjectIsPlain(region, at)) continue;
    const phrase = sourceBefore(region, start, at);
    if (phrase) return phrase;
  }
  return null;
}

/** Right behind a name or a pronoun a word in -s is a verb. */
function subjectIsPlain(region: Region, at: number): boolean {
  const last = region.tokens[at - 1]!;
  return /^(?:he|she|it)$/u.test(last.lower) || nameRuns(region).get(at - 1)?.to === at;
}
