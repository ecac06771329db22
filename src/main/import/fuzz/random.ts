/** A stream of numbers that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from 0 to `below` - 1; 0 when there is nothing below. */
  int(below: number): number;
  /** True in `share` of all cases. */
  chance(share: number): boolean;
  /** One of the list, which has at least one. */
  pick<Item>(list: readonly Item[]): Item;
}

/** sfc32, with its state from FNV-1a hashes of the seed. */
export function randomOf(seed: string): Random {
  let [a, b, c, d] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 8; warm++) next();
  const int = (below: number) => Math.floor(next() * below);
  return { int, chance: (share) => next() < share, pick: (list) => list[int(list.length)]! };
}

function hash(text: string, salt: number): number {
  let sum = 0x811c9dc5 ^ salt;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum | 0;
}
