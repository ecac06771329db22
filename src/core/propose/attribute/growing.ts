import { normalise } from '../../text/span';
import type { QuotedPassage } from '../read/quoted-passages';
import type { Region } from '../read/region';
import { sentenceOf } from '../read/region';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import type { Beside } from './beside';
import { cueAt } from './cues';
import { isWritten } from './medium';
import { hasVerb } from './verbs';
import { CONNECTORS } from './words';

/** A direct quote to which more passages may come. */
export interface Growing {
  readonly region: Region;
  /** The token of its first passage. */
  readonly at: number;
  readonly beside: Beside;
  readonly passages: QuotedPassage[];
  /** The token behind what belongs to it so far. */
  end: number;
}

/** Does the passage at `at` belong to the quote before it? */
export function goesOn(region: Region, last: Growing, at: number): boolean {
  const { tokens } = region;
  const sentence = sentenceOf(region, at);
  if (at - last.end > 60) return false;
  const between = tokens.slice(last.end, at);
  if (sentence.from < last.end) {
    const lastMark = tokens[at - 1]!.lower;
    if (!/^[,:—–-]$/u.test(lastMark)) return false;
    if (last.beside.cue && last.beside.cue.to > at) return false;
    const others = between.some((_, index) => cueAt(region, last.end + index) !== null);
    return !others && between.length <= 14 && !between.some(({ kind }) => kind === 'quote') && isAfter(last);
  }
  // A sentence that is nothing but the passage, right after one that the quote before it ends.
  const previous = sentence.from > 0 ? sentenceOf(region, sentence.from - 1) : undefined;
  const alone =
    at === sentence.from && tokens.slice(at + 1, sentence.to).every(({ kind }) => kind === 'mark');
  return (
    alone && previous !== undefined && previous.from < last.end && endsPlainly(region, last.end, previous.to)
  );
}

function isAfter({ beside, at }: Growing): boolean {
  return beside.cue === null || beside.cue.from > at;
}

/** Between the cue and the full stop: when, where, to whom; no other verb of saying. */
function endsPlainly(region: Region, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (cueAt(region, at)) return false;
  }
  return true;
}

/** The quote as it is when nothing more comes. */
export function finished({ region, at, beside, passages }: Growing): Attribution {
  const quoted = passages.flatMap((passage) => passage.spans);
  const lead = leadOf(region, beside, at);
  const spans = normalise(lead === null ? quoted : [{ ...quoted[0]!, start: lead }, ...quoted.slice(1)]);
  const cue = beside.cue && spanOf(region, beside.cue);
  return {
    spans,
    form: lead === null ? 'direct' : 'mixed',
    medium: isWritten(region, beside) ? 'writing' : 'speech',
    cue,
    source: placed(region, beside.source),
    passages,
  };
}

/** “Business is ‘dead,’ he said”: where the words begin that lead into the passage and are said as well. */
function leadOf(region: Region, { cue }: Beside, at: number): number | null {
  const { tokens } = region;
  if (!cue || cue.from < at || tokens[at - 1]?.kind !== 'word') return null;
  const sentence = sentenceOf(region, at);
  let from = sentence.from;
  while (from < at && (CONNECTORS.has(tokens[from]!.lower) || tokens[from]!.lower === ',')) from++;
  const plain = tokens.slice(from, at).every(({ kind, lower }) => kind === 'word' || lower === ',');
  const says = tokens.slice(from, at).some((_, index) => cueAt(region, from + index));
  return plain && !says && from < at && hasVerb(tokens, from, at) ? tokens[from]!.start : null;
}
