import type { QuotedPassage } from '../read/quoted-passages';
import type { Region } from '../read/region';
import { sentenceOf } from '../read/region';
import type { Attribution } from './attribution';
import type { Beside } from './beside';
import { attributedAfter } from './beside-after';
import { attributedBefore } from './beside-before';
import type { Growing } from './growing';
import { finished, goesOn } from './growing';
import { isFragment, isTitle } from './titles-and-scraps';

/** Quoted passages with what attributes them, and the tokens of cues that this used up. */
export interface DirectQuotes {
  readonly found: readonly Attribution[];
  /** Indexes of tokens, for each region. */
  readonly cues: ReadonlyMap<Region, ReadonlySet<number>>;
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
      last = { region, at, beside, passages: [passage], end: Math.max(at + 1, beside.end) };
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
