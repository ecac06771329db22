/**
 * Does `work` for every item, at most `limit` of them at a time: ten thousand files opened at once would run
 * out of descriptors. After an error no further one is begun; resolves or throws when none is under way.
 */
export async function forEachBounded<Item>(
  items: Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  let failed: { error: unknown } | null = null;
  const lane = async () => {
    for (let next = rest.next(); !next.done && !failed; next = rest.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: limit }, lane));
  if (failed) throw (failed as { error: unknown }).error;
}
