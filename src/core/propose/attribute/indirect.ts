import type { Region } from '../read/region';
import { accordingTo } from './according';
import type { Attribution } from './attribution';
import { cueAt, isAccording } from './cues';
import { following } from './followed';
import { introducing } from './introduced';

/** What the sentences of a region say that someone said, without a passage of its own in quotation marks. */
export function indirectQuotes(region: Region, used: ReadonlySet<number>): readonly Attribution[] {
  const found: Attribution[] = [];
  for (const { from, to } of region.sentences) {
    // What is longer is no sentence, but a text without stops.
    if (to - from <= 400) inClause(region, from, to, used, found, 0);
  }
  return found;
}

function inClause(
  region: Region,
  from: number,
  to: number,
  used: ReadonlySet<number>,
  found: Attribution[],
  depth: number,
): void {
  for (let at = from; at < to; at++) {
    if (used.has(at)) continue;
    if (isAccording(region, at)) {
      const { attribution, content, end } = accordingTo(region, from, at, to) ?? {};
      if (!attribution) continue;
      found.push(attribution);
      if (depth < 4 && content) inClause(region, content.from, content.to, used, found, depth + 1);
      at = end! - 1;
      continue;
    }
    const cue = cueAt(region, at);
    if (!cue) continue;
    const introduced = introducing(region, from, cue, to);
    if (introduced) {
      const { attribution, start, end } = introduced;
      found.push(attribution);
      if (depth < 4) inClause(region, start, end, used, found, depth + 1);
      at = end - 1;
      continue;
    }
    const earlier = following(region, from, cue, to);
    if (earlier) found.push(earlier);
  }
}
