import type { Region } from '../read/region';
import type { Cue } from './cues';
import { overAddressee, overTail } from './tails';
import { isVerb } from './verbs';
import { AUXILIARIES, DETERMINERS, IRREGULAR, PREPOSITIONS, PRONOUNS } from './words';

/** The token with which the content begins that the cue introduces; null where it introduces none. */
export function contentStart(region: Region, cue: Cue, to: number): number | null {
  const { tokens } = region;
  const { verb } = cue;
  const spoken = verb.addressee ? overAddressee(region, cue.to, to) : cue.to;
  if (verb.whether && /^(?:whether|if|why|how|what|who|when|where)$/u.test(tokens[spoken]?.lower ?? '')) {
    return spoken;
  }
  if (verb.that || verb.bare) {
    const that = findThat(region, spoken, to);
    if (that !== null && that + 1 < to && !AUXILIARIES.has(tokens[that + 1]!.lower)) return that + 1;
  }
  if (/^(?:whether)$/u.test(tokens[spoken]?.lower ?? '')) return spoken;
  if (!verb.bare || (verb.addressee && spoken === cue.to && verb.lemma !== 'warn')) return null;
  const at = overTail(region, spoken, to);
  const starts = [...new Set([spoken, at])].filter((next) => next <= to);
  const found = starts.reverse().find((next) => opensClause(region, next, to, SAYING.has(verb.lemma)));
  return found ?? null;
}

/** “that”, at once or behind where and when it was said, “however” in commas aside. */
function findThat(region: Region, from: number, to: number): number | null {
  const { tokens } = region;
  let at = overTail(region, from, to);
  if (tokens[at]?.lower === ',') {
    const closing = tokens.slice(at + 1, Math.min(to, at + 26)).findIndex(({ lower }) => lower === ',');
    if (closing < 0) return null;
    at += closing + 2;
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
