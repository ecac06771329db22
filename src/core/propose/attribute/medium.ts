import type { Region } from '../read/region';
import type { Beside } from './beside';

/** What people write, as a noun. */
export const PAPERS =
  /^(?:letter|statement|email|emails|post|posts|tweet|tweets|essay|article|blog|column|memo|memorandum|note|report|book|diary|paper|message|messages|filing|lawsuit|document|indictment|complaint|caption|petition)$/u;

/** Was it written? The verb says so, a paper is the source, or it was said in one: “in a letter she said”. */
export function isWritten(region: Region, { cue, source }: Pick<Beside, 'cue' | 'source'>): boolean {
  if (cue?.verb?.writing) return true;
  const { tokens } = region;
  const isPaper = (at: number) => PAPERS.test(tokens[at]?.lower ?? '') && !tokens[at]!.capital;
  if (source) for (let at = source.from; at < source.to; at++) if (isPaper(at)) return true;
  if (!cue && !source) return false;
  const from = Math.max(0, Math.min(cue?.from ?? Infinity, source?.from ?? Infinity) - 8);
  const to = Math.min(tokens.length, Math.max(cue?.to ?? 0, source?.to ?? 0) + 6);
  for (let at = from; at < to; at++) {
    if (isPaper(at) && [1, 2, 3, 4].some((back) => /^(?:in|on|via)$/u.test(tokens[at - back]?.lower ?? '')))
      return true;
  }
  return false;
}
