import type { Article } from '../../project/model';

export type Split = 'train' | 'validation' | 'test';

/** Splits and their shares, which need not add up to anything; none = no splits. */
export type Shares = readonly { readonly split: Split; readonly share: number }[];

export const STANDARD_SHARES = '80/10/10';

/** Reads "80/10/10" (train, validation, test), "80/20" (train, test) or nothing; null when it is none of them. */
export function sharesOf(text: string): Shares | null {
  if (text.trim() === '') return [];
  const parts = text.split('/').map((part) => part.trim());
  if (!parts.every((part) => /^\d{1,6}(?:\.\d{1,6})?$/.test(part))) return null;
  const names: readonly Split[] = parts.length === 2 ? ['train', 'test'] : ['train', 'validation', 'test'];
  const shares = parts.map(Number);
  if (shares.length !== names.length || shares.every((share) => share === 0)) return null;
  return names.map((split, at) => ({ split, share: shares[at]! }));
}

/**
 * Which split an article is in: by the article and not by the annotation, so that no text is in two; null when there
 * are none. A hash of seed and id (FNV-1a, 32 bit) decides, so an article stays where it is when others come or go.
 */
export function splitOf(seed: string, articleId: string, shares: Shares): Split | null {
  let hash = 0x811c9dc5;
  for (const character of `${seed}\n${articleId}`) {
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
  }
  // FNV-1a mixes its last characters badly: the finaliser of MurmurHash3 (fmix32) spreads them over all bits.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) >>> 0;
  const place =
    (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * shares.reduce((sum, { share }) => sum + share, 0);
  let end = 0;
  for (const { split, share } of shares) {
    end += share;
    if (place < end) return split;
  }
  return shares.at(-1)?.split ?? null;
}

/** How many of the articles are in each split, those without any too. */
export function splitCounts(
  seed: string,
  articles: Iterable<Article>,
  shares: Shares,
): ReadonlyMap<Split, number> {
  const counts = new Map(shares.map(({ split }) => [split, 0]));
  for (const { id } of articles) {
    const split = splitOf(seed, id, shares);
    if (split !== null) counts.set(split, counts.get(split)! + 1);
  }
  return counts;
}

/** "8 train · 1 validation · 3 test" */
export function splitsInWords(counts: ReadonlyMap<Split, number>): string {
  return [...counts].map(([split, count]) => `${count} ${split}`).join(' · ');
}

/** Is a split without articles that has a share, though there are articles enough? */
export function isLopsided(counts: ReadonlyMap<Split, number>, shares: Shares): boolean {
  const articles = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return articles >= shares.length && shares.some(({ split, share }) => share > 0 && counts.get(split) === 0);
}
