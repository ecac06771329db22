import type { Token } from '../read/tokens';
import { cueForms } from './cue-verbs';
import { AUXILIARIES, DAYS, IRREGULAR, MONTHS, TIMES } from './words';

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
