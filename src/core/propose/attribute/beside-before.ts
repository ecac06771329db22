import { nameRuns } from '../names/name-runs';
import type { Region } from '../read/region';
import type { Beside } from './beside';
import { cueAt, isAccording } from './cues';
import { phraseAfter } from './phrase-after';
import { phraseBefore } from './phrase-before';
import { sourceBefore } from './sources';
import { hasVerb } from './verbs';
import { DETERMINERS, PREPOSITIONS, PRONOUNS } from './words';

/** She said, “…” She told the court on Monday: “…” Ida Holm: “…” `at` is the passage's token. */
export function attributedBefore(region: Region, from: number, at: number): Beside | null {
  const { tokens } = region;
  const last = tokens[at - 1];
  if (!last || at - 1 < from) return null;
  const colon = last.lower === ':';
  const marked = colon || last.lower === ',';
  // “told her that ‘nobody reads those things.’”, but not “said that ‘nobody’ knew”
  const joined = last.lower === 'that' && tokens[at + 1]?.kind !== 'word';
  const end = marked || joined ? at - 1 : at;
  for (let next = end - 1; next >= Math.max(from, end - 18); next--) {
    if (tokens[next]!.kind === 'quote') break;
    if (isAccording(region, next) && marked) {
      const source = phraseAfter(region, next + 2, end);
      return source && { cue: { from: next, to: next + 2, verb: null }, source, end: at };
    }
    const cue = cueAt(region, next);
    if (!cue?.verb.direct || cue.to > end) continue;
    if (!marked && !joined && cue.to !== end) return null;
    if (!colon && !isTail(region, cue.to, end)) return null;
    return { cue, source: sourceBefore(region, from, cue.from), end: at };
  }
  return colon ? namedBefore(region, from, at - 1) : null;
}

/** Between “said” and a comma: to whom, where, when; not a clause. */
function isTail(region: Region, from: number, to: number): boolean {
  const { tokens } = region;
  if (to - from > 12) return false;
  return (
    !hasVerb(tokens, from, to) &&
    !tokens.slice(from, to).some(({ lower }) => PRONOUNS.has(lower) && lower !== 'it' && lower !== 'you')
  );
}

/** Ida Holm: “…” The harbour master: “…” A message from Ida Holm: “…” */
function namedBefore(region: Region, from: number, colon: number): Beside | null {
  const { tokens } = region;
  const source = phraseBefore(region, from, colon);
  if (!source) return null;
  const whole = source.from === from;
  const message = source.run && /^(?:from|by)$/u.test(tokens[source.from - 1]?.lower ?? '');
  const role =
    source.run &&
    !hasVerb(tokens, from, source.from) &&
    !tokens.slice(from, source.from).some(({ lower }) => PREPOSITIONS.has(lower));
  const isNamed =
    source.run !== null || DETERMINERS.has(tokens[source.from]!.lower) || nameRuns(region).has(source.from);
  if (!(whole && isNamed) && !message && !role) return null;
  return { cue: { from: colon, to: colon + 1, verb: null }, source, end: colon + 1 };
}
