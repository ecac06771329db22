import type { SortKey } from './table-cells';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/**
 * The places of the keys in the order in which they stand when sorted: numbers before texts, null last in
 * either direction, equal keys in the order given. Hardly more than linear in the keys, where comparing texts
 * of each with each other would take a second for 200,000.
 */
export function orderOf(keys: readonly SortKey[], descending: boolean): Uint32Array | Float64Array {
  return wholeNumberOrder(keys, descending) ?? rankedOrder(keys, descending);
}

/**
 * Where all keys are whole numbers near enough to each other: each key and its place packed into one number,
 * and these sorted. Undefined where they are not, or would not fit.
 */
function wholeNumberOrder(keys: readonly SortKey[], descending: boolean): Float64Array | undefined {
  const { length } = keys;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const key of keys) {
    if (key === null) continue;
    if (typeof key !== 'number' || !Number.isInteger(key)) return undefined;
    if (key < low) low = key;
    if (key > high) high = key;
  }
  if (low > high) return Float64Array.from(keys, (_, at) => at);
  const none = high - low + 1;
  if ((none + 1) * length > Number.MAX_SAFE_INTEGER) return undefined;
  const packed = new Float64Array(length);
  for (let at = 0; at < length; at++) {
    const key = keys[at] as number | null;
    packed[at] = (key === null ? none : descending ? high - key : key - low) * length + at;
  }
  packed.sort();
  for (let at = 0; at < length; at++) packed[at]! -= Math.floor(packed[at]! / length) * length;
  return packed;
}

/** Ranks the different keys, then counts the keys of each rank and puts every one in its place. */
function rankedOrder(keys: readonly SortKey[], descending: boolean): Uint32Array {
  const ranks = ranksOf(new Set(keys), descending);
  const rankOf = Uint32Array.from(keys, (key) => ranks.get(key)!);
  const starts = new Uint32Array(ranks.size + 1);
  for (const rank of rankOf) starts[rank + 1]!++;
  for (let rank = 0; rank < ranks.size; rank++) starts[rank + 1]! += starts[rank]!;
  const order = new Uint32Array(keys.length);
  for (let at = 0; at < keys.length; at++) order[starts[rankOf[at]!]!++] = at;
  return order;
}

/** The rank of each key; texts that compare equal (that differ in case, say) share one. */
function ranksOf(keys: ReadonlySet<SortKey>, descending: boolean): ReadonlyMap<SortKey, number> {
  const sorted = [...keys].filter((key) => key !== null).sort(compare);
  if (descending) sorted.reverse();
  const ranks = new Map<SortKey, number>();
  let before: string | number | undefined;
  for (const key of sorted) {
    const same = before !== undefined && compare(before, key) === 0;
    ranks.set(key, same ? ranks.get(before!)! : ranks.size);
    before = key;
  }
  return ranks.set(null, ranks.size);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(typeof a === 'string') - Number(typeof b === 'string');
}
