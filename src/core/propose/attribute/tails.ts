import { nameRuns } from '../names/name-runs';
import type { Region } from '../read/region';
import { isTime, isVerb } from './verbs';
import { AUXILIARIES, BETWEEN, DETERMINERS, PREPOSITIONS, PRONOUNS } from './words';

const OBJECTS =
  /^(?:me|him|her|us|them|you|it|reporters|journalists|parliament|lawmakers|congress|police|readers|listeners|viewers|friends|investors|people)$/u;

/** Behind the addressee of a verb such as “told”; the same index where there is none. */
export function overAddressee(region: Region, at: number, to: number): number {
  const { tokens } = region;
  const token = tokens[at];
  if (at >= to || !token) return at;
  if (OBJECTS.test(token.lower)) return at + 1;
  const run = nameRuns(region).get(at);
  if (run) return run.to;
  if (!DETERMINERS.has(token.lower)) return at;
  for (let end = at + 1; end < Math.min(to, at + 5); end++) {
    const next = tokens[end]!;
    const run = nameRuns(region).get(end);
    if (run) return run.to;
    if (
      next.kind !== 'word' ||
      DETERMINERS.has(next.lower) ||
      PRONOUNS.has(next.lower) ||
      PREPOSITIONS.has(next.lower) ||
      next.lower === 'that'
    )
      return end;
    if (next.capital) return end;
    if (isVerb(next)) return at; // “told the ship was lost”: that is the clause
  }
  return at + 2;
}

/** Over days and adverbs, “on Tuesday”, “in a statement”. */
export function overTail(region: Region, at: number, to: number): number {
  const { tokens } = region;
  let next = at;
  for (;;) {
    const token = tokens[next];
    if (next >= to || token?.kind !== 'word') return next;
    if (
      isTime(token) ||
      (BETWEEN.has(token.lower) && !AUXILIARIES.has(token.lower)) ||
      /\p{L}{3}ly$/u.test(token.lower)
    )
      next++;
    else if (/^(?:on|in|at|during|to|late|early|after|before|from)$/u.test(token.lower)) {
      const end = overPhrase(region, next + 1, to);
      if (end === next + 1) return next;
      next = end;
    } else return next;
  }
}

/** Over what a preposition governs: “Tuesday”, “a statement”, “an interview with the Post”, “the hearing”. */
function overPhrase(region: Region, at: number, to: number): number {
  const { tokens } = region;
  const token = tokens[at];
  if (at >= to || token?.kind !== 'word') return at;
  if (isTime(token)) {
    let end = at;
    while (end < to && isTime(tokens[end]!)) end++;
    return end;
  }
  if (!DETERMINERS.has(token.lower)) return nameRuns(region).get(at)?.to ?? at;
  let end = at + 1;
  while (end < to && end - at < 4 && isNounish(tokens[end]!)) end++;
  const run = nameRuns(region).get(end);
  return run && run.from === end ? run.to : end;
}

function isNounish({ kind, lower, capital }: Region['tokens'][number]): boolean {
  return (
    kind === 'word' &&
    !capital &&
    !DETERMINERS.has(lower) &&
    !PRONOUNS.has(lower) &&
    !PREPOSITIONS.has(lower) &&
    lower !== 'that' &&
    !AUXILIARIES.has(lower)
  );
}

/** Is nothing left of the sentence behind a cue but when, where and to whom? The end of that. */
export function plainTail(region: Region, at: number, to: number): number {
  let next = overTail(region, at, to);
  const phrase =
    region.tokens[next]?.kind === 'word' && OBJECTS.test(region.tokens[next]!.lower) ? next + 1 : next;
  next = overTail(region, phrase, to);
  return next;
}
