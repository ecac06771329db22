import type { NameRun } from '../names/name-runs';
import { BODIES, ROLES } from '../names/titles';
import type { Region } from '../read/region';
import { NOUN_JOINTS } from './words';

/** The words that may name a source: indexes of tokens of a region, `to` not included. */
export interface Phrase {
  readonly from: number;
  readonly to: number;
  /** The name, if the words are one. */
  readonly run: NameRun | null;
}

/** No phrase has more tokens. */
export const LONGEST = 18;

/** Words like articles that may also be all there is: “said another”, “many say”. */
export const STANDS_ALONE =
  /^(?:another|others|one|some|many|most|both|several|few|all|neither|each|two|three)$/u;

/** Is the first noun of it one of someone or something that speaks? */
export function isSpeaking({ tokens }: Region, { from, to }: Phrase): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at]!;
    if (ROLES.has(lower) || BODIES.has(lower)) return true;
    if (at > from && NOUN_JOINTS.has(lower)) return false;
  }
  return false;
}
