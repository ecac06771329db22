import type { Region } from '../read/region';
import type { Attribution } from './attribution';

/** Attributions by the regions (in order, of one article) in which their content lies. O(n log n). */
export function byRegion(
  regions: readonly Region[],
  attributions: readonly Attribution[],
): (region: Region) => readonly Attribution[] {
  const found = new Map<Region, Attribution[]>();
  for (const next of attributions) {
    for (const { start } of next.spans) {
      const region = regionAt(regions, start);
      const list = region && found.get(region);
      if (!region) continue;
      if (!list) found.set(region, [next]);
      else if (list.at(-1) !== next) list.push(next);
    }
  }
  return (region) => found.get(region) ?? [];
}

function regionAt(regions: readonly Region[], offset: number): Region | undefined {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle]!.start <= offset) low = middle + 1;
    else high = middle;
  }
  const region = regions[low - 1];
  return region && offset < region.end ? region : undefined;
}
