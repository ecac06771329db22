import type { Region } from '../read/region';
import { sentenceOf } from '../read/region';
import type { Beside } from './beside';
import { contentStart } from './content-start';
import type { Cue } from './cues';
import { cueAt, isAccording } from './cues';
import { phraseAfter } from './phrase-after';
import { sourceBefore } from './sources';
import { isTime, isVerb } from './verbs';
import { BETWEEN, PREPOSITIONS, PRONOUNS } from './words';

/** “…,” she said. “…,” said Ida Holm. “…,” according to Ida Holm. `at` is the passage's token. */
export function attributedAfter(region: Region, at: number, text: string): Beside | null {
  const { tokens } = region;
  const ending = endingOf(text, tokens[at]!);
  const comma = tokens[at + 1]?.lower === ',';
  let next = comma ? at + 2 : at + 1;
  const own = sentenceOf(region, at);
  const crossed = next >= own.to;
  if (crossed && ending === 'comma') return null;
  if (crossed && own.to >= tokens.length) return null;
  const sentence = crossed ? sentenceOf(region, own.to) : own;
  const { to } = sentence;
  if (/^(?:title|heading|standfirst)$/u.test(region.block.kind) && tokens[next]?.lower === ':') {
    const source = phraseAfter(region, next + 1, to);
    return source && { cue: { from: next, to: next + 1, verb: null }, source, end: source.to };
  }
  const opens =
    comma || ending === 'comma' || ending === 'question' || (at === own.from && ending === 'none');
  if (!opens && !(crossed && ending === 'stop' && at === own.from)) return null;
  if (isAccording(region, next)) {
    const source = phraseAfter(region, next + 2, to);
    return source && { cue: { from: next, to: next + 2, verb: null }, source, end: source.to };
  }
  if (tokens[next]?.lower === 'as') next++;
  return inverted(region, next, to) ?? upright(region, next, to, crossed);
}

/** said Ida Holm */
function inverted(region: Region, from: number, to: number): Beside | null {
  let at = from;
  while (at < to && /^(?:a|hat|ont|ha)$/u.test(region.tokens[at]!.lower)) at++;
  const cue = cueAt(region, at);
  if (!cue?.verb.direct || (cue.verb.addressee && cue.verb.lemma !== 'ask' && cue.verb.lemma !== 'warn'))
    return null;
  if (cue.form !== 'past' && cue.form !== 'present') return null;
  let start = cue.to;
  while (start < to && (BETWEEN.has(region.tokens[start]!.lower) || /ly$/u.test(region.tokens[start]!.lower)))
    start++;
  const source = phraseAfter(region, start, to);
  if (!source) return null;
  // “…,” said she. is one thing, said he would … another.
  const isPronoun = PRONOUNS.has(region.tokens[source.from]!.lower);
  if (isPronoun && source.to < to && region.tokens[source.to]!.kind === 'word') return null;
  return { cue, source, end: source.to };
}

/** Ida Holm said */
function upright(region: Region, from: number, to: number, crossed: boolean): Beside | null {
  const { tokens } = region;
  if (crossed && PRONOUNS.has(tokens[from]?.lower ?? '') && tokens[from]!.capital) return null;
  for (let at = from + 1; at < Math.min(to, from + 30); at++) {
    if (tokens[at]!.kind === 'quote') return null;
    const cue = cueAt(region, at);
    if (!cue?.verb.direct || cue.form === 'ing') continue;
    const source = sourceBefore(region, from, at);
    if (!source || !leadsTo(region, from, source.from)) return null;
    if (contentStart(region, cue, to) !== null) return null; // it says something of its own
    const end = clauseEnd(region, cue, to);
    return end === null || (crossed && end.open) ? null : { cue, source, end: end.at };
  }
  return null;
}

/** Only a role, an article, a comma may stand before the source: “head teacher Mona Rask”. */
function leadsTo({ tokens }: Region, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' && token.lower !== ',') return false;
    if (isVerb(token) || PREPOSITIONS.has(token.lower) || token.lower === 'and') return false;
  }
  return to - from <= 8;
}

/** Where the words of a cue end: behind whom it was said to, where and when. Null where a clause of its own follows. */
function clauseEnd(region: Region, cue: Cue, to: number): { at: number; open: boolean } | null {
  const { tokens } = region;
  let at = cue.to;
  while (
    at < to &&
    tokens[at]!.kind === 'word' &&
    (BETWEEN.has(tokens[at]!.lower) || isTime(tokens[at]!) || /ly$/u.test(tokens[at]!.lower))
  )
    at++;
  const next = tokens[at];
  if (at >= to || !next || next.kind !== 'word') return { at, open: false };
  if (PREPOSITIONS.has(next.lower) || /ing$/u.test(next.lower)) return { at, open: false };
  if (next.lower === 'that' || next.lower === 'whether') return null;
  if (cue.verb.addressee || cue.verb.lemma === 'ask') return { at, open: false };
  if (PRONOUNS.has(next.lower)) return null;
  return { at, open: true };
}

/** How a passage ends: inside its marks, in front of the last one. */
type Ending = 'comma' | 'question' | 'stop' | 'none';

function endingOf(text: string, { end }: { readonly end: number }): Ending {
  const last = /[^\s”"’'»›“]?\s*[”"’'»›“]+$/u.exec(text.slice(Math.max(0, end - 6), end))?.[0][0] ?? '';
  if (last === ',' || last === '—' || last === '–') return 'comma';
  if (last === '?' || last === '!' || last === '…') return 'question';
  return last === '.' ? 'stop' : 'none';
}
