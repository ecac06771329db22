import type { Region } from '../read/region';
import { contentStart } from './content-start';
import { cueAt, isAccording } from './cues';
import { sourceBefore } from './sources';
import { isVerb } from './verbs';
import { BETWEEN } from './words';

/** Where content that began at `from` ends: before the next words that attribute something, or with the sentence. */
export function contentEnd(region: Region, from: number, to: number): number {
  const { tokens } = region;
  for (let at = from + 1; at < to; at++) {
    const { lower, kind } = tokens[at]!;
    if (kind === 'mark' && lower === ';') return trimEnd(region, from, at);
    if (isAccording(region, at)) return trimEnd(region, from, at);
    if (
      /^(?:and|but|while|whereas|although|though|yet)$/u.test(lower) &&
      startsAttribution(region, at + 1, to)
    ) {
      return trimEnd(region, from, at);
    }
    if (lower === ',' && cueAt(region, at + 1)?.form === 'ing') return trimEnd(region, from, at);
  }
  return trimEnd(region, from, to);
}

/** “… and called …”, “… but Linden Transit insists …” */
function startsAttribution(region: Region, from: number, to: number): boolean {
  const { tokens } = region;
  for (let at = from; at < Math.min(to, from + 14); at++) {
    const token = tokens[at]!;
    if (token.kind !== 'word' && token.lower !== ',') return false;
    const cue = cueAt(region, at);
    if (!cue) {
      if (isVerb(token) && !BETWEEN.has(token.lower)) return false;
      continue;
    }
    if (cue.form === 'base' || cue.form === 'ing') continue;
    if (at === from) return cue.verb.naming || contentStart(region, cue, to) !== null;
    const source = sourceBefore(region, from, at);
    return (
      source !== null &&
      source.from - from <= 4 &&
      (contentStart(region, cue, to) !== null || tokens[cue.to]?.kind !== 'word')
    );
  }
  return false;
}

function trimEnd({ tokens }: Region, from: number, to: number): number {
  let end = to;
  while (end > from && tokens[end - 1]!.kind === 'mark' && /[.,!?;:…—–-]/u.test(tokens[end - 1]!.lower))
    end--;
  return end;
}
