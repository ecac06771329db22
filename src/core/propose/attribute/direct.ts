import { normalise } from '../../text/span';
import type { QuotedPassage } from '../read/quoted-passages';
import type { Region } from '../read/read-article';
import { sentenceOf } from '../read/read-article';
import type { Attribution } from './attribution';
import { placed, spanOf } from './attribution';
import type { Beside } from './beside';
import { attributedAfter, attributedBefore } from './beside';
import { cueAt } from './cues';
import { isWritten } from './medium';
import { hasVerb, isTime } from './phrases';
import { isFragment, isTitle } from './titles-and-scraps';
import { CONNECTORS } from './words';

/** Quoted passages with what attributes them, and the tokens of cues that this used up. */
export interface DirectQuotes {
  readonly found: readonly Attribution[];
  /** Indexes of tokens, for each region. */
  readonly cues: ReadonlyMap<Region, ReadonlySet<number>>;
}

interface Growing {
  readonly region: Region;
  readonly beside: Beside;
  readonly passages: QuotedPassage[];
  /** The token behind what belongs to it so far. */
  end: number;
}

/**
 * Gives each passage of the regions the words beside it that say who speaks. Passages that one cue parts
 * (“…,” she said, “…”) and those that go on behind it in sentences of their own are one quote.
 */
export function directQuotes(regions: readonly Region[], text: string): DirectQuotes {
  const grown: Growing[] = [];
  const done = new Set<QuotedPassage>();
  const cues = new Map<Region, Set<number>>();
  for (const region of regions) {
    const used = new Set<number>();
    cues.set(region, used);
    let last: Growing | null = null;
    for (let at = 0; at < region.tokens.length; at++) {
      const { passage, end } = region.tokens[at]!;
      if (!passage) continue;
      if (done.has(passage)) continue;
      if (last && goesOn(region, last, at)) {
        last.passages.push(passage);
        last.end = at + 1;
        done.add(passage);
        continue;
      }
      const beside = attributionOf(region, at, end === passage.spans.at(-1)!.end, text, used, last);
      if (!beside) continue;
      done.add(passage);
      if (beside.cue) for (let index = beside.cue.from; index < beside.cue.to; index++) used.add(index);
      last = { region, beside, passages: [passage], end: Math.max(at + 1, beside.end) };
      grown.push(last);
    }
  }
  return { found: grown.map(finished), cues };
}

function attributionOf(
  region: Region,
  at: number,
  isEnd: boolean,
  text: string,
  used: ReadonlySet<number>,
  last: Growing | null,
): Beside | null {
  const token = region.tokens[at]!;
  const sentence = sentenceOf(region, at);
  const from = Math.max(sentence.from, last ? last.end : 0);
  const before =
    attributedBefore(region, from, at) ??
    (from > sentence.from ? attributedBefore(region, sentence.from, at) : null);
  const after = isEnd ? attributedAfter(region, at, text) : null;
  const free = (beside: Beside | null) => (beside?.cue && !used.has(beside.cue.from) ? beside : null);
  const words = text.slice(token.start, token.end);
  const marked = /^[,:]$/u.test(region.tokens[at - 1]?.lower ?? '');
  const chosen = endsWithStop(words) ? (free(before) ?? free(after)) : (free(after) ?? free(before));
  if (!chosen) return null;
  if (
    chosen === before &&
    !marked &&
    (isTitle(words) || (isFragment(words) && chosen.cue?.verb?.lemma !== 'say'))
  )
    return null;
  return isFragment(words) && /^.[#@]/u.test(words) ? null : chosen;
}

function endsWithStop(words: string): boolean {
  return /\.[”"’'»›“]+$/u.test(words);
}

/** Does the passage at `at` belong to the quote before it? */
function goesOn(region: Region, last: Growing, at: number): boolean {
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

function isAfter({ region, beside, passages }: Growing): boolean {
  return beside.cue === null || region.tokens[beside.cue.from]!.start > passages[0]!.spans[0]!.start;
}

/** Between the cue and the full stop: when, where, to whom; no other verb of saying. */
function endsPlainly(region: Region, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if (cueAt(region, at) && !isTime(region.tokens[at]!)) return false;
  }
  return true;
}

function finished({ region, beside, passages }: Growing): Attribution {
  const quoted = passages.flatMap((passage) => passage.spans);
  const lead = leadOf(region, beside, quoted[0]!.start);
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
function leadOf(region: Region, { cue }: Beside, start: number): number | null {
  const { tokens } = region;
  const at = tokens.findIndex((token) => token.start === start);
  if (!cue || at < 0 || cue.from < at || tokens[at - 1]?.kind !== 'word') return null;
  const sentence = sentenceOf(region, at);
  let from = sentence.from;
  while (from < at && (CONNECTORS.has(tokens[from]!.lower) || tokens[from]!.lower === ',')) from++;
  const plain = tokens.slice(from, at).every(({ kind, lower }) => kind === 'word' || lower === ',');
  const says = tokens.slice(from, at).some((_, index) => cueAt(region, from + index));
  return plain && !says && from < at && hasVerb(tokens, from, at) ? tokens[from]!.start : null;
}
