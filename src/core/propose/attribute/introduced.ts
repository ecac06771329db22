import type { Region } from '../read/region';
import type { Attribution } from './attribution';
import { contentEnd } from './content-end';
import { contentStart } from './content-start';
import type { Cue } from './cues';
import { indirectQuote, maySay } from './indirect-quote';
import { sourceBefore } from './sources';
import { hasVerb, isVerb } from './verbs';

/** The union said that …; Omar Reyes said he …; a reporter asked whether … */
export function introducing(region: Region, from: number, cue: Cue, to: number) {
  if (cue.verb.naming) return naming(region, from, cue, to);
  const start = contentStart(region, cue, to);
  if (start === null) return null;
  const source = sourceBefore(region, from, cue.from);
  if (!source || !maySay(region, source, cue)) return null;
  const end = contentEnd(region, start, endOfRelative(region, from, cue, to));
  if (end - start < 2) return null;
  const only = region.tokens.slice(start, end).every(({ kind }) => kind !== 'word');
  if (only) return null;
  const attribution = indirectQuote(region, { content: [{ from: start, to: end }], cue, source });
  return { attribution, start, end };
}

/** “A clerk, who said that …, gave it to us”: a clause with “who” ends where the sentence goes on. */
function endOfRelative({ tokens }: Region, from: number, cue: Cue, to: number): number {
  const who = tokens.slice(Math.max(from, cue.from - 3), cue.from).some(({ lower }) => lower === 'who');
  if (!who) return to;
  for (let at = cue.to + 1; at + 1 < to; at++) {
    if (tokens[at]!.lower === ',' && isVerb(tokens[at + 1]!)) return at;
  }
  return to;
}

/** … called the union’s account “simply untrue.” … accused the union of “making politics.” */
function naming(region: Region, from: number, cue: Cue, to: number) {
  const { tokens } = region;
  for (let at = cue.to; at < Math.min(to, cue.to + 14); at++) {
    const { kind, lower, passage } = tokens[at]!;
    if (kind === 'mark' && !/[’'&-]/u.test(lower)) return null;
    if (!passage) continue;
    if (at === cue.to && cue.verb.lemma !== 'describe') return null;
    const last = tokens[at - 1]!.lower;
    const joint = /^(?:as|of|for|a|an|the)$/u.test(last);
    if (hasVerb(tokens, cue.to, at)) return null;
    const source = sourceBefore(region, from, cue.from);
    if (!source) return null;
    const begin = joint || cue.verb.lemma !== 'call' ? at : cue.to;
    const attribution = indirectQuote(region, { content: [{ from: begin, to: at + 1 }], cue, source });
    const form = begin === at ? 'direct' : 'mixed';
    return { attribution: { ...attribution, form } as Attribution, start: at + 1, end: at + 1 };
  }
  return null;
}
