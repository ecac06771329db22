/** Where a key of movement leads from row `at` of `count` rows, or undefined for another key. */
export function goal(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + 10,
    PageUp: at - 10,
    Home: 0,
    End: count - 1,
  };
  const next = to[key];
  return next === undefined ? undefined : Math.min(Math.max(next, 0), count - 1);
}
