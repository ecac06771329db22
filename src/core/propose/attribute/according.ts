import type { Region } from '../read/region';
import { contentEnd } from './content-end';
import { indirectQuote } from './indirect-quote';
import { phraseAfter } from './phrase-after';

/** According to X, …; …, according to X; …, according to X, … */
export function accordingTo(region: Region, from: number, at: number, to: number) {
  const { tokens } = region;
  const source = phraseAfter(region, at + 2, to);
  if (!source || /^(?:plan|schedule|taste|size|law)$/u.test(tokens[source.from]!.lower)) return null;
  const cue = { from: at, to: at + 2, verb: null };
  let end = source.to;
  while (end < to && tokens[end]!.kind === 'word') end++;
  const rest = tokens[end]?.lower === ',' ? { from: end + 1, to: contentEnd(region, end + 1, to) } : null;
  const hasRest = rest !== null && rest.to - rest.from > 1;
  let stop = at;
  while (stop > from && tokens[stop - 1]!.kind === 'mark') stop--;
  const first = { from, to: stop };
  const words = (range: { from: number; to: number }) =>
    tokens.slice(range.from, range.to).some(({ kind }) => kind === 'word');
  if (at === from || !words(first)) {
    if (!hasRest) return null;
    return {
      attribution: indirectQuote(region, { content: [rest], cue, source }),
      content: rest,
      end: rest.to,
    };
  }
  const content =
    hasRest && !/^(?:and|but|which|who|while|as)$/u.test(tokens[rest.from]!.lower) ? [first, rest] : [first];
  return {
    attribution: indirectQuote(region, { content, cue, source }),
    content: null,
    end: content.at(-1)!.to > at ? content.at(-1)!.to : end,
  };
}
