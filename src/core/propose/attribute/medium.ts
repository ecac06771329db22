import type { Region } from '../read/read-article';
import type { Beside } from './beside';

const PAPERS =
  /^(?:letter|statement|email|emails|post|posts|tweet|tweets|essay|article|blog|column|memo|memorandum|note|report|book|diary|paper|message|messages|filing|lawsuit|document|indictment|complaint|caption|petition)$/u;

/** Was it written? The verb says so, or a letter, a statement, a post is named near the cue. */
export function isWritten(region: Region, { cue, source }: Pick<Beside, 'cue' | 'source'>): boolean {
  if (cue?.verb?.writing) return true;
  if (!cue && !source) return false;
  const from = Math.max(0, Math.min(cue?.from ?? Infinity, source?.from ?? Infinity) - 6);
  const to = Math.max(cue?.to ?? 0, source?.to ?? 0) + 5;
  const near = region.tokens.slice(from, to);
  return near.some(({ lower }, at) => PAPERS.test(lower) && (near[at - 1] !== undefined || at === 0));
}
