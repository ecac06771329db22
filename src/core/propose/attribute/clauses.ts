import { nameRuns } from '../names/name-runs';
import type { Region } from '../read/read-article';
import type { Cue } from './cues';
import { cueAt, isAccording } from './cues';
import { isTime, isVerb, phraseAfter } from './phrases';
import { sourceBefore } from './sources';
import { AUXILIARIES, BETWEEN, DETERMINERS, IRREGULAR, PREPOSITIONS, PRONOUNS } from './words';

const OBJECTS =
  /^(?:me|him|her|us|them|you|it|reporters|journalists|parliament|lawmakers|congress|police|readers|listeners|viewers|friends|investors|people)$/u;

/** Behind the addressee of a verb such as “told”; the same index where there is none. */
function overAddressee(region: Region, at: number, to: number): number {
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
function overTail(region: Region, at: number, to: number): number {
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

/** Where the content that the cue introduces begins, and whether “that”, “if” or a question word says so. */
export function contentStart(region: Region, cue: Cue, to: number): { at: number; joined: boolean } | null {
  const { tokens } = region;
  const { verb } = cue;
  const spoken = verb.addressee ? overAddressee(region, cue.to, to) : cue.to;
  if (verb.whether && /^(?:whether|if|why|how|what|who|when|where)$/u.test(tokens[spoken]?.lower ?? '')) {
    return { at: spoken, joined: true };
  }
  if (verb.that || verb.bare) {
    const that = findThat(region, spoken, to);
    if (that !== null && that + 1 < to && !AUXILIARIES.has(tokens[that + 1]!.lower))
      return { at: that + 1, joined: true };
  }
  if (/^(?:whether)$/u.test(tokens[spoken]?.lower ?? '')) return { at: spoken, joined: true };
  if (!verb.bare || (verb.addressee && spoken === cue.to && verb.lemma !== 'warn')) return null;
  const at = overTail(region, spoken, to);
  const starts = [...new Set([spoken, at])].filter((next) => next <= to);
  const found = starts.reverse().find((next) => opensClause(region, next, to, SAYING.has(verb.lemma)));
  return found === undefined ? null : { at: found, joined: false };
}

/** “that”, at once or behind where and when it was said, “however” in commas aside. */
function findThat(region: Region, from: number, to: number): number | null {
  const { tokens } = region;
  let at = overTail(region, from, to);
  if (tokens[at]?.lower === ',') {
    const closing = tokens.findIndex(({ lower }, index) => index > at && lower === ',');
    if (closing < 0 || closing - at > 25) return null;
    at = closing + 1;
  }
  return at < to && tokens[at]?.lower === 'that' ? at : null;
}

/** Verbs whose object is hardly ever a thing; of the others “wrote a letter” is more likely than “wrote a man came”. */
const SAYING = new Set([
  'say',
  'tell',
  'claim',
  'think',
  'insist',
  'believe',
  'hope',
  'allege',
  'estimate',
  'warn',
]);

/** A subject and a verb, as far as can be seen from here; `any`: may the subject be any noun? */
function opensClause(region: Region, at: number, to: number, any: boolean): boolean {
  const { tokens } = region;
  const token = tokens[at];
  if (at >= to || token?.kind !== 'word') return false;
  const { lower } = token;
  if (PRONOUNS.has(lower) || /^(?:there|nobody|everyone|everybody|anyone|nothing|everything)$/u.test(lower)) {
    return (
      at + 1 < to &&
      tokens[at + 1]!.kind !== 'mark' &&
      (lower !== 'it' || isVerb(tokens[at + 1]!) || /\p{L}{2}s$/u.test(tokens[at + 1]!.lower))
    );
  }
  if (/^(?:if|when|while|although|because)$/u.test(lower)) return any;
  if (!any || !mayBegin(region, at)) return false;
  for (let next = at + 1; next < Math.min(to, at + 12); next++) {
    const { kind, lower: word } = tokens[next]!;
    if (AUXILIARIES.has(word) || (IRREGULAR.has(word) && !DETERMINERS.has(tokens[next - 1]!.lower)))
      return true;
    if (isVerb(tokens[next]!) && next > at + 1 && !PREPOSITIONS.has(tokens[next + 1]?.lower ?? ''))
      return true;
    if (kind !== 'word' || word === 'and' || word === 'about')
      return kind === 'quote' && (next > at + 1 || /s$/u.test(lower));
  }
  return false;
}

/** Can a subject begin with it: an article, a name, a number, a plural? */
function mayBegin({ tokens }: Region, at: number): boolean {
  const { lower, capital } = tokens[at]!;
  return (
    DETERMINERS.has(lower) ||
    capital ||
    /^\d/u.test(lower) ||
    /^(?:people|women|men|children)$|\p{L}{3}s$/u.test(lower)
  );
}

/** Where content that began at `from` ends: before the next words that attribute something, or with the sentence. */
export function contentEnd(region: Region, from: number, to: number): number {
  const { tokens } = region;
  for (let at = from + 1; at < to; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && lower === ';') return trimEnd(region, from, at);
    if (isAccording(region, at)) return trimEnd(region, from, at);
    if (
      /^(?:and|but|while|whereas|although|though|yet)$/u.test(lower) &&
      startsAttribution(region, at + 1, to)
    ) {
      return trimEnd(region, from, at);
    }
    if (lower === ',' && cueAt(region, at + 1)?.form === 'ing') return trimEnd(region, from, at);
  }
  return trimEnd(region, from, to);
}

/** “… and called …”, “… but Linden Transit insists …” */
function startsAttribution(region: Region, from: number, to: number): boolean {
  const { tokens } = region;
  for (let at = from; at < Math.min(to, from + 14); at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' && token.lower !== ',') return false;
    const cue = cueAt(region, at);
    if (!cue) {
      if (isVerb(token) && !BETWEEN.has(token.lower)) return false;
      continue;
    }
    if (cue.form === 'base' || cue.form === 'ing') continue;
    if (at === from) return cue.verb.naming || contentStart(region, cue, to) !== null;
    const source = sourceBefore(region, from, at);
    return (
      source !== null &&
      source.from - from <= 4 &&
      (contentStart(region, cue, to) !== null || tokens[cue.to]?.kind !== 'word')
    );
  }
  return false;
}

function trimEnd({ tokens }: Region, from: number, to: number): number {
  let end = to;
  while (end > from && tokens[end - 1]!.kind === 'mark' && /[.,!?;:…—–-]/u.test(tokens[end - 1]!.lower))
    end--;
  return end;
}

/** Is nothing left of the sentence behind a cue but when, where and to whom? The end of that. */
export function plainTail(region: Region, at: number, to: number): number {
  let next = overTail(region, at, to);
  const phrase =
    region.tokens[next]?.kind === 'word' && OBJECTS.test(region.tokens[next]!.lower) ? next + 1 : next;
  next = overTail(region, phrase, to);
  return next;
}

export { phraseAfter };
