/** So many calls of a disk are under way at once. */
const MOST = 16;

/**
 * Does a task for each item, some at once. After one has failed no more are begun; when all that were have ended, what
 * the first threw is thrown.
 */
export async function someAtOnce<Item>(
  items: Iterable<Item>,
  task: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const errors: unknown[] = [];
  const run = async () => {
    while (errors.length === 0) {
      const next = waiting.next();
      if (next.done) return;
      await task(next.value).catch((error: unknown) => errors.push(error));
    }
  };
  await Promise.all(Array.from({ length: MOST }, run));
  if (errors.length > 0) throw errors[0];
}
