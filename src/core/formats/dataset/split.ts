export type Split = 'train' | 'validation' | 'test';

/**
 * Which split an article is in: by the article and not by the annotation, so that no text is in two. A hash of seed
 * and id (FNV-1a, 32 bit) decides, so an article stays where it is when others come or go.
 */
export function splitOf(seed: string, articleId: string): Split {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\n${articleId}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  // FNV-1a mixes its last characters badly: the finaliser of MurmurHash3 (fmix32) spreads them over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  const share = ((hash ^ (hash >>> 16)) >>> 0) % 10;
  return share < 8 ? 'train' : share === 8 ? 'validation' : 'test';
}
